"""The index in the pages: views, references, permalinks; every link within the site resolves."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from extension_kit.collation import collation_key, first_letter
from lxml import html
from sites import Site, build, small_project
from sphinx.util.inventory import InventoryFile

SEED = "sessions/2020-11-30-octava-sesion-consejo"


def article(site: Site, page: str) -> html.HtmlElement:
    return html.fromstring(site.page(page)).xpath("//article[@role='main']")[0]


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", ["archive", "corpus", "older_corpus"])
def test_every_link_and_permalink_resolves(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    ids: dict[Path, set[str]] = {}
    links: dict[Path, set[tuple[Path, str]]] = defaultdict(set)
    for file in site.output.rglob("*.html"):
        page = html.fromstring(file.read_text(encoding="utf-8"))
        found = [element.get("id") for element in page.xpath("//*[@id]")]
        assert len(found) == len(set(found)), (file, [one for one in found if found.count(one) > 1])
        ids[file.resolve()] = set(found)
        for address in page.xpath("//a/@href | //img/@src | //link[@rel='stylesheet']/@href | //script/@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            folder = site.output if parts.path.startswith("/") else file.parent
            target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else file.resolve()
            links[file].add((target, unquote(parts.fragment)))
    broken = [
        (file.name, target.name, fragment)
        for file, found in links.items()
        for target, fragment in found
        if not target.is_file() or (fragment and target.suffix == ".html" and fragment not in ids[target])
    ]
    assert broken == []


def test_header_of_a_release(archive: Site) -> None:
    header = article(archive, SEED).xpath(".//div[contains(@class, 'release-header')]")[0]
    told = text(header)
    assert "Sesión 8 de 2020" in told
    assert "30 de noviembre de 2020" in told
    assert "Torreón, Coahuila" in told
    assert len(header.xpath(".//a[contains(@href, '../directorates/')]")) == 4
    assert header.xpath(".//a[contains(., 'oficial')]/@href") == [
        "http://www.trcimplan.gob.mx/sala-prensa/2020-11-30-octava-sesion-consejo.html"
    ]


def test_mentions_are_linked_once_a_section(archive: Site) -> None:
    page = article(archive, SEED)
    mentions = page.xpath(".//a[contains(concat(' ', @class, ' '), ' mention ')][contains(@href, 'plan-director')]")
    assert [text(link) for link in mentions] == ["Plan Director de Desarrollo Urbano de Torreón"]
    assert page.xpath(".//a[contains(@class, 'mention')][contains(@href, 'people/frida-garcia')]")


def test_every_project_has_a_permalink(archive: Site) -> None:
    page = article(archive, SEED)
    links = page.xpath(".//ul[contains(@class, 'release-projects')]//a[contains(@class, 'mention-permalink')]")
    assert len(links) == 28
    target = page.xpath(".//*[@id='proyecto-reporte-covid-19']")[0]
    assert "Reporte COVID-19" in text(target.getparent() if not text(target) else target)


def test_no_permalink_stands_between_an_item_and_its_text(archive: Site) -> None:
    """An empty element there would part the items of a list unevenly."""
    page = article(archive, SEED)
    assert page.xpath(".//li[@id]/p[@id]/span[starts-with(@id, 'dependencia-')]")
    assert page.xpath(".//li[@id]/span[@id]") == []


def test_paragraphs_and_items_are_numbered_as_they_are_read(archive: Site) -> None:
    page = article(archive, SEED)
    links = page.xpath(".//a[contains(@class, 'paragraph-link')]")
    assert [link.get("data-number") for link in links] == [str(number) for number in range(1, len(links) + 1)]
    assert [(link.get("href"), link.getparent().get("id")) for link in links] == [
        (f"#p-{number}", f"p-{number}") for number in range(1, len(links) + 1)
    ]
    assert [(link.text_content(), link.get("aria-label")) for link in links][:2] == [
        ("", "Párrafo 1"),
        ("", "Párrafo 2"),
    ]
    text_of_page = page.xpath(".//p[not(ancestor::*[contains(@class, 'release-')])][normalize-space()]")
    assert [paragraph.get("id") for paragraph in text_of_page] == [link.getparent().get("id") for link in links]


def test_what_is_new_since_the_last_session(archive: Site) -> None:
    (part,) = article(archive, SEED).xpath(".//section[@id='projects']")
    badges = {
        text(item.xpath(".//*[@class='release-project']")[0]): text(item.xpath(".//*[contains(@class, 'badge')]")[0])
        for item in part.xpath("./ul/li")
    }
    assert badges["Manos a la Cebra"] == "vuelve tras 2 sesiones del archivo"
    assert badges["Atlas Municipal de Riesgos de Torreón"] == "continúa"
    assert "primera vez" in badges.values()
    assert "Informado en la sesión anterior y no en esta (Sesión 7 de 2020):" in text(part)
    header = text(article(archive, SEED).xpath(".//p[@class='release-tally']")[0])
    assert header.startswith(f"{len(badges)} proyectos: {[*badges.values()].count('primera vez')} por primera vez")


def test_citation(archive: Site) -> None:
    told = text(article(archive, SEED).xpath(".//section[contains(@class, 'how-to-cite')]")[0])
    assert "(2020, 30 de noviembre). Informe anual ante el Consejo Directivo del IMPLAN [Comunicado de prensa]" in told
    assert "TORREÓN, 2020. Informe anual ante el Consejo Directivo del IMPLAN. Archivo de sesiones" in told
    files = [archive.output / f"citations/{SEED}.{suffix}" for suffix in ("bib", "ris", "json")]
    assert [link.text for link in article(archive, SEED).xpath(".//p[@class='citation-files']/a")] == [
        "Descargar .bib", "Descargar .ris", "Descargar .json",
    ]  # fmt: skip
    assert all(file.is_file() for file in files)
    texts = article(archive, SEED).xpath(".//pre[contains(@class, 'citation-text')]")
    assert [pre.text_content().split() for pre in texts] == [file.read_text(encoding="utf-8").split() for file in files]


def test_parts_and_whole(archive: Site) -> None:
    part = article(archive, "projects/programa-parcial-zona-norte")
    assert part.xpath(
        ".//dt[contains(., 'Parte de')]/following-sibling::dd[1]//a[contains(@href, 'programas-parciales')]"
    )
    whole = article(archive, "projects/programas-parciales-de-desarrollo-urbano")
    assert whole.xpath(".//dt[contains(., 'Partes')]/following-sibling::dd[1]//a[contains(@href, 'zona-norte')]")


def test_index_is_in_spanish_order(archive: Site) -> None:
    names = [
        text(link)
        for link in article(archive, "indices/projects").xpath(
            ".//section//section//ul[contains(@class,'record-index')]/li/p/a"
        )
    ]
    assert len(names) > 40
    assert names == sorted(names, key=lambda name: collation_key(name, "es"))


@pytest.mark.parametrize(
    ("language", "order"), [("es_MX", ["Nube", "Ñandú", "Oca", "Ópalo"]), ("en", ["Ñandú", "Nube", "Oca", "Ópalo"])]
)
def test_the_alphabet_is_that_of_the_language(language: str, order: list[str]) -> None:
    assert sorted(set(order), key=lambda word: collation_key(word, language)) == order
    assert first_letter("ñu", language) == ("Ñ" if language == "es_MX" else "N")


def test_matrix(archive: Site) -> None:
    table = article(archive, "indices/matrix").xpath(".//table[contains(@class, 'matrix')]")[0]
    columns = table.xpath("./thead/tr/th")
    assert text(columns[-1]) == "2018-08-10 (7.ª)"
    assert columns[-1].xpath(".//a/@href") == ["../sessions/2018-08-10-comunicado-prensa.html"]
    (atlas,) = table.xpath("./tbody/tr[contains(th, 'Atlas Municipal')]")
    assert (atlas.get("data-mentions"), atlas.get("data-category")) == ("3", "study")
    assert len(atlas.xpath("./td[contains(@class, 'reported')]")) == 3
    assert atlas.xpath("./td[contains(@class, 'reported')]/@class")[0].endswith("directorate-3")


def test_inventory(archive: Site) -> None:
    with (archive.output / "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "", lambda base, address: address)
    assert "atlas-municipal-de-riesgos" in inventory["council:project"]
    assert "2020-8" in inventory["council:session"]
    assert inventory["council:session"]["2020-8"].uri == f"{SEED}.html"


ROLES = """
Roles
=====

:council:project:`atlas-de-rios` :council:project:`Atlas de Ríos` :council:project:`texto <ADR>`
:session:`2020-8` :council:directorate:`Proyectos Estratégicos` :any:`atlas-de-rios`
:council:project:`Atlas de Mares`

.. trajectory:: atlas-de-rios
   :year: 2020

.. matrix::
   :year: 2020

.. centered-image:: sessions/no-esta.png
   :alt: Una
   :caption: Un *pie*
   :width: 50%
   :name: la-imagen
"""
RELEASE = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de la sesión.\n\nLa Octava Sesión del Consejo Directivo vio los proyectos:\n\n"
    "- Atlas de Ríos.\n\nVea {project}`ADR`.\n"
)


@pytest.fixture(scope="module")
def roles(tmp_path_factory: pytest.TempPathFactory) -> Site:
    source = small_project(
        tmp_path_factory.mktemp("roles"),
        {"2020-01-10-sesion.md": RELEASE},
        projects={"atlas-de-rios.md": "---\nname: Atlas de Ríos\naliases: [ADR]\n---\n"},
    )
    (source / "roles.rst").write_text(ROLES, encoding="utf-8")
    (source / "myst.md").write_text("# MyST\n\n{project}`ADR` {session}`2020-8` {person}`Nadie`\n", encoding="utf-8")
    with (source / "index.rst").open("a", encoding="utf-8") as stream:
        stream.write("\n   roles\n   myst\n")
    return build(source, pagefind_enabled=False)


def test_roles_resolve_by_id_name_and_alias(roles: Site) -> None:
    page = article(roles, "roles")
    links = page.xpath("(.//section/p)[1]//a[contains(@href, 'projects/atlas-de-rios')]")
    assert [text(link) for link in links] == ["Atlas de Ríos", "Atlas de Ríos", "texto", "Atlas de Ríos"]
    assert page.xpath(".//a[contains(@href, 'sessions/2020-01-10-sesion')][contains(., '2020-8')]")
    assert page.xpath(".//a[contains(@href, 'directorates/proyectos-estrategicos')]")


def test_roles_in_myst(roles: Site) -> None:
    assert article(roles, "myst").xpath(".//a[contains(@href, 'projects/atlas-de-rios')]")


def test_unknown_targets_name_the_nearest(roles: Site) -> None:
    told = [line for line in roles.warnings if line.endswith("[archive.reference]")]
    assert any("Atlas de Mares" in line and "nearest: Atlas de Ríos" in line for line in told)
    assert any("myst.md:3" in line and "Nadie" in line for line in told)


def test_views_on_a_page_of_ones_own(roles: Site) -> None:
    page = article(roles, "roles")
    assert page.xpath(".//table[contains(@class, 'trajectory')]")
    assert page.xpath(".//table[contains(@class, 'matrix')]")
    figure = page.xpath(".//figure[@id='la-imagen']")[0]
    assert "Una" in text(figure)
    assert text(figure.xpath("./figcaption")[0]).startswith("Un pie")


def test_a_long_history_is_grouped_by_year(tmp_path: Path) -> None:
    months = ("enero", "febrero", "marzo", "abril", "mayo", "junio")
    releases = {
        f"{year}-{month:02}-{day:02}-nota.md": (
            f"Torreón, Coahuila a {day} de {months[month - 1]} de {year}.\n\n##Nota del día de hoy.\n\nAvanza el Plan de Agua.\n"
        )
        for year in (2018, 2019, 2020)
        for month in range(1, 7)
        for day in range(1, 15)
    }
    source = small_project(tmp_path / "long", releases, projects={"plan-de-agua.md": "---\nname: Plan de Agua\n---\n"})
    page = article(build(source, pagefind_enabled=False), "projects/plan-de-agua")
    years = page.xpath(".//details[contains(@class, 'trajectory-year')]")
    assert [text(year.xpath("./summary")[0]) for year in years] == ["2020 (84)", "2019 (84)", "2018 (84)"]
    assert [year.get("open") is not None for year in years] == [True, False, False]
