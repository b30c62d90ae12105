"""Offices through time: what roles and releases tell of who headed a directorate, and what records say against it."""

from __future__ import annotations

import json

import pytest
from council.archive.archive import Archive
from council.archive.review import review
from council.exports.archive_json import archive_json
from council.extract.people.standing import role_standing
from council.model.authorities import Authority, Leadership, Records
from council.model.partial_dates import PartialDate
from council.model.releases import PersonMention, Release, Standing
from council.model.tenures import Tenure
from council.profile.loader import load_profile
from council_sphinx.core.interface_strings import CATALOGUE
from council_sphinx.views.wording import tenure_term
from sites import PROJECT
from sphinx.locale import translators

SPANISH = load_profile(PROJECT)
ENGLISH = load_profile(PROJECT / "tests" / "institutions" / "lakeport")


@pytest.fixture(autouse=True)
def untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Strings as the code has them, whatever language a build in this process spoke."""
    monkeypatch.delitem(translators, ("general", CATALOGUE), raising=False)


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("directora de Agua", "seen"),
        ("Directora de Agua del Instituto", "seen"),
        ("Dir. Agua", "seen"),
        ("titular de la Dirección de Agua", "seen"),
        ("encargada del despacho de la Dirección de Agua", "seen"),
        ("académica y directora de Agua", "seen"),
        ("director de esta área", "seen"),
        ("nuevo director general de Agua", "started"),
        ("nueva directora", "started"),
        ("director saliente de Agua", "ended"),
        ("ex director de la Dirección de Agua", "over"),
        ("exdirectora", "over"),
        ("entonces directora de Agua", "over"),
        ("subdirector de Agua", None),
        ("director adjunto de Agua", None),
        ("asistente de la directora de Agua", None),
        ("jefe de proyectos de la Dirección de Agua", None),
        ("coordinadora de la Dirección de Agua", None),
        ("colaboradora de la Dirección de Agua", None),
    ],
)
def test_a_role_in_spanish(role: str, standing: Standing | None) -> None:
    assert role_standing(role, ("Dirección de Agua",), SPANISH) == standing


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("manager of the Transit Division", "seen"),
        ("Transit Division manager", "seen"),
        ("acting director of the Transit Division", "seen"),
        ("Division chief", "seen"),
        ("new head of Transit", "started"),
        ("newly appointed director of the Transit Division", "started"),
        ("outgoing Transit Division chief", "ended"),
        ("former Transit Division manager", "over"),
        ("deputy Transit Division manager", None),
        ("chief planner of the Transit Division", None),
        ("planner at the Transit Division", None),
    ],
)
def test_a_role_in_english(role: str, standing: Standing | None) -> None:
    assert role_standing(role, ("Transit Division",), ENGLISH) == standing


def archive(*told: tuple[str, str, str | None, Standing | None], led_by: tuple[Leadership, ...] = ()) -> Archive:
    """Make an archive of a release for each date, person, role and standing, all of one directorate."""
    releases = {
        f"sessions/{number}": Release(
            slug=str(number),
            title="Informe",
            date=PartialDate(date),
            people=(PersonMention(name, role, 1, "agua", "Algo se dijo.", standing=standing),),
        )
        for number, (date, name, role, standing) in enumerate(told)
    }
    unit = Authority(id="agua", kind="directorate", name="Dirección de Agua", category="institute", led_by=led_by)
    records: Records = {"directorate": {"agua": unit}, "project": {}, "person": {}}
    return Archive(releases, SPANISH, records)


def terms(archive: Archive, language: str = "en") -> list[tuple[str, str]]:
    """Give each tenure of the directorate, in words."""
    tenures = archive.tenures.by_directorate.get("agua", ())
    return [(tenure.person, tenure_term(tenure, language)) for tenure in tenures]


def leaders(archive: Archive) -> list[str]:
    """Give what the review tells of leaders."""
    return [finding.message for finding in review(archive) if finding.topic == "leaders"]


def test_who_left_was_in_office_when_seen_and_not_when_the_release_tells_it() -> None:
    known = archive(
        ("2020-08-31", "Ana Ruiz", "directora de Agua", None),
        ("2021-02-01", "Ana Ruiz", "ex directora de Agua", None),
        ("2021-02-02", "Luis Paz", "nuevo director de Agua", None),
    )
    assert terms(known) == [
        ("ana-ruiz", "in office on August 31, 2020, before February 1, 2021"),
        ("luis-paz", "since February 2, 2021"),
    ]
    assert leaders(known) == []


def test_days_seen_make_no_bounds() -> None:
    known = archive(
        ("2020-01-10", "Ana Ruiz", "directora de Agua", None), ("2020-03-10", "Ana Ruiz", None, "seen"),
        ("2020-05-10", "Ana Ruiz", None, "ended"),
    )  # fmt: skip
    ended = "in office on January 10, 2020 and on March 10, 2020, until May 10, 2020"
    assert terms(known) == [("ana-ruiz", ended)]


def test_an_office_held_again_is_another_tenure() -> None:
    known = archive(
        ("2018-01-10", "Ana Ruiz", "directora de Agua", None), ("2019-01-10", "Ana Ruiz", "ex directora de Agua", None),
        ("2021-01-10", "Ana Ruiz", None, "started"), ("2022-01-10", "Ana Ruiz", "directora de Agua", None),
    )  # fmt: skip
    first, second = known.tenures.by_person["ana-ruiz"]
    assert (first.start, first.over_by, second.start) == (None, PartialDate("2019-01-10"), PartialDate("2021-01-10"))
    assert second.seen == (PartialDate("2022-01-10"),)


def test_a_topic_has_headed_nothing() -> None:
    known = archive(("2020-01-10", "Movilidad Urbana", "directora de Agua", None))
    assert terms(known) == []


def test_two_at_once_are_told() -> None:
    known = archive(
        ("2020-01-10", "Ana Ruiz", "directora de Agua", None),
        ("2020-02-10", "Luis Paz", "director de Agua", None),
        ("2020-03-10", "Ana Ruiz", "directora de Agua", None),
    )
    assert leaders(known) == ["Dirección de Agua: Ana Ruiz (2020-01-10, 2020-03-10); Luis Paz (2020-02-10)"]


def test_the_record_wins_and_what_it_contradicts_is_told() -> None:
    span = Leadership(person="ana-ruiz", start=PartialDate("2018-01-01"), end=PartialDate("2019-06-30"))
    known = archive(
        ("2019-01-10", "Ana Ruiz", "directora de Agua", None), ("2019-08-10", "Ana Ruiz", "ex directora de Agua", None),
        ("2020-01-10", "Ana Ruiz", "directora de Agua", None), led_by=(span,),
    )  # fmt: skip
    (tenure,) = known.tenures.by_directorate["agua"]
    assert tenure.recorded
    assert [str(evidence.date) for evidence in tenure.evidence] == ["2019-01-10", "2019-08-10"]
    assert terms(known) == [("ana-ruiz", "since January 1, 2018, until June 30, 2019")]
    (told,) = leaders(known)
    assert told == "Dirección de Agua: Ana Ruiz (2018-01-01–2019-06-30; 2019-01-10); 2020-01-10: Algo se dijo."


def test_the_data_tell_bounds_and_days_seen() -> None:
    known = archive(
        ("2020-08-31", "Ana Ruiz", "directora de Agua", None), ("2021-02-01", "Ana Ruiz", "ex directora de Agua", None)
    )
    (unit,) = json.loads(archive_json(known))["directorates"]
    assert unit["led_by"] == [
        {"from": None, "to": "2021-02-01", "person": "ana-ruiz", "seen": ["2020-08-31"], "recorded": False}
    ]


def test_a_tenure_of_which_nothing_is_known_has_no_term() -> None:
    assert tenure_term(Tenure("ana-ruiz", "agua"), "en") == ""


def test_a_month_claims_no_day() -> None:
    known = archive(
        ("2014-01", "Ana Ruiz", "nueva directora de Agua", None), ("2014-03", "Ana Ruiz", "directora de Agua", None),
        ("2014-05", "Ana Ruiz", "ex directora de Agua", None), ("2014-06", "Luis Paz", "director de Agua", None),
        ("2014-07-02", "Luis Paz", "director de Agua", None), ("2014-08", "Luis Paz", None, "ended"),
    )  # fmt: skip
    assert terms(known) == [
        ("ana-ruiz", "since January 2014, in office in March 2014, until May 2014 at the latest"),
        ("luis-paz", "in office in June 2014 and on July 2, 2014, until August 2014"),
    ]
    assert leaders(known) == []


def test_two_in_one_month_may_have_followed_each_other() -> None:
    ana, luis = ("2014-01", "Ana Ruiz", "directora de Agua", None), ("2014-01-20", "Luis Paz", "director de Agua", None)
    assert leaders(archive(ana, luis)) == []
    before, after = (("2013-12-20", *luis[1:]), ("2014-02-10", *luis[1:]))
    assert leaders(archive(before, ana, luis)) == []
    assert leaders(archive(before, ana, after)) == [
        "Dirección de Agua: Luis Paz (2013-12-20, 2014-02-10); Ana Ruiz (2014-01)"
    ]


def test_a_month_that_has_the_end_of_an_office_may_have_days_of_it() -> None:
    known = archive(
        ("2014-01", "Ana Ruiz", "ex directora de Agua", None), ("2014-01-08", "Ana Ruiz", "directora de Agua", None)
    )
    assert terms(known) == [("ana-ruiz", "in office on January 8, 2014, until January 2014 at the latest")]
    known = archive(
        ("2014-01", "Ana Ruiz", "directora de Agua", None), ("2014-01-08", "Ana Ruiz", "nueva directora de Agua", None)
    )
    assert terms(known) == [("ana-ruiz", "since January 8, 2014, in office in January 2014")]


def test_a_record_may_know_but_the_month() -> None:
    span = Leadership(person="ana-ruiz", start=PartialDate("2014-01"), end=PartialDate("2015"))
    known = archive(
        ("2014-01-02", "Ana Ruiz", "directora de Agua", None), ("2015-12", "Ana Ruiz", "directora de Agua", None),
        led_by=(span,),
    )  # fmt: skip
    assert terms(known) == [("ana-ruiz", "since January 2014, until 2015")]
    assert leaders(known) == []
