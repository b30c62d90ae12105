"""The colophon, and whom finders of faults write to: as much as is known, and no more."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from sites import Site, build, small_project

PAGE = "indices/colophon"
TEXT = "##Informe.\n\nTexto.\n"
TERMS = """
[publication]
licence = "CC BY 4.0 & <b>más</b>"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
contact = "archivo@example.org"
website = "https://example.org"
since = 2021
"""
SECURITY = 'security_contact = "{}"\n'
EXPIRES = "security_expires = 2027-06-30\n"
WELL_KNOWN = ".well-known/security.txt"


def site_with(tmp_path: Path, terms: str, releases: dict[str, str] | None = None, **settings: Any) -> Site:
    project = tmp_path / "p"
    if not project.exists():
        small_project(project, {"2020-01-10-a.md": TEXT, "2019-05-b.md": TEXT} if releases is None else releases)
        (project / "institution.toml").rename(project / "own.toml")
    own = (project / "own.toml").read_text("utf-8")
    (project / "institution.toml").write_text(own + terms, "utf-8")
    return build(project, pagefind_enabled=False, **settings)


def facts(site: Site) -> dict[str, str]:
    """Give what the page tells, by its term."""
    (listed,) = html.fromstring(site.page(PAGE)).find_class("record-facts")
    return {term.text_content(): " ".join(term.getnext().text_content().split()) for term in listed.findall("dt")}


def test_all_that_is_known_is_told(tmp_path: Path) -> None:
    site = site_with(tmp_path, TERMS)
    told = facts(site)
    assert list(told) == [
        "Quién publica", "Publicado desde", "Licencia", "Contacto", "Qué contiene", "Hecho con",
        "Suma de verificación de los comunicados",
    ]  # fmt: skip
    assert told["Licencia"] == "CC BY 4.0 & <b>más</b>"
    assert told["Qué contiene"] == "2 comunicados, mayo de 2019 – 10 de enero de 2020"
    assert "Sphinx 9" in told["Hecho con"]
    (listed,) = html.fromstring(site.page(PAGE)).find_class("record-facts")
    links = {unquote(link.get("href")) for link in listed.iter("a")}
    assert links == {
        "https://example.org",
        "https://creativecommons.org/licenses/by/4.0/",
        "mailto:archivo@example.org",
        "../manifest-sha256.txt",
    }
    assert site.warnings == []


def test_without_settings_it_tells_less(tmp_path: Path) -> None:
    told = facts(site_with(tmp_path, ""))
    assert list(told)[:3] == ["Quién publica", "Qué contiene", "Hecho con"]
    assert all(told.values())


def test_without_releases_it_tells_of_none(tmp_path: Path) -> None:
    site = site_with(tmp_path, "", {})
    assert list(facts(site)) == ["Quién publica", "Hecho con"]
    assert site.warnings == []


def test_anybody_can_check_the_checksum(tmp_path: Path) -> None:
    site = site_with(tmp_path, "")
    names = sorted(str(file.relative_to(site.source)) for file in site.source.glob("sessions/*.md"))
    listed = subprocess.run(["sha256sum", *names], cwd=site.source, capture_output=True, check=True).stdout
    assert hashlib.sha256(listed).hexdigest() in facts(site)["Suma de verificación de los comunicados"]


def test_the_menu_has_it(tmp_path: Path) -> None:
    site = site_with(tmp_path, "")
    links = html.fromstring(site.page("index")).xpath(
        "//nav[@id='site-menu' or contains(@class, 'site-menu')]//a/@href"
    )
    assert f"{PAGE}.html" in links


def test_changed_terms_and_a_changed_release_change_the_page(tmp_path: Path) -> None:
    before = facts(site_with(tmp_path, ""))
    assert "Licencia" in facts(site_with(tmp_path, TERMS))
    (tmp_path / "p" / "sessions" / "2020-01-10-a.md").write_text(TEXT + "\nMás.\n", "utf-8")
    after = facts(site_with(tmp_path, TERMS))
    name = "Suma de verificación de los comunicados"
    assert after[name] != before[name]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("faltas@example.org", "mailto:faltas@example.org"),
        ("https://example.org/faltas", "https://example.org/faltas"),
        ("a/b@example.org", "mailto:a/b@example.org"),
    ],
)
def test_whom_finders_of_faults_write_to(tmp_path: Path, contact: str, told: str) -> None:
    terms = TERMS + SECURITY.format(contact) + EXPIRES
    site = site_with(tmp_path, terms, html_baseurl="https://example.org/archivo")
    assert (site.output / WELL_KNOWN).read_text("utf-8").splitlines() == [
        f"Contact: {told}",
        "Expires: 2027-06-30T00:00:00Z",
        "Preferred-Languages: es",
        "Canonical: https://example.org/archivo/.well-known/security.txt",
    ]
    assert f"  {WELL_KNOWN}\n" in (site.output / "manifest-sha256.txt").read_text("utf-8")
    site = site_with(tmp_path, TERMS)
    assert not (site.output / ".well-known").exists()


def test_a_missing_day_is_told(tmp_path: Path) -> None:
    site = site_with(tmp_path, TERMS + SECURITY.format("faltas@example.org"))
    assert not (site.output / WELL_KNOWN).exists()
    (line,) = [
        number
        for number, text in enumerate((site.source / "institution.toml").read_text("utf-8").splitlines(), 1)
        if text.startswith("security_contact")
    ]
    (warning,) = site.warnings
    assert f"institution.toml:{line}: publication.security_contact: security_expires is missing" in warning
    assert "archive.publication" in warning
