"""Releases of which but the month or the year is known, between others: no page, book or file says a day of them."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from council.archive.archive_reader import read_archive
from council.archive.review import review
from council.exports.text_search import search
from lxml import html
from printed import Printed
from sites import Site, build, small_project

_UNIT = "###Dirección de Proyectos Estratégicos:\n\n"
_ITEM = "- Plan de Agua, con avances.\n\n- Monitor de Ruido. Se puso al día.\n"
RELEASES = {
    "2013-12-20-informe.md": f"##Informe de diciembre\n\n{_UNIT}{_ITEM}",
    "2014-01-08-octava-sesion.md": f"##Octava sesión del Consejo Directivo\n\n{_UNIT}{_ITEM}",
    "2014-01-actividades.md": f"##Primera sesión ordinaria del Consejo Directivo\n\n{_UNIT}La Lic. Ana Ruiz Soto, nueva "
    f"Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n{_ITEM}",
    "2014-02-03-informe.md": f"##Informe de febrero\n\n{_UNIT}{_ITEM}",
    "anuario.md": f"---\ndate: 2013\n---\n\n##Anuario del instituto\n\n{_UNIT}{_ITEM}",
    "boletin.md": "---\ndate: 2014-01\n---\n\nTorreón, Coahuila a 28 de enero de 2014.\n\n##Boletín de enero\n\n"
    f"{_UNIT}La Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, dio cuenta de todo.\n\n{_ITEM}",
    "corregido.md": f"##Un comunicado corregido\n\n{_UNIT}La Lic. Eva Luna Paz, ex Directora de Proyectos Estratégicos, "
    f"expuso los avances.\n\n{_ITEM}",
    "corregido.corrections.yml": "dateline: 2014-03\n",
}
RECORDS = {
    "plan-de-agua.md": "---\nname: Plan de Agua\nkind: plan\n---\n",
}
ORDER = [
    "anuario", "2013-12-20-informe", "2014-01-actividades", "boletin", "2014-01-08-octava-sesion", "2014-02-03-informe",
    "corregido",
]  # fmt: skip
CLAIMED = re.compile(
    r"\b(?:1|15|31) de enero de 2014|\b(?:1|15|31) de marzo de 2014|January (?:1|15|31), 2014|March (?:1|15|31), 2014"
    r"|2014-0[13]-(?:01|15|31)|1 de julio de 2014|July 1, 2014"
)
"""A day that no release tells, in which its month or year begins, ends or is drawn."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("months"), RELEASES, projects=RECORDS)


@pytest.fixture(scope="module", params=["es", "en"])
def site(project: Path, request: pytest.FixtureRequest) -> Site:
    return build(project, project / "_build" / request.param, language=request.param)


@pytest.fixture(scope="module")
def spanish(project: Path) -> Site:
    return build(project, project / "_build" / "es", language="es")


def data(site: Site) -> Any:
    return json.loads((site.output / "data" / "archive.json").read_text(encoding="utf-8"))


def text(site: Site, page: str, path: str = "//article") -> str:
    (element,) = html.fromstring(site.page(page)).xpath(path)
    return " ".join(element.text_content().split())


def listed(site: Site, page: str) -> list[str]:
    """Give the months and the releases of a list, in order."""
    parts = html.fromstring(site.page(page)).xpath("//article//h2 | //article//ul[contains(@class, 'release-list')]//a")
    return [part.text.strip() if part.tag == "h2" else Path(part.get("href")).stem for part in parts]


def test_each_release_tells_what_is_known(site: Site) -> None:
    shown = {slug: text(site, f"sessions/{slug}", "//*[contains(@class, 'release-date')]") for slug in ORDER}
    spanish = ["2013", "20 de diciembre de 2013", "enero de 2014", "enero de 2014", "8 de enero de 2014",
               "3 de febrero de 2014", "marzo de 2014"]  # fmt: skip
    english = ["2013", "December 20, 2013", "January 2014", "January 2014", "January 8, 2014",
               "February 3, 2014", "March 2014"]  # fmt: skip
    assert list(shown.values()) == (spanish if site.output.name == "es" else english)


def test_no_file_claims_a_day(site: Site) -> None:
    """Nor does a warning: a month is a date."""
    assert site.warnings == []
    files = [file for file in site.output.rglob("*") if file.suffix in {".html", ".json", ".js", ".xml", ".txt"}]
    claimed = {file.name: CLAIMED.findall(file.read_text(encoding="utf-8")) for file in files}
    assert len(files) > len(ORDER)
    assert {name: days for name, days in claimed.items() if days} == {}


def test_a_month_stands_before_its_days(site: Site) -> None:
    spanish = site.output.name == "es"
    months = ("Enero", "Febrero", "Marzo") if spanish else ("January", "February", "March")
    assert listed(site, "years/2014") == [months[0], *ORDER[2:5], months[1], ORDER[5], months[2], ORDER[6]]
    assert listed(site, "years/2013") == [ORDER[0], "Diciembre" if spanish else "December", ORDER[1]]
    sidebar = (site.output / "_static" / "navigation" / "years-2014.js").read_text(encoding="utf-8")
    assert re.findall(r"sessions/([\w-]+)", sidebar) == ORDER[2:]
    (before, after) = html.fromstring(site.page("sessions/boletin")).xpath("//nav[@class='neighbours']/a/@href")
    assert {Path(before).stem, Path(after).stem} == {ORDER[2], ORDER[4]}


def test_a_month_is_cited(spanish: Site) -> None:
    cited = text(spanish, "sessions/boletin", "//*[contains(@class, 'how-to-cite')]")
    assert "(2014, enero). Boletín de enero" in cited
    files = spanish.output / "citations" / "sessions"
    assert "year = {2014},\n  month = {1},\n  note" in (files / "boletin.bib").read_text(encoding="utf-8")
    assert "year = {2013},\n  note" in (files / "anuario.bib").read_text(encoding="utf-8")


def test_offices_and_trajectories_by_the_month(spanish: Site) -> None:
    told = text(spanish, "directorates/proyectos-estrategicos")
    assert "Ana Ruiz Soto desde enero de 2014" in told
    assert "Eva Luna Paz hasta marzo de 2014 a más tardar" in told
    rows = html.fromstring(spanish.page("projects/plan-de-agua")).xpath("//table//tr/td[1]/p[1]")
    assert [row.text_content() for row in rows][:4] == [
        "2013",
        "20 de diciembre de 2013",
        "enero de 2014",
        "enero de 2014",
    ]
    assert "2014-01-08 (8.ª) 2014-01 (1.ª)" in text(spanish, "indices/matrix", "//thead")


def test_a_session_of_a_month_is_of_its_year(spanish: Site) -> None:
    (release,) = (one for one in data(spanish)["releases"] if one["slug"] == "2014-01-actividades")
    assert (release["session"]["year"], release["session"]["numbers"]) == (2014, [1])


def test_the_data_have_the_month_alone(spanish: Site) -> None:
    told = data(spanish)
    schema = json.loads((spanish.output / "data" / "archive.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema, jsonschema.Draft202012Validator)
    dates = {one["slug"]: (one["date"], one["dateline"]) for one in told["releases"]}
    assert list(dates) == ORDER
    assert dates["2014-01-actividades"] == ("2014-01", None)
    assert dates["boletin"] == ("2014-01", "2014-01-28")
    assert dates["corregido"] == ("2014-03", "2014-03")
    assert dates["anuario"] == ("2013", None)
    (unit,) = (one for one in told["directorates"] if one["led_by"])
    assert [(led["from"], led["to"]) for led in unit["led_by"]] == [("2014-01", None), (None, "2014-03")]
    told["releases"][0]["date"] = "January 2014"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, schema, jsonschema.Draft202012Validator)


def test_the_database_orders_them(spanish: Site) -> None:
    file = spanish.output / "data" / "archive.sqlite"
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT slug, date, typeof(date), year FROM releases ORDER BY date, slug").fetchall()
    tenures = connection.execute("SELECT since, until FROM tenures ORDER BY since DESC").fetchall()
    connection.close()
    assert [row[0] for row in rows] == ORDER
    assert ("boletin", "2014-01", "text", 2014) in rows
    assert tenures == [("2014-01", None), (None, "2014-03")]
    assert next(hit.date for hit in search(file, "boletín de enero")) == "2014-01"


def test_the_review_finds_nothing_against_a_month(project: Path) -> None:
    reading = read_archive(project)
    assert reading.problems == ()
    topics = {finding.topic for finding in review(reading.archive)}
    assert not topics & {"undated", "leaders", "outside_dates"}


@pytest.mark.parametrize(
    ("language", "month", "newest"),
    [
        ("es", "enero de 2014", "Con los comunicados hasta marzo de 2014"),
        ("en", "January 2014", "With the releases up to March 2014"),
    ],
)
def test_on_paper(project: Path, language: str, month: str, newest: str) -> None:
    site = build(project, project / "_build" / f"paper-{language}", builder="typst", language=language)
    assert site.warnings == []
    book = Printed(site.output / {"es": "archivo.pdf", "en": "archive.pdf"}[language])
    every = " ".join(" ".join((page.extract_text() or "").split()) for page in book.reader.pages)
    assert CLAIMED.findall(every) == []
    assert month in [line.strip() for page in book.reader.pages[2:4] for line in page.extract_text().splitlines()]
    assert newest in every
    titles = [title for depth, title, _page in book.bookmarks if depth == 2][: len(ORDER)]
    assert [title.split(" del ")[0] for title in titles][2:4] == ["Primera sesión ordinaria", "Boletín de enero"]
