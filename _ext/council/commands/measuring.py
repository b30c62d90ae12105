"""``review --rules``: precision and recall of each rule of the extraction against a librarian's answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from council.archive.archive_reader import read_archive
from council.archive.gold import KINDS, Answers, GoldError, Rules, Score, read_answers, rule_scores
from council.commands.messages import Translate
from council.commands.unread import tell_problems
from council.model.releases import Release

_WIDEST = 42
_NUMBER = 10


def measure(source: Path, gold: Path, halves: bool, _: Translate) -> int:
    """Tell the scores on the answers in *gold*, and on each half of them by date where *halves* are asked for.

    What the archivist corrects beside the releases is left out: the rules are measured as they are.
    """
    reading = read_archive(source, corrected=False)
    unread = tell_problems(reading.problems)
    releases = {release.slug: release for release in reading.archive.releases.values()}
    try:
        answers = read_answers(gold)
        for part in [answers, *(_halves(answers) if halves else ())]:
            _tell(releases, part, _)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if unread else 0


def _halves(answers: Mapping[str, Answers]) -> list[dict[str, Answers]]:
    """Give the earlier and the later half of *answers*, which are in order of date."""
    ordered = list(answers.items())
    middle = len(ordered) // 2
    return [dict(half) for half in (ordered[:middle], ordered[middle:]) if half]


def _tell(releases: Mapping[str, Release], answers: Mapping[str, Answers], _: Translate) -> None:
    scores = rule_scores(releases, answers)
    dates = [one.date for one in answers.values() if one.date]
    told = _("{count} releases, {first} to {last}")
    print(told.format(count=len(answers), first=min(dates, default="—"), last=max(dates, default="—")))
    columns = (_("precision"), _("recall"), _("right"), _("given"), _("expected"))
    for kind, rules in scores.items():
        print(f"\n{_(KINDS[kind]):{_WIDEST}}" + "".join(f"{column:>{_NUMBER}}" for column in columns))
        for line in _lines(rules, _):
            print(line)
    print()


def _lines(rules: Rules, _: Translate) -> Iterator[str]:
    every = _("all rules")
    for rule, score in rules.items():
        yield f"  {rule or every:{_WIDEST - 2}}{_numbers(score)}"


def _numbers(score: Score) -> str:
    shares = "".join(f"{share:{_NUMBER}.3f}" for share in (score.precision, score.recall))
    return shares + "".join(f"{count:{_NUMBER}}" for count in (score.right, score.given, score.expected))
