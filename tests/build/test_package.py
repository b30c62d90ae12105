"""The checksums of a site, and the package of an archive: in real builds, by the commands that ``make`` calls."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
from council.__main__ import main
from council.preservation.checksum_lists import SITE_MANIFEST, read_checksum_list
from council.preservation.premis import NAMESPACE
from lxml import etree
from sites import PROJECT, SHARED, Site, build, small_project

RELEASES = {
    "2020-01-10-a.md": "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe & <b>«uno»</b>.\n\nTexto.\n",
    "2020-02-b.md": "##Otro informe.\n\nTexto.\n",
    "sin-fecha.md": "##Sin fecha alguna.\n\nTexto.\n",
}
TERMS = """
[publication]
licence = "CC BY 4.0 & <más>"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
contact = "archivo@example.org"
website = "https://example.org"
since = 2021
"""


def with_terms(project: Path, terms: str = TERMS) -> Path:
    with (project / "institution.toml").open("a", encoding="utf-8") as stream:
        stream.write(terms)
    return project


def run(project: Path, *arguments: str) -> int:
    return main(["--source", str(project), *arguments])


def manifest(site: Site) -> dict[str, str]:
    return read_checksum_list((site.output / SITE_MANIFEST).read_text("utf-8"))


def is_right(site: Site) -> bool:
    check = ["sha256sum", "--check", "--strict", "--quiet", SITE_MANIFEST]
    return subprocess.run(check, cwd=site.output, check=False, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = with_terms(small_project(tmp_path_factory.mktemp("package") / "p", RELEASES))
    (project / "sessions" / "2020-01-10-a").mkdir()
    shutil.copy(PROJECT / "_static" / "readme" / "book.png", project / "sessions" / "2020-01-10-a" / "foto.png")
    (project / "sessions" / "odd\nname.txt").write_text("x", "utf-8")
    for path in (".secret/key", "packages/pyvenv.cfg", "packages/lib/a.py", "sessions/_build/kept.txt"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("x", "utf-8")
    return build(project, project / "_build" / "html", doctrees=project / "_build" / "doctrees")


@pytest.fixture
def project(built: Site, tmp_path: Path) -> Path:
    shutil.copytree(built.source, tmp_path / "p", symlinks=True)
    return tmp_path / "p"


def test_the_manifest_has_every_file_of_a_clean_build(built: Site) -> None:
    assert sorted(manifest(built)) == sorted(built.bytes().keys() - {SITE_MANIFEST})
    assert any(path.startswith("pagefind/") for path in manifest(built))
    assert is_right(built)


def test_an_incremental_build_has_the_manifest_of_a_clean_one(project: Path, tmp_path: Path) -> None:
    html, doctrees = project / "_build" / "html", project / "_build" / "doctrees"
    (html / "foreign.txt").write_text("x", "utf-8")
    (project / "sessions" / "2020-02-b.md").unlink()
    (project / "sessions" / "2020-03-03-c.md").write_text("##Un tercero.\n\nTexto.\n", "utf-8")
    incremental = build(project, html, doctrees=doctrees)
    clean = build(project, tmp_path / "clean", doctrees=tmp_path / "doctrees")
    assert (html / SITE_MANIFEST).read_bytes() == (clean.output / SITE_MANIFEST).read_bytes()
    assert is_right(incremental)
    written = (html / SITE_MANIFEST).stat().st_mtime_ns
    build(project, html, doctrees=doctrees)
    assert (html / SITE_MANIFEST).stat().st_mtime_ns == written


def test_one_setting_leaves_the_manifest_out(project: Path) -> None:
    html, doctrees = project / "_build" / "html", project / "_build" / "doctrees"
    site = build(project, html, doctrees=doctrees, archive_manifest=False)
    assert not (html / SITE_MANIFEST).exists()
    assert SITE_MANIFEST not in site.page("indices/colophon")
    assert run(project, "package") == 2


@pytest.fixture(scope="module")
def package(built: Site) -> Path:
    """The package, as ``make package`` writes it."""
    assert run(built.source, "package") == 0
    (folder,) = (built.source / "_build" / "package").iterdir()
    return folder


def test_a_package_holds_all_and_is_valid(built: Site, package: Path) -> None:
    assert package.name.endswith("-2020-02")
    bag = bagit.Bag(str(package))
    assert bag.validate()
    assert bag.info["Bagging-Date"] == "2020-02-29"
    assert bag.info["Contact-Email"] == "archivo@example.org"
    sources = package / "data" / "sources"
    for path in ("conf.py", "institution.toml", "_ext/council/__main__.py", "sessions/2020-01-10-a/foto.png"):
        assert (sources / path).read_bytes() == (built.source / path).read_bytes()
    assert "data/sources/sessions/odd%0Aname.txt\n" in (package / "manifest-sha256.txt").read_text("utf-8")
    assert (sources / "sessions/_build/kept.txt").is_file()
    for path in (".secret", "packages", "_build"):
        assert not (sources / path).exists()
    site = package / "data" / "site"
    assert {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} == built.bytes().keys()


def test_the_site_can_be_built_from_the_package(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package / "data" / "sources", tmp_path / "sources")
    again = build(tmp_path / "sources", tmp_path / "html", doctrees=tmp_path / "doctrees")
    assert (again.output / SITE_MANIFEST).read_bytes() == (package / "data" / "site" / SITE_MANIFEST).read_bytes()


def test_the_same_archive_gives_the_same_package(
    package: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / "_build" / "package", ignore_errors=True)
    assert run(project, "package") == 0
    (again,) = (project / "_build" / "package").iterdir()
    name = "tagmanifest-sha256.txt"
    assert (again / name).read_bytes() == (package / name).read_bytes()
    assert "suma de verificación" in capsys.readouterr().out


def test_premis_tells_each_release_and_what_was_done(package: Path) -> None:
    root = etree.parse(package / "premis.xml").getroot()
    names = {"p": NAMESPACE}
    digests = dict(line.split("  ")[::-1] for line in (package / "manifest-sha256.txt").read_text().splitlines())
    files = root.xpath("p:object[.//p:messageDigest]", namespaces=names)
    assert [file.findtext(".//{*}messageDigest") for file in files] == [
        digests[file.findtext(".//{*}objectIdentifierValue")] for file in files
    ]
    events = [
        [event.findtext(f"{{*}}{tag}") for tag in ("eventType", "eventDateTime")] for event in root.iter("{*}event")
    ]
    assert sorted(events[:3]) == [["ingestion", "2020-01-10"], ["ingestion", "2020-02"], ["ingestion", "XXXX"]]
    assert [type_ for type_, _date in events[3:]] == ["creation", "validation", "information package creation"]
    agents = {value.text for value in root.iterfind(".//{*}agentIdentifierValue")}
    objects = {value.text for value in root.iterfind(".//{*}objectIdentifierValue")}
    assert {value.text for value in root.iterfind(".//{*}linkingAgentIdentifierValue")} <= agents
    assert {value.text for value in root.iterfind(".//{*}linkingObjectIdentifierValue")} <= objects
    assert root.findtext(".//{*}licenseTerms") == "CC BY 4.0 & <más>"


@pytest.mark.skipif(not (SHARED / "schemas" / "premis.xsd").is_file(), reason="the schema of PREMIS 3 is not there")
def test_premis_is_as_its_schema_says(package: Path) -> None:
    etree.XMLSchema(etree.parse(SHARED / "schemas" / "premis.xsd")).assertValid(etree.parse(package / "premis.xml"))


def test_verify_names_each_file(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "elsewhere"
    shutil.copytree(package, folder)
    project = package.parent.parent.parent
    assert run(project, "verify", str(folder)) == 0
    sources = folder / "data" / "sources"
    (sources / "conf.py").write_text("raise SystemExit(9)\n", "utf-8")
    (sources / "institution.toml").unlink()
    (sources / "new\u202e.md").write_text("x", "utf-8")
    capsys.readouterr()
    assert run(project, "verify", str(folder)) == 1
    told = capsys.readouterr()
    assert told.err.splitlines()[:3] == [
        "data/sources/conf.py: cambió",
        "data/sources/institution.toml: falta",
        "data/sources/new\\u202e.md: sobra: nadie lo anotó",
    ]
    assert "Faltas: 3" in told.out


@pytest.mark.parametrize(
    ("folder", "status", "told"), [("", 2, "PACKAGE="), ("nada", 2, "nada: "), (".", 1, "bagit.txt")]
)
def test_verify_tells_what_is_no_package(
    built: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    folder: str, status: int, told: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(built.source, "verify", folder) == status
    assert told in capsys.readouterr().err


def test_a_page_that_was_changed_after_the_build_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "_build" / "package", ignore_errors=True)
    (project / "_build" / "html" / "index.html").write_text("x", "utf-8")
    assert run(project, "package") == 1
    assert "index.html" in capsys.readouterr().err
    assert list((project / "_build" / "package").iterdir()) == []


def test_links_and_what_is_no_file_are_left_out_and_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("x", "utf-8")
    (project / "sessions" / "linked").symlink_to(tmp_path / "secret")
    (project / "key.txt").symlink_to(tmp_path / "secret" / "key")
    os.mkfifo(project / "pipe")
    assert run(project, "package", "--version=v1.0") == 1
    told = capsys.readouterr().err
    assert [line.strip() for line in told.splitlines()[1:]] == ["key.txt", "pipe", "sessions/linked"]
    (folder,) = (project / "_build" / "package").glob("*-v1.0")
    assert bagit.Bag(str(folder)).validate()
    assert not list(folder.rglob("key*")) + list(folder.rglob("pipe"))


@pytest.mark.parametrize("name", [b"bytes-\xff.txt", "n\u0303.txt".encode()])
def test_a_name_that_no_manifest_can_hold_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], name: bytes
) -> None:
    (project / "ñ.txt").write_text("x", "utf-8")
    Path(os.fsdecode(os.fsencode(project) + b"/" + name)).write_text("x", "utf-8")
    assert run(project, "package") == 1
    assert ".txt" in capsys.readouterr().err


@pytest.mark.parametrize("version", ["../x", "a/b", ".x", "a b", "-x", "é", "x" * 99])
def test_a_version_that_is_no_name_is_told(project: Path, capsys: pytest.CaptureFixture[str], version: str) -> None:
    assert run(project, "package", f"--version={version}") == 2
    assert "VERSION=" in capsys.readouterr().err


def test_a_package_that_was_changed_is_not_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "package", "--version=1") == 0
    assert run(project, "package", "--version=1") == 0
    (folder,) = (project / "_build" / "package").glob("*-1")
    (folder / "data" / "my-notes.txt").write_text("x", "utf-8")
    capsys.readouterr()
    assert run(project, "package", "--version=1") == 1
    assert folder.name in capsys.readouterr().err
    assert (folder / "data" / "my-notes.txt").is_file()


def test_the_date_of_the_package_can_be_set(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert run(project, "package", "--version=2") == 0
    (folder,) = (project / "_build" / "package").glob("*-2")
    assert "Bagging-Date: 1970-01-02\n" in (folder / "bag-info.txt").read_text("utf-8")


def test_an_archive_without_releases_has_its_package(tmp_path: Path) -> None:
    project = small_project(tmp_path / "p", {})
    site = build(project, project / "_build" / "html", doctrees=project / "_build" / "doctrees")
    assert site.warnings == []
    assert run(project, "package") == 0
    (folder,) = (project / "_build" / "package").iterdir()
    assert bagit.Bag(str(folder)).validate()
    assert "Bagging-Date" not in (folder / "bag-info.txt").read_text("utf-8")


def test_make_packages_and_verifies_with_a_book(tmp_path: Path) -> None:
    project = small_project(tmp_path / "p", {"2020-01-10-a.md": RELEASES["2020-01-10-a.md"]})
    shutil.copy(PROJECT / "Makefile", project)
    (project / "requirements.lock").touch()
    (project / "installed").touch()
    command = ["make", f"BIN={Path(sys.executable).parent}", "INSTALLED=installed", "SPHINXOPTS=-q"]
    done = subprocess.run([*command, "package"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (folder,) = (project / "_build" / "package").iterdir()
    assert [file.name for file in (folder / "data" / "book").iterdir()] == ["archivo.pdf"]
    verify = [*command, "verify", f"PACKAGE={folder}"]
    done = subprocess.run(verify, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, "íntegro" in done.stdout) == (0, True)
