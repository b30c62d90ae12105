"""How the releases of a build speak: the profile, read once for each state of its files.

Sphinx reads all documents anew when it changes, as it does for a setting: what releases say is read by it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from council.profile.loader import ProfileError, load_profile, profile_digest
from council.profile.profile import Profile
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError


def profile_at(source: Path) -> Profile:
    """Give the profile of the archive at *source*; raises ``ConfigError`` where it cannot be read."""
    try:
        return _load(source, profile_digest(source))
    except ProfileError as error:
        raise ConfigError(str(error)) from error


@lru_cache(maxsize=4)
def _load(source: Path, digest: str) -> Profile:
    return load_profile(source)


def _note_profile(app: Sphinx, config: Config) -> None:
    profile_at(Path(app.srcdir))
    config.archive_profile = profile_digest(Path(app.srcdir))


def setup(app: Sphinx) -> None:
    """Let the state of the profile be a setting that documents depend on."""
    app.add_config_value("archive_profile", "", "env", str)
    app.connect("config-inited", _note_profile)
