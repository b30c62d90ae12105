"""From the tokens of a release to its record; no Sphinx in here."""
