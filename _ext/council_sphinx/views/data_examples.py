"""What can be done with the files of data: an example a tool, which the tests read from the built page and run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """An example of *tool*, which uses files of the export of that name, in the folder that has them."""

    tool: str
    export: str
    language: str
    code: str


EXAMPLES = (
    Example(
        "pandas",
        "csv",
        "python",
        """\
import pandas

mentions = pandas.read_csv("project_mentions.csv", dtype={"date": str})
by_year = mentions.groupby(mentions["date"].str[:4])
print(by_year["project"].nunique())
""",
    ),
    Example(
        "DuckDB",
        "parquet",
        "python",
        '''\
import duckdb

print(duckdb.sql("""
    SELECT year, count(DISTINCT project) AS projects
    FROM 'project_mentions.parquet' JOIN 'releases.parquet' USING (slug)
    GROUP BY year ORDER BY year
"""))
''',
    ),
    Example("Datasette", "sqlite", "console", "datasette archive.sqlite --metadata metadata.json\n"),
)
