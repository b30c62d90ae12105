"""What stands around a page: the menu by groups, the way to the page, the footer; and the page for what is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from council.language.folding import words_of
from council.profile.loader import FOLDER
from lexicons import lexicon
from lxml import html
from sites import Site, build, small_project

RELEASE = "##Título de la sesión.\n\nTexto de la sesión.\n"
RELEASES = {"2020-01-10-sesion.md": RELEASE, "2021-02-10-sesion.md": RELEASE}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", RELEASES)


def common_words(language: str) -> set[str]:
    return set((FOLDER / "common-words" / f"{language}.txt").read_text(encoding="utf-8").splitlines())


def menu(page: str) -> list[str]:
    """Give the captions and links of the menu as the page has them, without scripts."""
    return [
        text.strip() for text in html.fromstring(page).xpath("//nav[@id='site-menu']//*[self::a or self::span]/text()")
    ]


def test_the_menu_has_its_groups_and_the_curators_pages_apart(archive: Site) -> None:
    told = menu(archive.page("projects/plan-trc-2040"))
    readers = ["Inicio", "Sesiones", "Proyectos", "Direcciones", "Personas", "El instituto", "Proyectos por sesión"]
    assert told[: len(readers)] == readers
    assert told.index("Años") < told.index("Acerca del archivo") < told.index("Para quien cuida el archivo")
    assert told[told.index("Para quien cuida el archivo") + 1 :] == ["Nombres sin registro", "Por revisar"]


def test_the_home_page_has_all_years_and_others_their_own(archive: Site) -> None:
    years = ["2018", "2019", "2020", "2021", "2022"]
    assert [text for text in menu(archive.page("index")) if text.isdecimal()] == years
    assert [text for text in menu(archive.page("sessions/2020-11-30-octava-sesion-consejo")) if text.isdecimal()] == [
        "2020"
    ]
    assert "index.html#menu-1" in archive.page("indices/projects")


def test_the_way_to_a_page_is_shown(archive: Site) -> None:
    page = html.fromstring(archive.page("sessions/2020-11-30-octava-sesion-consejo"))
    links = page.xpath("//nav[@class='breadcrumbs']//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("Inicio", "../index.html"),
        ("2020", "../years/2020.html"),
    ]
    assert not html.fromstring(archive.page("index")).xpath("//nav[@class='breadcrumbs']")


def test_each_landmark_has_a_name_of_its_own(archive: Site) -> None:
    page = html.fromstring(archive.page("sessions/2020-11-30-octava-sesion-consejo"))
    names = page.xpath("//nav/@aria-label")
    assert len(names) == len(page.xpath("//nav")) == len(set(names)) >= 4


def test_the_footer_leads_to_what_is_told_of_the_archive(project: Path) -> None:
    (project / "institution.toml").open("a", encoding="utf-8").write(
        '\n[publication]\nlicence = "CC BY 4.0"\nlicence_url = "https://creativecommons.org/licenses/by/4.0/"\n'
        'contact = "archivo@example.org"\n'
    )
    site = build(project, html_baseurl="https://archivo.example/", pagefind_enabled=False)
    footer = html.fromstring(site.page("sessions/2020-01-10-sesion")).find(".//footer")
    assert footer is not None
    links = {link.text: link.get("href") for link in footer.iter("a")}
    assert links == {
        "Colofón": "../indices/colophon.html",
        "Datos": "../indices/data.html",
        "Accesibilidad": "../indices/accessibility.html",
        "Licencia: CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
        "Contacto": "mailto:archivo@example.org",
        "Atom": "../feeds/all.atom",
        "JSON Feed": "../feeds/all.json",
    }
    assert "10 de enero de 2020" in footer.text_content()


def test_a_new_release_changes_the_footers_of_what_shows_it_alone(project: Path) -> None:
    site = build(project, pagefind_enabled=False)
    before = site.bytes()
    (project / "sessions" / "2021-03-10-sesion.md").write_text(RELEASE, encoding="utf-8")
    after = build(project, pagefind_enabled=False)
    assert "Última actualización: 10 de marzo de 2021" in after.page("indices/projects")
    clean = build(project, project / "clean", fresh=True, pagefind_enabled=False).bytes()
    assert {path: data for path, data in after.bytes().items() if path.endswith(".html")} == {
        path: data for path, data in clean.items() if path.endswith(".html")
    }
    assert before["sessions/2020-01-10-sesion.html"] == after.bytes()["sessions/2020-01-10-sesion.html"]


def test_another_menu_is_on_every_page(project: Path) -> None:
    build(project, pagefind_enabled=False)
    index = project / "index.rst"
    index.write_text(index.read_text("utf-8").replace("   indices/matrix\n", ""), encoding="utf-8")
    (project / "indices" / "matrix.md").unlink()
    site = build(project, pagefind_enabled=False)
    assert "Proyectos por sesión" not in menu(site.page("sessions/2020-01-10-sesion"))


@pytest.mark.parametrize(
    ("base", "root"), [("https://archivo.example/sesiones/", "/sesiones/"), ("https://archivo.example", "/"), ("", "/")]
)
def test_the_page_for_what_is_not_there_works_at_any_depth(project: Path, base: str, root: str) -> None:
    text = build(project, html_baseurl=base, pagefind_enabled=False).page("404")
    addresses = re.findall(r'\s(?:href|src|action)="([^"]*)"', text)
    here = [address for address in addresses if not address.startswith(("#", "http", "data:", "mailto:"))]
    assert f"{root}index.html" in here
    assert f"{root}search.html" in here
    assert any(address.startswith(f"{root}_static/site.css") for address in here)
    assert [address for address in here if not address.startswith(root)] == []
    assert f'data-content_root="{root}"' in text


def test_a_page_loads_the_sheets_that_it_needs(archive: Site) -> None:
    def sheets(name: str) -> list[str]:
        links = html.fromstring(archive.page(name)).xpath("//link[@rel='stylesheet']/@href")
        return [Path(link.split("?")[0]).name for link in links]

    assert "site.css" in sheets("index")
    for name in ("site-more.css", "pygments.css", "sphinx-design.min.css", "furo.css", "furo-extensions.css"):
        assert name not in sheets("index")
    assert "pygments.css" in sheets("indices/data")
    assert "site-more.css" in sheets("indices/data")


def test_no_label_is_in_another_language(archive: Site) -> None:
    """What the frame says, and the hints of fields; the labels of views hold names, some of them English."""
    foreign = (lexicon("en") | common_words("en")) - lexicon("es") - common_words("es")
    for file in archive.output.rglob("*.html"):
        page = html.fromstring(file.read_bytes())
        texts = page.xpath(
            "//*[not(ancestor::article)]/@title | //*[not(ancestor::article)]/@aria-label | //@placeholder"
            " | //body//text()[not(ancestor::article or ancestor::script or ancestor::style or ancestor::*[@id='page-parts'])]"
        )
        words = {word for word in words_of(" ".join(map(str, texts))) if len(word) > 3}
        assert words & foreign == set(), file
