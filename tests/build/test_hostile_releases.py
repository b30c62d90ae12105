"""Releases that are broken on purpose, or by an editor: pages and book are built, and no word of them is lost."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html
from pypdf import PdfReader
from sites import Site, build, small_project
from sources import LETTERS_OF_MARKUP, SOURCES, letters
from words import page_words, source_words

MANY = sys.getrecursionlimit() + 200
"""What calls itself for each of so many ends at the limit."""
RELEASES = {
    "asterisks": "*" * 390 + "AVISO" + "*" * 390,
    "emphasis": "*a **b " * 300 + "hondo" + " c** d*" * 300,
    "tags-in-a-row": "<p>uno</p>" * MANY,
    "breaks-in-a-row": "</br><p>uno</p><hr>" * MANY,
    "tags-in-tags": "<div>" * MANY + "hondo" + "</div>" * MANY,
    "tags-over-lines": "<center>\n" * MANY + "hondo\n" + "</center>\n" * MANY,
    "quotations": "> " * MANY + "hondo",
    "lists": "- " * MANY + "hondo",
    "numbered": "1. " * MANY + "hondo",
    "indented": "".join(f"{'  ' * depth}- nivel{depth}\n" for depth in range(300)),
    "html-lists": "<ul><li>" * MANY + "hondo",
    "mixed": "> - <div>" * MANY + "hondo",
    "brackets": "[" * MANY + "hondo" + "](https://a.mx)" * MANY,
    "pictures": "![" * 300 + "hondo" + "](a.jpg)" * 300,
    "fences": "".join(f"{'~' * (400 - depth)}\n" for depth in range(300)) + "hondo",
    "tables": "<table><tr><td>" * 500 + "hondo" + "</td></tr></table>" * 500,
    "long-name": f"<img src='{'a' * 300}.jpg' alt='hondo'>",
    "empty-fence": "Uno\n\n~~~\n",
    "fence-of-a-note": "Uno[^1]\n\n~~~\n[^1]: nota\n~~~\n",
    "notes": "---\n\nUno[^1] [^2] [^falta] [^a]\n\n[^1]: nota\n\n[^1]: otra\n\n[^3]: sola\n\n---\n\n[^a]: > vuelta[^a]\n",
    "rules": "---\n\n***\n\nUno\n\n***\n\n---\n\n- ---\n\n> ---\n\n##Dos\n\n---\n",
    "directive": "```{centered-image}\n:alt: uno\ndos\n```\n\n```{centered-image} a.jpg\n:width: ancho\n:caption: pie\ntres\n```\n",
}
"""Each below a title of its own."""


def slug(name: str) -> str:
    return f"2020-01-01-{name}"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    releases = {f"{slug(name)}.md": f"##Título de {name}\n\n{text}\n" for name, text in RELEASES.items()}
    return small_project(tmp_path_factory.mktemp("hostile"), releases)


@pytest.fixture(scope="module")
def site(source: Path) -> Site:
    return build(source, pagefind_enabled=False)


@pytest.mark.parametrize("name", RELEASES)
def test_no_word_is_lost(site: Site, source: Path, name: str) -> None:
    text = (source / "sessions" / f"{slug(name)}.md").read_text("utf-8")
    text = re.sub(r"!\[|\]\(a\.jpg\)|\[\^\w\]:?|\{centered-image\} a\.jpg\n|:caption: pie", " ", text)
    page = site.page(f"sessions/{slug(name)}")
    instead_of_pictures = "".join(html.fromstring(page).xpath("//*[@class='missing-picture']/strong/text()"))
    missing = source_words(text) - page_words(page) - Counter(re.findall(r"\w+", instead_of_pictures.lower()))
    assert not {word for word in missing if not word.isdigit()}, missing


@pytest.mark.parametrize(
    ("place", "message", "subtype"),
    [
        ("asterisks.md:3", "emphasis is nested deeper than 20", "nesting"),
        ("tags-in-tags.md:3", "blocks are nested deeper than 20", "nesting"),
        ("tags-over-lines.md:23", "blocks are nested deeper than 20", "nesting"),
        ("indented.md:12", "blocks are nested deeper than 20", "nesting"),
        ("long-name.md:3", "give the file and its place here a shorter name", "missing_image"),
        ("notes.md:5", "the mark [^2] has no note", "footnote"),
        ("notes.md:15", "the mark [^a] stands in a note", "footnote"),
        ("notes.md:9", "the note [^1] stands twice", "footnote"),
        ("notes.md:11", "the note [^3] has no mark", "footnote"),
        ("directive.md:3", "it names no picture", "directive"),
        ("directive.md:9", "'ancho' is no width", "directive"),
        ("directive.md:11", "it takes no text", "directive"),
    ],
)
def test_it_is_told(site: Site, place: str, message: str, subtype: str) -> None:
    told = [line for line in site.warnings if place in line]
    assert any(message in line and line.endswith(f"[archive.{subtype}]") for line in told), told


def test_only_the_archive_speaks(site: Site) -> None:
    """What is wrong in a release is told by the archive, by file and line, not by the libraries that it is made of."""
    assert not [line for line in site.warnings if not re.search(r"\.md:\d+: WARNING: .*\[archive\.\w+\]$", line)]


def build_again(site: Site, builder: str) -> Site:
    """Build with another builder what was read for the pages."""
    return build(site.source, builder=builder, doctrees=site.output.parent / f"doctrees-{site.output.name}")


@pytest.mark.parametrize("builder", ["latex", "texinfo", "text", "epub"])
def test_other_builders_take_them_all(site: Site, builder: str) -> None:
    build_again(site, builder)


def test_a_record_takes_deep_emphasis(tmp_path: Path) -> None:
    text = f"---\nname: Plan de Agua\n---\n\n{RELEASES['asterisks']}\n"
    site = build(small_project(tmp_path / "source", {}, projects={"plan-de-agua.md": text}), pagefind_enabled=False)
    assert "AVISO" in site.page("projects/plan-de-agua")
    assert any("plan-de-agua.md:5: " in line and "[archive.nesting]" in line for line in site.warnings), site.warnings


@settings(max_examples=4, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(SOURCES, min_size=60, max_size=60))
def test_no_letter_of_what_chance_writes_is_lost(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    releases = {f"2020-01-01-{number}.md": f"##Título\n\n{text}\n" for number, text in enumerate(texts)}
    site = build(small_project(tmp_path_factory.mktemp("chance"), releases), pagefind_enabled=False)
    assert not [line for line in site.warnings if "[archive." not in line]
    for name, text in releases.items():
        page = html.fromstring(site.page(f"sessions/{name.removesuffix('.md')}")).xpath("//article[@role='main']")[0]
        wanted = re.sub(
            r"a\.jpg|\{centered-image\}|:(?:alt|width):.*|:caption:|\[\^\d\]", " ", LETTERS_OF_MARKUP.sub(" ", text)
        )
        assert not letters(wanted) - letters(page.text_content()), text


def test_the_book_holds_them_all(site: Site, source: Path) -> None:
    for name in ("pictures", "long-name", "directive", "fences"):  # without pictures that are not there, and long lines
        (source / "sessions" / f"{slug(name)}.md").unlink()
    book = build_again(site, "typst").output / "archivo.pdf"
    text = re.sub(r"\W", "", "".join(page.extract_text() for page in PdfReader(book).pages))
    assert text.count("uno") >= 2 * MANY
    assert text.count("hondo") >= sum("hondo" in release for release in RELEASES.values()) - 3
    assert "nivel299" in text


CALLS = """##Título del día

```{{literalinclude}} {secret}
```

```{{eval-rst}}
.. include:: {secret}
```

```{{csv-table}}
:file: {secret}
```

```{{figure}} {secret}
```

:::{{include}} {secret}
:::

- ```{{include}} {secret}
  ```

> ~~~{{raw}} html
> :file: {secret}
> ~~~

{{download}}`{secret}` {{include}}`{secret}` <path:{secret}> <project:#x> <inv:x> [uno]({secret}) ![dos]({secret})

[tres](file://{secret}) [cuatro](<{secret}>) {{{{ lines }}}} $x$ (x)= % no +++

```{{raw}} typst
#panic("typst")
```

#panic("typst") #include "{secret}" `#read("{secret}")` <script>#read</script>
"""
"""Every way to call what reads a file or writes markup."""


@pytest.mark.parametrize("builder", ["html", "typst"])
def test_a_release_reads_no_file_and_writes_no_markup(tmp_path: Path, builder: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("contraseña")
    source = small_project(tmp_path / "source", {"2020-01-01-a.md": CALLS.format(secret=secret)})
    site = build(source, builder=builder, pagefind_enabled=False)
    for name in ("literalinclude", "eval-rst", "csv-table", "figure", "include", "raw"):
        assert any(f"directive {name!r}" in line and "[archive.directive]" in line for line in site.warnings), name
    for name in ("download", "include"):
        assert any(f"role {name!r}" in line and "[archive.directive]" in line for line in site.warnings), name
    if builder == "html":
        text = site.page("sessions/2020-01-01-a")
        assert not [file for file, data in site.bytes().items() if "contraseña".encode() in data]
    else:
        text = "".join(page.extract_text() for page in PdfReader(site.output / "archivo.pdf").pages)
        assert "contraseña" not in text
    for word in ("literalinclude", "eval-rst", "csv-table", "panic", "uno", "tres", "cuatro", "lines"):
        assert word in text, word
