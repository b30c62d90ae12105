"""A Sphinx builder that makes PDFs with Typst: documents are translated, put in books, and compiled."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from pathlib import Path
from typing import ClassVar

from extension_kit.fonts import FONTS
from extension_kit.large_chunks import WORTH_FORKING, WorksInLargeChunks
from extension_kit.whole_files import remove_made, write_whole
from safe_pictures.raster_pictures import PictureError
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.display import status_iterator

from .bindery import Bindery
from .compiler import PLACES, Compiler
from .fragments import Fragments, file_stem, import_line
from .glyphs import Glyphs
from .literals import string
from .main_file import Setting
from .outline import Book, book_of_contents
from .print_pictures import PrintPicture, PrintPictures
from .translation import Translation
from .translator import TypstTranslator
from .weights import weight_of

logger = logging.getLogger(__name__)

WORK = "typst"
"""The folder of the Typst project, below the output."""
_HERE = Path(__file__).parent


class TypstBuilder(WorksInLargeChunks):
    """Builds the books that extensions give on ``typst-books``, else one of the whole project."""

    name = "typst"
    format = "typst"
    epilog = "The PDF files are in %(outdir)s."
    allow_parallel = True
    default_translator_class = TypstTranslator
    supported_image_types: ClassVar[list[str]] = [
        "image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/avif", "image/gif",
    ]  # fmt: skip
    supported_remote_images = True

    def init(self) -> None:
        """Prepare the folders."""
        self.work = Path(self.outdir) / WORK
        self.compiler = Compiler(self.work, self.config.typst_standards, max(self._app.parallel, 1))
        self.fragments = Fragments(self.work / "documents")
        self.pictures = PrintPictures(self.work / "pictures", self.compiler)
        self.glyphs = Glyphs(FONTS)
        self._mark_picture: PrintPicture | None = None

    def get_outdated_docs(self) -> str:
        """A book is made as a whole; which of its documents are translated is seen while writing."""
        return "all documents"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Give the name of a document's place in the book."""
        return f"%{docname}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """Places in a book do not depend on where one is."""
        return self.get_target_uri(to, typ)

    # -- documents ----------------------------------------------------------------------------------------

    def write_documents(self, docnames: Set[str]) -> None:
        """Translate what changed, then make each book."""
        books = self._books()
        looks = self._write_looks()
        wanted = list(dict.fromkeys(docname for book in books for docname in book.documents()))
        states = self._states(wanted)
        self._called = _called(self.env)
        translations = {docname: found for docname in wanted if (found := self._known(docname, states[docname]))}
        missing = [docname for docname in wanted if docname not in translations]
        self._translate(missing, states)
        for docname in missing:
            translation = self.fragments.load(docname, states[docname])
            assert translation is not None
            translations[docname] = translation
        self._tell_problems(translations)
        sets = [self._volumes(book, translations) for book in books]
        bindery = Bindery(Path(self.outdir), self.fragments, self.compiler, self._setting(), looks, translations)
        if bindery.make(sets):
            self._remove_replaced(books, sets)
        else:
            self._app.statuscode = 1
        self._remove_stale()

    def _books(self) -> list[Book]:
        given = [books for books in self.events.emit("typst-books") if books is not None]
        if given:
            return [book for books in given for book in books]
        config = self.config
        name = config.typst_name or re.sub(r"\W+", "-", config.project).strip("-").lower() or "book"
        return [book_of_contents(self.env, name, config.typst_title or config.project, config.author)]

    def _volumes(self, book: Book, translations: dict[str, Translation]) -> list[Book]:
        """Give the volumes that a book is made as, else itself."""
        weights = {docname: translations[docname].weight for docname in book.documents()}
        given = self.events.emit_firstresult("typst-volumes", book, weights) if book.partible else None
        return given or [book]

    def _states(self, docnames: list[str]) -> dict[str, str]:
        """Give for each document a digest of all that its translation shows."""
        pictures: dict[str, list[str]] = {docname: [] for docname in docnames}
        for path, (readers, _name) in sorted(self.env.images.items()):
            stamp = f"{path} {_stamp(self.srcdir / path)}"
            for docname in readers & pictures.keys():
                pictures[docname].append(stamp)
        states = {}
        for docname in docnames:
            doctree = (Path(self.doctreedir) / f"{docname}.doctree").read_bytes()
            more = sorted(str(state) for state in self.events.emit("typst-document-state", docname) if state)
            states[docname] = Fragments.state(doctree, str(self.config.language), *pictures[docname], *more)
        return states

    def _known(self, docname: str, state: str) -> Translation | None:
        """Give the translation of a document if neither it nor the title of one that it links to has changed."""
        found = self.fragments.load(docname, state)
        return found if found and found.told == self._told(found) else None

    def _told(self, translation: Translation) -> dict[str, str]:
        return {name: self._called[name] for name in sorted(translation.neighbours) if name in self._called}

    def _translate(self, docnames: list[str], states: dict[str, str]) -> None:
        def chunk(some: list[str]) -> None:
            for docname in some:
                self.fragments.save(docname, states[docname], self._translation(docname))

        message = "translating... "
        if self._app.parallel > 1 and len(docnames) >= WORTH_FORKING:
            self.in_processes(docnames, chunk, lambda _some, _result: None, message)
            return
        for docname in status_iterator(docnames, message, "darkgreen", len(docnames), self.config.verbosity):
            chunk([docname])

    def _translation(self, docname: str) -> Translation:
        doctree = self.env.get_doctree(docname)
        self.env.apply_post_transforms(doctree, docname)
        self.post_process_images(doctree)
        visitor = self.create_translator(doctree, self, docname, self.glyphs, self.pictures)
        assert isinstance(visitor, TypstTranslator)
        doctree.walkabout(visitor)
        translation = visitor.translation
        translation.told = self._told(translation)
        translation.weight = weight_of(translation.code, (self.pictures.folder / name for name in translation.pictures))
        return translation

    def _tell_problems(self, translations: dict[str, Translation]) -> None:
        unknown: set[str] = set()
        for docname, translation in translations.items():
            for problem in translation.problems:
                place = (docname, problem.line) if problem.line else docname
                logger.warning(problem.message, type="typst", subtype=problem.subtype, location=place)
            for name, line in translation.unknown.items():
                if name not in unknown:
                    message = f"no visitor for the node {name!r}; its text is kept. Add one: add_node(…, typst=(visit, depart))"
                    logger.warning(message, type="typst", subtype="node", location=(docname, line) if line else docname)
            unknown |= translation.unknown.keys()

    # -- books --------------------------------------------------------------------------------------------

    def _write_looks(self) -> bytes:
        """Put the looks into the Typst project; give them all."""
        accent = f"#let accent = rgb({string(self.config.typst_accent)})\n"
        files = {
            "theme.typ": accent.encode() + (_HERE / "theme.typ").read_bytes(),
            "book.typ": (_HERE / "book.typ").read_bytes(),
        }
        given = [(Path(self.confdir) / file).read_bytes() for file in self.config.typst_styles]
        files |= {f"styles/{number}.typ": looks for number, looks in enumerate(given)}
        lines = [import_line(f"/styles/{number}.typ", f"styles-{number}") for number in range(len(given))]
        together = " + ".join([f"styles-{number}.styles" for number in range(len(given))] or ["(:)"])
        files["styles.typ"] = "\n".join([*lines, f"#let styles = {together}", ""]).encode()
        for name, looks in files.items():
            write_whole(self.work / name, looks)
        return b"".join(files.values()) + repr(self.config.typst_standards).encode()

    def _setting(self) -> Setting:
        """Give what all books have in common."""
        language, _, region = str(self.config.language or "en").replace("-", "_").partition("_")
        region = region or self.config.typst_region
        return Setting(
            language, region, self.config.typst_paper, self.config.typst_page_mark, self.glyphs, self._mark()
        )

    def _mark(self) -> str:
        """Give the path of the mark for covers; empty where there is none, or it cannot be printed, which is told."""
        name = self.config.typst_mark
        if not name:
            return ""
        try:
            self._mark_picture = self.pictures.prepare(Path(self.confdir) / name)
        except PictureError as error:
            message = "typst_mark: %r cannot be printed (%s); books have no mark. Name a picture, or none"
            logger.warning(message, name, error, type="typst", subtype="picture")
            return ""
        return f"/{self.pictures.folder.name}/{self._mark_picture.shown}"

    def _remove_replaced(self, books: list[Book], sets: list[list[Book]]) -> None:
        """Remove the files of volumes that are none of their book any more, or of a book that came apart into volumes."""
        file = self.work / "volumes.json"
        known: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        for book, volumes in zip(books, sets, strict=True):
            names = [volume.name for volume in volumes]
            for name in set(known.get(book.name, ())).difference(names) if book.partible else ():
                remove_made(Path(self.outdir) / f"{name}.pdf", Path(self.outdir))
                for suffix in (".typ", ".json", PLACES):
                    remove_made(self.work / "books" / f"{file_stem(name)}{suffix}", self.work)
            if book.partible:
                known[book.name] = names
            elif known.get(book.name) == names:
                del known[book.name]  # it was asked for as it is
        write_whole(file, json.dumps(known))

    def _remove_stale(self) -> None:
        """Remove what documents that are gone, and pictures that nothing shows any more, have left."""
        self.fragments.keep_only(self.env.found_docs)
        mark = {self._mark_picture.name} if self._mark_picture else set()
        self.pictures.keep_only(self.fragments.pictures() | mark)


def _called(env: BuildEnvironment) -> dict[str, str]:
    """Give what links may call each document: its title, and those of its sections that have a label."""
    names = {docname: [title.astext()] for docname, title in env.titles.items()}
    for label, (docname, _id, title) in sorted(env.domains.standard_domain.labels.items()):
        names.setdefault(docname, []).append(f"{label}: {title}")
    return {docname: "\n".join(told) for docname, told in names.items()}


def _stamp(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return "absent"
    return f"{found.st_mtime_ns} {found.st_size}"
