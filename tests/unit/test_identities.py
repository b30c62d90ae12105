"""Who is meant by a name: people by shorter and longer forms, with and without records."""

from __future__ import annotations

import pytest
from council.authority.identities import names_of_several, people_ids
from council.model.authorities import Authority
from hypothesis import given
from hypothesis import strategies as st

RECORDS = {
    "ana-ruiz-paz": Authority(id="ana-ruiz-paz", kind="person", name="Ana Ruiz Paz", aliases=("Ana R. Paz",)),
}


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["Ana Ruiz", "ANA RUIZ PAZ", "Ana R. Paz", "Lucía Ana Ruiz Paz"], ["ana-ruiz-paz"] * 4),
        (["Hugo Mora", "Hugo Mora Cano"], ["hugo-mora-cano"] * 2),
        (["Hugo Raúl Mora Cano", "Hugo Mora Cano"], ["hugo-raul-mora-cano"] * 2),
        (["Hugo Mora", "Hugo Mora Cano", "Hugo Mora Paz"], ["hugo-mora", "hugo-mora-cano", "hugo-mora-paz"]),
        (["Hugo Paz", "Hugo Mora Paz"], ["hugo-paz", "hugo-mora-paz"]),
        (["«Vela»", "«Vela» Soto"], ["vela", "vela-soto"]),
    ],
    ids=["a record", "second surname", "second given name", "two fit", "another surname", "a pseudonym"],
)
def test_people(names: list[str], ids: list[str]) -> None:
    assert list(people_ids(names, RECORDS).values()) == ids
    assert list(people_ids(reversed(names), RECORDS).values()) == ids[::-1]


def person(id_: str, *names: str) -> dict[str, Authority]:
    return {id_: Authority(id=id_, kind="person", name=names[0], aliases=names[1:])}


@pytest.mark.parametrize(
    ("records", "ids", "several"),
    [
        (
            person("ana-ruiz-cano", "Ana Ruiz Cano"),
            {"Ana Ruiz Cano": "ana-ruiz-cano", "Ana Ruiz Vela": "ana-ruiz-vela", "Ana Ruiz": "ana-ruiz"},
            {"Ana Ruiz": ["Ana Ruiz Cano", "Ana Ruiz Vela"]},
        ),
        (
            person("ana-ruiz", "Ana Ruiz"),
            {"Ana Ruiz": "ana-ruiz", "Ana Ruiz Cano": "ana-ruiz-cano", "Ana Ruiz Vela": "ana-ruiz-vela"},
            {"Ana Ruiz": ["Ana Ruiz Cano", "Ana Ruiz Vela"]},
        ),
        (
            person("cano", "Ana Ruiz Cano", "Ana Ruiz"),
            {"Ana Ruiz": "cano", "Ana Ruiz Vela": "ana-ruiz-vela"},
            {"Ana Ruiz": ["Ana Ruiz Cano", "Ana Ruiz Vela"]},
        ),
        (
            {**person("cano", "Ana Ruiz Cano"), **person("vela", "Ana Ruiz Vela")},
            {"Ana Ruiz": "ana-ruiz", "ANA RUIZ VELA": "vela"},
            {"Ana Ruiz": ["Ana Ruiz Cano", "Ana Ruiz Vela"]},
        ),
        (
            {**person("uno", "Ana Ruiz Cano"), **person("dos", "Ana Ruiz Cano")},
            {"Ana Ruiz Cano": "ana-ruiz-cano", "Ana Ruiz": "ana-ruiz-cano"},
            {},
        ),
        (
            person("ana-ruiz", "Ana Ruiz Cano"),
            {"Ana Ruiz Vela": "ana-ruiz-vela", "Ana Ruiz": "ana-ruiz-2"},
            {"Ana Ruiz": ["Ana Ruiz Cano", "Ana Ruiz Vela"]},
        ),
        (person("cano", "Ana Ruiz Cano"), {"Ruiz Cano": "ruiz-cano", "Ana Cano": "ana-cano", "Ruiz Vela": "ruiz-vela"}, {}),
        (
            person("cano", "Ana Luz Ruiz Cano"),
            dict.fromkeys(["Ana Ruiz", "Luz Ruiz", "Luz Ruiz Cano", "Ana Ruiz Cano", "Ana Luz"], "cano"),
            {},
        ),
        ({}, {"Ana Ruiz": "ana-ruiz", "Ana Luz Ruiz Cano": "ana-luz-ruiz-cano"}, {}),
        ({}, {"Ana Ruiz": "ana-luz-ruiz-cano", "Ana Ruiz Cano": "ana-luz-ruiz-cano", "Ana Luz Ruiz Cano": "ana-luz-ruiz-cano"}, {}),
    ],
    ids=[
        "short for a record and for another", "a record's name is short for two", "an alias is short for another",
        "short for two records", "two records of one name", "the id of a record is not taken", "surnames alone",
        "given names left out", "not sure without a record", "sure by steps",
    ],
)  # fmt: skip
def test_two_people_are_never_merged_in_silence(
    records: dict[str, Authority], ids: dict[str, str], several: dict[str, list[str]]
) -> None:
    assert people_ids(ids, records) == ids
    assert names_of_several(ids, records) == several


def test_names_that_make_the_same_id_are_two_people() -> None:
    assert len(set(people_ids(["Анна", "Борис"], {}).values())) == 2


@given(st.lists(st.lists(st.sampled_from("Ana Luz Ruiz Cano Vela Paz".split()), min_size=1, max_size=5).map(" ".join)))
def test_the_order_of_names_does_not_matter(names: list[str]) -> None:
    records = {**person("cano", "Ana Ruiz Cano", "Luz"), **person("vela", "Ana Luz Ruiz Vela")}
    ids = people_ids(names, records)
    assert ids == people_ids(reversed(names), records)
    assert ids.keys() == set(names)
