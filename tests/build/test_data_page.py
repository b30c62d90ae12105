"""The page of data: what it tells of the files is so, and its examples run as they stand there."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest
from council.archive.archive_reader import read_archive
from council.exports import figure_tables
from council.exports.all_exports import EXPORTS
from council.exports.archive_tables import TABLES
from council_sphinx.views.data_examples import EXAMPLES
from council_sphinx.web.file_sizes import size_in_words
from lxml import html
from sites import PROJECT, Site, build, small_project

TEXT = "# A\n\nUno.\n"
PUBLICATION = '\n[publication]\nlicence = "CC BY 4.0"\nlicence_url = "https://creativecommons.org/licenses/by/4.0/"\n'


def page_of(site: Site) -> html.HtmlElement:
    return html.fromstring(site.page("indices/data"))


def sizes_of(site: Site) -> dict[str, str]:
    """Give what the page tells of each file that it links, by the file's path from the root of the site."""
    places = page_of(site).xpath("//span[@data-file]")
    for place in places:
        assert unquote(place.getprevious().get("href")) == f"../{place.get('data-file')}"
    return {place.get("data-file"): place.text_content() for place in places}


def test_each_file_of_an_export_is_told_with_its_size(archive: Site) -> None:
    told = sizes_of(archive)
    assert set(told) == {file.path for export in EXPORTS for file in export.files if not file.is_many}
    for path, size in told.items():
        assert size == f"({size_in_words((archive.output / path).stat().st_size, 'es')})"


def test_every_export_that_needs_no_address_is_told_once(archive: Site) -> None:
    files = [file for export in EXPORTS for file in export.files]
    listed = page_of(archive).xpath("//dl[contains(@class, 'data-files')]//dt//code//text()")
    assert [name for name in listed if "." in name] == [
        file.path.removeprefix("data/") for file in files if not file.table
    ]
    assert {export.name for export in EXPORTS if not export.files} == {"sitemap", "feeds"}
    for file in files:
        assert any(archive.output.glob(file.path)) or file in figure_tables.FILES, file.path


@pytest.mark.parametrize(
    ("size", "language", "told"),
    [(999, "es", "999 B"), (1000, "es", "1 kB"), (7520, "es", "7,52 kB"), (7520, "es_MX", "7.52 kB"),
     (999_600, "en", "1 MB"), (328_000, "en", "328 kB"), (12_345_678, "en", "12.3 MB"), (5 * 10**12, "en", "5000 GB")],
)  # fmt: skip
def test_a_size_is_told_in_three_figures(size: int, language: str, told: str) -> None:
    assert size_in_words(size, language).replace("\N{NO-BREAK SPACE}", " ") == told


def test_fields_and_menu(archive: Site) -> None:
    page = page_of(archive)
    fields = page.xpath("//details[starts-with(summary, 'Campos de ')]")
    assert [field.xpath("string(summary)").split()[-1] for field in fields] == [table.name for table in TABLES]
    for field, table in zip(fields, TABLES, strict=True):
        assert field.xpath(".//tbody/tr/td[1]//code//text()") == [column.name for column in table.columns]
        assert all(text.strip() for text in field.xpath(".//tbody/tr/td[2]/p/text()"))
    home = html.fromstring(archive.page("index"))
    assert "Datos" in {link.text_content().strip() for link in home.xpath("//nav//a[@href='indices/data.html']")}


@pytest.fixture(scope="module")
def examples(archive: Site) -> dict[str, str]:
    """The examples as the page shows them, by tool."""
    blocks = page_of(archive).xpath("//pre")[: len(EXAMPLES)]
    return {example.tool: block.text_content() for example, block in zip(EXAMPLES, blocks, strict=True)}


def projects_by_year() -> list[str]:
    projects = read_archive(PROJECT).archive.projects.values()
    years = sorted({year for project in projects for year in project.years})
    return [f"{year} {sum(year in project.years for project in projects)}" for year in years]


def words(text: str) -> list[str]:
    """Give the lines of a table that was printed, without what frames it."""
    return [" ".join(line.replace("│", " ").split()) for line in text.splitlines()]


@pytest.mark.parametrize("tool", ["pandas", "DuckDB"])
def test_an_example_counts_right(archive: Site, examples: dict[str, str], tool: str) -> None:
    command = [sys.executable, "-c", examples[tool]]
    folder = archive.output / "data"
    shown = subprocess.run(command, cwd=folder, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert set(projects_by_year()) <= set(words(shown.stdout.decode("utf-8")))


def test_the_example_with_datasette_shows_the_archive(archive: Site, examples: dict[str, str]) -> None:
    program, *arguments = examples["Datasette"].split()
    command = [
        str(Path(sys.executable).parent / program),
        *arguments,
        "--get",
        "/archive/projects_by_year.csv?_size=max",
    ]
    shown = subprocess.run(command, cwd=archive.output / "data", capture_output=True, check=True).stdout.decode("utf-8")
    rows = list(csv.DictReader(shown.splitlines()))
    counted = {f"{year} {sum(row['year'] == year for row in rows)}" for year in {row["year"] for row in rows}}
    assert counted == set(projects_by_year())


def test_a_clean_and_an_incremental_build_tell_the_same_sizes(tmp_path: Path) -> None:
    source = small_project(tmp_path / "p", {"2020-01-01-a.md": TEXT})
    before = sizes_of(build(source))
    (source / "sessions" / "2020-02-01-b.md").write_text(f"# B\n\nDos: {'palabras ' * 900}.\n", encoding="utf-8")
    after = build(source)
    assert sizes_of(after)["data/archive.sqlite"] != before["data/archive.sqlite"]
    clean = build(source, source / "_build" / "clean")
    assert after.bytes()["indices/data.html"] == clean.bytes()["indices/data.html"]
    assert {path for path in after.bytes() if path.startswith("data/")} == {
        path for path in clean.bytes() if path.startswith("data/")
    }
    assert all(after.bytes()[path] == data for path, data in clean.bytes().items() if path.startswith("data/"))


def test_terms_are_told_and_what_is_left_out_is_not(tmp_path: Path) -> None:
    source = small_project(tmp_path / "p", {"2020-01-01-a.md": TEXT})
    settings = source / "institution.toml"
    settings.write_text(settings.read_text("utf-8") + PUBLICATION, "utf-8")
    site = build(source)
    assert page_of(site).xpath("//dd//a[text()='CC BY 4.0']/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
    all_files = set(sizes_of(site))
    left = build(source, archive_without=["csv", "sqlite"])
    files = {export.name: {file.path for file in export.files} for export in EXPORTS}
    assert all_files - sizes_of(left).keys() == files["csv"] | files["sqlite"]
    assert "pandas" not in left.page("indices/data")
    assert not list((left.output / "data").glob("*.csv"))
    assert left.warnings == []


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml"])
def test_other_builders_tell_sizes_too(tmp_path: Path, builder: str) -> None:
    site = build(small_project(tmp_path / "p", {"2020-01-01-a.md": TEXT}), builder=builder)
    page = "index" if builder == "singlehtml" else "indices/data/index"
    sizes = html.fromstring(site.page(page)).xpath("//span[@data-file]")
    assert sizes
    assert all(size.text_content() for size in sizes)


def test_a_hostile_archive_has_no_formula_and_loses_no_row(hostile: Site) -> None:
    data = hostile.output / "data"
    signs = tuple("=+-@\t\r\n＝＋－＠")
    for table in TABLES:
        with (data / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file, strict=True)
        assert all(len(row) == len(head) for row in rows)
        assert [cell for row in rows for cell in row if cell.startswith(signs)] == []
        counting = duckdb.connect().execute(f"SELECT count(*) FROM '{data / f'{table.name}.parquet'}'")
        assert counting.fetchall() == [(len(rows),)]
