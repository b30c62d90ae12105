"""``data/SERVER/redirects.txt``: where old addresses lead, as settings of a server that can tell it by itself.

============ =======================================================================================================
``nginx``    a map of ``$uri`` to ``$moved``, to be included; in the server: ``if ($moved) { return 301 $moved; }``
``apache``   directives of mod_alias, to be included
``netlify``  lines of the file ``_redirects``
============ =======================================================================================================

*moves* maps an address, its letters as they are read, to the path of now, as a page's link has it.  Whatever an address
holds, it stays one word of one line, and no server reads anything into it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from council.model.addresses import NO_SIGN


def nginx_map(moves: Mapping[str, str]) -> str:
    """Give a map, for nginx, of decoded addresses."""
    lines = [f'  "{_plain(address)}" "{target}";\n' for address, target in sorted(moves.items())]
    return f'map $uri $moved {{\n  default "";\n{"".join(lines)}}}\n'


def apache_directives(moves: Mapping[str, str]) -> str:
    """Give directives for Apache.

    ``RedirectPermanent`` takes all that begins with an address, so that of a folder is told by a pattern.
    """
    return "".join(
        f'RedirectPermanent "{_plain(address)}" "{target}"\n'
        if address.endswith((".html", ".htm"))
        else f'RedirectMatch permanent "^{re.escape(_plain(address)).rstrip("/")}/?$" "{target}"\n'
        for address, target in sorted(moves.items())
    )


def netlify_redirects(moves: Mapping[str, str]) -> str:
    """Give lines for Netlify; each holds although there is a page at the address (``!``)."""
    return "".join(f"{quote(address)} {target} 301!\n" for address, target in sorted(moves.items()))


FORMATS = {"nginx": nginx_map, "apache": apache_directives, "netlify": netlify_redirects}
"""What writes the file for each server."""


def _plain(address: str) -> str:
    return NO_SIGN.sub(lambda sign: quote(sign[0], safe=""), address)
