"""What the classes of a PHP file say of themselves, read from its text; nothing is ever run.

A property is told where it is declared (``protected $name = 'value';``, ``const NAME = 'value';``), and where the
constructor assigns it in any case (``$this->name = 'value';``, ``.=``).  Its value is a literal: strings and heredocs,
joined with dots or not, numbers, ``true``, ``false``, ``null``, and arrays of these.  Everything else, as a call, a
variable, an assignment under a condition or by another method, is told as :class:`NoLiteral` and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from council.importers.php_tokens import PhpSourceError, Token, tokens_of

__all__ = ["NoLiteral", "PhpClass", "PhpProperty", "PhpSourceError", "PhpValue", "php_classes"]


@dataclass(frozen=True, slots=True)
class NoLiteral:
    """A value that only running the source would tell."""


PhpValue = str | int | float | bool | None | tuple["PhpValue", ...] | Mapping[str, "PhpValue"] | NoLiteral
"""A literal; an array is a tuple, one with keys a mapping."""


@dataclass(frozen=True, slots=True)
class PhpProperty:
    """The last value of a property, and the line that gives it."""

    value: PhpValue
    line: int


@dataclass(frozen=True, slots=True)
class PhpClass:
    """A class: its name, the line of it, and its properties by their names."""

    name: str
    line: int
    properties: Mapping[str, PhpProperty]


def php_classes(source: str) -> list[PhpClass]:
    """Give the classes of a PHP file in order; raises :class:`PhpSourceError` where it ends in a string or comment."""
    return [
        PhpClass(read.name, read.line, {name: value.told() for name, value in read.properties.items()})
        for read in _Reader(tokens_of(source)).classes()
    ]


_CONSTRUCTOR = "__construct"
_COMPARISONS = frozenset(("==", "===", "!=", "!==", "<=", ">="))
_CONTROL = frozenset("if else elseif for foreach while switch do try declare".split())
_CONSTANTS: Mapping[str, PhpValue] = {"true": True, "false": False, "null": None, "php_eol": "\n"}
_WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")
_DECIMAL = re.compile(r"[0-9]{1,17}\.[0-9]{1,17}")
_DEEPEST = 20
"""Arrays in arrays that are read."""


class _NoLiteralError(Exception):
    """What is being read is no literal."""


@dataclass(slots=True)
class _Value:
    """A property that is being put together: its last value, what was added to it, and its line."""

    first: PhpValue
    line: int
    added: list[str] = field(default_factory=list)

    def told(self) -> PhpProperty:
        return PhpProperty(self.first + "".join(self.added) if isinstance(self.first, str) else self.first, self.line)


@dataclass(slots=True)
class _Class:
    """A class that is being read: *depth* counts the braces around its body."""

    name: str
    line: int
    depth: int
    properties: dict[str, _Value] = field(default_factory=dict)

    def note(self, name: str, value: PhpValue, line: int, *, adds: bool = False) -> None:
        before = self.properties.get(name)
        if adds and before and isinstance(before.first, str) and isinstance(value, str):
            before.added.append(value)
        else:
            self.properties[name] = _Value(NoLiteral() if adds else value, line)


class _Reader:
    """Reads tokens one by one, and each of them once."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._tokens = chain(tokens, [Token("end", "", 0)])
        self._token = next(self._tokens)
        self._before = self._token
        self._depth = 0
        self._read: list[_Class] = []
        self._method = ""
        self._conditional = False
        """Whether what follows in the method may be under a condition of the form ``if (…): … endif;``."""
        self._controls = False
        """Whether the statement being read decides what runs."""

    def classes(self) -> list[_Class]:
        """Read the whole file."""
        class_: _Class | None = None
        begins = True
        while self._token.kind != "end":
            if self._is("{", "}", ";"):
                class_ = self._bound(class_)
                begins = True
                continue
            if self._token.kind == "name" and self._token.text == "class" and not self._before_is("->", "::", "new"):
                class_ = self._class() or class_
            elif class_ and begins and self._depth == class_.depth:
                self._declaration(class_)
            elif class_ and self._token.text == "$this":
                self._assignment(class_, begins)
            else:
                self._look_at_condition(begins)
                self._advance()
            begins = False
        return self._read

    def _bound(self, class_: _Class | None) -> _Class | None:
        """Pass over what ends or opens a block or a statement, and give the class in which the next one stands."""
        self._depth += {"{": 1, "}": -1}.get(self._token.text or "", 0)
        self._advance()
        self._controls = False
        return None if class_ and self._before_is("}") and self._depth < class_.depth else class_

    def _class(self) -> _Class | None:
        line = self._token.line
        self._advance()
        if self._token.kind != "name":
            return None
        self._read.append(_Class(self._token.text or "", line, self._depth + 1))
        return self._read[-1]

    def _declaration(self, class_: _Class) -> None:
        """Read the head of a method, or properties or constants with their values."""
        words: list[Token] = []
        while self._token.kind == "name" or self._is("?", "|", "\\", "&"):
            words += [self._token] if self._token.kind == "name" else []
            self._advance()
            if words and words[-1].text == "function":
                self._method, self._conditional = self._token.text or "", False
                return
        constant = words[-1] if any(word.text == "const" for word in words) else None
        while constant or self._token.kind == "variable":
            place = constant or self._token
            if not constant:
                self._advance()
            if self._is("="):
                self._advance()
                class_.note((place.text or "").lstrip("$"), self._value(",", ";"), place.line)
            if not self._is(","):
                return
            self._advance()
            if constant:
                constant = self._token
                self._advance()

    def _assignment(self, class_: _Class, begins: bool) -> None:
        """Read what follows on ``$this``, if it gives a property a value."""
        line = self._token.line
        self._advance()
        if not self._is("->"):
            return
        self._advance()
        name, is_name = self._token.text or "", self._token.kind == "name"
        if not is_name:
            return
        self._advance()
        operator = self._token.text or "" if self._token.kind == "sign" else ""
        assigns = operator.endswith("=") and operator not in _COMPARISONS
        if not (assigns or (begins and operator == "[")):
            return
        constructs = self._method.lower() in {_CONSTRUCTOR, class_.name.lower()}
        always = constructs and begins and not self._conditional and self._depth == class_.depth + 1
        value: PhpValue = NoLiteral()
        if always and operator in {"=", ".="}:
            self._advance()
            value = self._value(";")
        if constructs or name not in class_.properties:
            class_.note(name, value, line, adds=operator == ".=")

    def _look_at_condition(self, begins: bool) -> None:
        """Note where a block opens without a brace; what follows may not run."""
        if begins and self._token.kind == "name":
            self._controls = (self._token.text or "").lower() in _CONTROL
        if self._controls and self._is(":") and self._before_is(")", "else"):
            self._conditional = True

    def _value(self, *ends: str) -> PhpValue:
        """Read a value that one of the signs *ends* ends."""
        try:
            value = self._expression()
        except _NoLiteralError:
            return NoLiteral()
        return value if self._is(*ends) else NoLiteral()

    def _expression(self, depth: int = 0) -> PhpValue:
        values = [self._term(depth)]
        while self._is("."):
            self._advance()
            values.append(self._term(depth))
        if len(values) == 1:
            return values[0]
        if any(isinstance(value, bool) or not isinstance(value, str | int) for value in values):
            raise _NoLiteralError
        return "".join(map(str, values))

    def _term(self, depth: int) -> PhpValue:
        if self._is("[", "(", "-"):
            return self._opened(depth)
        kind, text = self._token.kind, self._token.text
        self._advance()
        if kind == "string" and text is not None:
            return text
        if kind == "number" and text is not None:
            return _number(text)
        if kind == "name" and text is not None and text.lower() in _CONSTANTS:
            return _CONSTANTS[text.lower()]
        if kind == "name" and text is not None and text.lower() == "array" and self._is("("):
            return self._array(")", depth)
        raise _NoLiteralError

    def _opened(self, depth: int) -> PhpValue:
        """Read what begins with a sign: an array, a value in parentheses, a number below nothing."""
        if self._is("["):
            return self._array("]", depth)
        negative = self._is("-")
        self._advance()
        if depth >= _DEEPEST or (negative and self._token.kind != "number"):
            raise _NoLiteralError
        value = self._term(depth) if negative else self._expression(depth + 1)
        if negative and isinstance(value, int | float):
            return -value
        if negative or not self._is(")"):
            raise _NoLiteralError
        self._advance()
        return value

    def _array(self, close: str, depth: int) -> PhpValue:
        if depth >= _DEEPEST:
            raise _NoLiteralError
        entries: dict[str, PhpValue] = {}
        following = 0
        self._advance()
        while not self._is(close):
            value = self._expression(depth + 1)
            key: PhpValue = following
            if self._is("=>"):
                self._advance()
                key, value = value, self._expression(depth + 1)
            if isinstance(key, bool) or not isinstance(key, str | int):
                raise _NoLiteralError
            entries[str(key)] = value
            following = max(following, int(key) + 1) if _WHOLE.fullmatch(str(key)) else following
            if self._is(","):
                self._advance()
            elif not self._is(close):
                raise _NoLiteralError
        self._advance()
        is_list = all(key == str(place) for place, key in enumerate(entries))
        return tuple(entries.values()) if is_list else entries

    def _advance(self) -> None:
        self._before = self._token
        self._token = next(self._tokens, self._token)

    def _is(self, *signs: str) -> bool:
        return self._token.kind == "sign" and self._token.text in signs

    def _before_is(self, *texts: str) -> bool:
        return self._before.kind != "string" and self._before.text in texts


def _number(text: str) -> int | float:
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    raise _NoLiteralError
