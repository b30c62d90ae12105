"""A sidebar whose cost does not grow with the number of pages.

Themes write the whole table of contents into every page, so that a site of *n* pages costs *n²*, and a new
page changes all others.  Here a page holds the entries of the root's tables of contents under their captions, without
the groups that ``lean_navigation_groups`` names (``volumes/*``), of which a new one would change all pages: a script
shared by all pages adds these, and below the group of a page the pages of that group.  It works from the disk as well.
Without scripts the groups are on the root's page, which holds them all.
"""

from __future__ import annotations

import json
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from extension_kit.whole_files import write_whole
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata

FOLDER = "navigation"
"""Where the shared data stands, below ``_static/``."""

_STATIC = Path(__file__).parent / "static"


class Contents(NamedTuple):
    """A table of contents of the root: its caption, and its pages."""

    caption: str
    pages: tuple[str, ...]


def _tables_of_contents(env: BuildEnvironment) -> list[Contents]:
    """Give the tables of contents on the root's page that have any page."""
    root = env.tocs.get(env.config.root_doc)
    tables = []
    for tree in root.findall(addnodes.toctree) if root is not None else ():
        pages = tuple(docname for _title, docname in tree["entries"] if docname in env.titles)
        if pages:
            tables.append(Contents(tree.get("caption") or "", pages))
    return tables


def _is_group(app: Sphinx, docname: str) -> bool:
    return any(fnmatch(docname, pattern) for pattern in app.config.lean_navigation_groups)


def group_of(app: Sphinx, pagename: str) -> str | None:
    """Give the group that *pagename* is, or belongs to."""
    if _is_group(app, pagename):
        return pagename
    parents: dict[str, str] | None = getattr(app.builder, "_lean_navigation_groups", None)
    if parents is None:
        parents = {
            child: docname
            for docname, children in app.env.toctree_includes.items()
            if _is_group(app, docname)
            for child in children
        }
        app.builder._lean_navigation_groups = parents  # type: ignore[attr-defined]
    return parents.get(pagename)


def _leave_out_tree(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Keep the theme from computing its own tree; runs before the theme's handler."""
    context["toctree"] = lambda **_options: ""


def _set_tree(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Give the theme the links that do not depend on how many pages there are; runs after its handler."""
    group = group_of(app, pagename)
    links = _Links(app, pagename, context["pathto"], group)
    home = app.config.lean_navigation_home or _("Home")
    tables: list[Contents] | None = getattr(app.builder, "_lean_navigation_tables", None)
    if tables is None:
        tables = app.builder._lean_navigation_tables = _tables_of_contents(app.env)  # type: ignore[attr-defined]
    lists = [links.table(number, table) for number, table in enumerate(tables)]
    first = f"<ul>{links.entry(app.config.root_doc, str(home))}</ul>"
    data = f'data-page="{escape(pagename)}" data-group="{escape(group or "")}"'
    context["furo_navigation_tree"] = f'<div class="lean-navigation" {data}>{first}{"".join(lists)}</div>'


class _Links:
    """The links of the menu as the page *pagename*, which belongs to *group*, shows them."""

    def __init__(self, app: Sphinx, pagename: str, pathto: Any, group: str | None) -> None:
        self._app, self._pagename, self._pathto, self._group = app, pagename, pathto, group
        self._root = app.config.root_doc

    def table(self, number: int, table: Contents) -> str:
        """Give a list under its caption; of groups, the root's page shows all, and others their own."""
        shown = [page for page in table.pages if self._is_shown(page)]
        items = "".join(self.entry(page, self._title(page)) for page in shown)
        if len(shown) < len(table.pages):
            rest = self._link(self._root, str(_("Table of Contents")), anchor=f"menu-{number}")
            items += f"<li><noscript>{rest}</noscript></li>"
        caption = f'<p class="caption" id="menu-{number}"><span class="caption-text">{escape(table.caption)}</span></p>'
        if not table.caption:
            return f'<ul data-list="{number}">{items}</ul>'
        return f'{caption}<ul data-list="{number}" aria-labelledby="menu-{number}">{items}</ul>'

    def _is_shown(self, page: str) -> bool:
        return self._pagename == self._root or page == self._group or not _is_group(self._app, page)

    def _title(self, page: str) -> str:
        return _title(self._app.env, page)

    def entry(self, page: str, title: str) -> str:
        """Give the item of *page*."""
        if page != self._pagename:
            return f'<li class="toctree-l1">{self._link(page, title)}</li>'
        link = f'<a class="reference internal" href="#" aria-current="page">{escape(title)}</a>'
        return f'<li class="toctree-l1 current-page">{link}</li>'

    def _link(self, page: str, title: str, anchor: str = "") -> str:
        target = self._pathto(page) + (f"#{anchor}" if anchor else "")
        return f'<a class="reference internal" href="{escape(target)}">{escape(title)}</a>'


def _pages_with_another_menu(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give the pages whose menu has changed since the last build by the same builder."""
    known: dict[str, Any] = getattr(env, "lean_navigation_menus", {})
    menu = [(table.caption, [(page, _title(env, page)) for page in table.pages]) for table in _tables_of_contents(env)]
    before, known[app.builder.name] = known.get(app.builder.name, []), menu
    env.lean_navigation_menus = known  # type: ignore[attr-defined]
    if menu == before:
        return []
    is_new = _without_groups(app, menu) != _without_groups(app, before)
    return sorted(env.found_docs) if is_new else [env.config.root_doc]


def _without_groups(app: Sphinx, menu: list[tuple[str, list[tuple[str, str]]]]) -> list[tuple[str, bool, list[Any]]]:
    """Give what all pages show of *menu*."""
    told = []
    for caption, pages in menu:
        others = [page for page in pages if not _is_group(app, page[0])]
        told.append((caption, len(others) < len(pages), others))
    return told


def _write_data(app: Sphinx, exception: Exception | None) -> None:
    """Write what the script adds: the lists with groups, and the pages of each group."""
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    env = app.env
    folder = Path(app.outdir) / "_static" / FOLDER
    lists = [
        [number, [[page, _title(env, page)] for page in table.pages]]
        for number, table in enumerate(_tables_of_contents(env))
        if any(_is_group(app, page) for page in table.pages)
    ]
    suffix = app.builder.get_target_uri("x").removeprefix("x")
    write_whole(folder / "index.js", f"leanNavigation.top({json.dumps(suffix)}, {_json(lists)});\n")
    wanted = {"index.js"}
    for docname in [page for table in _tables_of_contents(env) for page in table.pages if _is_group(app, page)]:
        pages = [[child, _title(env, child)] for child in env.toctree_includes.get(docname, []) if child in env.titles]
        name = f"{docname.replace('/', '-')}.js"
        wanted.add(name)
        write_whole(folder / name, f"leanNavigation.group({_json(docname)}, {_json(pages)});\n")
    for file in folder.glob("*.js"):
        if file.name not in wanted:
            file.unlink()


def _title(env: BuildEnvironment, docname: str) -> str:
    return env.titles[docname].astext()


def _json(data: object) -> str:
    """Give JSON that is safe in a script, wherever the page ends up."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _add_static(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.config.html_static_path.append(str(_STATIC))
        app.add_js_file("lean_navigation.js", defer="defer")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Replace the theme's tree."""
    app.add_config_value("lean_navigation_groups", [], "html", list)
    app.add_config_value("lean_navigation_home", "", "html", str)
    app.connect("builder-inited", _add_static)
    app.connect("env-updated", _pages_with_another_menu)
    app.connect("html-page-context", _leave_out_tree, priority=100)
    app.connect("html-page-context", _set_tree, priority=900)
    app.connect("build-finished", _write_data)
    return {"version": "1.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
