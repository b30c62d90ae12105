"""Interface strings speak the language of the build, from catalogues that nothing is written beside."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from council_sphinx.core.interface_strings import CATALOGUE, LOCALE_FOLDER, _, setup
from extension_kit.catalogues import load_catalogue
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace


@pytest.mark.parametrize(
    ("language", "told"), [("es", "Sin fecha"), ("es_MX", "Sin fecha"), ("en", "Without date"), ("ja", "Without date")]
)
def test_a_language(language: str, told: str) -> None:
    assert load_catalogue(LOCALE_FOLDER, language, CATALOGUE).gettext("Without date") == told


def test_each_build_speaks_its_own_language(tmp_path: Path) -> None:
    (tmp_path / "conf.py").touch()
    (tmp_path / "index.rst").touch()
    before = sorted(LOCALE_FOLDER.rglob("*"))
    for language, told in (("es", "Sin fecha"), ("en", "Without date"), ("es", "Sin fecha")):
        with docutils_namespace():
            output = tmp_path / language
            app = Sphinx(tmp_path, tmp_path, output, output, "dummy", {"language": language}, status=None, warning=None)
            setup(app)
            app.build()
        assert str(_("Without date")) == told
    assert sorted(LOCALE_FOLDER.rglob("*")) == before


@pytest.mark.parametrize("file", [*LOCALE_FOLDER.glob("*/LC_MESSAGES/*.po")], ids=lambda file: file.parts[-3])
def test_a_catalogue_has_each_message_once(file: Path) -> None:
    messages = re.findall(r"^msgid (.*?)^msgstr ", file.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert len(messages) > 100
    assert [message for message, count in Counter(messages).items() if count > 1] == []
