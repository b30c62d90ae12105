"""What the search knows of each page: type, date, facets, the names it goes by, the aliases it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from council.archive.archive import Archive
from council.model.entries import Entry
from docutils import nodes
from pagefind_search.description import Description
from sphinx.application import Sphinx
from sphinx.config import Config

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.profile_loading import profile_at
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.wording import kind_name, session_name


def describe_release(archive: Archive, page: str) -> Description:
    """Give the description of a release: the records that it mentions, with all their names."""
    release = archive.releases[page]
    projects = [archive.projects[id_] for id_ in dict.fromkeys(archive.identity.project_ids[page])]
    people = [archive.people[id_] for id_ in dict.fromkeys(archive.identity.person_ids[page])]
    own = [archive.directorates[one.directorate] for one in release.directorates]
    mentioned = [entry for entry in (*projects, *people, *own) if entry.record]
    aliases = [name for entry in mentioned if entry.record for name in entry.record.names]
    return Description(
        type=str(_("Session")) if release.session else str(_("Release")),
        date=release.date or "",
        summary=release.description,
        facets={
            "year": [str(release.year)] if release.year else [],
            "directorate": [entry.name for entry in own],
            "project": [entry.name for entry in projects if entry.record],
            "person": [entry.name for entry in people if entry.record],
            "type": [str(_("Session")) if release.session else str(_("Release"))],
        },
        names=[
            *([session_name(release.session)] if release.session else []),
            *([release.alternative_title] if release.alternative_title else []),
        ],
        aliases=[*aliases, *release.keywords],
    )


def describe_record(archive: Archive, entry: Entry) -> Description:
    """Give the description of a record's page: it goes by all of its names."""
    type_ = kind_name(entry.kind)
    facets = {"type": [type_], "year": [str(year) for year in entry.years]}
    facets[entry.kind] = [entry.name]
    if entry.kind != "directorate":
        known = [archive.directorates[one].name for one in entry.directorates if one in archive.directorates]
        facets["directorate"] = known
    names = list(entry.record.names) if entry.record else [entry.name]
    return Description(type=type_, facets=facets, names=names)


@dataclass(frozen=True)
class SearchDescription:
    """What the search is told of a page."""

    def collect(self, archive: SiteArchive, docname: str) -> Description | None:
        """Give the description of a release or a record; ``None`` for other pages."""
        if docname in archive.releases:
            return describe_release(archive, docname)
        entry = archive.entries.by_page.get(docname)
        return describe_record(archive, entry) if entry else None


def _describe(app: Sphinx, pagename: str) -> Description | None:
    return SearchDescription().collect(archive_of(app.env), pagename)


def _note_description(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page be written again when what the search knows of it changes."""
    council_domain(app.env).note_dependency(app.env.docname, SearchDescription())


def _configure(app: Sphinx, config: Config) -> None:
    """Give the search page its facets and its words."""
    config.pagefind_facets = [
        ("year", str(_("Year"))),
        ("type", str(_("Type"))),
        ("directorate", str(_("Directorate"))),
        ("project", str(_("Project"))),
        ("person", str(_("Person"))),
    ]
    config.pagefind_exclude = ["index", f"{config.archive_years}/*", "indices/*"]
    config.pagefind_exclude_selectors = [".headerlink", ".release-header", ".release-context", ".feed-links"]
    config.pagefind_texts = {
        "title": str(_("Search")),
        "label": str(_("Search the archive")),
        "placeholder": str(_("Words, or “an exact phrase”")),
        "sort": str(_("Order")),
        "relevance": str(_("Relevance")),
        "newest": str(_("Newest first")),
        "oldest": str(_("Oldest first")),
        "from": str(_("From year")),
        "to": str(_("To year")),
        "clear": str(_("Clear all")),
        "none": str(_("Nothing found.")),
        "one": str(_("1 result")),
        "many": str(_("{count} results")),
        "more": str(_("More results")),
        "all": str(_("Show all")),
        "unknown": str(_("No page has the word “{word}”; it was left out.")),
        "suggest": str(_("Did you mean {word}?")),
        "filters": str(_("Filters")),
        "results": str(_("Results")),
        "short": str(
            _(
                "This is the short search, over titles and names, as the page was opened from the disk. For the full one run: make serve"
            )
        ),
        "failed": str(_("The search index could not be loaded. Build the archive anew, then load this page again.")),
        "idle": str(_("Type to search, or choose a filter.")),
        "ignored": " ".join(profile_at(Path(app.srcdir)).lexicon.grammar.stop_words),
    }


def setup(app: Sphinx) -> None:
    """Answer the search's questions, where it is part of the project."""
    if "pagefind_search" not in app.extensions:
        return
    app.connect("config-inited", _configure, priority=900)
    app.connect("pagefind-describe", _describe)
    app.connect("doctree-read", _note_description)
