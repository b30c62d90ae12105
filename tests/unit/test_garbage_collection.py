"""A build changes the garbage collector for itself alone."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from extension_kit.garbage_collection import SELDOM
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import docutils_namespace

CONF = """
from extension_kit.garbage_collection import collect_seldom

def setup(app):
    collect_seldom(app)
"""


def application(source: Path) -> Sphinx:
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.rst").write_text("Title\n=====\n", encoding="utf-8")
    return Sphinx(source, source, source / "out", source / "doctrees", "dummy", status=None, warning=None)


@pytest.mark.parametrize("fails", [False, True])
def test_the_thresholds_hold_for_a_build_alone(tmp_path: Path, fails: bool) -> None:
    before = gc.get_threshold()
    seen = []

    def look(app: Sphinx, *_arguments: object) -> None:
        seen.append(gc.get_threshold())
        if fails:
            raise RuntimeError

    with docutils_namespace():
        app = application(tmp_path)
        app.connect("env-updated", look)
        if fails:
            with pytest.raises(ExtensionError):
                app.build()
        else:
            app.build()
    assert seen == [SELDOM]
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
