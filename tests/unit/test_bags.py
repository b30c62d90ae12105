"""Packages in BagIt's form: ``bagit`` takes them for valid, and each change is named; hostile ones are refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from council.preservation.bag_checking import BagReport, BrokenBag, BrokenBagError, Fault, check_bag
from council.preservation.bag_format import decoded_path, encoded_path
from council.preservation.bag_writing import Stored, write_bag
from council.preservation.checksum_lists import checksum_list, file_sha256, read_checksum_list

FILES = {"sources/a.md": "uno", "sources/b/ñandú.png": "dos", "site/index.html": "tres"}
INFORMATION = {"Source-Organization": "Instituto\nde\u2028Agua", "Bagging-Date": "2020-01-10", "Contact-Email": ""}
ODD_NAMES = [
    "line\nbreak.md",
    "return\rhere.md",
    "both\r\n\r\n\n.md",
    "'$(touch x)`\".md",
    "-x",
    "a  b",
    "a\\b",
    "~a",
    "*",
]


def bag_of(folder: Path, files: dict[str, str]) -> Path:
    """Write a bag of texts."""
    origins = {}
    for number, (path, text) in enumerate(files.items()):
        origins[path] = folder / f"origin-{number}"
        origins[path].write_text(text, "utf-8")
    write_bag(folder / "bag", origins, INFORMATION, lambda stored: {"note.xml": str(len(stored)).encode()})
    return folder / "bag"


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    return bag_of(tmp_path, FILES)


def contents(folder: Path) -> dict[str, bytes]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def manifested(bag: Path) -> None:
    """Let the tag manifest tell the other tag files as they are now."""
    names = [file.name for file in bag.iterdir() if file.is_file() and not file.name.startswith("tagmanifest-")]
    (bag / "tagmanifest-sha256.txt").write_text(checksum_list({name: file_sha256(bag / name) for name in names}))


def test_bagit_takes_it_for_valid(bag: Path) -> None:
    read = bagit.Bag(str(bag))
    assert read.validate()
    assert read.version_info == (1, 0)
    assert read.info == {
        "Source-Organization": "Instituto de Agua",
        "Bagging-Date": "2020-01-10",
        "Payload-Oxum": "10.3",
    }
    command = [sys.executable, "-m", "bagit", "--validate", str(bag)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_the_same_files_give_the_same_bytes_in_the_place_of_the_old(tmp_path: Path, bag: Path) -> None:
    before = contents(bag)
    bag_of(tmp_path, dict(reversed(FILES.items())))
    assert contents(bag) == before
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.startswith("origin")) == ["bag"]
    bag_of(tmp_path, {"sources/a.md": "otro"})
    assert sorted(contents(bag))[1:3] == ["bagit.txt", "data/sources/a.md"]


def test_a_bag_that_cannot_be_ended_leaves_the_old_one(tmp_path: Path, bag: Path) -> None:
    before = contents(tmp_path)

    def refuse(_stored: Stored) -> dict[str, bytes]:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        write_bag(bag, {"a": tmp_path / "origin-0"}, {}, refuse)
    with pytest.raises(FileNotFoundError):
        write_bag(bag, {"a": tmp_path / "origin-0", "b": tmp_path / "nothing"}, {}, lambda _stored: {})
    assert contents(tmp_path) == before


def test_what_a_stopped_command_leaves_is_no_bag(tmp_path: Path, bag: Path) -> None:
    stopped = tmp_path / ".bag.new"
    stopped.mkdir()
    (stopped / "data").mkdir()
    (stopped / "data" / "half").write_text("x")
    with pytest.raises(BrokenBagError):
        check_bag(stopped)
    bag_of(tmp_path, FILES)
    assert not stopped.exists()
    assert check_bag(bag).is_whole


def test_each_change_is_named(bag: Path) -> None:
    report = check_bag(bag)
    assert report == BagReport(8, (), "", file_sha256(bag / "tagmanifest-sha256.txt"))
    (bag / "data/sources/a.md").write_text("UNO", "utf-8")
    (bag / "data/sources/b/ñandú.png").unlink()
    (bag / "data/sources/new\n.md").write_text("x", "utf-8")
    (bag / "run.py").write_text("raise SystemExit(3)", "utf-8")
    (bag / "note.xml").write_text("9", "utf-8")
    assert check_bag(bag).faults == (
        ("data/sources/a.md", Fault.CHANGED),
        ("data/sources/b/ñandú.png", Fault.MISSING),
        ("data/sources/new\n.md", Fault.ADDED),
        ("note.xml", Fault.CHANGED),
        ("run.py", Fault.ADDED),
    )
    assert check_bag(bag).oxum == "10.3"


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "bag-info.txt"])
def test_tag_files_are_held_against_theirs(bag: Path, name: str) -> None:
    with (bag / name).open("a") as stream:
        stream.write("\n")
    assert check_bag(bag).faults == ((name, Fault.CHANGED),)


def test_a_wrong_size_is_told_where_the_files_are_right(bag: Path) -> None:
    text = (bag / "bag-info.txt").read_text()
    (bag / "bag-info.txt").write_text(text.replace("10.3", "11.3"))
    manifested(bag)
    report = check_bag(bag)
    assert (report.faults, report.oxum, report.is_whole) == ((), "11.3", False)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names(tmp_path: Path, name: str) -> None:
    bag = bag_of(tmp_path, {f"sources/{name}": "x", "a": "y"})
    assert check_bag(bag).is_whole
    (bag / "data/sources" / name).unlink()
    assert check_bag(bag).faults == ((f"data/sources/{name}", Fault.MISSING),)


@pytest.mark.parametrize("name", ["line\nbreak.md", "return\rhere.md", "-x", "a\\b"])
def test_bagit_reads_odd_names_too(tmp_path: Path, name: str) -> None:
    assert bagit.Bag(str(bag_of(tmp_path, {f"sources/{name}": "x"}))).validate()


def test_percent_signs_are_encoded_as_the_standard_wants(tmp_path: Path) -> None:
    """RFC 8493, 2.1.3; ``bagit`` 1.9 does not decode them."""
    assert encoded_path("100%\n%0A ñ") == "100%25%0A%250A ñ"
    assert decoded_path("100%25%0a%250A ñ") == "100%\n%0A ñ"
    bag = bag_of(tmp_path, {"100%0A.md": "x"})
    assert "  data/100%250A.md\n" in (bag / "manifest-sha256.txt").read_text()
    assert check_bag(bag).is_whole


def test_letters_in_parts_are_the_same_letters(bag: Path) -> None:
    """As a Macintosh writes names."""
    (bag / "data/sources/b/ñandú.png").rename(bag / "data/sources/b/n\u0303andu\u0301.png")
    assert check_bag(bag).is_whole
    (bag / "data/sources/b/ñandú.png").write_text("otro", "utf-8")
    assert not check_bag(bag).is_whole


def test_a_name_of_other_bytes_is_added(bag: Path) -> None:
    name = os.fsdecode(b"data/\xff\x1b[31m")
    (bag / name).write_text("x")
    assert check_bag(bag).faults == ((name, Fault.ADDED),)


def test_links_are_named_and_not_followed(tmp_path: Path, bag: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.md").write_text("uno", "utf-8")
    (bag / "data/sources/a.md").unlink()
    (bag / "data/sources/a.md").symlink_to(secret / "a.md")
    (bag / "data/more").symlink_to(secret)
    os.mkfifo(bag / "data/pipe")
    assert check_bag(bag).faults == (
        ("data/more", Fault.LINK),
        ("data/pipe", Fault.LINK),
        ("data/sources/a.md", Fault.LINK),
    )


ESCAPES = ["../secret", "data/../../secret", "/etc/passwd", "C:\\x", "data\\..\\..\\x", "~/x", "", "data/a\0b"]


@pytest.mark.parametrize("path", [*ESCAPES, "note.xml"])
def test_a_path_that_leaves_the_payload_is_refused(bag: Path, path: str) -> None:
    with (bag / "manifest-sha256.txt").open("a") as stream:
        stream.write(f"{'0' * 64}  {path}\n")
    with pytest.raises(BrokenBagError) as caught:
        check_bag(bag)
    assert caught.value.reason in {BrokenBag.LEAVES_BAG, BrokenBag.NO_LINE}
    assert caught.value.place == "manifest-sha256.txt:4"


@pytest.mark.parametrize("path", ESCAPES[:6])
@pytest.mark.parametrize(
    ("name", "line"), [("tagmanifest-sha256.txt", f"{'0' * 64}  "), ("fetch.txt", "http://localhost:9/ - ")]
)
def test_so_is_one_of_a_tag_file_and_one_to_fetch(bag: Path, name: str, line: str, path: str) -> None:
    with (bag / name).open("a") as stream:
        stream.write(f"{line}{path}\n")
    with pytest.raises(BrokenBagError) as caught:
        check_bag(bag)
    assert caught.value.reason is BrokenBag.LEAVES_BAG


def remove(name: str) -> Callable[[Path], None]:
    return lambda bag: (bag / name).unlink()


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda bag: (bag / name).write_bytes(text.encode("latin-1"))


def link(name: str) -> Callable[[Path], None]:
    def replace(bag: Path) -> None:
        (bag / name).rename(bag.parent / "elsewhere")
        (bag / name).symlink_to(bag.parent / "elsewhere")

    return replace


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (remove("bagit.txt"), BrokenBag.NO_DECLARATION),
        (link("bagit.txt"), BrokenBag.NO_DECLARATION),
        (write("bagit.txt", ""), BrokenBag.NO_DECLARATION),
        (write("bagit.txt", "BagIt-Version: x\n"), BrokenBag.NO_DECLARATION),
        (write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: zip\n"), BrokenBag.NO_ENCODING),
        (write("manifest-sha256.txt", "\xe1"), BrokenBag.NO_ENCODING),
        (remove("manifest-sha256.txt"), BrokenBag.NO_MANIFEST),
        (link("manifest-sha256.txt"), BrokenBag.NO_MANIFEST),
        (write("manifest-sha256.txt", "no line"), BrokenBag.NO_LINE),
        (write("manifest-sha256.txt", f"{'0' * 64}  data/a\n{'1' * 64}  data/a\n"), BrokenBag.NO_LINE),
    ],
)
def test_a_broken_bag_is_told(bag: Path, spoil: Callable[[Path], object], reason: BrokenBag) -> None:
    spoil(bag)
    with pytest.raises(BrokenBagError) as caught:
        check_bag(bag)
    assert caught.value.reason is reason


def test_no_folder_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path / "nothing", bag_of(tmp_path, FILES) / "bagit.txt"):
        with pytest.raises(BrokenBagError) as caught:
            check_bag(folder)
        assert caught.value.reason is BrokenBag.NO_FOLDER


def test_a_bag_of_another_program(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("uno")
    bagit.make_bag(str(folder), {"Contact-Name": "Ana"}, checksums=["md5", "sha512"])
    assert check_bag(folder).is_whole
    (folder / "data/sub/a.txt").write_text("dos")
    assert check_bag(folder).faults == (("data/sub/a.txt", Fault.CHANGED),)


def test_a_list_of_checksums_is_that_of_sha256sum(tmp_path: Path) -> None:
    names = ["b", "a\nb", "a\\b", "ñ", " a "]
    for name in names:
        (tmp_path / name).write_text(name, "utf-8")
    text = checksum_list({name: file_sha256(tmp_path / name) for name in names})
    assert read_checksum_list(text) == {name: file_sha256(tmp_path / name) for name in names}
    check = ["sha256sum", "--check", "--strict", "--quiet"]
    assert subprocess.run(check, input=text.encode(), cwd=tmp_path, check=False).returncode == 0
    with pytest.raises(ValueError, match="line 2 has no checksum"):
        read_checksum_list(f"{'0' * 64}  a\nno\n")
