"""A sidebar whose cost does not grow with the number of pages.

Themes write the whole table of contents into every page, so that a site of *n* pages costs *n²*, and a new
page changes all others.  Here a page holds only a link home and to its group; a script shared by all pages
adds the rest: the entries of the root's table of contents, and, below a group that ``lean_navigation_groups``
names (``volumes/*``), the pages of that group.  It works from the disk as well, and without scripts the links
that remain lead everywhere.
"""

from __future__ import annotations

import json
from fnmatch import fnmatch
from html import escape
from pathlib import Path
from typing import Any

from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.locale import _
from sphinx.util.typing import ExtensionMetadata

FOLDER = "navigation"
"""Where the shared data stands, below ``_static/``."""

_STATIC = Path(__file__).parent / "static"


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
    """Give the theme the few links that do not depend on other pages; runs after its handler."""
    pathto = context["pathto"]
    root = app.config.root_doc
    home = app.config.lean_navigation_home or _("Home")
    entries = [_entry(pathto(root) if pagename != root else "#", home, current=pagename == root)]
    group = group_of(app, pagename)
    if group and group in app.env.titles:
        title = app.env.titles[group].astext()
        entries.append(_entry(pathto(group) if pagename != group else "#", title, current=pagename == group))
    data = f'data-page="{escape(pagename)}" data-group="{escape(group or "")}"'
    context["furo_navigation_tree"] = f'<ul class="lean-navigation" {data}>{"".join(entries)}</ul>'


def _entry(target: str, title: str, current: bool) -> str:
    marked = ' class="toctree-l1 current-page"' if current else ' class="toctree-l1"'
    page = ' aria-current="page"' if current else ""
    return f'<li{marked}><a class="reference internal" href="{escape(target)}"{page}>{escape(str(title))}</a></li>'


def _write_data(app: Sphinx, exception: Exception | None) -> None:
    """Write what the script adds: the root's entries, and the pages of each group."""
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    env = app.env
    folder = Path(app.outdir) / "_static" / FOLDER
    top = env.toctree_includes.get(app.config.root_doc, [])
    entries = [
        [docname, _title(env, docname), int(_is_group(app, docname))] for docname in top if docname in env.titles
    ]
    suffix = app.builder.get_target_uri("x").removeprefix("x")
    write_whole(folder / "index.js", f"leanNavigation.top({json.dumps(suffix)}, {_json(entries)});\n")
    wanted = {"index.js"}
    for docname in filter(lambda docname: _is_group(app, docname), top):
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
    app.connect("html-page-context", _leave_out_tree, priority=100)
    app.connect("html-page-context", _set_tree, priority=900)
    app.connect("build-finished", _write_data)
    return {"version": "1.0.0", "parallel_read_safe": True, "parallel_write_safe": True}
