"""An archive whose titles and names try to get out of their place on a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sites import Site, build, small_project

LONG = "Plan " + "largo" * 2000
"""The title of a release."""
NAMES = {
    "picture": '<img src="x" onerror="window.ran=1">',
    "script": '"><script>window.ran=1</script>',
    "closing": "</script></title></template><!-- ]]> <script>window.ran=1</script>",
    "quotes": "Plan '\"`';window.ran=1//",
    "override": "Plan \u202egpj.exe",
    "isolates": "Plan \u2067\u2066\u202d abierto",
    "long": LONG[:280],
    "pattern": r"Plan (.*)+[a-z]{2,}$ \d \\ ^|?*",
    "invisible": "Plan \u200b\u00ad oculto \ufeff",
    "emoji": "Plan 👩‍👩‍👧‍👦 🏳️‍🌈",
    "prototype": "__proto__",
    "inherited": "constructor",
    "template": "{{ 7 * 7 }} {word} $& %s %(date)s",
}
"""Names of records, by the id of each."""

DIRECTORATE = "Dirección \u202e<b onclick=window.ran=1>de Obras</b>"
WEBSITES = (
    "javascript:window.ran=1",
    "java\tscript:window.ran=1",
    " data:text/html,x",
    "VBScript:x",
    "//ajeno.example/x",
)
MARKUP = r"""
<div style="position:fixed;inset:0;background:url(https://ajeno.example/fondo)" onclick="window.ran=1">capa</div>

<span style="background:url(//ajeno.example/x)" class="sd-card" id="pf-query" data-pagefind-body>dentro</span>

<a href="https://ajeno.example/" target="_blank" onmouseover="window.ran=1" style="position:fixed">afuera</a>

<font color="red" face="x">letra</font> <svg onload="window.ran=1"><script>window.ran=1</script></svg>

<form action="https://ajeno.example/"><input name="q"><button formaction="javascript:window.ran=1">botón</button></form>

<img src="https://ajeno.example/a.png" onerror="window.ran=1"> <base href="https://ajeno.example/">

<meta http-equiv="refresh" content="0;url=https://ajeno.example/"> <link rel="stylesheet" href="//ajeno.example/a.css">
"""
LINKS = (
    "javascript:window.ran=1", "JaVaScRiPt:window.ran=1", "java\tscript:window.ran=1", "java\nscript:window.ran=1",
    " javascript:window.ran=1", "\x01javascript:window.ran=1", "javascript&colon;window.ran=1", "&#106;avascript:window.ran=1",
    "&#x6A;avascript&#58;window.ran=1", "java&Tab;script:window.ran=1", "java&NewLine;script:window.ran=1",
    "\u200bjavascript:window.ran=1", "javascript%3Awindow.ran=1", "data:text/html,<script>window.ran=1</script>",
    "data:image/svg+xml;base64,PHN2Zy8+", "vbscript:x", "view-source:x", "file:///etc/passwd", "blob:x", "jar:x",
    r"\\ajeno.example\x", r"/\ajeno.example/x", r"\/ajeno.example/x",
)  # fmt: skip
"""Addresses that must not become those of a link."""

ADDRESS = "2020-02-03-a#b?c%41&d'e+f ñ"
"""The name of a release whose signs mean something else in an address."""


def front_matter(**fields: Any) -> str:
    """Give fields as YAML, whatever they hold."""
    told = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{told}---\n\n"


def releases() -> dict[str, str]:
    """Give a release to each name: its heading, an item, what its front matter says, and what a correction adds."""
    made = {}
    for number, (id_, name) in enumerate(NAMES.items(), 1):
        head = front_matter(title=name, date=f"2020-01-{number:02}", authors=[name, "Otra"], description=name)
        text = f"## {name}\n\n## Dirección de Proyectos Estratégicos\n\n- {name}, con avances.\n"
        slug = f"2020-01-{number:02}-{id_}"
        made[f"{slug}.md"] = head + text
        projects = [
            {"add": label, "form": "item", "directorate": "obras", "line": 12}
            for label in (name, f"{name} sin registro")
        ]
        people = [{"add": name, "role": f"Directora {name}", "directorate": "obras", "line": 12}]
        session = {"year": 2020, "numbers": [number]}
        corrections = {"session": session, "projects": projects, "people": people}
        made[f"{slug}.corrections.yml"] = json.dumps(corrections, ensure_ascii=False)
    made["2020-02-04-largo.md"] = (
        f"{front_matter(authors=[LONG], description=LONG, keywords=[LONG])}## {LONG}\n\n- {LONG}\n"
    )
    made["2020-02-05-nulo.md"] = "## Plan \0 nulo\n\nDicho \0 así.\n"
    made[f"{ADDRESS}.md"] = "## Dirección rara\n\nTexto extraño.\n\n## Apartado raro\n\nOtro texto extraño.\n"
    made["2020-02-01-marcado.md"] = f"## Marcado ajeno\n\n{MARKUP}"
    made["2020-02-02-enlaces.md"] = "## Enlaces\n\n" + "\n\n".join(
        f"[markdown {number}](<{link}>) <a href='{link}'>html {number}</a>" for number, link in enumerate(LINKS)
    )
    return made


def records() -> dict[str, str]:
    """Give each name a project, with an address that no link may have."""
    made = {}
    for number, (id_, name) in enumerate(NAMES.items()):
        address = WEBSITES[number % len(WEBSITES)]
        aliases = [f"{name} {id_}", f"otro\nnombre {id_}"]
        head = front_matter(name=name, aliases=aliases, note=name, website=address, directorate="obras")
        made[f"{id_}.md"] = f"{head}[historia](<{address}>)\n"
    return made


def hostile_site(target: Path, **settings: Any) -> Site:
    """Build the archive, with a general index."""
    people = {f"p-{id_}.md": front_matter(name=name) for id_, name in NAMES.items()}
    source = small_project(target, releases(), projects=records(), people=people)
    record = front_matter(name=DIRECTORATE, kind="institute")
    (source / "directorates" / "obras.md").write_text(record, encoding="utf-8")
    return build(source, html_use_index=True, **settings)
