"""The Typst builder on a project that is no archive: every node, any text, only what changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from docutils import nodes
from handbook import Build
from printed import Printed, letters_of
from sites import Site
from sphinx.application import Sphinx
from sphinx.testing.util import SphinxTestApp
from typst_builder.print_pictures import FRAME


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Printed]:
    made = Build(tmp_path_factory.mktemp("handbook"))
    return made(), made.printed


def test_every_node_is_handled(handbook: tuple[Site, Printed]) -> None:
    site, _printed = handbook
    assert not [line for line in site.warnings if "[typst.node]" in line or "ERROR" in line]


def test_the_words_of_every_node_are_there(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    words = """
        A word, another, code, low, high, PDF; a link; replaced; Ctrl; one inner two; c) three d) four;
        term classifier; Defined here; field its body; an option; a longer option; a line; indented;
        A quotation; Somebody; First note; Second note; Nobody refers to this one; A citation; Take note;
        Own title; Own body; Elsewhere; New then; Topic body; Sidebar body; Rubric; Centred words;
        def sharp text str; a^2 b^2; compute first second 2 int; Computes; Explained; left right;
        For print only; A caption; A legend; Spans; H1 H2 H3; wide x; c14; The end;
        Card title Card body; Folded; Unfolded; Tab one; First tab; Press; Badge
    """
    missing = [phrase for phrase in words.split(";") if letters_of(phrase) not in printed.letters]
    assert missing == []


def test_text_is_text(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    page = " ".join(printed.pages[-2:])
    for piece in ("#let x = 1", "#panic(“no”)", "$ 1 + $", "@label <label>", "* `not code`", "\\ // /* */", "[a] {b}"):
        assert piece in page, piece


def test_a_character_that_no_font_has_is_told_by_its_code(handbook: tuple[Site, Printed]) -> None:
    site, printed = handbook
    assert any("unusual.rst" in line and "U+4E2D" in line and line.endswith("[typst.glyph]") for line in site.warnings)
    assert "[U+4E2D]" in " ".join(printed.pages)


def test_notes_stand_under_their_own_marks_once(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    assert printed.letters.count(letters_of("Second note")) == 1


def test_pictures_have_words(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    assert printed.alternatives == ["A caption.", "Words for a picture"]


def test_links_lead_within_and_outside(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    targets = {target for _page, target in printed.links()}
    assert {"https://example.org/a", "https://example.org/picture", "https://example.org/button"} <= targets
    assert any(isinstance(target, int) for target in targets)


def test_the_index_has_both_words_of_a_pair(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    assert "glassstone" in printed.letters.replace(letters_of("glass, stone"), "glassstone")
    assert [title for _depth, title, _page in printed.bookmarks][-1] == "Index"


def test_it_is_an_accessible_record(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in printed.xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in printed.xmp
    assert printed.catalogue["/Lang"] == "en"
    assert printed.catalogue["/MarkInfo"]["/Marked"]
    assert printed.reader.metadata is not None
    assert (printed.reader.metadata.title, printed.reader.metadata.author) == ("Handbook", "The makers")
    levels = [int(str(element["/S"])[2:]) for number in range(1, 5) for element in printed.elements(f"H{number}")]
    assert set(levels) == {1, 2}
    assert len(printed.elements("Table")) == 2
    assert printed.elements("TH")


def test_all_fonts_are_embedded(handbook: tuple[Site, Printed]) -> None:
    _site, printed = handbook
    for page in printed.reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            for below in font.get_object()["/DescendantFonts"]:
                described = below.get_object()["/FontDescriptor"].get_object()
                assert any(key in described for key in ("/FontFile2", "/FontFile3"))


def test_only_what_changed_is_translated_again(make: Build) -> None:
    make()
    before = make.times()
    same = make()
    assert make.times() == before
    assert "compiling" not in same.status
    page = make.source / "design.rst"
    page.write_text(page.read_text(encoding="utf-8") + "\nAdded words.\n", encoding="utf-8")
    assert "compiling handbook.pdf" in make().status
    after = make.times()
    assert {name for name in after if after[name] != before[name]} == {"design"}
    assert letters_of("Added words") in make.printed.letters


def test_a_rebuild_gives_the_bytes_of_a_clean_build(make: Build, tmp_path: Path) -> None:
    make()
    (make.source / "unusual.rst").write_text("Other\n=====\n\nText.\n", encoding="utf-8")
    make()
    clean = Build(tmp_path / "clean")
    (clean.source / "unusual.rst").write_text("Other\n=====\n\nText.\n", encoding="utf-8")
    clean()
    assert make.printed.file.read_bytes() == clean.printed.file.read_bytes()


@pytest.mark.parametrize("known", ["", "{", "[]", '{"index": [1, 2, 3]}', '{"no such place": [1, 2]}', "far"])
def test_what_is_known_of_the_last_layout_changes_nothing(make: Build, known: str) -> None:
    """Wherever a book believes at first that its places are, they are found where they are."""
    make()
    before = make.printed.file.read_bytes()
    books = make.output / "typst" / "books"
    places = books / "handbook.places"
    assert json.loads(places.read_text(encoding="utf-8"))
    if known == "far":
        known = json.dumps({name: [9, 9] for name in json.loads(places.read_text(encoding="utf-8"))})
    places.write_text(known, encoding="utf-8")
    (books / "handbook.json").unlink()
    make.printed.file.unlink()
    assert not [line for line in make().warnings if "typst.compile" in line]
    assert make.printed.file.read_bytes() == before


@pytest.mark.parametrize(
    ("mark", "is_told"), [("dot.png", False), ("drawn.svg", False), ("no.svg", True), ("conf.py", True)]
)
def test_the_mark_stands_on_the_cover_or_is_told(make: Build, mark: str, is_told: bool) -> None:
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>x()</script><path d='M0 0h9v9z'/></svg>"
    )
    (make.source / "drawn.svg").write_text(drawing, encoding="utf-8")
    told = [line for line in make(typst_mark=mark).warnings if "typst_mark" in line]
    assert len(told) == is_told
    assert all("[typst.picture]" in line for line in told)
    assert make.printed.alternatives.count("The makers") == (not is_told)


def test_a_changed_picture_is_taken(make: Build) -> None:
    from PIL import Image

    make()
    before = make.printed.file.read_bytes()
    Image.new("RGB", (90, 60), (0, 90, 0)).save(make.source / "dot.png")
    make()
    assert make.printed.file.read_bytes() != before
    pictures = (make.output / "typst" / "pictures").iterdir()
    assert len({file.name.removesuffix(FRAME) for file in pictures}) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dot.png", b"no picture at all"),
        ("dot.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
        ("dot.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g>"),
    ],
)
def test_a_broken_picture_is_told_and_its_words_stay(make: Build, name: str, content: bytes) -> None:
    for file in make.source.glob("*.rst"):
        file.write_text(file.read_text(encoding="utf-8").replace("dot.png", name), encoding="utf-8")
    (make.source / name).write_bytes(content)
    site = make()
    told = [line for line in site.warnings if "[typst.picture]" in line]
    assert len(told) == 2
    assert "everything.rst:" in told[0]
    assert letters_of("Words for a picture") in make.printed.letters


def test_a_drawing_is_shown(make: Build) -> None:
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/></svg>"
    (make.source / "dot.svg").write_text(drawing, encoding="utf-8")
    for file in make.source.glob("*.rst"):
        file.write_text(file.read_text(encoding="utf-8").replace("dot.png", "dot.svg"), encoding="utf-8")
    assert not [line for line in make().warnings if "typst.picture" in line]
    assert len(make.printed.alternatives) == 2


class strange(nodes.General, nodes.Element):  # noqa: N801
    """A node that nobody prints."""


def test_an_unknown_node_keeps_its_text_and_is_told_once(make: Build) -> None:
    def put(app: Sphinx, doctree: nodes.document) -> None:
        paragraph = nodes.paragraph("", "Kept words")
        paragraph.line = 7
        doctree.append(strange("", paragraph))

    app = SphinxTestApp("typst", srcdir=make.source)
    try:
        app.connect("doctree-read", put)
        app.build()
        told = [line for line in app.warning.getvalue().splitlines() if "[typst.node]" in line]
    finally:
        app.cleanup()
    assert len(told) == 1
    assert "'strange'" in told[0]
    assert make.printed.letters.count(letters_of("Kept words")) == 4


def test_a_book_that_breaks_fails_the_build_and_leaves_the_last_one(make: Build) -> None:
    make()
    before = make.printed.file.read_bytes()
    styles = make.source / "broken.typ"
    styles.write_text("#let styles = (", encoding="utf-8")
    app = SphinxTestApp("typst", srcdir=make.source, confoverrides={"typst_styles": ["broken.typ"]})
    try:
        app.build()
        assert app.statuscode == 1
        assert "handbook.pdf is not made" in app.warning.getvalue()
    finally:
        app.cleanup()
    assert make.printed.file.read_bytes() == before


def test_parallel_translation_gives_the_same(make: Build, tmp_path: Path) -> None:
    pages = [f"Page {number}\n=======\n\nText {number}.\n" for number in range(24)]
    other = Build(tmp_path / "other")
    for build in (make, other):
        names = [f"p{number:02}" for number in range(24)]
        for name, text in zip(names, pages, strict=True):
            (build.source / f"{name}.rst").write_text(text, encoding="utf-8")
        lines = "".join(f"   {name}\n" for name in names)
        (build.source / "index.rst").write_text(f"H\n=\n\n.. toctree::\n\n{lines}", encoding="utf-8")
    make()
    app = SphinxTestApp("typst", srcdir=other.source, parallel=2)
    try:
        app.build()
    finally:
        app.cleanup()
    assert os.path.samefile(other.output, Path(app.outdir))
    assert other.printed.file.read_bytes() == make.printed.file.read_bytes()
