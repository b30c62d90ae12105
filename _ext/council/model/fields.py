"""Fields of front matter, read and checked by the types that a record declares.

A record declares its fields once, as a ``msgspec.Struct``: names, types, what each says.  Whatever is wrong is told
field by field and item by item, each with its line; what is right is kept.  Beside what ``msgspec`` checks, a field may
say in ``extra`` of its ``Meta`` what is ``wanted`` in words, and name a function that tells whether it ``holds``.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import Meta

from council.model.partial_dates import PartialDate

ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
"""What the id of a record, its file name, looks like."""

Text = Annotated[str, Meta(min_length=1, extra={"wanted": "text"})]
Id = Annotated[str, Meta(pattern=ID, extra={"wanted": "id of a record"})]
WebAddress = Annotated[
    str, Meta(pattern=r"^https?://\S+$", extra={"wanted": "web address; it begins with https:// or http://"})
]
Date = Annotated[PartialDate, Meta(extra={"wanted": "date; write 2020-11-30, or 2020-11 where no day is known"})]
Flag = Annotated[bool, Meta(extra={"wanted": "true or false"})]
Line = Annotated[int, Meta(ge=1, extra={"wanted": "number of a line"})]

Lines = Mapping[tuple[str | int, ...], int]
"""The line of each value by the keys and indices that lead to it: ``("led_by", 0, "person")``."""

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*")
_PLACE = re.compile(r" - at `\$(.*)`$")
_LONGEST_TOLD = 80


@dataclass(frozen=True, slots=True)
class WrongField:
    """What is wrong with a field, and the line of the value."""

    field: str
    line: int
    message: str


def read_fields(
    struct: type[msgspec.Struct], data: Mapping[str, Any], lines: Lines
) -> tuple[dict[str, Any], list[WrongField]]:
    """Give the arguments for *struct* that *data* holds, and what is wrong with the rest.

    Leaves of *data* are texts; an empty field (``None``) counts as absent.  Where a list is wanted, one value stands
    for a list of one.
    """
    fields = _fields_of(struct)
    values: dict[str, Any] = {}
    wrong: list[WrongField] = []
    for key, value in data.items():
        field = fields.get(key)
        if field is None:
            wrong.append(_wrong(f"unknown field {key!r}; known are {', '.join(fields)}", lines, key))
        elif value is not None:
            try:
                values[field.name] = _read(value, field.type, lines, wrong, key)
            except _WrongValueError as error:
                wrong.append(_wrong(str(error), lines, key, *error.place))
    return values, wrong


@lru_cache(maxsize=32)
def _fields_of(struct: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """Give the fields of *struct* by the names that a file has for them."""
    return {field.encode_name: field for field in msgspec.structs.fields(struct)}


class _WrongValueError(ValueError):
    def __init__(self, message: str, place: tuple[str, ...]) -> None:
        super().__init__(message)
        self.place = place


def _read(value: Any, annotation: Any, lines: Lines, wrong: list[WrongField], key: str) -> Any:
    type_, extra = _unwrapped(annotation)
    if get_origin(type_) is not tuple:
        return _converted(value, annotation)
    items = []
    for index, item in enumerate(_listed(value, extra.get("separator"))):
        try:
            items.append(_converted(item, get_args(type_)[0]))
        except _WrongValueError as error:
            wrong.append(_wrong(str(error), lines, key, index, *error.place))
    return tuple(items)


def _listed(value: Any, separator: str | None) -> list[Any]:
    if isinstance(value, str) and separator:
        return [part for part in value.split(separator) if part.strip()]
    return value if isinstance(value, list) else [value]


def _converted(value: Any, annotation: Any) -> Any:
    _type, extra = _unwrapped(annotation)
    try:
        converted = msgspec.convert(_completed(value, annotation), annotation, strict=False, dec_hook=read_date)
        if "holds" in extra and not extra["holds"](converted):
            raise msgspec.ValidationError
        return converted
    except msgspec.ValidationError as error:
        told = str(value)
        told = told if len(told) <= _LONGEST_TOLD else f"{told[:_LONGEST_TOLD]}…"
        place = _PLACE.search(str(error))
        reason = f" ({_PLACE.sub('', str(error))})" if isinstance(value, dict) else ""
        message = f"{told!r} is no {extra.get('wanted', 'such value')}{reason}"
        raise _WrongValueError(message, tuple(re.findall(r"\.(\w+)", place[1] if place else ""))) from None


def _completed(value: Any, annotation: Any) -> Any:
    """Give *value* with single spaces in its texts, and without its empty parts."""
    type_, _extra = _unwrapped(annotation)
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict) and isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        known = {name: field.type for name, field in _fields_of(type_).items()}
        return {key: _completed(part, known.get(key)) for key, part in value.items() if part is not None}
    return value


def read_date(type_: type, value: Any) -> PartialDate:
    """Give the date that *value* tells, of a moment its day: the one type of ours that ``msgspec`` asks to be read.

    Raises ``ValueError`` where it tells none.
    """
    if type_ is not PartialDate or not isinstance(value, str):
        raise ValueError(f"{value!r} is no text with a date")
    moment = _MOMENT.fullmatch(value)
    return PartialDate(moment[1] if moment else value)


def _unwrapped(annotation: Any) -> tuple[Any, dict[str, Any]]:
    """Give the type within ``Annotated`` and ``| None``, and what is said of it."""
    extra: dict[str, Any] = {}
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *said = get_args(annotation)
            for meta in said:
                extra |= getattr(meta, "extra", None) or {}
        elif get_origin(annotation) in {Union, types.UnionType}:
            annotation = next(type_ for type_ in get_args(annotation) if type_ is not types.NoneType)
        else:
            return annotation, extra


def line_of(lines: Lines, *place: str | int) -> int:
    """Give the line of the value at *place*, or of the nearest one around it."""
    return next((lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines), 1)


def _wrong(message: str, lines: Lines, *place: str | int) -> WrongField:
    return WrongField(str(place[0]), line_of(lines, *place), message)
