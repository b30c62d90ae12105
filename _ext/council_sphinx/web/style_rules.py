"""Style sheets as rules: joined, made small, and split into what most pages need and what few do."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(r"\s+")
_AROUND_MARKS = re.compile(r"\s*([{};,>])\s*")
_STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")
_TEXT_OR_SIGN = re.compile(r"\"[^\"]*\"|'[^']*'|[(){},;]", re.DOTALL)
_ADDRESS = re.compile(r"url\(\s*([\"']?)(?!data:|https?:|/)([^\"')]+)\1\s*\)")
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_VARIABLE = re.compile(r"--[\w-]+")
_HOLDS_RULES = ("@media", "@supports", "@layer", "@container")


class Rule(NamedTuple):
    """A rule: the conditions that it stands below (``@media print``), its selectors or its at-rule, its declarations."""

    conditions: tuple[str, ...]
    head: str
    body: str


class SplitSheet(NamedTuple):
    """A sheet in two: *names* are the classes and ids by which a page needs the second."""

    most: str
    few: str
    names: frozenset[str]


def smaller(sheet: str) -> str:
    """Give *sheet* without comments and without spaces that mean nothing."""
    pieces = _STRING.split(_COMMENT.sub("", sheet))
    pieces[::2] = [_AROUND_MARKS.sub(r"\1", _SPACES.sub(" ", piece)) for piece in pieces[::2]]
    return "".join(pieces).replace(";}", "}").strip()


def moved(sheet: str, path: str) -> str:
    """Give the sheet that stood at *path* as it must be at the root: its addresses lead from there."""
    folder = posixpath.dirname(path)
    return _ADDRESS.sub(lambda found: f'url("{posixpath.normpath(posixpath.join(folder, found[2]))}")', sheet)


def split(sheet: str, common: Container[str], others: str) -> SplitSheet:
    """Split *sheet*: rules of the *common* classes and ids, or of none, are for most pages, with the variables they use.

    *others* are sheets that use its variables, too.
    """
    most: list[Rule] = []
    few: list[Rule] = []
    for rule in rules_of(sheet):
        selectors = _pieces(rule.head, ",")
        usual = [selector for selector in selectors if all(name in common for name in _NAME.findall(selector))]
        rare = [selector for selector in selectors if selector not in usual]
        most += [rule._replace(head=",".join(usual))] if usual else []
        few += [rule._replace(head=",".join(rare))] if rare else []
    names = {name for rule in few for name in _NAME.findall(rule.head) if name not in common}
    used = _variables_used(most, others)
    unused = [_with_variables(rule, used, wanted=False) for rule in most]
    kept = [_with_variables(rule, used, wanted=True) for rule in most]
    return SplitSheet(_text(kept), _text([*unused, *few]), frozenset(names))


def rules_of(sheet: str, conditions: tuple[str, ...] = ()) -> Iterator[Rule]:
    """Give the rules of *sheet*, those within conditions by themselves."""
    head, depth, start = "", 0, 0
    for sign in _TEXT_OR_SIGN.finditer(sheet):
        if sign[0] == "{":
            depth += 1
            if depth == 1:
                head, start = sheet[start : sign.start()].strip(), sign.end()
        elif sign[0] == "}":
            depth -= 1
            if depth == 0:
                body, start = sheet[start : sign.start()], sign.end()
                if head.startswith(_HOLDS_RULES):
                    yield from rules_of(body, (*conditions, head))
                else:
                    yield Rule(conditions, head, body.strip())


def _pieces(text: str, separator: str) -> list[str]:
    """Give what stands between the *separator* outside of brackets and quotation marks."""
    pieces, depth, start = [], 0, 0
    for sign in _TEXT_OR_SIGN.finditer(text):
        if sign[0] in "()":
            depth += 1 if sign[0] == "(" else -1
        elif sign[0] == separator and depth == 0:
            pieces.append(text[start : sign.start()].strip())
            start = sign.end()
    return [piece for piece in [*pieces, text[start:].strip()] if piece]


def _variables_used(rules: Iterable[Rule], others: str) -> set[str]:
    """Give the variables that *rules* and *others* use, and those that these are made of."""
    used = set(_VARIABLE.findall(others))
    made_of: dict[str, set[str]] = {}
    for rule in rules:
        for declaration in _pieces(rule.body, ";"):
            name, _colon, value = declaration.partition(":")
            variables = set(_VARIABLE.findall(value))
            if name.startswith("--"):
                made_of[name] = made_of.get(name, set()) | variables
            else:
                used |= variables
    waiting = list(used)
    while waiting:
        more = made_of.get(waiting.pop(), set()) - used
        used |= more
        waiting += more
    return used


def _with_variables(rule: Rule, used: Container[str], *, wanted: bool) -> Rule:
    """Give *rule* with the variables that are *used*, and all else; or with those that are not, and nothing else."""
    kept = []
    for declaration in _pieces(rule.body, ";"):
        name = declaration.partition(":")[0]
        is_unused = name.startswith("--") and name not in used
        if is_unused != wanted:
            kept.append(declaration)
    return rule._replace(body=";".join(kept))


def _text(rules: Iterable[Rule]) -> str:
    told = [rule for rule in rules if rule.body]
    texts = []
    for conditions, below in groupby(told, key=lambda rule: rule.conditions):
        text = "".join(f"{rule.head}{{{rule.body}}}" for rule in below)
        for condition in reversed(conditions):
            text = f"{condition}{{{text}}}"
        texts.append(text)
    return "".join(texts)
