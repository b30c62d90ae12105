"""Settings of this archive: its looks.  Whose it is, its title and its language are told by ``institution.toml``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from council_sphinx.core.profile_loading import profile_at

institution = profile_at(Path(__file__).parent).institution
project = institution.archive_title
author = institution.name
copyright = author  # noqa: A001  (Sphinx names it so)
language = institution.language

extensions = ["myst_parser", "sphinx_design", "lean_navigation", "pagefind_search", "typst_builder", "council_sphinx"]
exclude_patterns = [
    "_build",
    "_ext",
    "gold",
    "tests",
    "benchmarks",
    "tools",
    "README.md",
    "LEEME.md",
    "**/readme",
    ".*",
    "**/.*",
]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
nitpicky = True
smartquotes = False  # releases keep the quotation marks that they were written with

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = [
    f"archive/{sheet}.css"
    for sheet in ("base", "reading", "release", "home", "records", "lists", "charts", "matrix", "frame", "print")
]
html_logo = html_favicon = "_static/mark.svg"
lean_navigation_groups = ["years/*"]
html_copy_source = False
html_scaled_image_link = False
html_use_index = False
html_domain_indices = False
html_show_sphinx = False
typst_paper = "us-letter"
typst_region = institution.country.upper()
typst_mark = "_static/mark.svg"
typst_accent = "#7a1f3d"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#7a1f3d", "color-brand-content": "#7a1f3d"},
    "dark_css_variables": {"color-brand-primary": "#f0a3ba", "color-brand-content": "#f0a3ba"},
}
