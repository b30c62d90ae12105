"""What the releases of an archive say in numbers: of whom, by subject, and as series through time.

A number of things is left out where nothing tells of what: it has neither a project nor a directorate, and its noun
stands alone (``propuestas``), with adjectives that tell nothing (``propuestas recibidas``), or with but a place; the
number of some (``habitantes``) tells of a town.

Values stand in one series only where they can be compared: their subjects have the same nouns, in the singular or the
plural, their units and places are one, and they are said of the same.  How many there are of a thing is always said of a project, else of
the directorate whose section it stands in, of which it tells only where more than a noun says what is counted.  A
measure may tell itself what it is of (``tasa de desempleo``, not ``costo de la obra``), unless it is a project's.

A release that says two numbers of one subject is left out of its series, as is one without a date, or that tells of a
time long before: which of them goes on with the others is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from council.archive.permalinks import figure_anchors
from council.extract.figures.figure_reading import COUNTED, SIZE
from council.language.folding import content_words, fold
from council.language.naming import free_id, slug_of
from council.model.figures import Figure, FigureMention, FigureSeries
from council.model.releases import Release
from council.profile.lexicon import Lexicon

LATEST_REPORT = 3
"""The month of a year up to which releases tell figures of the year before."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_Key = TypeVar("_Key")
SHORTEST_NOUN = 3
"""So many letters, at least, a noun has in the singular."""
SHORTEST_SERIES = 3
"""So many values, of as many days, make a series."""


class Figures:
    """The figures of *releases*, which are by page in order of date; *project_ids* tells whom their mentions mean."""

    def __init__(
        self, releases: Mapping[str, Release], project_ids: Mapping[str, Sequence[str]], lexicon: Lexicon
    ) -> None:
        self._releases = releases
        self._project_ids = project_ids
        self._lexicon = lexicon

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """Every figure, in the order of the releases, and as each says them."""
        return tuple(figure for page in self._releases for figure in self.of_page(page))

    def of_page(self, page: str) -> tuple[Figure, ...]:
        """Give the figures of the release on *page*, as it says them."""
        return self._by_page[page]

    def said_of(self, project: str) -> tuple[Figure, ...]:
        """Give the figures of paragraphs and items that name the project with this id, and no other, by date."""
        return self._by_project.get(project, ())

    def by_directorate(self, directorate: str) -> tuple[Figure, ...]:
        """Give the figures told in the sections of the directorate with this id, and of its projects, by date."""
        return self._by_directorate.get(directorate, ())

    @cached_property
    def by_subject(self) -> dict[str, tuple[Figure, ...]]:
        """The figures of each subject, whatever they are said of; subjects in the order of their names."""
        grouped = _grouped((figure.subject_key, figure) for figure in self.all)
        return dict(sorted(grouped.items()))

    @cached_property
    def series(self) -> tuple[FigureSeries, ...]:
        """Every series of figures that can be compared, those of the most values first."""
        comparable = _grouped((key, figure) for figure in self.all if (key := self._comparable(figure)))
        taken: set[str] = set()
        series: list[FigureSeries] = []
        for figures in comparable.values():
            values = _one_of_each_day(figures)
            if len(values) >= SHORTEST_SERIES:
                series.append(self._series(values, taken))
                taken.add(series[-1].key)
        return tuple(sorted(series, key=lambda each: (-len(each.figures), each.key)))

    @cached_property
    def series_of(self) -> dict[Figure, FigureSeries]:
        """The series in which a figure stands."""
        return {figure: series for series in self.series for figure in series.figures}

    @cached_property
    def _by_page(self) -> dict[str, tuple[Figure, ...]]:
        return {page: tuple(self._of_release(page, release)) for page, release in self._releases.items()}

    @cached_property
    def _by_project(self) -> dict[str, tuple[Figure, ...]]:
        return _grouped((figure.project, figure) for figure in self.all if figure.project)

    @cached_property
    def _by_directorate(self) -> dict[str, tuple[Figure, ...]]:
        return _grouped((figure.directorate, figure) for figure in self.all if figure.directorate)

    def _of_release(self, page: str, release: Release) -> Iterator[Figure]:
        anchors = figure_anchors(release, self._lexicon.anchors)
        labels = (mention.label for mention in release.projects)
        ids = dict(zip(labels, self._project_ids[page], strict=True))
        for said in release.figures:
            if not self._says_of_what(said):
                continue
            yield Figure(
                page=page,
                date=release.date,
                anchor=anchors[said.line],
                said=said,
                project=ids.get(said.project) if said.project else None,
                directorate=said.directorate,
                subject_key=self.subject_key(said.subject),
            )

    def _says_of_what(self, said: FigureMention) -> bool:
        """Whether it is told what a number is of, by its subject or by what it is said of."""
        words = self._lexicon.figures
        if said.rule not in {COUNTED, SIZE}:
            told = fold(said.subject).split()
            return not any(word in words.degrees or (word in words.whose and not said.project) for word in told)
        if said.project or said.directorate:
            return True
        telling = self._telling(said.subject)
        return len(telling) > 1 or self._is_of_a_town(said, telling)

    def _is_of_a_town(self, said: FigureMention, telling: Sequence[str]) -> bool:
        """Whether *said* is so many of what a town has, whole, or in a place; ``más de un millón`` is a measure of size."""
        if said.qualifier or not any(word in self._lexicon.figures.of_a_town for word in telling):
            return False
        return bool(said.place) or len(content_words(said.subject, self._lexicon.grammar.stop_words)) == 1

    def _telling(self, subject: str) -> list[str]:
        """Give the words of *subject* that tell what is counted: no adjective of any thing, no name of where it is."""
        words, figures = subject.split(), self._lexicon.figures
        common = " ".join(word for word in words if not word[0].isupper() or words[0][0].isupper())
        return [
            word
            for word in content_words(common, self._lexicon.grammar.stop_words)
            if word not in figures.telling_nothing and word not in figures.before_nouns
        ]

    def subject_key(self, subject: str) -> str:
        """Give what subjects are compared by: their words in the singular, without articles and the like."""
        words = content_words(subject, self._lexicon.grammar.stop_words)
        telling = [word for word in words if word not in self._lexicon.figures.telling_nothing]
        return " ".join(self._singular(word) for word in telling) or subject

    def _singular(self, word: str) -> str:
        """Give *word* as it is in the singular, or a form that stands for both.

        Stems would not do: they are one for different nouns too, as for ``ciudades`` and ``ciudadanos``.
        """
        for ending in self._plural_endings:
            singular = word.removesuffix(ending) + self._lexicon.figures.singulars[ending]
            if word.endswith(ending) and len(singular) >= SHORTEST_NOUN:
                return singular
        return word

    @cached_property
    def _plural_endings(self) -> list[str]:
        """Endings of nouns in the plural, the longest first."""
        return sorted(self._lexicon.figures.singulars, key=len, reverse=True)

    def _comparable(self, figure: Figure) -> tuple[str, ...] | None:
        """Give what the figures of a series have in common, ``None`` where *figure* can stand in none."""
        same = figure.subject_key, figure.said.unit, fold(figure.said.place)
        if figure.said.kind == "count":
            tells = figure.project or (figure.directorate if " " in figure.subject_key else None)
            return (*same, tells) if tells else None
        if figure.project is None and not self._tells_itself(figure.said):
            return None
        return *same, figure.project or ""

    def _tells_itself(self, said: FigureMention) -> bool:
        """Whether the subject of a measure tells what it is of: no thing that its release alone knows."""
        _measure, *others = said.subject.split()
        if any(word[:1].isupper() for word in others):
            return True
        words = self._lexicon.figures
        folded = [fold(word) for word in others]
        if any(word in words.progress for word in folded):
            return False
        return said.kind == "rate" or not any(word in words.definite for word in folded)

    def _series(self, figures: Sequence[Figure], taken: set[str]) -> FigureSeries:
        """Give the series of *figures*, whose key none of *taken* has; it tells what all of them are said of."""
        first = figures[0]
        project = first.project
        of_all = {figure.directorate for figure in figures}
        directorate = first.directorate if len(of_all) == 1 and project is None else None
        name = _most_frequent(figure.said.subject for figure in figures)
        owner = project if first.said.kind != "count" else (project or directorate)
        key = free_id(slug_of(" ".join(filter(None, (name, owner)))), taken)
        return FigureSeries(key, name, first.said.kind, first.said.unit, tuple(figures), project, directorate)


def _grouped(pairs: Iterable[tuple[_Key, Figure]]) -> dict[_Key, tuple[Figure, ...]]:
    by_key: dict[_Key, list[Figure]] = {}
    for key, figure in pairs:
        by_key.setdefault(key, []).append(figure)
    return {key: tuple(figures) for key, figures in by_key.items()}


def _one_of_each_day(figures: Iterable[Figure]) -> list[Figure]:
    """Give the figures of the days, as precise as they are known, on which but one value is told."""
    by_day = _grouped((figure.date, figure) for figure in figures if figure.date)
    return [
        told[0] for told in by_day.values() if _is_current(told[0]) and len({figure.said.value for figure in told}) == 1
    ]


def _is_current(figure: Figure) -> bool:
    """Whether the time that a figure is of, where it is told, is that of its release, or ended right before."""
    years = [int(year) for year in _YEAR.findall(figure.said.period)]
    if figure.date is None or not years:
        return True
    late = (figure.date.month or LATEST_REPORT + 1) > LATEST_REPORT
    return figure.date.year - max(years) in ({0} if late else {0, 1})


def _most_frequent(names: Iterable[str]) -> str:
    """Give the name that stands there most often, of several the first."""
    told = list(names)
    return max(dict.fromkeys(told), key=told.count)
