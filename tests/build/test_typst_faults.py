"""Books that hold what Typst cannot set, or what would run off the page: all the words are printed, and it is told."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from handbook import Build
from printed import Printed, letters_of
from sphinx.application import Sphinx
from sphinx.testing.util import SphinxTestApp
from sphinx.util.docutils import SphinxTranslator
from typst_builder.translator import TypstTranslator


class unsettable(nodes.General, nodes.Element):  # noqa: N801
    """A node whose visitor writes what Typst refuses."""


def refuse(translator: SphinxTranslator, _node: nodes.Element) -> None:
    translator.add('panic("refused")')  # type: ignore[attr-defined]
    raise nodes.SkipNode


def words(count: int) -> str:
    return " ".join(f"w{number}x" for number in range(count))


def printed_words(printed: Printed) -> int:
    return len(set(re.findall(r"w\d+x", "".join(printed.pages))))


def print_alone(make: Build, text: str, **others: str) -> list[str]:
    """Print a project of one document, and *others*; give what was told."""
    for file in make.source.glob("*.rst"):
        file.unlink()
    for name, content in {"index": text, **others}.items():
        (make.source / f"{name}.rst").write_text(content, encoding="utf-8")
    return [line for line in make().warnings if "typst" in line]


# -- faults -------------------------------------------------------------------------------------------------


def with_faults(
    make: Build, wanted: dict[str, int], translator: type[TypstTranslator] = TypstTranslator
) -> tuple[list[str], int]:
    """Print the handbook with faulty blocks in some documents; give what was told, and the status."""

    def put(app: Sphinx, doctree: nodes.document) -> None:
        for number in range(wanted.get(app.env.docname, 0)):
            text = nodes.paragraph("", f"Words of {app.env.docname} {number}")
            fault = unsettable("", text, nodes.image(uri="dot.png", alt=f"Seen {number}", candidates={"*": "dot.png"}))
            fault.line = 7 + number
            section = next(doctree.findall(nodes.section))
            section.insert(1 + number, fault)

    app = SphinxTestApp("typst", srcdir=make.source)
    try:
        app.set_translator("typst", translator)
        app.add_node(unsettable, typst=(refuse, None))
        app.connect("doctree-read", put)
        app.build()
        return [line for line in app.warning.getvalue().splitlines() if "[typst.compile]" in line], app.statuscode
    finally:
        app.cleanup()


def test_a_block_that_cannot_be_set_is_printed_as_text_and_told(make: Build) -> None:
    told, status = with_faults(make, {"everything": 2, "unusual": 1})
    assert status == 0
    message = re.compile(r"(\w+\.rst:\d+): WARNING: this cannot be set in handbook\.pdf: panicked")
    places = [match[1] for line in told if (match := message.search(line))]
    assert places == ["everything.rst:7", "everything.rst:8", "unusual.rst:7"]
    letters = make.printed.letters
    for kept in (
        "Words of everything 0",
        "Seen 0",
        "Words of everything 1",
        "Words of unusual 0",
        "First note",
        "H1 H2",
    ):
        assert letters_of(kept) in letters, kept


def test_a_book_with_a_fault_is_tried_anew_and_heals(make: Build) -> None:
    with_faults(make, {"design": 1})
    told, _status = with_faults(make, {"design": 1})
    assert len(told) == 1
    page = make.source / "design.rst"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nMore.\n", encoding="utf-8")
    assert not [line for line in make().warnings if "typst.compile" in line]
    assert letters_of("Words of design") not in make.printed.letters
    assert not (make.output / "typst" / "changed").exists()


class Unsettled(TypstTranslator):
    """A translator for which the text of some blocks cannot be set either."""

    def _plain(self, node: nodes.Node) -> list[str]:
        return ['panic("refused too")'] if isinstance(node, unsettable) else super()._plain(node)


def test_a_block_of_which_not_even_the_text_can_be_set_is_left_out_and_told(make: Build) -> None:
    told, status = with_faults(make, {"everything": 1}, Unsettled)
    assert status == 0
    assert len(told) == 1
    assert "everything.rst:7" in told[0]
    assert "it is left out" in told[0]
    assert letters_of("Words of everything 0") not in make.printed.letters
    for kept in ("First note", "H1 H2"):
        assert letters_of(kept) in make.printed.letters, kept


# -- what no page holds -------------------------------------------------------------------------------------

HEAD = "T\n=\n\n"
LONG = "abcdefghij" * 15
TOO_LARGE = {
    "a table of head cells": f"{HEAD}.. list-table::\n   :header-rows: 299\n\n"
    + "".join(f"   * - w{number}x\n" for number in range(300)),
    "a tall head": f"{HEAD}.. list-table::\n   :header-rows: 1\n\n   * - {words(300)}\n     - b\n   * - a\n     - b\n",
    "a tall head of many columns": f"{HEAD}.. list-table::\n   :header-rows: 1\n\n   * - {words(300)}\n"
    + "     - b\n" * 14
    + "   * - a\n"
    + "     - b\n" * 14,
    "a long caption": f"{HEAD}.. figure:: dot.png\n\n   {words(900)}\n",
    "a long caption of a picture that is not there": f"{HEAD}.. figure:: dot.svg\n\n   {words(900)}\n",
    "the words of a picture that is not there": f"{HEAD}.. image:: dot.svg\n   :alt: {words(900)}\n",
    "a long title of a box": f"{HEAD}.. admonition:: {words(900)}\n\n   a\n",
    "a long heading": f"{words(900)}\n{'=' * 6000}\n\na\n",
    "a long note": f"{HEAD}a [1]_\n\n.. [1] {words(900)}\n",
}


@pytest.mark.parametrize("what", TOO_LARGE)
def test_what_is_larger_than_a_page_goes_on_on_the_next(make: Build, what: str) -> None:
    text = TOO_LARGE[what]
    (make.source / "dot.svg").write_text("no drawing", encoding="utf-8")
    assert not [line for line in print_alone(make, text) if "typst.compile" in line]
    assert printed_words(make.printed) == len(set(re.findall(r"w\d+x", text)))


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Word {LONG} word.\n",
        f"{HEAD}Word ``{LONG}`` word.\n",
        f"{HEAD}::\n\n   {LONG}\n",
        f"{HEAD}A `{LONG} <https://a.mx>`_ link.\n",
        f"{LONG}\n{'=' * 200}\n\nText.\n",
        f"{HEAD}.. list-table::\n\n   * - {LONG}\n     - b\n     - c\n",
        f"{HEAD}.. index:: {LONG}\n\nText.\n",
        f"{HEAD}{'é' * 300}\n",
    ],
)
def test_no_word_runs_off_the_page(make: Build, text: str) -> None:
    assert print_alone(make, text) == []
    lines = "\n".join(make.printed.pages).splitlines()
    assert max(len(re.sub(r"[^a-zé]", "", line)) for line in lines) < 120
    assert letters_of(max(re.findall(r"\w+", text), key=len)) in make.printed.letters


# -- what may not stand twice, or not at all ---------------------------------------------------------------------

ROWS = "".join(f"   * - cell {number}\n" for number in range(120))


@pytest.mark.parametrize("head", ["`a link <https://a.mx>`_", ":doc:`design`", "noted [1]_", "|place|", "plain"])
def test_the_head_of_a_table_over_pages(make: Build, head: str) -> None:
    more = ".. [1] A note.\n\n.. |place| image:: dot.png\n   :alt: A place\n"
    text = f"{HEAD}.. list-table::\n   :header-rows: 1\n\n   * - {head}\n{ROWS}\n{more}"
    assert print_alone(make, text, design=f":orphan:\n\n{HEAD}") == []
    assert make.printed.letters.count(letters_of("cell 119")) == 1
    heads = make.printed.letters.count("plain")
    assert heads == 0 or heads > 2, "a plain head is repeated on every page"


@pytest.mark.parametrize("title", ["|dot|", "*a* |dot|", "|dot| |dot|"])
def test_a_heading_that_holds_a_picture(make: Build, title: str) -> None:
    text = f"{HEAD}{title}\n{'-' * 20}\n\nText.\n\n.. |dot| image:: dot.png\n   :alt: A logo\n"
    assert print_alone(make, text) == []
    assert make.printed.alternatives.count("A logo") == title.count("dot")
    assert ("A logo" in [name.strip() for _depth, name, _page in make.printed.bookmarks]) is ("*" not in title)


@pytest.mark.parametrize("name", ["a\\b", "a#b", "a%b", 'a"b', "a:b", "ñandú", "a b", "l" * 240])
def test_documents_of_any_name(make: Build, name: str) -> None:
    text = f"{HEAD}.. toctree::\n   :glob:\n\n   *\n"
    assert print_alone(make, text, **{name: "Other\n=====\n\nOther words.\n"}) == []
    assert letters_of("Other words") in make.printed.letters
    before = make.printed.file.read_bytes()
    make()
    assert make.printed.file.read_bytes() == before


def test_a_project_without_any_title(make: Build) -> None:
    for file in make.source.glob("*.rst"):
        file.write_text("Text.\n" if file.stem == "index" else ":orphan:\n", encoding="utf-8")
    site = make(typst_title="\u200b", typst_name="handbook")
    assert not [line for line in site.warnings if "typst" in line]


def test_pictures_in_emphasis_within_lists(make: Build) -> None:
    """A picture alone in emphasis is a block; in a line of text it is a part of the line."""
    text = f"{HEAD}- text |dot|\n\n  - |dot|\n\n.. |dot| image:: dot.png\n   :alt: A dot\n"
    print_alone(make, text)

    def emphasise(app: Sphinx, doctree: nodes.document) -> None:
        for image in list(doctree.findall(nodes.image)):
            if image.get("alt") == "A dot":
                image.replace_self(nodes.strong("", "", nodes.emphasis("", "", image.deepcopy())))

    app = SphinxTestApp("typst", srcdir=make.source)
    try:
        app.connect("doctree-read", emphasise, priority=900)
        app.build(force_all=True)
        assert "typst.compile" not in app.warning.getvalue()
    finally:
        app.cleanup()
    assert make.printed.alternatives.count("A dot") == 2
