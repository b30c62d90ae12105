"""The page of figures: what can be compared is drawn, each dot leads to its line; all figures stand by subject."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import html
from sites import Site, build, small_project

RATES = {"2020-02-10": "6.1", "2020-06-10": "5.70", "2020-11-10": "4.9"}
TEXT = "# Empleo <{0}>\n\nLa tasa de desempleo se ubicó en {0}%.\n\n- Plan de Riberas: se plantaron {1} fresnos.\n"
ADDRESS = "https://archivo.example/"


def releases() -> dict[str, str]:
    return {f"{date}-empleo.md": TEXT.format(rate, 30 + number) for number, (date, rate) in enumerate(RATES.items())}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return build(small_project(tmp_path_factory.mktemp("figures") / "project", releases()), html_baseurl=ADDRESS)


def page_of(site: Site) -> html.HtmlElement:
    return html.fromstring(site.page("indices/figures"))


def charts_of(site: Site) -> list[html.HtmlElement]:
    charts: list[html.HtmlElement] = page_of(site).xpath("//section[contains(concat(' ', @class, ' '), ' chart ')]")
    return charts


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_chart_has_title_unit_source_and_span(site: Site) -> None:
    titles = [text(chart[0]).rstrip("¶") for chart in charts_of(site)]
    assert titles == ["Fresnos", "Tasa de desempleo"]
    fresnos, rate = charts_of(site)
    assert text(fresnos.xpath(".//p[@class='chart-unit']")[0]).startswith("Plan de Riberas · Número · 10 de febrero")
    assert text(rate.xpath(".//p[@class='chart-unit']")[0]) == (
        "Por ciento · 10 de febrero de 2020 – 10 de noviembre de 2020"
    )
    assert "3 comunicados" in text(rate.xpath(".//p[@class='chart-source']")[0])


def test_each_dot_leads_to_the_line_that_says_it(site: Site) -> None:
    links = charts_of(site)[1].xpath(".//svg//a")
    assert [link.get("aria-label") for link in links] == [
        "10 de febrero de 2020: 6.1%", "10 de junio de 2020: 5.70%", "10 de noviembre de 2020: 4.9%",
    ]  # fmt: skip
    for link, (date, rate) in zip(links, RATES.items(), strict=True):
        path, _, anchor = link.get("href").partition("#")
        assert path == f"../sessions/{date}-empleo.html"
        (line,) = html.fromstring(site.page(f"sessions/{date}-empleo")).xpath(
            f"//p[descendant-or-self::*[@id='{anchor}']]"
        )
        assert f"La tasa de desempleo se ubicó en {rate}%." in text(line)


def test_a_chart_is_a_table_too(site: Site) -> None:
    rows = charts_of(site)[1].xpath(".//table//tbody/tr")
    assert len(rows) == len(RATES)
    assert [text(cell) for cell in rows[0]] == [
        "10 de febrero de 2020", "6.1%", "La tasa de desempleo se ubicó en 6.1%.",
    ]  # fmt: skip


def test_a_chart_can_be_cited_at_its_place(site: Site) -> None:
    reference = text(charts_of(site)[1].xpath(".//p[@class='citation']")[0])
    assert "(2020). Tasa de desempleo [Conjunto de datos]." in reference
    assert reference.endswith(f"{ADDRESS}indices/figures.html#tasa-de-desempleo")
    assert page_of(site).xpath("//section[@id='tasa-de-desempleo']/h3")
    assert "citation.js" in site.page("indices/figures")


def test_a_chart_is_downloaded_as_csv(site: Site) -> None:
    (link,) = charts_of(site)[1].xpath(".//p[@class='chart-source']//a/@href")
    data = (site.output / "indices" / link).resolve().read_text(encoding="utf-8")
    assert data.startswith("\ufeff")
    rows = list(csv.DictReader(data.removeprefix("\ufeff").splitlines()))
    assert [(row["date"], row["value"], row["series"], row["line"]) for row in rows] == [
        (date, rate, "tasa-de-desempleo", "3") for date, rate in RATES.items()
    ]


def test_all_figures_stand_by_subject(site: Site) -> None:
    items = [text(item) for item in page_of(site).xpath("//ul[contains(@class, 'figure-index')]/li")]
    assert [item.partition(" 3")[0].partition(" 4")[0] for item in items] == ["Fresnos", "Tasa de desempleo"]
    assert items[1] == (
        "Tasa de desempleo 4.9% · 10 de noviembre de 2020 5.70% · 10 de junio de 2020 6.1% · 10 de febrero de 2020"
    )


REPORT = """# Vivienda

La encuesta de vivienda del INEGI dio a conocer sus resultados correspondientes al {} trimestre de 2020.

La tasa de hacinamiento se ubicó en {}%. El alquiler tuvo un precio mensual: ${}.

En el Puerto de Abastos abrieron 58 fondas de mariscos.
"""
QUARTERS = {
    "2020-07-20": ("segundo", "7.2", "4,200"),
    "2020-12-10": ("tercer", "8.1", "4,310"),
    "2020-05-02": ("primer", "6.9", "4,180"),
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Site:
    texts = {f"{date}-vivienda.md": REPORT.format(*told) for date, told in QUARTERS.items()}
    return build(small_project(tmp_path_factory.mktemp("reported") / "project", texts), html_baseurl=ADDRESS)


def test_values_stand_at_the_periods_that_they_are_of(reported: Site) -> None:
    rate = next(chart for chart in charts_of(reported) if text(chart[0]).startswith("Tasa"))
    assert [link.get("aria-label") for link in rate.xpath(".//svg//a")] == [
        "T1 2020: 6.9%", "T2 2020: 7.2%", "T3 2020: 8.1%",
    ]  # fmt: skip
    assert rate.xpath(".//svg/g[@class='days']/text/text()") == ["T1 2020", "T2 2020", "T3 2020"]
    assert text(rate.xpath(".//p[@class='chart-unit']")[0]) == "Por ciento · T1 2020 – T3 2020"
    rows = [[text(cell) for cell in row][:3] for row in rate.xpath(".//table//tbody/tr")]
    assert rows[0] == ["2 de mayo de 2020", "6.9%", "primer trimestre de 2020"]


def test_the_body_whose_report_is_told_is_the_source(reported: Site, site: Site) -> None:
    told = text(charts_of(reported)[0].xpath(".//p[@class='chart-source']")[0])
    assert told.startswith("Según INEGI, en 3 comunicados (")
    assert text(charts_of(site)[1].xpath(".//p[@class='chart-source']")[0]).startswith("Fuente: ")


def test_rates_are_seen_from_zero_and_an_axis_that_is_not_says_so(reported: Site) -> None:
    levels = {
        text(chart[0]).rstrip("¶"): chart.xpath("string(.//svg/g[@class='levels']/text[1])")
        for chart in charts_of(reported)
    }
    assert levels["Tasa de hacinamiento"] == "0%"
    (money,) = (chart for chart in charts_of(reported) if "Precio" in text(chart[0]))
    begin = money.xpath("string(.//svg/g[@class='levels']/text[1])")
    assert begin != "0"
    assert text(money.xpath(".//p[@class='chart-unit']")[0]).endswith(f"· el eje empieza en {begin}")


def test_the_place_of_a_number_stands_beside_it(reported: Site) -> None:
    (item,) = page_of(reported).xpath("//ul[contains(@class, 'figure-index')]/li[contains(., 'Fondas de mariscos')]")
    assert text(item).startswith("Fondas de mariscos 58 · Puerto de Abastos · 10 de diciembre de 2020")


def test_two_are_not_drawn(tmp_path: Path) -> None:
    few = dict(list(releases().items())[:2])
    site = build(small_project(tmp_path / "project", few))
    assert charts_of(site) == []
    assert "Tasa de desempleo" in site.page("indices/figures")
    assert not (site.output / "data" / "figures").exists()


def test_without_the_files_no_link_leads_there(tmp_path: Path) -> None:
    site = build(small_project(tmp_path / "project", releases()), archive_without=["figures"])
    assert charts_of(site)[1].xpath(".//p[@class='chart-source']//a") == []
    assert not (site.output / "data" / "figures").exists()


def test_a_new_release_changes_the_page_as_a_new_build_does(tmp_path: Path) -> None:
    source = small_project(tmp_path / "project", releases())
    build(source)
    (source / "sessions" / "2021-01-10-empleo.md").write_text(TEXT.format("4.2", 60), encoding="utf-8")
    again, clean = build(source), build(source, source / "_build" / "clean")
    assert len(charts_of(again)[1].xpath(".//svg//a")) == 4
    for path in ("indices/figures.html", "data/figures/tasa-de-desempleo.csv", "data/archive.json"):
        assert again.bytes()[path] == clean.bytes()[path]


def test_an_archive_without_figures_says_so(tmp_path: Path) -> None:
    site = build(small_project(tmp_path / "project", {"2020-01-10-a.md": "# A\n\nSin números.\n"}))
    assert "Ningún comunicado da todavía una cifra." in site.page("indices/figures")


@pytest.mark.parametrize("builder", ["singlehtml", "text"])
def test_other_builders_show_the_table(tmp_path: Path, builder: str) -> None:
    site = build(small_project(tmp_path / "project", releases()), builder=builder)
    name = "index.html" if builder == "singlehtml" else "indices/figures.txt"
    shown = (site.output / name).read_text(encoding="utf-8")
    assert "5.70%" in shown
    assert 'svg class="line-chart"' not in shown or builder == "singlehtml"
