"""Other people's trees of releases, taken into ``sessions/``."""
