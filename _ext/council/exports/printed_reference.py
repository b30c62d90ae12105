"""A reference as it is printed, whatever its style: its texts in order, and how a text refers to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """The parts of a reference: *emphasis* is in italics, *address* a link, empty where there is none.

    *in_text* is what stands in parentheses where a text refers to it: author and year.
    """

    lead: str
    emphasis: str
    rest: str
    address: str
    in_text: str

    def __str__(self) -> str:
        return f"{self.lead}{self.emphasis}{self.rest}{self.address}".strip()

    def cited(self, locator: str = "") -> str:
        """Give how a text refers to it, to the place that *locator* tells: ``(Institute, 2020, para. 12)``."""
        return f"({', '.join(filter(None, (self.in_text, locator)))})"
