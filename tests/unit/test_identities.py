"""Who is meant by a name: people by shorter and longer forms, with and without records."""

from __future__ import annotations

import pytest
from council.authority.identities import people_ids
from council.model.authorities import Authority

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
