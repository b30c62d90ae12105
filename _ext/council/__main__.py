"""The archivist's commands: ``python -m council catalogue|review|import|search``; ``make`` calls them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from council.archive.catalogue import file_candidates
from council.archive.disk import read_archive
from council.archive.review import review
from council.exports.text_search import search
from council.importers.folder import import_folder


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all went well, 1 where something wants a look, 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="council", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path(), help="the folder with conf.py (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("catalogue", help="file names without a record as new records")
    commands.add_parser("review", help="tell what deserves a look")
    importing = commands.add_parser("import", help="take a folder of releases into sessions/")
    importing.add_argument("origin", type=Path)
    importing.add_argument("--force", action="store_true", help="overwrite files that differ")
    searching = commands.add_parser("search", help="search the releases of the built archive")
    searching.add_argument("query")
    searching.add_argument("--year", type=int)
    searching.add_argument("--database", type=Path, default=Path("_build/html/data/archive.sqlite"))
    options = parser.parse_args(arguments)
    if options.command == "search":
        return _search(options.source / options.database, options.query, options.year)
    if options.command == "catalogue":
        return _catalogue(options.source)
    if options.command == "review":
        return _review(options.source)
    return _import(options.source, options.origin, options.force)


def _catalogue(source: Path) -> int:
    filed = file_candidates(read_archive(source), source)
    for one in filed:
        print(f"{one.file}  {one.name}  ({one.releases} releases)")
    print(f"{len(filed)} records filed." if filed else "Every name has a record.")
    return 0


def _review(source: Path) -> int:
    topic = ""
    findings = review(read_archive(source))
    for finding in findings:
        if finding.topic != topic:
            topic = finding.topic
            print(f"\n{topic.replace('_', ' ')}:")
        pages = f"  [{', '.join(finding.pages)}]" if finding.pages else ""
        print(f"  {finding.message}{pages}")
    print(f"\n{len(findings)} findings." if findings else "Nothing wants a look.")
    return 0


def _import(source: Path, origin: Path, force: bool) -> int:
    if not origin.is_dir():
        print(f"{origin}: no such folder; name it with FROM=DIR", file=sys.stderr)
        return 2
    summary = import_folder(origin, source, force=force)
    for name in summary.kept:
        print(f"{name}: kept, as it differs from the one to import; FORCE=1 overwrites it", file=sys.stderr)
    for problem in summary.problems:
        print(problem, file=sys.stderr)
    print(
        f"{len(summary.imported)} imported, {len(summary.unchanged)} unchanged, {len(summary.kept)} kept, "
        f"{summary.pictures} pictures, {len(summary.problems)} problems"
    )
    return 1 if summary.kept or summary.problems else 0


def _search(database: Path, query: str, year: int | None) -> int:
    try:
        hits = search(database, query, year)
    except FileNotFoundError:
        print(f"{database} is not there; build the archive first: make html", file=sys.stderr)
        return 2
    for hit in hits:
        print(f"{hit.date or '----------'}  {hit.slug}\n    {hit.title}\n    {hit.line}: {hit.passage}\n")
    print(f"{len(hits)} releases found.")
    return 0 if hits else 1


if __name__ == "__main__":
    sys.exit(main())
