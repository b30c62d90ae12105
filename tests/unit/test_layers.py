"""The layers of ``council_archive``: imports point downward, and no Sphinx below the line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent.parent / "_ext" / "council_archive"

LAYERS = [
    {"records"},
    {"dialect"},
    {"extract"},
    {"naming", "encoding"},
    {"authorities", "permalinks"},
    {"authority_fields"},
    {"authority_files"},
    {"matching"},
    {"identities"},
    {"archive"},
    {"leadership", "catalogue"},
    {"review", "library", "exports", "importers", "text_search"},
]
"""From the bottom up; what is not named here knows Sphinx and stands above."""

LIBRARY = {name for layer in LAYERS for name in layer} - {"encoding"}
"""The modules that run without Sphinx; ``encoding`` has a ``setup`` of its own beside its functions."""


def module_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(file: Path) -> set[str]:
    """Give what a file imports: modules of the package by name, others by their top-level package."""
    found = set()
    depth = len(file.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level == 0:
                found.add(f"/{(node.module or '').split('.')[0]}")
            elif node.level == depth:
                found |= {node.module.split(".")[0]} if node.module else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {f"/{alias.name.split('.')[0]}" for alias in node.names}
    return found


FILES = [file for file in sorted(PACKAGE.rglob("*.py")) if module_of(file) in LIBRARY]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_sphinx_below_the_line(file: Path) -> None:
    assert not imports_of(file) & {"/sphinx", "/docutils", "/myst_parser", "/furo", "/sphinx_design"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_downward(file: Path) -> None:
    level = next(number for number, layer in enumerate(LAYERS) if module_of(file) in layer)
    allowed = {name for layer in LAYERS[: level + 1] for name in layer}
    assert {name for name in imports_of(file) if not name.startswith("/")} <= allowed


@pytest.mark.parametrize("extension", ["lean_navigation", "pagefind_search", "typst_builder"])
def test_general_extensions_know_no_councils(extension: str) -> None:
    for file in (PACKAGE.parent / extension).rglob("*.py"):
        assert "council" not in file.read_text(encoding="utf-8")
