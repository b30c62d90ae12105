"""Each part of the archive alone, on a few releases made by hand."""

from __future__ import annotations

import pytest
from council.archive.archive import Archive
from council.archive.chronology import Chronology
from council.archive.gathering import Entries
from council.archive.identity import Identity
from council.archive.relations import Relations
from council.model.authorities import Authority, Records
from council.model.partial_dates import PartialDate
from council.model.releases import (
    DirectorateMention,
    ExternalMention,
    PersonMention,
    ProjectMention,
    Release,
    Session,
)
from council.profile.loader import load_profile
from sites import PROJECT

PROFILE = load_profile(PROJECT)


def release(day: str, *projects: ProjectMention, number: int = 0, people: tuple[str, ...] = ()) -> Release:
    """A release of the day ``2020-05-01``, of a session if it has a *number*; the day is its slug, too."""
    date = PartialDate(day) if day else None
    return Release(
        slug=day,
        title=day,
        date=date,
        session=Session(2020, (number,)) if number else None,
        directorates=(DirectorateMention("agua", reports=True, line=1),),
        external=(ExternalMention("Obras Públicas", 2), ExternalMention("Catastro", 3)),
        projects=projects,
        people=tuple(PersonMention(name, None, 4) for name in people),
    )


def project(label: str, parent: str | None = None) -> ProjectMention:
    return ProjectMention(label, "item", 5, parent=parent)


def record(id_: str, name: str, parent: str | None = None) -> Authority:
    return Authority(id=id_, kind="project", name=name, parent=parent)


RECORDS: Records = {
    "project": {
        "plan": record("plan", "Plan Mayor"),
        "plan-parques": record("plan-parques", "Plan Mayor de Parques", parent="plan"),
        "unnamed": record("unnamed", "Atlas Costero"),
    },
    "directorate": {
        "agua": Authority(id="agua", kind="directorate", name="Dirección de Agua"),
        "obras": Authority(id="obras", kind="directorate", name="Obras Públicas"),
    },
    "person": {},
}
RELEASES = {
    "undated": release(""),
    "b": release("2020-02-01", project("Plan Mayor"), project("Museo Naval"), number=2, people=("Ana Ruiz",)),
    "c": release("2021-03-01", project("Plan Mayor"), people=("Ana Ruiz Cano",)),
    "a": release("2020-01-01", project("Plan Mayor"), number=1),
}


@pytest.fixture
def chronology() -> Chronology:
    return Chronology(RELEASES)


@pytest.fixture
def identity(chronology: Chronology) -> Identity:
    return Identity(chronology.releases, RECORDS, PROFILE)


@pytest.fixture
def entries(chronology: Chronology, identity: Identity) -> Entries:
    return Entries(chronology.releases, RECORDS, identity, PROFILE.lexicon)


def test_chronology_orders_by_date_undated_last(chronology: Chronology) -> None:
    assert chronology.pages == list(chronology.releases) == ["a", "b", "c", "undated"]
    assert chronology.years == {2020: ["a", "b"], 2021: ["c"], None: ["undated"]}
    assert chronology.positions["c"] == 2


def test_releases_of_one_day_stand_by_name() -> None:
    same_day = {"z": release("2020-01-01"), "y": release("2020-01-01")}
    assert Chronology(same_day).pages == ["y", "z"]


def test_chronology_knows_neighbours(chronology: Chronology) -> None:
    assert chronology.neighbours("a") == (None, "b")
    assert chronology.neighbours("undated") == ("c", None)
    with pytest.raises(KeyError):
        chronology.neighbours("nowhere")


def test_chronology_knows_sessions(chronology: Chronology) -> None:
    assert chronology.sessions == ["a", "b"]


def test_latest_are_dated_and_newest_first(chronology: Chronology) -> None:
    assert chronology.latest(2) == ["c", "b"]
    assert chronology.latest(9) == ["c", "b", "a"]
    assert chronology.latest(1, sessions_only=True) == ["b"]


def test_mentions_mean_records_or_candidates(identity: Identity) -> None:
    assert identity.project_ids == {"a": ("plan",), "b": ("plan", "museo-naval"), "c": ("plan",), "undated": ()}
    assert identity.external_ids["a"] == ("obras", None)


def test_a_shorter_name_means_the_same_person(identity: Identity) -> None:
    assert identity.person_ids["b"] == identity.person_ids["c"] == ("ana-ruiz-cano",)


def test_an_item_within_another_may_be_its_part() -> None:
    nested = {"page": release("2020-01-01", project("Plan Mayor"), project("Parques", parent="Plan Mayor"))}
    loose = {"page": release("2020-01-01", project("Parques"))}
    assert Identity(nested, RECORDS, PROFILE).project_ids["page"] == ("plan", "plan-parques")
    assert Identity(loose, RECORDS, PROFILE).project_ids["page"] == ("parques",)


def test_entries_gather_mentions_in_order(entries: Entries) -> None:
    assert list(entries.projects) == ["museo-naval", "plan", "plan-parques", "unnamed"]
    assert [mention.page for mention in entries.projects["plan"].mentions] == ["a", "b", "c"]
    assert entries.projects["unnamed"].mentions == ()
    assert list(entries.directorates) == ["agua", "obras"]
    assert entries.of_kind("directorate")["agua"].name == "Dirección de Agua"


def test_an_entry_without_record_has_its_longest_label(entries: Entries) -> None:
    (person,) = entries.people.values()
    assert (person.name, person.labels) == ("Ana Ruiz Cano", ("Ana Ruiz", "Ana Ruiz Cano"))
    assert [entry.id for entry in entries.candidates] == ["museo-naval"]


def test_entries_are_known_by_the_page_of_their_record(entries: Entries) -> None:
    assert entries.by_page["projects/plan"] is entries.projects["plan"]
    assert set(entries.by_page) == {record.page for records in RECORDS.values() for record in records.values()}


def test_mentions_stand_at_the_anchors_of_their_page(entries: Entries) -> None:
    (mention,) = entries.projects["museo-naval"].mentions
    assert mention.anchor == entries.anchors["b"]["Museo Naval"]


def test_relations_tell_parts(chronology: Chronology) -> None:
    relations = Relations(chronology, dict.fromkeys(chronology.pages, ()), RECORDS["project"])
    assert relations.parts("plan") == ["plan-parques"]


def test_rare_projects_relate_more_than_common_ones(chronology: Chronology) -> None:
    named = {"a": ["common", "rare"], "b": ["common"], "c": ["common", "rare"], "undated": ["other"]}
    relations = Relations(chronology, named, {})
    assert relations.related("a") == ["c", "b"]
    assert relations.related("a", count=1) == ["c"]
    assert relations.related("undated") == []


def test_of_a_common_project_only_the_nearest_relate() -> None:
    releases = {f"{day:02}": release(f"2020-01-{day:02}") for day in range(1, 31)}
    relations = Relations(Chronology(releases), dict.fromkeys(releases, ("plan",)), {})
    assert relations.related("15", count=99) == ["14", "16", "13", "17", "12"]


def test_the_archive_is_the_whole_of_its_parts() -> None:
    archive = Archive(RELEASES, PROFILE, RECORDS)
    assert archive.releases is archive.chronology.releases
    assert archive.projects is archive.entries.projects
    assert [taken.project for taken in archive.continuity.taken_up("b")] == ["plan", "museo-naval"]


def test_an_archive_needs_no_records() -> None:
    assert list(Archive(RELEASES, PROFILE).projects) == ["museo-naval", "plan-mayor"]
