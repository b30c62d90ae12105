"""Documents of other institutions, as they keep them, imported and built: all words there, dated, under their own titles.

Prints a line for each: files, imported, dated, titled as their front matter says, with authors, warnings by subtype.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest
import yaml
from council.archive.archive_reader import read_archive
from council.language.folding import words_of
from incoming import Imported, import_tree
from lxml import html
from sites import SHARED, Site, build, small_project

INSTITUTIONS = SHARED / "institutions"
NAMES = ("belmontejo", "licton", "pjecz", "tsc")
_DOCUMENTED = re.compile(r"\[(archive\.\w+|pictures\.\w+|typst\.\w+)\]$")
_HEADER = re.compile(r"^(\w+): (.*)$", re.MULTILINE)
_MARKUP = re.compile(r"^\s*(?:\d+|[a-z])[.)]\s|<[^<>]*>|\]\([^()]*\)|https?://\S+|\[\^|[*_`~]", re.MULTILINE)


@dataclass(frozen=True)
class Institution:
    """One institution's documents, imported and built."""

    imported: Imported
    site: Site

    def front_matter(self, slug: str) -> dict[str, str]:
        """Give what the original file says at its top, keys in lower case; nothing where it says nothing."""
        text = self.imported.by_slug()[slug].release.origin.read_text(encoding="utf-8-sig")
        if text.startswith("---"):
            return {key.lower(): value for key, value in yaml.load(text.split("---\n")[1], yaml.BaseLoader).items()}
        head = text.split("\n\n")[0]
        return {key.lower(): value for key, value in _HEADER.findall(head)} if head.startswith("Title:") else {}


@pytest.fixture(scope="module", params=NAMES)
def institution(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Institution:
    folder = INSTITUTIONS / request.param
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: the documents are not part of the project")
    source = small_project(tmp_path_factory.mktemp("imported") / request.param, {})
    imported = import_tree(folder, source, drafts=True)
    return Institution(imported, build(source, nitpicky=True))


def test_everything_comes_and_keeps_its_title_and_date(institution: Institution) -> None:
    folder = institution.imported.plan.origin
    files = sorted(file for file in folder.rglob("*.md"))
    assert len(institution.imported.imported) == len(files)
    assert institution.imported.problems == []
    releases = {release.slug: release for release in read_archive(institution.site.source).archive.releases.values()}
    titled = authored = 0
    for slug, release in releases.items():
        front_matter = institution.front_matter(slug)
        if "date" in front_matter:
            assert str(release.date) == front_matter["date"][:10]
        if title := front_matter.get("title"):
            assert words_of(release.title) == words_of(title)
            page = html.fromstring(institution.site.page(f"sessions/{slug}"))
            assert words_of(page.xpath("//h1")[0].text_content()) == words_of(title)
            titled += 1
        if author := front_matter.get("author"):
            assert release.authors == (author,)
            authored += 1
    dated = sum(release.date is not None for release in releases.values())
    assert dated == len(files)
    warnings = Counter(match[1] if (match := _DOCUMENTED.search(line)) else line for line in institution.site.warnings)
    print(
        f"\n{folder.name}: {len(files)} files, {len(releases)} imported, {dated} dated, {titled} titled by front matter, "
        f"{authored} with authors, warnings {dict(warnings)}"
    )


def test_it_warns_of_nothing_but_what_is_documented(institution: Institution) -> None:
    assert [line for line in institution.site.warnings if not _DOCUMENTED.search(line)] == []


def test_no_word_is_lost(institution: Institution) -> None:
    for planned in institution.imported.plan.releases:
        text = html.fromstring(institution.site.page(f"sessions/{planned.slug}")).text_content()
        shown = Counter(words_of(text))
        body = html.fromstring(f"<div>{_MARKUP.sub(' ', planned.release.text)}</div>").text_content()
        wanted = Counter(words_of(body))
        assert {word: count for word, count in wanted.items() if shown[word] < count} == {}, planned.slug


def test_a_second_run_changes_nothing(institution: Institution) -> None:
    folder = institution.imported.plan.origin
    again = import_tree(folder, institution.site.source, drafts=True)
    assert len(again.named("unchanged")) == len(again.plan.releases)
