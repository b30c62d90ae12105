"""Sphinx's build command for a shell: ``python -m extension_kit.sphinx_command -b html . _build/html``.

A build that Ctrl-C ends leaves nothing that the next one does not mend.
"""

from extension_kit.console import behave, outlive_readers

if __name__ == "__main__":
    behave()
    outlive_readers()

import sys

from sphinx.cmd.build import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
