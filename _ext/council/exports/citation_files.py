"""``citations/``: a reference to each release in every format, beside ``all`` of them in one file a format.

The reference to ``sessions/2020-11-30-octava-sesion-consejo`` is
``citations/sessions/2020-11-30-octava-sesion-consejo.bib``, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from council.archive.archive import Archive
from council.exports.bibtex import bibtex
from council.exports.citations import FOLDER, Citation
from council.exports.csl_json import csl_item
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.ris import ris
from council.exports.site import Site


class Format(NamedTuple):
    """A format that references can be had in; *whole* puts those of a file together."""

    name: str
    suffix: str
    reference: Callable[[Citation, Site], str]
    whole: Callable[[Iterable[str]], str]


def _csl(citation: Citation, site: Site) -> str:
    return msgspec.json.encode(csl_item(citation, site)).decode()


FORMATS = (
    Format("BibTeX", "bib", bibtex, lambda entries: "".join(f"{entry}\n" for entry in entries)),
    Format("RIS", "ris", ris, "\r\n".join),
    Format("CSL-JSON", "json", _csl, lambda items: "[" + ",\n".join(items) + "]\n"),
)

FILES = (
    ExportedFile(f"{FOLDER}/all.bib", "References to all releases, in BibTeX."),
    ExportedFile(f"{FOLDER}/all.ris", "The same in RIS."),
    ExportedFile(f"{FOLDER}/all.json", "The same in CSL-JSON."),
)


def write_citations(archive: Archive, site: Site, output: Output) -> None:
    """Write the files of each format."""
    citations = [Citation.of(page, release) for page, release in archive.releases.items()]
    output.note(citation.file(format_.suffix) for format_ in FORMATS for citation in citations)
    for format_ in FORMATS:
        references = [format_.reference(citation, site) for citation in citations]
        for citation, reference in zip(citations, references, strict=True):
            output.write(citation.file(format_.suffix), format_.whole([reference]))
        output.write(f"{FOLDER}/all.{format_.suffix}", format_.whole(references))
