"""How to cite a release: APA (7th edition, press release) and BibTeX."""

from __future__ import annotations

import re

from council.language.folding import fold
from council.model.releases import Release
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date


def apa(release: Release, institute: str, archive: str, address: str, language: str) -> list[nodes.Node]:
    """Give the reference as nodes: the title in italics, the address a link."""
    date = long_date(release.date, language)
    if release.date and language.startswith("es"):
        date = f"{release.date.year}, {date.removesuffix(f' de {release.date.year}')}"
    made: list[nodes.Node] = [
        nodes.Text(f"{institute}. ({date}). "),
        nodes.emphasis("", release.title.rstrip(".")),
        nodes.Text(" [" + str(_("Press release")) + f"]. {archive}."),
    ]
    if address:
        made += [nodes.Text(" "), nodes.reference("", address, refuri=address)]
    return made


def bibtex(release: Release, institute: str, address: str) -> str:
    """Give the BibTeX entry, special characters escaped."""
    fields = {"author": f"{{{_escaped(institute)}}}", "title": f"{{{_escaped(release.title.rstrip('.'))}}}"}
    if release.date:
        fields |= {"year": str(release.date.year), "month": str(release.date.month), "day": str(release.date.day)}
    fields["note"] = _escaped(str(_("Press release")))
    if address:
        fields["url"] = address
    key = re.sub(r"[^a-z0-9-]", "", fold(release.slug))
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def _escaped(text: str) -> str:
    return re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", "/"))
