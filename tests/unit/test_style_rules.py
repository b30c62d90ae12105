"""Style sheets are joined, made small and split without any rule lost."""

from __future__ import annotations

from council_sphinx.web.style_rules import moved, rules_of, smaller, split

SHEET = """
/* the theme's */
body { --ink: #111; --paper: var(--white); --white: #fff; --seldom: #eee; color: var(--ink) }
.note, p > a { color: var(--ink); }
.note { background: var(--seldom) }
@media (min-width: 40em) and (max-width: 60em) { .note { margin: 0 } p { margin: 1em } @media print { ul { margin: 0 } } }
@font-face { font-family: "A;B"; src: url("a.woff2") }
q::before { content: "{, }  /"; }
"""


def test_what_means_nothing_is_left_out_and_texts_stay() -> None:
    told = smaller(SHEET)
    assert "/*" not in told
    assert ".note,p>a{color: var(--ink)}" in told
    assert 'content: "{, }  /"' in told


def test_rules_stand_below_their_conditions() -> None:
    rules = {(*rule.conditions, rule.head): rule.body for rule in rules_of(smaller(SHEET))}
    outer = "@media (min-width: 40em) and (max-width: 60em)"
    assert rules[outer, "p"] == "margin: 1em"
    assert rules[outer, "@media print", "ul"] == "margin: 0"
    assert rules["@font-face",] == 'font-family: "A;B";src: url("a.woff2")'


def test_rules_of_rare_classes_and_variables_that_only_they_use_stand_apart() -> None:
    told = split(smaller(SHEET), frozenset(), "article { background: var(--paper) }")
    assert told.names == {"note"}
    assert "p>a{color: var(--ink)}" in told.most
    assert "--white" in told.most
    assert "note" not in told.most
    assert "--seldom" not in told.most
    assert "body{--seldom: #eee}" in told.few
    assert ".note{color: var(--ink)}.note{background: var(--seldom)}" in told.few
    assert "@media (min-width: 40em) and (max-width: 60em){.note{margin: 0}}" in told.few


def test_addresses_lead_from_the_new_place() -> None:
    sheet = 'a { src: url("../fonts/a.woff2") } b { src: url(b.png) } c { src: url("data:x"); d: url(https://h/x) }'
    told = moved(sheet, "archive/base.css")
    assert 'url("fonts/a.woff2")' in told
    assert 'url("archive/b.png")' in told
    assert 'url("data:x")' in told
    assert "url(https://h/x)" in told
