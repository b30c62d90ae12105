"""The layers of the house: imports point downward, run in no circle, and the library knows no Sphinx."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

EXTENSIONS = Path(__file__).parent.parent.parent / "_ext"

LAYERS = {
    "council": [
        {"language"},
        {"model"},
        {"dialect"},
        {"profile"},
        {"authority", "importers", "founding"},
        {"extract"},
        {"archive"},
        {"exports", "preservation"},
        {"commands"},
        {"__main__"},
    ],
    "council_sphinx": [{"core"}, {"views"}, {"pages", "web"}, {"reading", "paper"}, {"__init__"}],
}
"""From the bottom up; parts of one layer do not import each other."""

OUTSIDE = {
    "council": {"extension_kit", "safe_pictures"},
    "council_sphinx": {"council", "extension_kit", "pagefind_search", "safe_pictures", "typst_builder"},
    "extension_kit": set(),
    "lean_navigation": {"extension_kit"},
    "pagefind_search": {"extension_kit"},
    "safe_pictures": {"extension_kit"},
    "typst_builder": {"extension_kit", "safe_pictures"},
}
"""Which packages of the house each of them may import."""

ONLY_IN = {"typst_builder": "council_sphinx.paper", "pagefind_search": "council_sphinx.web"}
"""What only one part of the extension knows."""

FRAMEWORKS = {"sphinx", "docutils", "typst", "myst_parser", "furo", "sphinx_design"}


def module_name(file: Path) -> str:
    """Give the dotted name of a file, that of its package for an ``__init__``."""
    parts = file.relative_to(EXTENSIONS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(EXTENSIONS.rglob("*.py"))}


@cache
def imports_of(module: str) -> frozenset[str]:
    """Give the modules that *module* imports anywhere, within functions and for types too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = _absolute(module, node)
            submodules = {f"{origin}.{alias.name}" for alias in node.names} & FILES.keys()
            found |= submodules
            if len(submodules) < len(node.names):
                found.add(origin)
    return frozenset(found)


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if FILES[module].name == "__init__.py" else module.split(".")[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *filter(None, [node.module])])


def part_of(module: str) -> str:
    """Give the part of its package that a module belongs to."""
    _package, _, rest = module.partition(".")
    return rest.partition(".")[0] or "__init__"


LAYERED = [module for module in FILES if module.partition(".")[0] in LAYERS and module != "council"]


@pytest.mark.parametrize("module", LAYERED)
def test_imports_point_downward(module: str) -> None:
    package = module.partition(".")[0]
    layers, own = LAYERS[package], part_of(module)
    level = next(number for number, layer in enumerate(layers) if own in layer)
    allowed = {own}.union(*layers[:level])
    within = {imported for imported in imports_of(module) if imported.partition(".")[0] == package}
    assert {imported for imported in within if part_of(imported) not in allowed} == set()


@pytest.mark.parametrize("module", FILES)
def test_packages_import_only_what_they_may(module: str) -> None:
    package = module.partition(".")[0]
    others = {imported.partition(".")[0] for imported in imports_of(module)} & OUTSIDE.keys() - {package}
    assert others <= OUTSIDE[package]
    for other, where in ONLY_IN.items():
        assert other not in others or package == other or module.startswith(where)


def test_no_import_runs_in_a_circle() -> None:
    finished: set[str] = set()

    def walk(module: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if module in path:
            yield (*path[path.index(module) :], module)
        elif module not in finished:
            for imported in sorted(imports_of(module) & FILES.keys()):
                yield from walk(imported, (*path, module))
            finished.add(module)

    assert [circle for module in FILES for circle in walk(module, ())] == []


def test_the_library_loads_no_framework() -> None:
    loaded = loaded_by([module for module in FILES if module.partition(".")[0] == "council"])
    assert loaded & FRAMEWORKS == set()


def test_a_build_begins_without_what_only_exports_need() -> None:
    assert loaded_by(["council_sphinx"]) & {"rdflib", "pyarrow"} == set()


def loaded_by(modules: list[str]) -> set[str]:
    """Give the packages that Python has loaded when it has loaded *modules*."""
    script = f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=EXTENSIONS, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in loaded.stdout.split()}


def test_no_two_files_of_one_name_mean_different_things() -> None:
    stems: dict[str, list[str]] = {}
    for module, file in FILES.items():
        if file.name != "__init__.py":
            stems.setdefault(file.stem, []).append(module)
    assert {stem: modules for stem, modules in stems.items() if len(modules) > 1} == {}
