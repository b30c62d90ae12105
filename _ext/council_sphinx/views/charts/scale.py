"""The scale of an axis: its ends and its ticks, at round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_STEPS = (1, 2, 5, 10)
"""The distance of two ticks is one of these, or ten times as much, or a tenth …"""
_SMALL = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from the first of its *ticks* to the last."""

    ticks: tuple[Decimal, ...]

    @classmethod
    def of(cls, values: Sequence[Decimal], most_ticks: int, small: Decimal = _SMALL) -> Scale:
        """Give the scale of *values*, which begins at 0 unless the span of them is *small*, as part of the lowest."""
        low, high = min(values), max(values)
        if low > 0 and high - low >= low * small:
            low = Decimal(0)
        if low == high:
            low, high = (Decimal(0), high) if high > 0 else (high, high + 1)
        step = _step((high - low) / most_ticks)
        first, last = math.floor(low / step), math.ceil(high / step)
        return cls(tuple(step * number for number in range(first, last + 1)))

    def place(self, value: Decimal) -> float:
        """Give where *value* stands, 0 at the beginning and 1 at the end."""
        return float((value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]))


def _step(least: Decimal) -> Decimal:
    """Give the round distance that is not below *least*."""
    power = Decimal(10) ** math.floor(least.log10())
    return next(power * step for step in _STEPS if power * step >= least)
