"""What a mention quotes."""

from __future__ import annotations

from council.language.quotations import LONGEST_QUOTATION, quotation_of
from hypothesis import given
from hypothesis import strategies as st


@given(st.text(max_size=3 * LONGEST_QUOTATION))
def test_a_short_one_is_whole_and_a_long_one_ends_behind_a_word(text: str) -> None:
    words = text.split()
    quotation = quotation_of(text)
    assert len(quotation) <= LONGEST_QUOTATION + 2
    if len(" ".join(words)) <= LONGEST_QUOTATION:
        assert quotation == " ".join(words)


def test_an_ellipsis_stands_for_the_rest() -> None:
    quotation = quotation_of("Avances,\nplanes, " * 100)
    assert quotation.endswith(("planes …", "Avances …"))
    assert "\n" not in quotation
