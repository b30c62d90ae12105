"""The institute's own site: what ``make_tree.py`` lays out, read as it says that it has to be; and trees that are hostile."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from council.importers.incoming import IncomingRelease, LeftOut
from council.importers.php_tree import is_php_tree, read_php_tree
from sites import SHARED

MAKE_TREE = SHARED / "tools" / "make_tree.py"
STATUSES = {"publicar": "published", "revisar": "draft"}
REMARKS = {"other day": "the date is kept", "latin-1": "Windows-1252"}
"""What has to be told of each quirk."""


@pytest.fixture(scope="module", params=["1", "20"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not MAKE_TREE.is_file():
        pytest.skip(f"{MAKE_TREE} is not there: the releases are not part of the project")
    root: Path = tmp_path_factory.mktemp("site") / "tree"
    subprocess.run([sys.executable, MAKE_TREE, SHARED / "corpus", root, request.param], check=True, capture_output=True)
    return root


def releases(root: Path) -> dict[str, IncomingRelease]:
    return {read.slug: read for read in read_php_tree(root) if isinstance(read, IncomingRelease)}


def left_out(root: Path) -> list[LeftOut]:
    return [read for read in read_php_tree(root) if isinstance(read, LeftOut)]


def one_line(text: str) -> str:
    return " ".join(text.split())


def pictures(release: IncomingRelease) -> list[str]:
    folder = release.picture_folders.get(release.slug)
    return sorted(file.name for file in folder.iterdir()) if folder else []


def told(release: IncomingRelease) -> dict[str, Any]:
    """Give what is known of a release in the words of ``expected.json``."""
    return {
        "title": release.title, "authors": list(release.authors), "date": release.date or None,
        "description": release.description, "keywords": list(release.keywords), "categories": list(release.categories),
        "regions": list(release.regions), "status": release.status, "pictures": pictures(release),
        "old_address": release.published_at, "words": len(re.findall(r"\w+", re.sub(r"<[^>]*>", " ", release.text))),
    }  # fmt: skip


def test_each_release_is_as_expected(site: Path) -> None:
    known = json.loads((site / "expected.json").read_text("utf-8"))
    read = releases(site)
    assert read.keys() == {slug for slug, entry in known.items() if entry["status"] in STATUSES}
    for slug, release in read.items():
        wanted = {
            **known[slug],
            "title": one_line(known[slug]["title"]),
            "description": one_line(known[slug]["description"]),
            "status": STATUSES[known[slug]["status"]],
        }
        quirk = wanted.pop("quirk")
        assert told(release) == wanted, (slug, quirk)
        assert (
            (len(release.remarks) == 1 and REMARKS[quirk] in release.remarks[0])
            if quirk in REMARKS
            else not release.remarks
        )


def test_texts_are_those_of_the_releases(site: Path) -> None:
    known = json.loads((site / "expected.json").read_text("utf-8"))
    for slug, release in releases(site).items():
        text = (SHARED / "corpus" / f"{slug}.md").read_text("utf-8")
        quirk = known[slug]["quirk"]
        if quirk == "wrong field":
            assert "<p>" not in release.text
        elif quirk == "latin-1":
            assert release.text == text.encode("latin-1", "replace").decode("latin-1")
        else:
            assert release.text.rstrip() == text.rstrip(), (slug, quirk)


def test_pictures_of_others_and_portraits_are_found(site: Path) -> None:
    folders = {name: folder for release in releases(site).values() for name, folder in release.picture_folders.items()}
    assert folders["../imagenes/128"] == site / "imagenes" / "128"
    assert all(folder.is_dir() and folder.is_relative_to(site) for folder in folders.values())


def test_what_is_left_out_is_told(site: Path) -> None:
    known = json.loads((site / "expected.json").read_text("utf-8"))
    withheld = {slug for slug, entry in known.items() if entry["status"] == "ignorar"}
    assert [left for left in left_out(site) if not left.expected] == []
    told = {left.reason.partition(":")[0] for left in left_out(site) if ": the site does not publish it" in left.reason}
    assert told == withheld
    expected = {left.origin.relative_to(site).as_posix() for left in left_out(site)}
    assert expected >= {"lib/SalaPrensa/Imprenta.php", "README.md", "sala-prensa/2015-05-28-sin-comunicado"}
    assert len(expected) == 3 + len(withheld)


def lay_out(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def class_of(body: str, name: str = "Uno") -> str:
    return f"<?php class {name} {{ public function __construct() {{ {body} }} }}"


NAMED = "$this->archivo = '2020-01-02-uno'; $this->nombre = 'Uno';"


def test_properties_that_are_declared(tmp_path: Path) -> None:
    source = (
        "<?php class Uno extends P { protected $archivo = '2020-01-02-uno', $nombre = 'Uno'; const fecha = '2020-01-02 08:30';"
        " protected $autor = ['Ana', '']; var $contenido = ['Uno.', 'Dos.']; public $fuentes = array('INEGI'); }"
    )
    release = releases(lay_out(tmp_path, {"lib/SalaPrensa/Uno.php": source}))["2020-01-02-uno"]
    assert (release.title, release.date, release.authors) == ("Uno", "2020-01-02", ("Ana",))
    assert (release.text, release.source) == ("Uno.\n\nDos.", {"fecha": "2020-01-02 08:30", "fuentes": ["INEGI"]})


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../secret.md", "out of the tree"), ("/etc/hostname.md", "out of the tree"), ("lib/../../secret.md", "out of the tree"),
        ("lib/SalaPrensa/Uno.php", "of no kind that holds one"), ("lib/SalaPrensa/No.md", "is not there"),
        ("lib/SalaPrensa/Link.md", "no link is followed"), ("lib/linked/secret.md", "no link is followed"),
        ("lib/SalaPrensa/Pipe.md", "no file that can be read"), ("lib/SalaPrensa/Folder.md", "no file that can be read"),
        ("lib/SalaPrensa/Deep.html", "nested too deeply"), (f"lib/{'x' * 300}.md", "is not there"),
    ],
)  # fmt: skip
def test_a_text_comes_from_the_tree_or_is_told(tmp_path: Path, path: str, told: str) -> None:
    lay_out(tmp_path, {"secret.md": "Secreto.", "elsewhere/secret.md": "Secreto."})
    root = lay_out(
        tmp_path / "tree",
        {
            "lib/SalaPrensa/Uno.php": class_of(f'{NAMED} $this->contenido_archivo_markdown = "{path}";'),
            "lib/SalaPrensa/Deep.html": "<div>" * 5000 + "x",
            "lib/SalaPrensa/Folder.md/x": "",
        },
    )
    (root / "lib/SalaPrensa/Link.md").symlink_to(tmp_path / "secret.md")
    (root / "lib/linked").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(root / "lib/SalaPrensa/Pipe.md")
    assert releases(root) == {}
    assert any("2020-01-02-uno: its text" in left.reason and told in left.reason for left in left_out(root))


def test_pictures_stay_in_the_tree(tmp_path: Path) -> None:
    text = "".join(
        f'<img src="{folder}/a.png">\n'
        for folder in ("../..", "linked", "none", "%00", "x" * 300, "/imagenes", "http://a.mx")
    )
    root = lay_out(
        tmp_path / "tree",
        {
            "lib/SalaPrensa/Uno.php": class_of(f"{NAMED} $this->directorio = 'sala-prensa'; $this->contenido = '{text}';"),
            "sala-prensa/2020-01-02-uno/a.png": "", "imagenes/a.png": "",
        },
    )  # fmt: skip
    (root / "sala-prensa" / "linked").symlink_to(tmp_path)
    release = releases(root)["2020-01-02-uno"]
    assert release.picture_folders == {
        "2020-01-02-uno": root / "sala-prensa" / "2020-01-02-uno",
        "/imagenes": root / "imagenes",
    }
    assert [remark.partition(":")[0] for remark in release.remarks] == [
        "pictures in ../..",
        "pictures in linked",
        "pictures in none",
        "pictures in \\x00",
        f"pictures in {'x' * 300}",
    ]


def test_what_only_running_would_tell_is_told(tmp_path: Path) -> None:
    body = "$this->archivo = '2020-01-02-uno'; $this->contenido = 'Uno.'; $this->nombre = f();\n $this->estado = $x;"
    root = lay_out(
        tmp_path,
        {
            "lib/SalaPrensa/A.php": class_of(body),
            "lib/SalaPrensa/B.php": class_of("$this->archivo = $x . 'a';"),
            "lib/SalaPrensa/C.php": class_of("$this->archivo = '../a';"),
            "lib/SalaPrensa/D.php": "<?php class D { public $archivo = 'a",
            "lib/SalaPrensa/E.php": class_of("$this->archivo = 'e';"),
            "lib/SalaPrensa/F.md": "Texto.",
        },
    )
    release = releases(root)["2020-01-02-uno"]
    assert release.status == "draft"
    assert release.remarks == ("only running its source would tell nombre (line 1), estado (line 2)",)
    assert {left.origin.name: left.reason.partition(";")[0] for left in left_out(root) if not left.expected} == {
        "B.php": "only running it would tell archivo (line 1)",
        "C.php": "../a is no name that a page can have",
        "D.php": "line 1: a string begins here and never ends",
        "E.php": "e: it has no text",
        "F.md": "a text that no class names",
    }


def test_a_status_that_nobody_knows_waits(tmp_path: Path) -> None:
    body = f"{NAMED} $this->contenido = 'Uno.'; $this->estado = 'otro'; $this->fecha = 'ayer';"
    release = releases(lay_out(tmp_path, {"lib/SalaPrensa/Uno.php": class_of(body)}))["2020-01-02-uno"]
    assert (release.status, release.date, release.source) == ("draft", "", {"fecha": "ayer"})
    assert [remark.partition(":")[0] for remark in release.remarks] == ["fecha", "estado"]


def test_other_sections_are_no_releases(tmp_path: Path) -> None:
    root = lay_out(
        tmp_path,
        {
            "lib/SalaPrensa/Uno.php": class_of(f"{NAMED} $this->contenido = '<p>Uno <b>dos</b>.</p>';"),
            "lib/SalaPrensa/Imprenta.php": class_of("$this->directorio = 'prensa';"),
            "lib/Blog/Dos.php": class_of("$this->archivo = 'dos'; $this->contenido = 'Dos.';"),
        },
    )
    assert {slug: (read.text, read.published_at) for slug, read in releases(root).items()} == {
        "2020-01-02-uno": ("Uno **dos**.\n", "/prensa/2020-01-02-uno.html")
    }
    assert {left.origin.name for left in left_out(root) if left.expected} == {"Dos.php", "Imprenta.php"}
    assert releases(root / "lib" / "Blog").keys() == {"dos"}


def test_no_page_was_out_of_the_site(tmp_path: Path) -> None:
    body = f"{NAMED} $this->contenido = 'Uno.'; $this->directorio = '../fuera';"
    lay_out(tmp_path, {"tree/lib/SalaPrensa/Uno.php": class_of(body), "fuera/2020-01-02-uno/a.png": ""})
    release = releases(tmp_path / "tree")["2020-01-02-uno"]
    assert (release.published_at, release.picture_folders) == ("", {})


def test_a_part_of_the_site_is_a_tree_too(tmp_path: Path) -> None:
    source = class_of(f"{NAMED} $this->contenido_archivo_html = 'lib/SalaPrensa/Uno.html';")
    lay_out(tmp_path, {"lib/SalaPrensa/Uno.php": source, "lib/SalaPrensa/Uno.html": b"<h1>Se\xf1al</h1>"})
    assert is_php_tree(tmp_path)
    for root in (tmp_path, tmp_path / "lib", tmp_path / "lib" / "SalaPrensa"):
        assert releases(root)["2020-01-02-uno"].text == "# Señal\n"


def test_a_text_of_two_encodings_is_read_right(tmp_path: Path) -> None:
    source = class_of(f"{NAMED} $this->contenido_archivo_markdown = 'lib/SalaPrensa/Uno.md';")
    lay_out(
        tmp_path,
        {
            "lib/SalaPrensa/Uno.php": source,
            "lib/SalaPrensa/Uno.md": "\ufeffSesión “uno”.\r\n".encode() + b"Se\xf1al \x93dos\x94\n",
        },
    )
    release = releases(tmp_path)["2020-01-02-uno"]
    assert release.text == "Sesión “uno”.\nSeñal “dos”\n"
    assert release.remarks == ("its text is no UTF-8; what is none was read as Windows-1252",)


def test_no_other_tree_is_one(tmp_path: Path) -> None:
    lay_out(tmp_path, {"index.php": "<?php echo 'a';", "2020-01-01-a.md": "Texto.", "b.php": "<?php '"})
    (tmp_path / "c.php").symlink_to("nowhere")
    assert not is_php_tree(tmp_path)
    assert not is_php_tree(tmp_path / "nowhere")
