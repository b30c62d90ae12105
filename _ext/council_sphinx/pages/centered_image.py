"""``centered-image``: a picture in the middle of the page, with alternative text and caption.

.. code-block:: markdown

   ```{centered-image} 2020-11-30-octava-sesion-consejo/imagen.jpg
   :alt: The council in session
   :caption: Eighth session, by video call
   :width: 60%
   :name: eighth-session
   ```
"""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from council_sphinx.core.picture_nodes import PictureRequest, picture_node


class CenteredImage(SphinxDirective):
    """Makes a native figure; the argument is a path from the page, or from the project with a ``/``."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "width": directives.length_or_percentage_or_unitless,
        "name": directives.unchanged,
    }

    def run(self) -> list[nodes.Node]:
        """Give the figure, or its stand-in."""
        caption: list[nodes.Node] = []
        messages: list[nodes.system_message] = []
        if "caption" in self.options:
            caption, messages = self.parse_inline(self.options["caption"], lineno=self.lineno)
        width = self.options.get("width")
        request = PictureRequest(
            source=self.arguments[0].strip(),
            alt=self.options.get("alt"),
            caption=tuple(caption),
            width=f"{width}px" if width and width.isdecimal() else width,
            line=self.lineno,
        )
        node = picture_node(self.env, request)
        self.set_source_info(node)
        self.add_name(node)
        return [node, *messages]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("centered-image", CenteredImage)
