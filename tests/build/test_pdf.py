"""The archive on paper: nothing lost, everything found again, and only what was asked for."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from council_sphinx.core.warning_types import ArchiveWarning
from lxml import html
from printed import Printed, blocks_of, letters_of, missing_blocks
from sites import Site, build, copy_project
from words import OURS

SITES = ["archive", "corpus", "older_corpus"]
SLUG = "2020-11-30-octava-sesion-consejo"


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Site:
    site: Site = request.getfixturevalue(request.param)
    return site


Books = dict[Path, tuple[Site, Printed]]


@pytest.fixture(scope="module")
def books() -> Books:
    """The whole archive of each site in one book, made and read back when it is first asked for."""
    return {}


def whole(site: Site, books: Books) -> tuple[Site, Printed]:
    if site.source not in books:
        made = on_paper(site, parallel=2, archive_pdf_book=True)
        books[site.source] = made, Printed(made.output / "archivo.pdf")
    return books[site.source]


def on_paper(site: Site, **settings: Any) -> Site:
    """Print what was read for the pages, as ``make pdf`` does behind ``make html``."""
    doctrees = site.output.parent / f"doctrees-{site.output.name}"
    return build(site.source, builder="typst", doctrees=doctrees, **settings)


def slugs(site: Site) -> list[str]:
    return sorted(file.stem for file in (site.source / "sessions").glob("*.md"))


def test_every_word_of_every_release_is_there_in_order(site: Site, books: Books) -> None:
    _made, printed = whole(site, books)
    missing = {}
    for slug in slugs(site):
        blocks = blocks_of(site.page(f"sessions/{slug}"), OURS)
        if lost := missing_blocks(blocks, printed.letters):
            missing[slug] = lost
    assert missing == {}


def test_only_documented_warnings(site: Site, books: Books) -> None:
    made, _printed = whole(site, books)
    known = {f"[archive.{one.value}]" for one in ArchiveWarning}
    assert [line for line in made.warnings if not any(line.endswith(name) for name in known)] == []


def test_every_picture_is_there_with_its_words(site: Site) -> None:
    single = on_paper(site, archive_pdf_single=True)
    for slug in slugs(site):
        page = html.fromstring(site.page(f"sessions/{slug}"))
        wanted = [
            image.get("alt") or re.sub(r"-[0-9a-f]{8}(?=\.)", "", Path(image.get("src")).name)
            for image in page.xpath("//article//img")
        ]
        assert Printed(single.output / "sessions" / f"{slug}.pdf").alternatives == wanted, slug


def test_years_and_releases_are_bookmarks_in_order(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    titles = [title for depth, title, _page in printed.bookmarks if depth == 1]
    assert titles == [
        "2018",
        "2019",
        "2020",
        "2021",
        "2022",
        "Direcciones",
        "Proyectos",
        "Personas",
        "Índice",
        "Colofón",
    ]
    below = [title for depth, title, _page in printed.bookmarks if depth == 2]
    assert below.index("Informe anual ante el Consejo Directivo del IMPLAN.") < below.index(
        "Dirección de Competitividad Sectorial"
    )
    pages = [page for _depth, _title, page in printed.bookmarks]
    assert pages == sorted(pages)


def test_the_cover_says_what_it_is(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    for words in ("Archivo de sesiones del IMPLAN Torreón", "2018–2022", "Instituto Municipal", "18 de mayo de 2022"):
        assert letters_of(words) in letters_of(printed.pages[0])
    assert all(len(page.strip()) > 40 for page in printed.pages)
    assert printed.alternatives[0] == "Instituto Municipal de Planeación y Competitividad de Torreón"  # its mark
    for words in ("Archivo de sesiones del IMPLAN Torreón", "2018–2022"):
        assert letters_of(words) in letters_of(printed.pages[1])


def test_the_contents_tell_sessions_and_dates(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    start = next(page for _depth, title, page in printed.bookmarks if title == "2018")
    contents = letters_of("".join(printed.pages[2 : start - 1]))
    title = "Informe anual ante el Consejo Directivo del IMPLAN."
    page = next(page for _depth, name, page in printed.bookmarks if name == title)
    assert letters_of(f"{page} {title} Sesión 8 de 2020 · 30 de noviembre de 2020") in contents


def test_releases_begin_with_an_ordered_head_and_tell_no_citation(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    title = "Informe anual ante el Consejo Directivo del IMPLAN."
    page = next(page for _depth, name, page in printed.bookmarks if name == title)
    head = letters_of(f"{title} Sesión 8 de 2020 · 30 de noviembre de 2020 · Torreón, Coahuila Informan")
    assert head in letters_of(printed.pages[page - 1])
    assert letters_of("Cómo citar") not in printed.letters


def test_an_archive_of_which_every_picture_is_missing_is_printed(archive: Site, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    pictures = [file for file in (project / "sessions").glob("*/*") if file.suffix in {".jpg", ".png", ".svg", ".webp"}]
    assert pictures
    for picture in pictures:
        picture.unlink()
    release = "![](no.jpg)\n\nA ![](no.png) b\n\n<center><img src='no.jpg'></center>\n\n![](no.jpg) ![](no.jpg)\n"
    (project / "sessions" / "2021-01-01-nada.md").write_text(f"## Sin imagen\n\n{release}", encoding="utf-8")
    made = build(project, builder="typst")
    printed = Printed(made.output / "archivo.pdf")
    assert printed.letters.count(letters_of("Imagen no disponible")) >= len(pictures) + 5
    assert "<pdfuaid:part>1</pdfuaid:part>" in printed.xmp


def test_the_index_leads_to_the_pages_that_say_it(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    start = next(page for depth, title, page in printed.bookmarks if title == "Índice")
    end = next(page for depth, title, page in printed.bookmarks if title == "Colofón")
    index = "\n".join(printed.pages[start - 1 : end - 1])
    for term, said in (
        ("Plan de Infraestructura Verde de la Ciudad de Torreón", "Infraestructura Verde"),
        ("Frida García Gutiérrez", "Frida García"),
        ("Dirección de Competitividad Sectorial", "Competitividad Sectorial"),
    ):
        pattern = r"\s+".join(map(re.escape, term.split())) + r",\s+([\d–,\s]+\d)"
        found = re.search(pattern, index)
        assert found is not None, term
        pages = {int(number) for number in re.findall(r"\d+", found[1])}
        assert len(pages) >= 2
        for page in pages:
            assert letters_of(said) in letters_of(printed.pages[page - 1]), (term, page)


def test_references_tell_the_page_that_they_lead_to(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    title = "Informe anual ante el Consejo Directivo del IMPLAN."
    page = next(page for _depth, name, page in printed.bookmarks if name == title)
    year = next(page for _depth, name, page in printed.bookmarks if name == "2020")
    assert f"{letters_of(title)}p{page}" in letters_of(printed.pages[year - 1])
    targets = [target for _page, target in printed.links() if isinstance(target, int)]
    assert len(targets) > 500
    assert all(1 <= target <= len(printed.pages) for target in targets)


def test_running_heads_name_the_session_of_the_page(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    page = next(page for _depth, name, page in printed.bookmarks if name.startswith("Informe anual"))
    text = printed.reader.pages[page].extract_text()
    assert "Sesión 8 de 2020 · 30 de noviembre de 2020" in text.split("\n")[0] + text.split("\n")[1]


def test_it_is_for_the_record(site: Site, books: Books) -> None:
    _made, printed = whole(site, books)
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in printed.xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in printed.xmp
    assert printed.catalogue["/Lang"] == "es-MX"


def test_a_timeline_has_the_colour_of_the_book(archive: Site, books: Books) -> None:
    made, _printed = whole(archive, books)
    codes = [
        file.read_text(encoding="utf-8") for file in (made.output / "typst" / "documents" / "projects").glob("*.typ")
    ]
    drawings = [line for code in codes for line in code.split(";") if "<svg" in line]
    assert drawings
    assert [line for line in drawings if re.search(r"#[0-9a-f]{6}\b", line) or "accent.to-hex()" not in line] == []


def test_the_colophon_has_the_checksums_of_the_sources(archive: Site, books: Books) -> None:
    _made, printed = whole(archive, books)
    source = archive.source / "sessions" / f"{SLUG}.md"
    assert hashlib.sha256(source.read_bytes()).hexdigest() in letters_of("".join(printed.pages[-2:]))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("printed") / "project")


def test_one_year_and_one_release(project: Path) -> None:
    output = build(project, builder="typst", archive_pdf_year="2020").output
    year = Printed(output / "archivo-2020.pdf")
    assert [title for depth, title, _page in year.bookmarks if depth == 1] == ["2020", "Índice", "Colofón"]
    build(project, builder="typst", archive_pdf_session=SLUG)
    release = Printed(output / "sessions" / f"{SLUG}.pdf")
    assert release.bookmarks[0] == (1, "Informe anual ante el Consejo Directivo del IMPLAN.", 1)
    assert len(release.pages) < 6
    assert not (output / "archivo.pdf").exists()


@pytest.mark.parametrize(
    ("settings", "told"),
    [({"archive_pdf_year": "1999"}, "2018, 2019, 2020"), ({"archive_pdf_session": SLUG[:-1]}, SLUG)],
)
def test_what_is_not_there_is_told(project: Path, settings: dict[str, Any], told: str) -> None:
    site = build(project, builder="typst", **settings)
    assert any(told in line for line in site.warnings)


def test_a_page_links_its_pdf_when_there_is_one(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    plain = build(project, pagefind_enabled=False)
    assert ".pdf" not in plain.page(f"sessions/{SLUG}")
    build(project, project / "_build" / "pdf", builder="typst", archive_pdf_session=SLUG)
    with_pdf = build(project, pagefind_enabled=False)
    assert f'href="../pdf/sessions/{SLUG}.pdf"' in with_pdf.page(f"sessions/{SLUG}")
    assert (with_pdf.output / "pdf" / "sessions" / f"{SLUG}.pdf").read_bytes().startswith(b"%PDF")
    (project / "_build" / "pdf" / "sessions" / f"{SLUG}.pdf").unlink()
    without = build(project, pagefind_enabled=False)
    assert ".pdf" not in without.page(f"sessions/{SLUG}")
    assert not (without.output / "pdf" / "sessions" / f"{SLUG}.pdf").exists()


def test_the_same_releases_give_the_same_bytes(archive: Site, books: Books, tmp_path: Path) -> None:
    _made, printed = whole(archive, books)
    other = build(copy_project(tmp_path / "deep" / "copy"), builder="typst")
    assert (other.output / "archivo.pdf").read_bytes() == printed.file.read_bytes()


def test_a_release_without_a_date_is_printed(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", without=("sessions",))
    (project / "sessions").mkdir()
    (project / "sessions" / "aviso.md").write_text("#Aviso\n\nSin fecha, con texto.\n", encoding="utf-8")
    made = build(project, builder="typst", archive_pdf_single=True)
    assert "sinfechacontexto" in Printed(made.output / "sessions" / "aviso.pdf").letters
    made = build(project, builder="typst")
    assert "sinfechacontexto" in Printed(made.output / "archivo.pdf").letters


def test_pages_and_pdf_share_what_was_read(tmp_path: Path) -> None:
    """A PDF made between two HTML builds takes nothing away from the second."""
    project = copy_project(tmp_path / "project", without=("projects",))
    (project / "projects").mkdir()
    doctrees = project / "_build" / "doctrees"

    def make(builder: str) -> Site:
        return build(project, builder=builder, doctrees=doctrees, pagefind_enabled=False)

    make("html")
    release = project / "sessions" / f"{SLUG}.md"
    release.write_text(release.read_text(encoding="utf-8") + "\n- Plan Nuevo del Todo.\n", encoding="utf-8")
    make("typst")
    assert "Plan Nuevo del Todo" in make("html").page("indices/candidates")
