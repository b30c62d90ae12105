"""Settings of a test archive: an invented commission, governed by commissioners, of divisions."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "../../../_ext"))

project = "Archive of the Lakeport Regional Planning Commission"
author = "Lakeport Regional Planning Commission"
copyright = author  # noqa: A001  (Sphinx names it so)
language = "en"

extensions = ["myst_parser", "sphinx_design", "lean_navigation", "pagefind_search", "typst_builder", "council_sphinx"]
exclude_patterns = ["_build", "gold", ".*", "**/.*"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
nitpicky = True
smartquotes = False  # releases keep the quotation marks that they were written with

html_theme = "furo"
html_title = project
lean_navigation_groups = ["years/*"]
html_copy_source = False
html_use_index = False
html_domain_indices = False
