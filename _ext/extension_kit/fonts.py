"""The fonts that the house brings, for whatever sets text without those of the machine; their licences lie beside them."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FALLBACK = "DejaVuSans"
"""The name of the font that has the most characters."""
