"""The institution itself: who heads it, who sits on its council, and its page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from council.archive.archive import Archive
from council.archive.council_members import council_members
from council.extract.people.institution_roles import institution_standing, is_seat_in_council
from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import PersonMention, ProjectMention, Release, Session, Standing
from council.profile.loader import load_profile
from council.profile.profile import Profile
from council_sphinx.core.interface_strings import CATALOGUE
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.index_pages import INSTITUTION
from council_sphinx.views.institution_page import InstitutionPage
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.person_page import PersonPage
from docutils import nodes
from sites import PROJECT
from sphinx.builders import Builder
from sphinx.locale import translators

RIBERA = load_profile(PROJECT / "tests" / "institutions" / "instituto-ribera")
LAKEPORT = load_profile(PROJECT / "tests" / "institutions" / "lakeport")


@pytest.fixture(autouse=True)
def untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strings as the code has them, whatever language a build in this process spoke."""
    monkeypatch.delitem(translators, ("general", CATALOGUE), raising=False)


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("Directora General del Instituto", "seen"),
        ("Dir. del IPRA", "seen"),
        ("Director Ejecutivo del Instituto de Planificación (IPRA) de Puerto Alcázar", "seen"),
        ("Director del Instituto de Planificación de Ribera Alta (IPRA)", "seen"),
        ("arquitecta y directora de este Instituto", "seen"),
        ("nuevo titular del IPRA", "started"),
        ("director saliente del IPRA", "ended"),
        ("exdirectora del IPRA", "over"),
        ("entonces director del Instituto", "over"),
        ("directora de Agua del Instituto", None),
        ("Director del Instituto de la Mujer", None),
        ("Directora del Instituto de Planificación de Monteverde", None),
        ("subdirector del IPRA", None),
        ("director adjunto del IPRA", None),
        ("asistente de la directora del IPRA", None),
        ("encargado de datos del IPRA", None),
        ("directora", None),
        ("vocal del IPRA", None),
    ],
)
def test_who_heads_the_institution_in_spanish(role: str, standing: Standing | None) -> None:
    assert institution_standing(role, RIBERA) == standing


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("executive director of the Commission", "seen"),
        ("LRPC's executive director", "seen"),
        ("Commission director", "seen"),
        ("acting director of the Lakeport Regional Planning Commission (LRPC)", "seen"),
        ("new executive director of the LRPC", "started"),
        ("outgoing Commission director", "ended"),
        ("former executive director of the Commission", "over"),
        ("deputy director of the Commission", None),
        ("director of research at the Commission", None),
        ("director of the Fisheries Commission", None),
        ("chair of the Board", None),
        ("Parks Director", None),
    ],
)
def test_who_heads_the_institution_in_english(role: str, standing: Standing | None) -> None:
    assert institution_standing(role, LAKEPORT) == standing


@pytest.mark.parametrize(
    ("role", "profile", "bare", "at_session"),
    [
        ("vocales ciudadanos", RIBERA, False, True),
        ("consejera", RIBERA, False, True),
        ("consejero saliente", RIBERA, False, True),
        ("presidenta de la Junta de Gobierno", RIBERA, True, True),
        ("vocal de la Junta de Gobierno del IPRA", RIBERA, True, True),
        ("consejera juvenil", RIBERA, False, False),
        ("consejero de la Cámara de Hoteles", RIBERA, False, False),
        ("exconsejero", RIBERA, False, False),
        ("asesor de la Junta de Gobierno", RIBERA, False, False),
        ("regidor", RIBERA, False, False),
        ("Commissioner", LAKEPORT, False, True),
        ("at-large commissioners", LAKEPORT, False, True),
        ("chair of the Board", LAKEPORT, True, True),
        ("member of the Board of Commissioners", LAKEPORT, True, True),
        ("Youth Commissioner", LAKEPORT, False, False),
        ("former commissioner", LAKEPORT, False, False),
        ("trustee of the Harbor Museum", LAKEPORT, False, False),
        ("clerk of the Board", LAKEPORT, False, False),
    ],
)
def test_a_seat_in_the_council(role: str, profile: Profile, bare: bool, at_session: bool) -> None:
    seats = [is_seat_in_council(role, profile, at_session=held) for held in (False, True)]
    assert seats == [bare, at_session]


RECORDS: Records = {
    "project": {},
    "directorate": {
        "agua": Authority(id="agua", kind="directorate", name="Coordinación de Agua", category="institute"),
        "obras": Authority(id="obras", kind="directorate", name="Obras Públicas", category="municipal"),
    },
    "person": {"ana-ruiz": Authority(id="ana-ruiz", kind="person", name="Ana Ruiz")},
}


def release(day: str, *people: tuple[str, str], session: int | None = None) -> Release:
    return Release(
        slug=day,
        title=f"Informe del {day}",
        date=PartialDate(day),
        session=Session(int(day[:4]), (session,)) if session else None,
        projects=(ProjectMention("Plan Mayor", "item", 5, "agua"),),
        people=tuple(PersonMention(name, role, 1) for name, role in people),
    )


def archive() -> SiteArchive:
    """An archive of three sessions of 2020 whose second has no release, and of a release without one."""
    releases = {
        "sessions/a": release("2020-01-10", ("Ana Ruiz", "directora del IPRA"), ("Luis Paz", "vocal"), session=1),
        "sessions/b": release("2020-03-10", ("Eva Soto", "vocales"), ("Luis Paz", "vocal"), session=3),
        "sessions/c": release("2021-02-10", ("Luis Paz", "exdirector del IPRA"), ("Hugo Lara", "vocal")),
        "sessions/d": release("2021-03-10", ("Hugo Lara", "director general del Instituto")),
    }
    return SiteArchive(releases, RIBERA, RECORDS, {}, frozenset())


def context(*pages: str) -> ViewContext:
    builder = SimpleNamespace(
        name="html",
        config=SimpleNamespace(language="en", archive_years="years"),
        env=SimpleNamespace(found_docs=set(pages)),
        get_relative_uri=lambda _origin, target: f"{target}.html",
    )
    return ViewContext(cast("Builder", builder), "index", "index")


def links(content: list[nodes.Node]) -> dict[str, str]:
    return {link.astext(): link["refuri"] for node in content for link in node.findall(nodes.reference)}


def test_the_institution_is_led_by_whom_a_release_shows_in_office() -> None:
    led = archive().tenures.of_institution
    assert [(tenure.person, tenure.directorate, tenure.seen) for tenure in led] == [
        ("ana-ruiz", "", (PartialDate("2020-01-10"),)),
        ("hugo-lara", "", (PartialDate("2021-03-10"),)),
    ]


def test_somebody_who_left_is_told_with_the_day_by_which_it_was_over() -> None:
    releases = {
        "sessions/a": release("2020-01-10", ("Ana Ruiz", "directora del IPRA")),
        "sessions/b": release("2020-03-10", ("Ana Ruiz", "exdirectora del IPRA")),
    }
    (tenure,) = Archive(releases, RIBERA, RECORDS).tenures.of_institution
    assert (tenure.seen, tenure.over_by) == ((PartialDate("2020-01-10"),), PartialDate("2020-03-10"))


def test_members_of_the_council_are_named_at_its_sessions() -> None:
    members = {member.person.name: len(member.seats) for member in council_members(archive())}
    assert members == {"Luis Paz": 2, "Eva Soto": 1}


def test_the_page_tells_leaders_council_directorates_and_what_is_missing() -> None:
    data = InstitutionPage().collect(archive(), INSTITUTION)
    assert [row.target for row in data.leaders] == [
        EntryTarget("Ana Ruiz", "people/ana-ruiz"),
        EntryTarget("Hugo Lara", None),
    ]
    assert [(seat.person.name, seat.called.text, seat.called.count) for seat in data.seats] == [
        ("Eva Soto", "vocales", 1),
        ("Luis Paz", "vocal", 2),
    ]
    assert [(told.directorate.name, told.projects) for told in data.directorates] == [("Coordinación de Agua", 1)]
    assert (data.coverage.releases, data.coverage.sessions) == (4, 2)
    content = InstitutionPage.build(context("indices/sessions", "indices/data"), data)
    titles = [title.astext() for node in content for title in node.findall(nodes.title)]
    assert titles == [
        "Who has led the institution",
        "Members of the council",
        "Its directorates",
        "What the archive covers",
    ]
    told = links(content)
    assert told["January 10, 2020"].startswith("sessions/a.html#")
    assert (told["2 sessions"], told["Data"]) == ("indices/sessions.html", "indices/data.html")
    assert "2020: 2" in content[-1].astext()


def test_a_page_of_an_archive_without_any_of_it_says_so() -> None:
    empty = SiteArchive({}, RIBERA, {kind: {} for kind in RECORDS}, {}, frozenset())
    content = InstitutionPage.build(context(), InstitutionPage().collect(empty, INSTITUTION))
    told = " ".join(node.astext() for node in content)
    assert "No release names who leads the institution." in told
    assert "No release names a member of the council as such." in told


def test_a_person_at_the_head_leads_to_the_page_of_the_institution() -> None:
    data = PersonPage("ana-ruiz").collect(archive(), "people/ana-ruiz")
    name = RIBERA.institution.name
    assert links(PersonPage.build(context(INSTITUTION), data))[name] == f"{INSTITUTION}.html"
    assert name not in links(PersonPage.build(context(), data))
    assert not PersonPage("luis-paz").collect(archive(), "").headships
