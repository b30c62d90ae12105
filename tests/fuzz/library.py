"""The fast layer: one changed release after the other is parsed, extracted, put into data, and made a page."""

from __future__ import annotations

import io
import signal
import time
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from council.archive.archive import Archive
from council.archive.catalogue import file_candidates
from council.archive.review import review
from council.authority.files import load_authorities
from council.dialect import parse_release
from council.exports.archive_json import archive_json
from council.exports.archive_sqlite import write_sqlite
from council.extract.corrections import read_corrections
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary, vocabulary_of
from council.language.decoding import decode
from council.profile.loader import load_profile
from council_sphinx.core.domain import council_domain
from sites import small_project
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.writers.html5 import HTML5Translator

from fuzz.checks import active_parts, lost_words, shown_by_page, shown_by_tokens
from fuzz.corpus import RECORDS
from fuzz.failures import Failure, Figures, failure_of
from fuzz.mutants import record_mutant, release_mutant
from fuzz.shrinking import Tries, smallest_bytes

LIMIT = 2.0
"""Seconds of the processor that reading and showing a release takes at most."""
TRIES, PATIENCE = 1500, 60
"""How often a failing release is tried to be made smaller, and for how many seconds."""
_PAGE = "sessions/2020-01-01-a"


class Library:
    """An archive of one release, which is read and shown again and again as another."""

    def __init__(self, folder: Path, limit: float = LIMIT) -> None:
        self._limit = limit
        self.project = small_project(folder / "project", {"2020-01-01-a.md": "# A\n\nUno.\n"})
        self.records = load_authorities(self.project)[0]
        self.vocabulary: Vocabulary = vocabulary_of(self.records, load_profile(self.project))
        self.app = self._application()
        builder = self.app.builder
        assert isinstance(builder, StandaloneHTMLBuilder)
        self.builder = builder

    def _application(self) -> Sphinx:
        output = self.project / "_build"
        app = Sphinx(
            str(self.project), str(self.project), str(output / "html"), str(output / "doctrees"), "html",
            confoverrides={"pagefind_enabled": False}, status=None, warning=io.StringIO(),
        )  # fmt: skip
        app.build()
        return app

    def release_failure(self, data: bytes) -> Failure | None:
        """Read and show a release; give what fails, if anything does."""
        try:
            with limited(self._limit):
                failure = self._show(data) or self._read(data)
                self._export()
                return failure
        except Exception as error:
            return failure_of(error)

    def _show(self, data: bytes) -> Failure | None:
        """Make the page of a release, as a build does."""
        (self.project / f"{_PAGE}.md").write_bytes(data)
        builder, env = self.builder, self.app.env
        env.clear_doc(_PAGE)
        builder.read_doc(_PAGE)
        doctree = env.get_and_resolve_doctree(_PAGE, builder, tags=builder.tags)
        doctree.settings = builder.docsettings
        visitor = builder.create_translator(doctree, builder)
        assert isinstance(visitor, HTML5Translator)
        doctree.walkabout(visitor)
        page = f"<html><article role='main'>{''.join(visitor.body)}</article></html>"
        if parts := list(active_parts(page, frozenset())):
            return Failure("active", parts[0], "\n".join(parts))
        lost = lost_words(_text(data), shown_by_page(page))
        return Failure("words lost", "on the page", " ".join(lost)) if lost else None

    def _export(self) -> None:
        """Put what the page was read to into the data."""
        release = council_domain(self.app.env).releases[_PAGE]
        archive = Archive({_PAGE: release}, self.vocabulary.profile, self.records)
        archive_json(archive).encode()
        write_sqlite(archive, self.project / "_build" / "archive.sqlite")
        review(archive)

    def _read(self, data: bytes) -> Failure | None:
        """Read a release as the commands do, without Sphinx."""
        text = _text(data)
        tokens, environment = parse_release(text, "2020-01-01-a", self.vocabulary.profile.lexicon.dialect)
        lost = lost_words(text, shown_by_tokens(tokens, environment))
        return Failure("words lost", "by the dialect", " ".join(lost)) if lost else None

    def record_failure(self, data: bytes) -> Failure | None:
        """Read records that hold the same text, and corrections of it; give what fails, if anything does."""
        text = decode(data)
        try:
            with limited(self._limit), TemporaryDirectory() as folder:
                source = Path(folder)
                for kind in RECORDS:
                    (source / kind).mkdir()
                    for name in ("uno", "dos"):
                        (source / kind / f"{name}.md").write_bytes(data)
                read_corrections(text)
                records, _problems = load_authorities(source)
                vocabulary = vocabulary_of(records, self.vocabulary.profile)
                release, _notes = read_release("# A\n\n- Plan Uno\n", "2020-01-01-a", vocabulary)
                archive = Archive({_PAGE: release}, vocabulary.profile, records)
                archive_json(archive).encode()
                write_sqlite(archive, source / "archive.sqlite")
                review(archive)
                file_candidates(archive, source)
                return None
        except Exception as error:
            return failure_of(error)


def _text(data: bytes) -> str:
    return decode(data).replace("\r\n", "\n")


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise ``TimeoutError`` where what is done takes more of the processor."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"over {seconds} s")

    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def run_library(
    seed: str,
    count: int,
    known: Set[tuple[str, str]] = frozenset(),
    *,
    real: bool,
    tries: int = TRIES,
    limit: float = LIMIT,
) -> Figures:
    """Try so many mutants: releases, and now and then a record; what fails in a *known* way is not made small."""
    figures = Figures()
    with TemporaryDirectory() as folder, patch_docutils(folder), docutils_namespace():
        library = Library(Path(folder), limit)
        for number in range(count):
            name = f"{seed}/{number}"
            is_record = number % 8 == 7
            mutant = record_mutant(name) if is_record else release_mutant(name, real=real)
            check = library.record_failure if is_record else library.release_failure
            begun = time.process_time()
            failure = check(mutant.data)
            figures.took(time.process_time() - begun, f"{name}: {mutant}")
            if failure:
                is_known = (failure.check, failure.kind) in known
                data = mutant.data if is_known else _smallest(mutant.data, check, failure, tries)
                path = "projects/uno.md" if is_record else f"{_PAGE}.md"
                figures.failures.append((check(data) or failure).of(f"mutant {name}: {mutant}", {path: data}))
    return figures


def _smallest(data: bytes, check: Callable[[bytes], Failure | None], failure: Failure, tries: int) -> bytes:
    def fails(some: bytes) -> bool:
        other = check(some)
        return other is not None and (other.check, other.kind) == (failure.check, failure.kind)

    return smallest_bytes(data, fails, Tries(tries, PATIENCE))
