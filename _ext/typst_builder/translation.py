"""What one document gives to a book: its code, and what the book must know of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from .weights import Weight


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index: *term*, and *below* it another or nothing; *main* where the term has its own page."""

    term: str
    below: str
    place: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A warning: its *subtype*, what is wrong and what to do, and the line of the document, 0 where none is known."""

    subtype: str
    message: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document: the *line* where it begins, and what may be printed instead of it.

    *places* is code that marks what is led to in it; *text* is that of its text without its form.
    """

    line: int
    places: str
    text: str


@dataclass(slots=True)
class Translation:
    """A document in Typst: its code, block by block, and as many *blocks* that tell of them.

    *anchors* maps each name that can be linked to, ``docname`` or ``docname#id``, to the one that bears the
    label in the code; *references* are the names that the document links to, and *told* what the documents
    that bear them were called then.  *unknown* maps the types of nodes that no visitor knows to the line where
    one stands first.  Its *weight* is an estimate.
    """

    code: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    index: list[IndexEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[str, int] = field(default_factory=dict)
    pictures: list[str] = field(default_factory=list)
    weight: Weight = field(default_factory=Weight)

    @property
    def neighbours(self) -> set[str]:
        """The documents that this one links to."""
        return {name.partition("#")[0] for name in self.references}

    def to_json(self) -> str:
        """Give all but the code as JSON."""
        values = asdict(self)
        del values["code"]
        return json.dumps(values, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Translation:
        """Take what :meth:`to_json` gave."""
        values = json.loads(text)
        values["blocks"] = [Block(**one) for one in values["blocks"]]
        values["index"] = [IndexEntry(**entry) for entry in values["index"]]
        values["weight"] = Weight(**values["weight"])
        values["problems"] = [Problem(**problem) for problem in values["problems"]]
        return cls(**values)
