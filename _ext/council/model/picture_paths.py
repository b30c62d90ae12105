"""Where a picture of an imported release stands: below the folder of its release, by the path that its text gives it."""

from __future__ import annotations

import re
from urllib.parse import unquote

_GENERATOR = re.compile(r"\{[^{}]*\}+|^\|\w+\|")
"""What generators put before a path: ``{static}/photo.jpg``, ``{{ site.baseurl }}/photo.jpg``."""


def written_path(source: str) -> str:
    """Give the path that the *source* of a picture is, as text: no query, no escapes."""
    return unquote(source.partition("?")[0]).replace("\\", "/")


def path_in_release_folder(source: str) -> str:
    """Give the path below its release's folder of a picture with this *source*: nothing in it leads upward."""
    bare = re.sub(r"^\{+", "", _GENERATOR.sub("", written_path(source)))
    return "/".join(part for part in bare.split("/") if part.strip() not in {"", ".", ".."})
