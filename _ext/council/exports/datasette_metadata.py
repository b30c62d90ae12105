"""``data/metadata.json``: what Datasette tells of the database: title, licence, source, tables and their columns.

It is used as ``datasette archive.sqlite --metadata metadata.json``.
"""

from __future__ import annotations

import json
from typing import Any

from council.exports.archive_tables import TABLES
from council.exports.site import Site
from council.exports.sqlite_views import VIEWS
from council.exports.table_columns import Table


def datasette_metadata(site: Site, searches: dict[str, str]) -> str:
    """Give the file as JSON; *searches* tells which table has its full-text search in which other."""
    publication = site.publication
    told = {
        "title": site.title,
        "license": publication.licence,
        "license_url": publication.licence_url,
        "source": site.publisher,
        "source_url": publication.website or site.base_url,
    }
    tables = {table.name: _table(table, site) for table in TABLES}
    for table, search in searches.items():
        tables[table] |= {"fts_table": search, "fts_pk": "rowid"}
    tables |= {view.name: {"description": site.translated(view.description)} for view in VIEWS}
    tables["settings"] = {"hidden": True}
    metadata = {name: text for name, text in told.items() if text} | {"databases": {"archive": {"tables": tables}}}
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table, site: Site) -> dict[str, Any]:
    facets = [
        {"array": column.name} if column.type == "list" else column.name for column in table.columns if column.facet
    ]
    told: dict[str, Any] = {
        "description": site.translated(table.description),
        "columns": {column.name: site.translated(column.description) for column in table.columns},
    }
    if table.label:
        told["label_column"] = table.label
    if any(column.name == "date" for column in table.columns):
        told["sort_desc"] = "date"
    return told | ({"facets": facets} if facets else {})
