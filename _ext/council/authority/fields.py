"""The fields of an authority record: each value checked, and turned into what the record holds.

A reader gives the value and an empty string, or ``None`` and what is wrong.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from council.dialect.front_matter import is_web_address
from council.model.authorities import Leadership, Span

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What the id of a record, its file name, looks like."""


def _text(value: Any) -> tuple[Any, str]:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split()), ""
    return None, f"a text is wanted, not {value!r}"


def _texts(value: Any) -> tuple[Any, str]:
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list) and all(isinstance(one, (str, int)) and str(one).strip() for one in values):
        return tuple(" ".join(str(one).split()) for one in values), ""
    return None, f"a list of texts is wanted, not {value!r}"


def _id(value: Any) -> tuple[Any, str]:
    if isinstance(value, str) and ID.fullmatch(value):
        return value, ""
    return None, f"the id of a record is wanted, not {value!r}"


def _ids(value: Any) -> tuple[Any, str]:
    texts, problem = _texts(value)
    if problem or not all(ID.fullmatch(one) for one in texts):
        return None, f"the id of a record is wanted, or a list of ids, not {value!r}"
    return texts, ""


def _date(value: Any, last: bool) -> datetime.date | None:
    """Give a date; a year, or a year and a month, stand for their first day, or their *last*."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", str(value).strip())
    if match is None:
        raise ValueError
    year, month, day = int(match[1]), int(match[2] or (12 if last else 1)), match[3]
    if day:
        return datetime.date(year, month, int(day))
    if not last:
        return datetime.date(year, month, 1)
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _read_span(value: Any) -> Span:
    if not isinstance(value, dict) or not value.keys() <= {"from", "to"}:
        raise ValueError
    start, end = (value.get("from"), value.get("to"))
    return Span(
        _date(start, last=False) if start is not None else None, _date(end, last=True) if end is not None else None
    )


def _span(value: Any) -> tuple[Any, str]:
    try:
        span = _read_span(value)
    except ValueError:
        return None, f"'from' and 'to' with dates or years are wanted, not {value!r}"
    if span.start and span.end and span.end < span.start:
        return None, "it ends before it begins"
    return span, ""


def _leaders(value: Any) -> tuple[Any, str]:
    wanted = "a list of 'person', 'from' and 'to' is wanted"
    if not isinstance(value, list):
        return None, wanted
    leaders = []
    for one in value:
        if (
            not isinstance(one, dict)
            or not isinstance(one.get("person"), str)
            or not one.keys() <= {"person", "from", "to"}
        ):
            return None, wanted
        span, problem = _span({key: one[key] for key in ("from", "to") if key in one})
        if problem:
            return None, problem
        leaders.append(Leadership(one["person"], span))
    return tuple(leaders), ""


def _website(value: Any) -> tuple[Any, str]:
    text = str(value).strip()
    return (text, "") if is_web_address(text) else (None, f"a web address is wanted, not {value!r}")


READERS: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "name": _text,
    "aliases": _texts,
    "kind": _text,
    "parent": _id,
    "directorate": _ids,
    "preceded_by": _ids,
    "valid": _span,
    "led_by": _leaders,
    "website": _website,
    "note": _text,
}
"""The reader of each field of the front matter."""
