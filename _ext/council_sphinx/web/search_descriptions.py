"""What the search knows of each page: type, date, facets, the names it goes by, the aliases it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from council.archive.archive import Archive
from council.exports.searched_release import searched_release, word_keys
from council.model.entries import Entry
from docutils import nodes
from pagefind_search.description import Description
from sphinx.application import Sphinx
from sphinx.config import Config

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.profile_loading import profile_at
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.wording import kind_name


def describe_release(archive: Archive, page: str) -> Description:
    """Give the description of a release: the records that it mentions, with all their names."""
    release = archive.releases[page]
    projects = [archive.projects[id_] for id_ in dict.fromkeys(archive.identity.project_ids[page])]
    people = [archive.people[id_] for id_ in dict.fromkeys(archive.identity.person_ids[page])]
    own = [archive.directorates[one.directorate] for one in release.directorates]
    searched = searched_release(archive, page)
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
        names=list(searched.names),
        asked_as=list(searched.asked_as),
        aliases=list(searched.aliases),
        text=searched.text,
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
    # titles of releases in the lists of records would have these stand before the releases
    excluded = [".headerlink", ".release-header", ".release-context", ".release-list", ".feed-links"]
    config.pagefind_exclude_selectors = excluded
    config.pagefind_texts = {
        "title": str(_("Search")),
        "label": str(_("Search the archive")),
        "placeholder": str(_("Words, or “a phrase”")),
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
        "failed": str(_("The search index could not be loaded. Build the archive anew, then load this page again.")),
        "idle": str(_("Type to search, or choose a filter.")),
        "meant": str(_("No page has the word “{word}”.")),
        "some": str(_("Pages with some of the words")),
        "every": str(_("All results of the search")),
        "close": str(_("Close")),
        "keys": str(_("Arrow keys choose, Enter opens, Escape closes.")),
        "words": str(_("Index of words")),
        "scriptless": str(
            _("Without JavaScript nothing can be searched here. The index of words names the pages that have a word:")
        ),
    }
    keys = word_keys(profile_at(Path(app.srcdir)).lexicon)
    config.pagefind_words = {
        "ignored": sorted(keys.ignored),
        "same": dict(keys.same),
        "number_endings": sorted(keys.number_endings),
    }


def setup(app: Sphinx) -> None:
    """Answer the search's questions, where it is part of the project."""
    if "pagefind_search" not in app.extensions:
        return
    app.connect("config-inited", _configure, priority=900)
    app.connect("pagefind-describe", _describe)
    app.connect("doctree-read", _note_description)
