"""Long sentences end with a clause where they stand for a title."""

from __future__ import annotations

import pytest
from council.language.clauses import LONGEST, up_to_clause
from council.language.word_lists import Words

RELATIVES = Words(["which", "that"])
LONG = "where the neighbours told what they want and what they fear of the works in their streets and parks"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A short one, with a clause.", "A short one, with a clause."),
        (f"The Commission presented the Trail Plan at the Library, {LONG}.", "The Commission presented the Trail Plan at the Library"),
        (
            f"On the 10th of October, the Commission (planning, parks, water) met in the Old Library of Lakeport near the river, {LONG}.",
            "On the 10th of October, the Commission (planning, parks, water) met in the Old Library of Lakeport near the river",
        ),
        (
            f"The Commission presented the plan of 1,200 trees which will stand along the river, {LONG}",
            "The Commission presented the plan of 1,200 trees which will stand along the river",
        ),
        (
            "The Commission presented the plan for trees along the river which will stand there for as long as there is water in it",
            "The Commission presented the plan for trees along the river",
        ),
    ],
)  # fmt: skip
def test_a_sentence_ends_with_a_clause(sentence: str, expected: str) -> None:
    assert up_to_clause(sentence, RELATIVES, 90) == expected


def test_a_sentence_without_a_clause_stays() -> None:
    assert up_to_clause("word " * LONGEST, RELATIVES, 90) == "word " * LONGEST
