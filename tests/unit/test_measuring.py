"""Comparing what was read with a librarian's answers, rule by rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from council.archive.gold import GoldError, Score, read_answers, rule_scores
from council.model.releases import ProjectMention, Release

RELEASES = {
    slug: Release(slug, "Un Informe", None, projects=projects)
    for slug, projects in {
        "a": (ProjectMention("Plan Mayor", "item", 3, rule="list"), ProjectMention("Feria", "prose", 4, rule="noun")),
        "b": (ProjectMention("plan  mayor", "item", 3, rule="noun"), ProjectMention("Atlas", "item", 4)),
    }.items()
}


def write(folder: Path, slug: str, date: str, *labels: str) -> None:
    projects = [{"label": label, "form": "item", "directorate": None} for label in labels]
    text = json.dumps({"title": "un informe", "date": date, "projects": projects})
    (folder / f"{slug}.json").write_text(text, encoding="utf-8")


def test_each_rule_has_its_score(tmp_path: Path) -> None:
    write(tmp_path, "a", "2020-02-01", "Plan Mayor", "Museo")
    write(tmp_path, "b", "2020-01-01", "Plan Mayor", "Atlas")
    answers = read_answers(tmp_path)
    scores = rule_scores(RELEASES, answers)
    assert list(answers) == ["b", "a"]
    assert scores["projects"] == {"": Score(3, 4, 4), "list": Score(1, 1, 4), "noun": Score(1, 2, 4)}
    assert scores["title"][""].f1 == 1
    assert "people" not in scores


def test_a_mention_is_right_once(tmp_path: Path) -> None:
    write(tmp_path, "a", "2020-01-01", "Plan Mayor")
    twice = Release("a", "Un Informe", None, projects=(ProjectMention("Plan Mayor", "item", 3, rule="list"),) * 2)
    score = rule_scores({"a": twice}, read_answers(tmp_path))["projects"]["list"]
    assert (score.precision, score.recall, round(score.f1, 3)) == (0.5, 1, 0.667)


def test_answers_that_cannot_be_compared(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no answers"):
        read_answers(tmp_path)
    write(tmp_path, "c", "2020-01-01")
    with pytest.raises(GoldError, match=r"c\.json: there is no release"):
        rule_scores(RELEASES, read_answers(tmp_path))
    write(tmp_path, "c", "mañana")
    with pytest.raises(GoldError, match=r"c\.json: .*date"):
        read_answers(tmp_path)
