"""With what an archive is built: this program, and the packages that make its pages and its book, with their versions."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from council.model.software import SOFTWARE, VERSION

PACKAGES = ("Sphinx", "myst-parser", "furo", "pagefind", "typst")


def software_versions() -> dict[str, str]:
    """Give the version of each program, this one first; a package that is not installed makes nothing, and is left out."""
    versions = {
        SOFTWARE: VERSION,
        platform.python_implementation(): f"{sys.version_info.major}.{sys.version_info.minor}",
    }
    for package in PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            continue
    return versions
