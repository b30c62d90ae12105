"""What must hold for every text: it compiles, it runs nothing, and its letters are printed."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typst_builder
from docutils import nodes
from docutils.utils import new_document
from extension_kit.fonts import FONTS
from extension_kit.whole_files import write_whole
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st
from printed import Printed, letters_of
from typst_builder.compiler import Compiler
from typst_builder.fragments import Fragments
from typst_builder.glyphs import Glyphs, breakable
from typst_builder.literals import array, dictionary, string
from typst_builder.main_file import Setting, labels_of, main_file
from typst_builder.outline import Book, Chapter
from typst_builder.print_pictures import PrintPictures
from typst_builder.translator import TypstTranslator
from typst_builder.volume_set import NOBODY

GLYPHS = Glyphs(FONTS)
TYPST = Path(typst_builder.__file__).parent
PIECES = st.sampled_from(
    [
        "#", "#panic()", "$", "@a", "<a>", "*", "_", "`", "\\", '"', '");panic("', "\\u{41}", "]", "[", "{", "}", ";",
        "//", "/*", "*/", "=", "-", "+", "~", "---", "'", "«", "”", "\u00a0", "\u00ad", "\u200b", "\n", "\t", "\0", "\r",
        "中", "😀", "é", "e\u0301", "ж\u0302", "\ufeff", "\u202e", "\ud800", "#{", "#import \"/x\": *", "\u2028", "ﬁ",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6), st.text("abcñó XYZ", max_size=8)), max_size=8).map("".join)
NAMES = st.text('ab-#"\\)(;', min_size=1, max_size=6)

Make = Callable[[list[nodes.Node]], nodes.Element]
INLINE: list[Make] = [
    lambda children: nodes.emphasis("", "", *children),
    lambda children: nodes.strong("", "", *children),
    lambda children: nodes.superscript("", "", *children),
    lambda children: nodes.inline("", "", *children, classes=["quotation"]),
    lambda children: nodes.reference("", "", *children, refuri='https://a.mx/"#{panic()}'),
    lambda children: nodes.reference("", "", *children, refuri="javascript:x"),
    lambda children: nodes.reference("", "", *children, refuri="%elsewhere#a", internal=True),
]
BLOCKS: list[Make] = [
    lambda children: nodes.block_quote("", *children),
    lambda children: nodes.bullet_list("", nodes.list_item("", *children)),
    lambda children: nodes.enumerated_list("", nodes.list_item("", *children), start=3, prefix="(", suffix=")"),
    lambda children: nodes.container("", *children, classes=['a"b', "gallery"]),
    lambda children: nodes.note("", *children),
    lambda children: nodes.section("", nodes.title("", "t"), *children),
    lambda children: nodes.definition_list(
        "", nodes.definition_list_item("", nodes.term("", "t"), nodes.definition("", *children))
    ),
    lambda children: table_of(nodes.entry("", *children, morecols=3, morerows=2), nodes.entry("", *children[:0])),
]


def table_of(*entries: nodes.Element) -> nodes.Element:
    body = nodes.tbody("", nodes.row("", *entries), nodes.row("", nodes.entry("", nodes.paragraph("", "z"))))
    return nodes.table("", nodes.tgroup("", nodes.colspec(colwidth=1), body, cols=1))


def nested(draw: Any, kinds: list[Make], leaf: Callable[[], nodes.Node], depth: int) -> nodes.Node:
    if depth == 0 or draw(st.integers(0, 2)) == 0:
        return leaf()
    children = [nested(draw, kinds, leaf, depth - 1) for _ in range(draw(st.integers(1, 2)))]
    made: nodes.Element = draw(st.sampled_from(kinds))(children)
    if draw(st.booleans()):
        made["ids"] = [draw(NAMES)]
    return made


@st.composite
def documents(draw: Any) -> nodes.document:
    document = new_document("x")

    def text() -> nodes.Node:
        return nodes.Text(draw(TEXTS))

    def paragraph() -> nodes.Node:
        return nodes.paragraph("", "", *(nested(draw, INLINE, text, 3) for _ in range(draw(st.integers(0, 3)))))

    section = nodes.section("", nodes.title("", "", text()), ids=[draw(NAMES)])
    section += [nested(draw, BLOCKS, paragraph, 3) for _ in range(draw(st.integers(0, 4)))]
    section += nodes.literal_block("", draw(TEXTS), language=draw(TEXTS))
    section += nodes.paragraph("", "", nodes.literal("", draw(TEXTS)))
    section += nodes.image(uri=draw(NAMES), alt=draw(TEXTS))
    document += section
    return document


class Press:
    """Prints documents in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("book.typ", "theme.typ"):
            text = (TYPST / name).read_text(encoding="utf-8")
            write_whole(folder / name, "#let accent = rgb(1, 2, 3)\n" + text if name == "theme.typ" else text)
        write_whole(folder / "styles.typ", '#import "/archive.typ": styles\n')
        write_whole(folder / "archive.typ", (TYPST.parent / "council_sphinx" / "paper" / "styles.typ").read_bytes())
        self.fragments = Fragments(folder / "documents")
        self.compiler = Compiler(folder)

    def __call__(self, document: nodes.document) -> Printed:
        builder: Any = SimpleNamespace(config=None, env=SimpleNamespace(domains=None), srcdir=self.folder)
        visitor = TypstTranslator(
            document, builder, "page", GLYPHS, PrintPictures(self.folder / "pictures", self.compiler)
        )
        document.walkabout(visitor)
        self.fragments.save("page", "", visitor.translation)
        book = Book("b", 'Title "#', "Author\\", (Chapter("page", running_heads=("#a", '"b')),), bound=False)
        setting = Setting("es", "MX", "a4", "p.", GLYPHS)
        source = self.folder / "b.typ"
        paths = {"page": self.fragments.path("page")}
        translations = {"page": visitor.translation}
        write_whole(source, main_file(book, translations, paths, setting, NOBODY))
        told = self.compiler.compile(source, self.folder / "b.pdf", labels_of(book, translations))
        assert told.warnings == []
        return Printed(self.folder / "b.pdf")


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("press"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_any_document_is_printed_whole(press: Press, document: nodes.document) -> None:
    wanted = [text.astext() for text in document.findall(nodes.Text)]
    note(document.pformat())
    letters = press(document).letters
    for text in wanted:
        for word in re.findall(r"[A-Za-z0-9áéíóúñÁÉÍÓÚÑ]+", unicodedata.normalize("NFC", text)):
            assert letters_of(word) in letters, (word, letters)


def deep(kind: Make) -> nodes.document:
    document = new_document("x")
    node: nodes.Node = nodes.paragraph("", "innermost")
    for _ in range(60):
        node = kind([node])
    document += nodes.section("", nodes.title("", "t"), node, ids=["t"])
    return document


@pytest.mark.parametrize("number", [number for number in range(len(BLOCKS)) if number != 5])
def test_the_deepest_nesting_is_printed(press: Press, number: int) -> None:
    assert "innermost" in press(deep(BLOCKS[number])).letters


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example('"\\" + panic() + "')
def test_a_string_ends_where_it_ends(text: str) -> None:
    literal = string(text)
    assert literal[0] == literal[-1] == '"'
    assert re.fullmatch(r'(?:[^"\\]|\\.)*', literal[1:-1], re.DOTALL)


def test_literals() -> None:
    assert array([string("a")]) == '("a", )'
    assert dictionary({}) == "(:)"
    assert dictionary({'a"b': "1"}) == '("a\\"b": 1, )'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("árbol ñandú", "árbol ñandú"),
        ("e\u0301", "é"),
        ("a\u200bb\ufeff", "ab"),
        ("中", "[U+4E2D]"),
        ("☎", "☎"),
        ("\uf0b7 Word", "[U+F0B7] Word"),
        ("a\0b", "ab"),
        ("\u3000", " "),
    ],
)
def test_characters(text: str, shown: str) -> None:
    assert GLYPHS.printable(text)[0] == shown


@pytest.mark.parametrize("word", ["a" * 90, "e\u0301\u0301" * 40, "中文" * 30, "-" * 50, "http://a.mx/" + "b" * 50])
def test_the_longest_words_may_break_and_stay_the_same(word: str) -> None:
    shown = breakable(f"a {word} b")
    assert shown.replace("\u200b", "") == f"a {word} b"
    pieces = shown.split("\u200b")
    assert len(pieces) > 2
    assert not any(unicodedata.combining(piece[0]) for piece in pieces)


def test_other_words_stay_whole() -> None:
    for text in ("desoxirribonucleico", "https://www.ejemplo.gob.mx/una/direccion/de-varias-partes", "a" * 31):
        assert breakable(text) == text


@pytest.mark.parametrize("width", range(60, 130, 3))
def test_a_word_may_go_on_behind_a_link(press: Press, width: int) -> None:
    """Typst 0.15 fails where it hyphenates a word at the very end of a link."""
    document = new_document("x")
    link = nodes.reference("", "", nodes.strong("", "el Plan de Movili"), refuri="https://a.mx")
    after = [nodes.Text(""), nodes.emphasis("", "\u200bdad urbana")]
    paragraph = nodes.paragraph("", "", nodes.Text("a" * width + " b "), link, *after)
    document += nodes.section("", nodes.title("", "t"), paragraph, ids=["t"])
    assert "movilidad" in press(document).letters


FOLLOWING: list[nodes.Node] = [
    nodes.Text("(sigue)"), nodes.Text("##"), nodes.literal("", "código"), nodes.image(uri="a.png", alt="Una"),
    nodes.emphasis("", "", nodes.Text("\0"), nodes.Text("¡no!")),
]  # fmt: skip


@pytest.mark.parametrize("following", FOLLOWING, ids=["paren", "hashes", "literal", "picture", "nested"])
def test_a_line_does_not_end_at_the_end_of_a_link(press: Press, following: nodes.Node) -> None:
    """Typst 0.15 fails where it does, behind a dash in a nested element."""
    document = new_document("x")
    section = nodes.section("", nodes.title("", "t"), ids=["t"])
    for width in range(20, 70):
        inner = [nodes.emphasis("", "a" * width + " bbb"), nodes.emphasis("", "cccc---")]
        link = nodes.reference("", "", *inner, refuri="https://a.mx")
        section += nodes.block_quote("", nodes.paragraph("", "", link, following.deepcopy()))
    document += section
    assert "cccc" in press(document).letters


def faulty(press: Press, body: str) -> tuple[bytes, list[str]]:
    """Print *body*, without word joiners, in paragraphs of every width, so that Typst breaks over one of them."""
    source = (
        '#import "/book.typ": *\n#show: book.with(title: "t", author: "a", date: datetime(year: 2020, month: 1, day: 1),'
        f' language: "es", bound: false)\n#heading("t")\n#let one(width) = block(width: width, par({{{body}}}))\n'
        "#for width in range(40, 240) { one(width * 1pt) }\n"
    )
    write_whole(press.folder / "fault.typ", source)
    target = press.folder / "fault.pdf"
    told = press.compiler.compile(press.folder / "fault.typ", target)
    return target.read_bytes(), told.warnings


def test_a_fault_of_typst_over_a_link_costs_hyphens_and_links(press: Press) -> None:
    """A line that ends behind a dash at the end of a link."""
    made, warnings = faulty(press, 'outward("https://a.mx", {emph("aaa bbb ccc"); emph("dddd---")}); "(eeee) fff"')
    assert b"/URI" not in made
    assert [warning for warning in warnings if "without hyphens and links" in warning]


def test_a_fault_of_typst_over_a_hyphen_costs_the_hyphens_alone(press: Press) -> None:
    """A word that is hyphenated at the very end of a link."""
    made, warnings = faulty(press, '"aaa bbb ccc"; link("https://a.mx", {"Plan de Movili"}); "dad urbana"')
    assert made.startswith(b"%PDF-")
    assert [warning for warning in warnings if "without hyphens" in warning]


def test_no_file_outside_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.typ").write_text('#read("../secret.txt")', encoding="utf-8")
    with pytest.raises(Exception, match=r"secret|root|outside|denied"):
        Compiler(folder).compile(folder / "a.typ", folder / "a.pdf")


def test_bytes_are_the_same_each_time(press: Press) -> None:
    document = new_document("x")
    document += nodes.section("", nodes.title("", "t"), nodes.paragraph("", "words"), ids=["t"])
    first = press(document).file.read_bytes()
    assert press(document).file.read_bytes() == first
    assert io.BytesIO(first).read(5) == b"%PDF-"
