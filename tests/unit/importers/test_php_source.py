"""PHP read and never run: what classes say of themselves, what only running them would tell, and sources that are broken."""

from __future__ import annotations

from contextlib import suppress

import pytest
from council.importers.php_source import NoLiteral, PhpSourceError, PhpValue, php_classes
from hypothesis import example, given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "<?php ", "?>", "class A ", "{", "}", "(", ")", "[", "]", "array(", "function __construct() {", "function f() {",
        "$this->x", "$this", "->", " = ", " .= ", ";", ",", "=>", ".", "'", '"', "\\", "\\'", "$", "{$x}", "<<<A\n",
        "<<<'A'\n", "\nA;\n", "\n  A\n", "//", "#", "/*", "*/", "`", "public $a", "const B", "if (1)", ":", "endif;", "-",
        "1", "1.5", "0777", "9" * 30, "true", "null", "\\u{1F600}", "\\u{110000}", "\\xC3", "\\377", "\n", "ñ", "\u2028",
    ]
)  # fmt: skip


def php(value: object) -> str:
    """Write *value* as the institute's site has it."""
    if isinstance(value, list | tuple):
        return "array(" + ", ".join(map(php, value)) + ")"
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


def read(body: str) -> dict[str, PhpValue]:
    """Give what a constructor of *body* gives the properties of its class."""
    source = f"<?php\nclass A {{\n public function __construct() {{\n{body}\n }}\n}}\n"
    return {name: told.value for name, told in php_classes(source)[0].properties.items()}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (r"'O\'Farrill \\ \n $x'", r"O'Farrill \ \n $x"),
        (r'"a\tb \$x \"c\" \u{e9} \xC3\xA9 \303\251 \q $ {"', 'a\tb $x "c" é é é \\q $ {'),
        ("'a' . \"b\" . 1", "ab1"),
        ("('a')", "a"),
        ("array('a', array('b', ), [],)", ("a", ("b",), ())),
        ("['k' => 'a', 'b', 5 => 'c', 'd']", {"k": "a", "0": "b", "5": "c", "6": "d"}),
        ("array(0 => 'a', 1 => 'b')", ("a", "b")),
        ("-12", -12),
        ("1.5", 1.5),
        ("TRUE", True),
        ("null", None),
        ("'a' . PHP_EOL", "a\n"),
        ('<<<FIN\nuno \\\\ \\$dos \\"\nFIN de semana\n\nFIN', 'uno \\ $dos \\"\nFIN de semana\n'),
        ("<<<'FIN'\nuno \\\\ $dos\nFIN . '!'", "uno \\\\ $dos!"),
        ('<<<"FIN"\n    uno\n      dos\n\n    FIN', "uno\n  dos\n"),
        ("<<<FIN\nuno\n  FIN\nFIN", "uno\n  FIN"),
        ("<<<FIN\nFIN", ""),
    ],
)
def test_literals_are_what_php_makes_of_them(written: str, value: PhpValue) -> None:
    assert read(f"$this->x = {written};") == {"x": value}


@pytest.mark.parametrize(
    "written",
    [
        '"Hola $nombre"', '"{$this->nombre}"', "<<<A\n$x\nA", "`ls`", "strtoupper('a')", "$x", "$this->y", "A::B", "new A()",
        "'a' . $x", "'a' ?: 'b'", "'a' == 'b'", "array('a', f())", "['a' => $x]", "function () { return 1; }", "0777", "1 + 1",
        "(" * 50 + "'a'" + ")" * 50, "[" * 50 + "]" * 50, "9" * 5000, '"\\u{110000}"', "true . 'a'", "& $x", "...$x",
    ],
)  # fmt: skip
def test_what_only_running_would_tell_is_not_guessed(written: str) -> None:
    assert read(f"$this->x = 'before'; $this->x = {written}; $this->z = 'behind';") == {"x": NoLiteral(), "z": "behind"}


@pytest.mark.parametrize(
    "statement",
    [
        "if ($a) { $this->x = 'a'; }", "if ($a) $this->x = 'a';", "if ($a): $this->y = 'b'; $this->x = 'a'; endif;",
        "$a = $this->x = 'a';", "$this->x['a'] = 'b';", "$this->x += 1;", "$this->x ??= 'a';", "$this->x .= $a;",
        "$f = function () { $this->x = 'a'; };", "foreach ($a as $b) { { $this->x = 'a'; } }",
    ],
)  # fmt: skip
def test_an_assignment_that_may_not_happen_is_none(statement: str) -> None:
    assert read(f"$this->x = 'before'; {statement}")["x"] == NoLiteral()


@pytest.mark.parametrize(
    "comment",
    ["// $this->x = 'no';", "//~ $this->x = array('no', 'no');", "# $this->x = 'no';", "/* $this->x = 'no'; ' */"],
)
def test_comments_say_nothing(comment: str) -> None:
    assert read(f"{comment}\n $this->y = 'a'; {comment}\n $this->z = 'b';") == {"y": "a", "z": "b"}


def test_texts_that_are_put_together() -> None:
    assert read("$this->x = 'a'; $this->x .= 'b'; $this->x .= \"c\";") == {"x": "abc"}
    assert read("$this->x .= 'b';") == {"x": NoLiteral()}


def test_others_are_no_properties() -> None:
    assert (
        read("$schema->x = 'a'; $x = 'b'; $this->a->b = 'c'; f($this->x); $this->f('x'); parent::__construct();") == {}
    )


def test_declarations_methods_and_classes() -> None:
    classes = php_classes(
        """Before <b>'</b> <?php
        namespace A; use B\\C;
        abstract class One extends \\Base\\P implements Q {
            use T;
            const TITLE = 'c', OTHER = "d"; final public const string THIRD = <<<'A'
            e
            A;
            protected static ?string $name = 'a', $list = ['b'];
            public \\A\\B|null $empty;
            var $old = 'o';
            function other() { $this->name = 'z'; $this->only = 'z'; return One::class; }
            function one() { $this->old = 'new'; }
        }
        ?> between <?php final class Two { private $x = 'y'; } $object = new class { public $z = 'q'; };"""
    )
    told = [(class_.name, {name: value.value for name, value in class_.properties.items()}) for class_ in classes]
    assert told == [
        (
            "One",
            {"TITLE": "c", "OTHER": "d", "THIRD": "e", "name": "a", "list": ("b",), "old": "new", "only": NoLiteral()},
        ),
        ("Two", {"x": "y"}),
    ]
    assert [
        (class_.line, class_.properties[name].line) for class_, name in zip(classes, ("old", "x"), strict=True)
    ] == [
        (3, 12),
        (14, 14),
    ]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<?php\n$a = 'b;", "line 2: a string begins here and never ends"),
        ('<?php\n\n$a = "b;', "line 3: a string begins here and never ends"),
        ("<?php /* a", "line 1: a comment begins here and never ends"),
        ("<?php $a = `b", "line 1: a command begins here and never ends"),
        ("<?php\n$a = <<<FIN\nb\n FINAL;", "line 2: a text begins here that a line of FIN alone should end"),
    ],
)
def test_what_never_ends_is_told(source: str, problem: str) -> None:
    with pytest.raises(PhpSourceError, match=f"^{problem}$"):
        php_classes(source)


@pytest.mark.parametrize(
    "source", ["", "no PHP", "<?php", "<?php ?>", "<?php class", "<?php class {", "<?php } } ; class A {"]
)
def test_a_source_without_properties_is_none(source: str) -> None:
    assert all(not class_.properties for class_ in php_classes(source))


VALUES = st.text() | st.lists(st.text() | st.lists(st.text(), max_size=3), max_size=4)


@given(VALUES)
@example("\\'")
@example("fin\\")
def test_what_the_site_writes_comes_back(value: object) -> None:
    def as_tuple(told: object) -> object:
        return tuple(map(as_tuple, told)) if isinstance(told, list) else told

    assert read(f"$this->x = {php(value)};") == {"x": as_tuple(value)}


@given(st.text())
def test_a_heredoc_comes_back(text: str) -> None:
    text = f"línea\n{text}".rstrip()
    written = text.replace("\\", "\\\\").replace("$", "\\$")
    assert read(f"$this->x = <<<FINAL\n{written}\nFINAL;") == {"x": text}


@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_no_source_raises_anything_else(source: str) -> None:
    for text in (source, f"<?php class A {{ function __construct() {{ {source}"):
        with suppress(PhpSourceError):
            php_classes(text)
