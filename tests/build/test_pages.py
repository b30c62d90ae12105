"""Releases as pages: no word lost or doubled, headings and pictures in order, native nodes only."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from council.dialect import parse_release
from council.exports.text_search import search
from council.profile.loader import load_lexicon
from council_sphinx.core.warning_types import ArchiveWarning
from docutils import nodes
from lxml import html
from pypdf import PdfReader
from sites import Site, build, small_project
from sphinx.testing.util import SphinxTestApp
from words import page_words, source_words

ANY_SITE = ["archive", "corpus", "older_corpus"]


@pytest.fixture(params=ANY_SITE)
def site(request: pytest.FixtureRequest) -> Site:
    site: Site = request.getfixturevalue(request.param)
    return site


def releases(site: Site) -> list[Path]:
    return sorted((site.source / "sessions").glob("*.md"))


def derived_title(file: Path, page: str) -> Counter[str]:
    """The words of a title that the *page* makes up where the release has none."""
    tokens, _ = parse_release(
        file.read_text(encoding="utf-8-sig").replace("\r\n", "\n"), file.stem, load_lexicon("es").dialect
    )
    title = html.fromstring(page).xpath("string(//article[@role='main']//h1/text())")
    return Counter(re.findall(r"\w+", title.lower())) if tokens[0].meta.get("derived") else Counter()


def test_every_word_is_there_once(site: Site) -> None:
    wrong = {}
    for file in releases(site):
        page_text = site.page(f"sessions/{file.stem}")
        source = source_words(file.read_bytes().decode("utf-8-sig")) + derived_title(file, page_text)
        page = page_words(page_text)
        if source != page:
            wrong[file.stem] = {"lost": dict(source - page), "doubled": dict(page - source)}
    assert not wrong


def test_a_sentence_in_place_of_a_title_gives_way_to_the_session_or_ends_with_a_clause(tmp_path: Path) -> None:
    sentence = "El instituto presentó ante vecinos y universidades el plan de la ciudad, en el que más de 800 alumnos de doce escuelas"
    releases = {
        "2018-11-30-onceava-y-doceava-sesion.md": f"Torreón, Coahuila, a 30 de noviembre de 2018.\n\n{sentence} trabajaron.\n",
        "2019-02-22-conferencia.md": f"{sentence} trabajaron.\n",
    }
    site = build(small_project(tmp_path / "a", releases), tmp_path / "html", html_baseurl="https://archivo.example/")
    titles = {
        "sessions/2018-11-30-onceava-y-doceava-sesion": "Sesiones 11 y 12 de 2018",
        "sessions/2019-02-22-conferencia": "El instituto presentó ante vecinos y universidades el plan de la ciudad",
    }
    data = json.loads((site.output / "data/archive.json").read_text(encoding="utf-8"))
    assert {release["title"][-1] for release in data["releases"]} == {"…"}
    for page, title in titles.items():
        article = html.fromstring(site.page(page)).xpath("//article[@role='main']")[0]
        assert article.xpath("string(.//h1/text())") == title
        (reference,) = json.loads((site.output / f"citations/{page}.json").read_text(encoding="utf-8"))
        assert reference["title"] == title
    assert sentence[:60] in site.page("years/2018")


def test_headings_are_all_there_and_skip_no_level(site: Site) -> None:
    for file in releases(site):
        text = file.read_text(encoding="utf-8-sig")
        written = re.findall(r"^#{1,6}(?!#)\s*(?!\w*[a-záéíóú][A-ZÁÉÍÓÚ])(.+?)\s*$", text, re.M)
        article = html.fromstring(site.page(f"sessions/{file.stem}")).xpath("//article[@role='main']")[0]
        shown = article.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")
        levels = [int(heading.tag[1]) for heading in shown]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(after <= before + 1 for before, after in pairwise(levels)), file
        assert len(shown) >= len(written), file


def test_pictures_are_all_there_in_order(site: Site) -> None:
    for file in releases(site):
        text = file.read_text(encoding="utf-8-sig")
        sources = re.findall(r'<img[^>]*?\bsrc="([^"]+)"', text)
        alts = [re.search(r'\balt="([^"]*)"', tag) for tag in re.findall(r"<img[^>]*>", text)]
        article = html.fromstring(site.page(f"sessions/{file.stem}")).xpath("//article[@role='main']")[0]
        shown = article.xpath(".//img")
        assert len(shown) == len(sources), file
        for element, source, alt in zip(shown, sources, alts, strict=True):
            stem = Path(source).stem
            assert Path(element.get("src")).name.startswith(f"{stem}-"), file
            assert element.get("alt") == (alt[1] if alt else ""), file
            assert int(element.get("width")) > 0, file
            assert int(element.get("height")) > 0, file
            assert (site.output / "sessions" / element.get("src")).resolve().is_file(), file


def test_only_documented_warnings(site: Site) -> None:
    known = {f"[archive.{one.value}]" for one in ArchiveWarning}
    assert [line for line in site.warnings if not any(line.endswith(name) for name in known)] == []


def test_the_shipped_archive_has_no_warning(archive: Site) -> None:
    assert archive.warnings == []


def test_the_first_picture_loads_at_once_and_the_others_later(archive: Site) -> None:
    page = html.fromstring(archive.page("sessions/2020-11-30-octava-sesion-consejo"))
    assert [image.get("loading") for image in page.xpath("//article//img")] == [None, "lazy", "lazy"]


def test_the_theme_speaks_spanish(archive: Site) -> None:
    page = html.fromstring(archive.page("sessions/2020-11-30-octava-sesion-consejo"))
    words = " ".join(page.xpath("//body")[0].text_content().split())
    for spanish, english in (("En esta página", "On this page"), ("Siguiente", "Next"), ("Anterior", "Previous")):
        assert spanish in words
        assert english not in words


def test_neighbours_in_time(archive: Site) -> None:
    page = html.fromstring(archive.page("sessions/2020-11-03-septima-sesion-consejo"))
    links = [link.get("href") for link in page.xpath("//nav[@class='neighbours']/a")]
    assert links == ["2020-06-30-3ra-sesion-consejo.html", "2020-11-30-octava-sesion-consejo.html"]


def test_no_raw_nodes(tmp_path: Path, archive: Site) -> None:
    app = SphinxTestApp("html", srcdir=archive.source, freshenv=True, builddir=tmp_path)
    try:
        app.build()
        for docname in app.env.found_docs:
            assert not list(app.env.get_doctree(docname).findall(nodes.raw)), docname
    finally:
        app.cleanup()


@pytest.mark.parametrize("year", ["2018", "2019", "2020", "2021", "2022"])
def test_a_page_for_each_year(archive: Site, year: str) -> None:
    page = html.fromstring(archive.page(f"years/{year}"))
    links = page.xpath("//ul[contains(@class, 'release-list')]//a/@href")
    wanted = sorted(file.stem for file in releases(archive) if file.stem.startswith(year))
    assert [Path(link).stem for link in links] == wanted
    months = page.xpath("//article//section[.//ul[contains(@class, 'release-list')]]/h2/text()")
    listed = [link.text_content() for link in page.xpath("//*[contains(@class, 'toc-tree')]//ul//ul/li/a")]
    assert listed == (months if len(months) > 1 else [])


def test_the_page_of_sessions_has_a_table_for_each_year(archive: Site) -> None:
    page = html.fromstring(archive.page("indices/sessions"))
    assert page.xpath("//article//section[contains(@class, 'view-part')]/h2/text()") == [
        "2022", "2021", "2020", "2019", "2018",
    ]  # fmt: skip
    rows = page.xpath("//section[@id='sessions-2020']//tbody/tr")
    assert [[cell.text_content().strip() for cell in row[:2]] for row in rows] == [
        ["8", "30 de noviembre de 2020"],
        ["7", "30 de octubre de 2020"],
        ["4–6", "El archivo no tiene comunicado con estos números."],
        ["3", "30 de junio de 2020"],
        ["2", "El archivo no tiene comunicado con este número."],
        ["1", "30 de enero de 2020"],
    ]
    assert [row[0].tag for row in rows] == ["th"] * len(rows)
    new = rows[0][3].text_content()
    assert "vuelven" in new
    (more,) = rows[0][3].xpath(".//a[contains(., 'más')]/@href")
    assert more == "../sessions/2020-11-30-octava-sesion-consejo.html#projects"


def test_home_shows_the_newest_sessions_as_cards(archive: Site) -> None:
    page = html.fromstring(archive.page("index"))
    titles = page.xpath("//p[contains(@class, 'release-card-title')]/a")
    assert len(titles) == 6
    assert titles[0].get("href") == "sessions/2022-05-18-segunda-sesion-consejo.html"
    assert page.xpath("//li[contains(@class, 'release-card')]/img[@alt='']")
    assert page.xpath("//form[@role='search' and @action='search.html']//input[@name='q']")


def test_a_title_of_the_front_matter_is_shown_and_found_where_the_text_has_another(tmp_path: Path) -> None:
    head = "---\ntitle: {}\n---\n##Presentan avances del año\n\nTexto del comunicado.\n"
    releases = {
        "2020-01-10-otro.md": head.format("Octava sesión del Consejo"),
        "2020-01-11-mismo.md": head.format("PRESENTAN AVANCES DEL AÑO."),
        "2020-01-12-solo.md": "---\ntitle: Nombre propio\n---\nTexto del comunicado de hoy.\n",
    }
    source = small_project(tmp_path / "source", releases)
    site = build(source)
    for name, told in (
        ("10-otro", ["Título en el catálogo: Octava sesión del Consejo"]),
        ("11-mismo", []),
        ("12-solo", []),
    ):
        article = html.fromstring(site.page(f"sessions/2020-01-{name}"))
        shown = article.xpath("//p[contains(@class, 'release-alternative-title')]")
        assert [paragraph.text_content() for paragraph in shown] == told
    assert "Octava sesión del Consejo" in html.fromstring(site.page("sessions/2020-01-10-otro")).xpath(
        "string(//meta[@data-pagefind-meta='names[content]']/@content)"
    )
    found = search(site.output / "data" / "archive.sqlite", '"octava sesión"')
    assert [(hit.slug, hit.passage) for hit in found] == [("2020-01-10-otro", "Octava sesión del Consejo")]
    book = build(source, builder="typst").output / "archivo.pdf"
    assert "Octava sesión del Consejo" in "".join(page.extract_text() for page in PdfReader(book).pages)


def test_a_title_in_capitals_is_set_as_a_sentence_and_kept_in_the_data(tmp_path: Path) -> None:
    text = (
        "## SE PRESENTA EL *PLAN RÍO LIMPIO*\n\nEl Plan Río Limpio avanza.\n\n### AVANCES DEL IMPLAN\n\nSon muchos.\n"
    )
    site = build(small_project(tmp_path / "source", {"2020-01-10-rio.md": text}))
    page = html.fromstring(site.page("sessions/2020-01-10-rio"))
    headings = page.xpath("//article[@role='main']//h1|//article[@role='main']//section/section/h2")
    assert [heading.text_content().rstrip("¶") for heading in headings] == [
        "Se presenta el Plan Río Limpio",
        "Avances del IMPLAN",
    ]
    assert page.findtext(".//title").startswith("Se presenta el Plan Río Limpio")
    assert "Se presenta el Plan Río Limpio" in site.page("years/2020")
    data = json.loads((site.output / "data/archive.json").read_text(encoding="utf-8"))
    assert data["releases"][0]["title"] == "SE PRESENTA EL PLAN RÍO LIMPIO"
