"""Where a picture of an imported release stands: below the folder of its release, by the path that its text gives it."""

from __future__ import annotations

import re
from urllib.parse import unquote

_GENERATOR = re.compile(r"\{[^{}]*\}+|^\|\w+\|")
"""What generators put before a path: ``{static}/photo.jpg``, ``{{ site.baseurl }}/photo.jpg``."""
_QUOTED = re.compile(r"""\{[{%][^{}'"]*(['"])([^{}'"]+)\1[^{}]*\}+""")
"""A path that a generator computes: ``{{ '/photo.jpg' | relative_url }}``."""
_FRAGMENT = re.compile(r"(?<=\.\w{3})#[^/#]*\Z|(?<=\.\w{4})#[^/#]*\Z")
"""What stands behind the ending of a file in an address: ``photo.jpg#dark``; a name may begin with the sign itself."""


def written_path(source: str) -> str:
    """Give the path that the *source* of a picture is, as text: no query, no fragment, no escapes."""
    return unquote(_FRAGMENT.sub("", source.partition("?")[0])).replace("\\", "/")


def path_in_release_folder(source: str) -> str:
    """Give the path below its release's folder of a picture with this *source*: nothing in it leads upward."""
    bare = re.sub(r"^\{+", "", _GENERATOR.sub("", _QUOTED.sub(r"\2", written_path(source))))
    return "/".join(part for part in bare.split("/") if part.strip() not in {"", ".", ".."})
