"""The pieces that mutations put into a text."""

from __future__ import annotations

NESTS = (
    ("<div>", "</div>"), ("<center>\n", "</center>\n"), ("<b>", "</b>"), ("<i><b>", "</b></i>"), ("*", "*"), ("**", "**"), ("_", "_"),
    ("> ", ""), ("- ", ""), ("1. ", ""), ("* > ", ""), ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"),
    ("[", "](https://a.mx)"), ("![", "](a.jpg)"), ("<table><tr><td>", "</td></tr></table>"), ("<p>", "</p>"), ("<span>", "</span>"),
    ("<sup>", "</sup>"), ("(", ")"), ('<a href="https://a.mx">', "</a>"), ("“", "”"), ("<h2>", "</h2>"), ("*a **b ", " c** d*"),
    ("**- ", "**\n\n"), ("[^", "]"), ("<!--", "-->"),
)  # fmt: skip
RUNS = (
    "<p>uno</p>", "</br>", "<hr>", "<br>uno", "*", "**uno** ", "_", "`", "``", "[uno](", "![](a.jpg)", "<b>uno</b>", "<!-- ", "-->",
    "<", ">", "&nbsp", "&nbsp; - ", "&amp;", "|", "| a ", "#", "~", "\\", "[^1]", "$", "{{", "“", "”", "(", ")", "a) ", "1.- ", "• ",
    "- ", "-", "=", "+", "<img src='a.jpg'>", "<td>uno</td>", "<tr>", "</table>", "</center>", "<li>uno", "A. ", "uno, ", "uno: ",
    "Plan Uno, ", "Lic. ", ". ", "\t", "\u00a0",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<p/>", "<P ALIGN=center>", "<center>", "</center>", "<div", "<div class='a", "</", "<b", "<b>", "</b>", "<i>",
    "</i>", "<sup>", "</sub>", "<h1>", "</h3>", "<table>", "<tr>", "<td colspan=9999999999>", "<td rowspan='-1'>", "<th colspan=0>",
    "</td>", "</table>", "<ul>", "<ol start=x>", "<li>", "</ul>", "<blockquote>", "<pre>", "<code>", "<br", "<hr/>", "<img", "<img>",
    "<a>", "<a href>", "</a>", "<uno>", "<3", "<!--", "-->", "<!DOCTYPE html>", "<?php", "<![CDATA[", "]]>", "<caption>",
    "<colgroup>", "<dl><dt>uno<dd>dos", "<details><summary>", "<q>", "<style>", "<title>", "<script>", "</script>", "<noscript>",
    "<template>", "<math><mi>x", "<ruby>", "<font color=red>", "<p style='a\"b'>",
)  # fmt: skip
BLOCKS = (
    "```\nuno\n```", "~~~", "```", "````\n```\nuno\n```", "~~~\nuno", "``` {uno=dos}\ntres\n```",
    "```{centered-image} a.jpg\n:alt: uno\n```", "```{centered-image}\nuno\n```",
    "```{centered-image} a.jpg\n:width: ancho\n:uno: dos\ntres\n```", "a | b\n--|--\n1 | 2 | 3", "|a|\n|-|\n|`|`|", "[^1]: nota",
    "uno[^1]", "[^1]: [^1]", "[^a]: > uno[^a]", "---", "***", "___\n---", "uno\n===", "uno\n---", "# ", "####### siete", "##", "#uno",
    "[uno]: https://a.mx", "[uno]", "[uno][dos]", "    sangrado", "1) uno\n3) tres", "999999999. uno", "0. uno", "- [ ] uno", "+++",
    "% uno", "(uno)=", "$$\nuno\n$$", "$uno$", "{{ uno }}", ":::{note}\nuno\n:::", "> ", ">", "> ~~~\n> uno", "- \n\n\n- uno",
    "**- uno.**\n\ndos", "1-  uno\n\n2-  dos", "• uno\n\n• dos", "a) uno\n\nb) dos", "&nbsp - uno", "term\n: uno", "| uno |\n| :-: |",
    "\\", "uno\\", "<table>\n<tr><th>uno</th></tr>\n</table>",
)  # fmt: skip
CALLS = (
    "```{raw} html\n<script>alert(1)</script>\n```", "```{raw} typst\n#panic(1)\n```", "```{include} ../conf.py\n```",
    "```{include} /etc/passwd\n```", "```{literalinclude} ../conf.py\n```",
    "```{eval-rst}\n.. raw:: html\n\n   <script>uno</script>\n```", "```{csv-table}\n:file: ../conf.py\n```",
    "```{toctree}\n:glob:\n\n*\n```", "```{matrix}\n```", "```{review}\n```", "```{project-index}\n```",
    "```{image} javascript:alert(1)\n```", "```{figure} ../conf.py\nuno\n```", "```{math}\nuno\n```",
    "```{code-block} python\nuno\n```", "```{admonition} uno\ndos\n```", "{raw}`uno`", "{project}`plan-de-agua`", "{project}`nadie`",
    "{doc}`/index`", "{ref}`uno`", "{any}`uno`", "{download}`../conf.py`", "{math}`uno`", "{py:func}`uno`", "<project:#uno>",
    "<path:../conf.py>", "<inv:#uno>", ":::{raw} html\n<script>uno</script>\n:::", "```{directorate-index}\n:year: uno\n```",
    "```{only} html\nuno\n```", "```{index} uno\n```", "```{meta}\n:http-equiv=refresh: 0\n```", "```{default-role} raw\n```",
    "```{table} uno\n```",
)  # fmt: skip
ACTIVE = (
    "<script>alert(1)</script>", "<script src=//ajeno.example/a.js>", "<SCRIPT\n>alert(1)</SCRIPT >",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>", "<img src='x' onerror='alert(1)' alt='uno'>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=a.swf>", "<embed src=a.swf>", "<base href=//a.mx>",
    "<p onclick=alert(1)>uno</p>", "<p/onclick=alert(1)>uno", "<b\nonmouseover=alert(1)>uno</b>",
    "<a href=https://a.mx onclick=alert(1)>uno</a>", "<p style='position:fixed;background:url(//a.mx)'>uno</p>",
    "<meta http-equiv=refresh content='0;url=//a.mx'>", "<link rel=stylesheet href=//a.mx>",
    "<form action=javascript:alert(1)><button>uno</button></form>", "<style>*{display:none}</style>",
    "<div id=pf-query class=sd-card>uno</div>", "<math><a xlink:href=javascript:alert(1)>uno</a></math>",
    "<details open ontoggle=alert(1)>uno</details>", "<video><source onerror=alert(1)></video>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "`<script>alert(1)</script>`", "<a href='https://a.mx/\"onclick=\"alert(1)'>uno</a>",
    "</article><script>alert(1)</script>", "![uno\" onerror=\"alert(1)](a.jpg)", "<img alt='\"><script>alert(1)</script>' src=a.jpg>",
    "# <script>alert(1)</script>", "- <img src=x onerror=alert(1)>, con avances",
)  # fmt: skip
ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "\x01javascript:alert(1)",
    "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "javascript%3Aalert(1)", "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zy8+", "vbscript:x", "file:///etc/passwd", "blob:x", "//ajeno.example/x", r"\\ajeno.example\x",
    "/etc/passwd", "../conf.py", "../../../../etc/passwd", "http://[", "https://a.mx:99999999", "https://a.mx/\"onclick=alert(1)",
    "http://a.mx/%", "#", "?", "", "%00", "a\0b.pdf", "mailto:a@b", "tel:1", "." * 300, "a/" * 2000, "2020-01-01-a.md",
    "../index.rst", "http://xn--", "https://[::1]/", "https://a.mx/\u202e", "HTTPS://A.MX", "www.a.mx", "https:a.mx", "sessions/",
    "./", "..", "~/.ssh", "conf.py#x", "*.md",
)  # fmt: skip
PICTURES = (
    "<img src='no-esta.jpg'>", "<img src='no-esta.jpg' alt='Una'>", "![](no-esta.jpg)", "<img src='../../../../etc/passwd.png'>",
    "<img src='../conf.py'>", f"<img src='{'a' * 300}.jpg'>", "<img src=''>", "<img src='.'>", "<img src='*'>", "<img src='a.*'>",
    "<img src='%00.png'>", "<img src='a\0b.png'>", "<img src='/'>", "<img src='//ajeno.example/a.png'>",
    "<img src='https://ajeno.example/a.png' alt='Una'>", "<img src='data:image/png;base64,AAAA'>", "<img src='a.svg'>",
    "<img src='a.png' width='99999999999' height=-1>", "<img src='a.png' width='50%' align=left>", "![uno][dos]",
    "![uno](<a b.png> 'dos')", "# ![](a.png)", "| ![](a.png) |\n|-|", "<center><img src='a.png' alt=''></center>",
    "[![uno](a.png)](b.png)", "<a href=javascript:x><img src=a.png></a>", "- ![](a.png)\n- ![](a.png)", "<img src='\ud800.png'>",
)  # fmt: skip
TYPST = (
    '#panic("uno")', '#read("/etc/passwd")', '#include "uno.typ"', "#let x = 1", "#", "#(", "$", "$ x", "@uno", "<uno>", "\\",
    "\\u{0}", "`#uno`", "= uno", "/ uno: dos", "+ uno", "//uno", "/* uno", "*/", "~", "--", "---", "'", '"', "]", "[", "#]", "{", "}",
    "#{", "\\input{uno}", "\\end{document}", "%uno", "https://a.mx/#uno[", "_uno*dos_tres*", "#image('a')",
)  # fmt: skip
ENTITIES = (
    "&nbsp", "&nbsp;", "&", "&;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999999;", "&amp;amp;",
    "&lt;script&gt;", "&colon;", "&NewLine;", "&Tab;", "&zwj;", "&rlm;", "&shy;", "&CounterClockwiseContourIntegral;", "&notit;",
    "&aacute", "&AACUTE;", "&#128;", "&#x202e;", "&#13;", "&#10;&#10;- uno", "&lbrace;raw&rbrace;", "&nbsp&nbsp - uno",
)  # fmt: skip
INVISIBLE = (
    "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2067", "\u2069", "\u00ad", "\ufeff", "\u2060",
    "\u061c", "\u034f", "\u180e", "\u3164", "\ufe0f", "\ud800", "\udfff", "\udc80", "\0", "\x01", "\x08", "\x0b", "\x0c", "\x1b[31m",
    "\x1c", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff", "\U000e0041", "\U0010ffff", "\ufffd", "\u0301",
    "\u0335" * 40, "\u00a0", "\u3000", "\ufdd0", "\ue000",
)  # fmt: skip
FIELDS = (
    "title", "date", "authors", "description", "keywords", "source_url", "titulo", "name", "aliases", "kind", "parent", "directorate",
    "preceded_by", "valid", "led_by", "website", "note", "reviewed", "orphan", "tocdepth", "nocomments", "myst", "substitutions",
    "html_meta", "<<", "?", "''", "a b", "__class__", "session", "projects", "people", "external", "dateline", "-", "&a b",
)  # fmt: skip
VALUES = (
    "", "null", "~", "yes", "no", "1", "-0", "1.5", ".inf", "0x1F", "12:30", "2020-01-01", "2020-13-01", "0000-00-00", "0000-01-01",
    "9999-12-31", "10000-01-01", "2020-01-01T00:00:00Z", "!!timestamp x", "!!int x", "!!float x", "!!bool x", "!!binary x",
    "!!python/object/apply:os.system [id]", "!!python/name:os.system", "!uno dos", "&a [*a]", "*uno", "&a uno", "9" * 5000,
    "[" * 2000, "{a: " * 2000, "[" * 400 + "]" * 400, "- uno", "[uno, dos]", "[[uno]]", "{uno: dos}", "{uno: dos, uno: tres}",
    "[{person: nadie, from: 2020}]", "{from: ayer}", '"uno\\ud83d"', '"uno\\0dos"', '"uno\\nonce: dos"', "'uno\n\n  dos'",
    "|\n  uno\n  dos", ">-\n  uno", "uno: dos", "uno #dos", "'", '"', "@uno", "`uno`", "%uno", "\tuno", "# uno", "---",
    "<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>'", "javascript:alert(1)", "'{project}`uno`'", "'=cmd|uno'",
    "'../../uno'", "\u202euno", "\u200b", "uno" * 400, "Plan Uno", "plan-de-agua", "proyectos-estrategicos", "[a, a, a]", "[null]",
    "[[], {}]", "? [uno]\n: dos", "<<: *uno", "!!set {uno}", "{? uno}", "\ufeff", "uno\x00dos", "uno\x07dos", "[1, 2020-01-01, true]",
)  # fmt: skip
