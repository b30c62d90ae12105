"""What releases say in numbers: readable cases by institution, and what an archive makes of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from cases import Case, read_cases
from council.archive.archive import Archive
from council.archive.figure_series import SHORTEST_SERIES, Figures
from council.archive.permalinks import figure_anchors, release_anchors
from council.authority.files import load_authorities
from council.extract.figures.periods import period_of
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary, vocabulary_of
from council.language.currencies import Currencies, number_marks
from council.model.figures import FigureMention
from council.profile.loader import load_profile
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import PROJECT

CASES = read_cases(Path(__file__).parent / "figures")
SOURCES = {"es": PROJECT, "lakeport": PROJECT / "tests" / "institutions" / "lakeport"}
VOCABULARIES = {
    name: vocabulary_of({**load_authorities(source)[0], "project": {}, "person": {}}, load_profile(source))
    for name, source in SOURCES.items()
}


def told(figure: FigureMention) -> str:
    """Give a figure in words: its line, of whom, how many of what, when, where, after whom; what is absent is left out."""
    owner = f"[{figure.project or '-'} {figure.directorate or '-'}]" if figure.project or figure.directorate else ""
    number = [str(figure.line), owner, figure.qualifier, figure.kind, str(figure.value), figure.unit]
    scope = [figure.period, figure.place and f"@ {figure.place}", figure.source and f"after {figure.source}"]
    return " | ".join(filter(None, [" ".join(filter(None, number)), figure.subject, *scope]))


def figures_of(text: str, vocabulary: Vocabulary) -> tuple[FigureMention, ...]:
    release, _notes = read_release(text, "2022-05-30-comunicado", vocabulary)
    return release.figures


@pytest.mark.parametrize("case", CASES, ids=str)
def test_figures_of_a_text(case: Case) -> None:
    figures = figures_of(case.source, VOCABULARIES[case.file.parent.name])
    assert "\n".join(map(told, figures)) == case.expected


def test_a_figure_tells_its_sentence_and_how_it_is_written() -> None:
    (figure,) = figures_of("Hubo fiesta.\nCerca  de 1,200\npersonas bailaron. Fin.", VOCABULARIES["es"])
    assert (figure.written, figure.line) == ("Cerca de 1,200", 2)
    assert figure.sentence == "Cerca de 1,200 personas bailaron."


@pytest.mark.parametrize(
    ("language", "country", "marks", "codes"),
    [("es", "mx", (",", "."), ["MXN", "USD", "EUR"]), ("es", "es", (".", ","), ["EUR", "USD"]),
     ("en", "us", (",", "."), ["USD", "EUR"]), ("es", "", (".", ","), ["USD", "EUR"]),
     ("en", "zz", (",", "."), ["USD", "EUR"])],
)  # fmt: skip
def test_marks_and_currencies_are_those_of_the_country(
    language: str, country: str, marks: tuple[str, str], codes: list[str]
) -> None:
    assert number_marks(language, country) == marks
    assert list(dict.fromkeys(Currencies(language, country).words.values())) == codes


PIECES = st.sampled_from(
    """más_de cerca_de hasta entre y a de del la los en La_Laguna tasa_de_desempleo ingreso_mensual superficie se_ubicó_en
    pasó_de es_de fue_de 4 12 411 1,073 1,073.50 38.5 2020 812_000 3er. 17:00 $5,000 47° 6_mil 2_millones_de_pesos 5% % por_ciento
    hectáreas km m2 treinta y_dos doscientos mil artículos documentos jóvenes públicos personas por_hectárea cada artículo Fase
    enero_de_2020 segundo_trimestre_de_2021 , ; : . ( ) “ ” - ¶ ¶¶ ** ¿ ½ ٣ ４ ²""".split()
)
TEXTS = st.lists(PIECES, max_size=40).map(lambda pieces: " ".join(pieces).replace("_", " ").replace("¶", "\n"))


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=200)))
def test_any_text_is_read(text: str) -> None:
    """Whatever stands in a text, its figures have a subject, a line of it, and are written there."""
    lines = text.split("\n")
    for vocabulary in VOCABULARIES.values():
        for figure in figures_of(text, vocabulary):
            assert 1 <= figure.line <= len(lines)
            assert figure.subject
            assert figure.value.is_finite()
            assert figure.value > 0 or figure.rule.startswith("measure")


@given(st.integers(2, 10**8))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    (figure,) = figures_of(f"Se sembraron {number:,} álamos.", VOCABULARIES["es"]) if number != 1 else ()
    assert figure.value == number


def test_a_number_of_any_length_is_read() -> None:
    assert figures_of(f"1{'0' * 40}", VOCABULARIES["es"]) == ()
    (figure,) = figures_of(f"Se sembraron 1{'0' * 40} álamos.", VOCABULARIES["es"])
    assert figure.value == 10**40


def archive_of(texts: dict[str, str]) -> Archive:
    """Give the archive of texts by date."""
    vocabulary = VOCABULARIES["es"]
    return Archive(
        {f"sessions/{date}": read_release(text, f"{date}-x", vocabulary)[0] for date, text in texts.items()},
        vocabulary.profile,
    )


RATE = "La tasa de desempleo se ubicó en {}%."


def test_figures_are_told_of_a_project_and_of_a_directorate() -> None:
    text = (
        "## Avances\n\n### Dirección de Planeación Urbana Sustentable\n\n- Plan de Riberas: se levantaron 54 fichas.\n"
    )
    archive = archive_of({"2020-01-10": text})
    (figure,) = archive.figures.said_of("plan-de-riberas")
    assert (figure.page, str(figure.date), int(figure.said.value)) == ("sessions/2020-01-10", "2020-01-10", 54)
    assert archive.figures.by_directorate("planeacion-urbana-sustentable") == (figure,)
    assert archive.figures.said_of("none") == ()


def test_three_comparable_values_are_a_series() -> None:
    archive = archive_of({f"2020-0{month}-10": RATE.format(month) for month in range(1, SHORTEST_SERIES + 1)})
    (series,) = archive.figures.series
    assert (series.key, series.name, series.unit) == ("tasa-de-desempleo", "tasa de desempleo", "%")
    assert [figure.said.value for figure in series.figures] == [1, 2, 3]
    assert all(archive.figures.series_of[figure] is series for figure in series.figures)


@pytest.mark.parametrize(
    "last",
    [
        "Sin cifras.",
        "La tasa de desempleo se ubicó en 3% en Saltillo.",
        "La tasa de desempleo masculino se ubicó en 3%.",
        "El ingreso mensual medio fue de $3.",
        "La tasa de desempleo se ubicó en 3%. La tasa de desempleo se ubicó en 4%.",
        "En el primer trimestre de 2015 la tasa de desempleo se ubicó en 3%.",
    ],
)
def test_what_cannot_be_compared_makes_no_series(last: str) -> None:
    texts = {"2020-01-10": RATE.format(1), "2020-02-10": RATE.format(2), "2020-06-10": last}
    assert archive_of(texts).figures.series == ()


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("El costo de la obra fue de ${}.", 0),
        ("El porcentaje de avance físico es de {}%.", 0),
        ("El costo del Puente Ribera fue de ${}.", 1),
        ("El salario base de cotización fue de ${}.", 1),
        ("- Plan de Riberas: el costo de la obra fue de ${}.", 1),
    ],
)
def test_a_measure_tells_itself_what_it_is_of_or_is_a_projects(text: str, series: int) -> None:
    archive = archive_of({f"2020-0{month}-10": text.format(month * 100) for month in (1, 2, 3)})
    assert len(archive.figures.series) == series


def test_so_many_of_a_thing_are_compared_where_they_are_of_one_project() -> None:
    item = "- {}: se plantaron {} fresnos.\n"
    same = {f"2020-0{month}-10": item.format("Plan de Riberas", month * 10) for month in (1, 2, 3)}
    (series,) = archive_of(same).figures.series
    assert (series.key, series.project) == ("fresnos-plan-de-riberas", "plan-de-riberas")
    others = {date: text.replace("Plan de Riberas", f"Plan de {date[6]}º Barrio Alto") for date, text in same.items()}
    assert archive_of(others).figures.series == ()


def test_of_a_directorate_they_are_told_by_more_than_a_noun() -> None:
    section = "## Avances\n\n### Dirección de Planeación Urbana Sustentable\n\nSe escribieron {} {}.\n"
    texts = {f"2020-0{month}-10": section.format(month * 10, "{}") for month in (1, 2, 3)}
    assert archive_of({date: text.format("notas") for date, text in texts.items()}).figures.series == ()
    (series,) = archive_of({date: text.format("notas de campo") for date, text in texts.items()}).figures.series
    assert (series.name, series.directorate) == ("notas de campo", "planeacion-urbana-sustentable")


@pytest.mark.parametrize(
    ("first", "second", "subjects"),
    [
        ("talleres juveniles", "talleres de jóvenes", 2),
        ("fichas de la red", "fichas de red", 1),
        ("rutas del plantel rural", "rutas de planteles rurales", 1),
        ("ciudades del norte", "ciudadanos del norte", 2),
        ("plazas del barrio", "plazos del barrio", 2),
        ("obras públicas", "obras publicadas", 2),
        ("pozos del ejido", "diferentes pozos del ejido", 1),
    ],
)
def test_subjects_are_one_where_their_nouns_are(first: str, second: str, subjects: int) -> None:
    archive = archive_of({"2020-01-10": f"Hubo 20 {first}.", "2020-02-10": f"Hubo 31 {second}."})
    assert len(archive.figures.by_subject) == subjects


@pytest.mark.parametrize("institution", ["es", "lakeport"])
def test_the_singular_and_the_plural_of_a_noun_have_one_key(institution: str) -> None:
    nouns = {
        "es": "ciudad ciudades; puente puentes; zona zonas; taller talleres; análisis análisis; joven jóvenes",
        "lakeport": "city cities; class classes; bench benches; house houses; box boxes; child children; bus bus",
    }
    vocabulary = VOCABULARIES[institution]
    figures = Figures({}, {}, vocabulary.profile.lexicon)
    for pair in nouns[institution].split("; "):
        assert len({figures.subject_key(noun) for noun in pair.split()}) == 1, pair


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Se recibieron 28 propuestas.", 0),
        ("Se recibieron 28 propuestas recibidas.", 0),
        ("Se abrieron 4 nuevos viveros.", 0),
        ("Se recibieron 28 propuestas de alumbrado.", 1),
        ("En Monclova se recibieron 28 propuestas.", 0),
        ("Se recibieron 28 propuestas en Valle Quieto.", 0),
        ("Se recibieron 28 propuestas de alumbrado en Valle Quieto.", 1),
        ("En Monclova se registraron 2,800 empleos nuevos.", 1),
        ("El taller creó 180 nuevos empleos.", 0),
        ("Abrieron 28 Casas de Cultura.", 1),
        ("- Plan de Riberas: se recibieron 28 propuestas.", 1),
        ("El municipio tiene 92,300 habitantes.", 1),
        ("Son ciudades de más de 92,300 habitantes.", 0),
        ("Tiene un porcentaje muy bajo de hogares sin agua (2.1%).", 0),
        ("Destaca el porcentaje de sus obras (90%).", 0),
        ("- Plan de Riberas: el porcentaje de sus obras (90%).", 1),
    ],
)
def test_a_number_is_told_where_it_is_told_of_what(text: str, told: int) -> None:
    assert len(archive_of({"2020-01-10": text}).figures.all) == told


def test_figures_of_two_places_are_not_compared() -> None:
    told = "En {} la tasa de desempleo se ubicó en {}%."
    texts = {f"2020-0{month}-10": told.format("Valle Quieto", month) for month in (1, 2, 3)}
    (series,) = archive_of(texts).figures.series
    assert [figure.said.place for figure in series.figures] == ["Valle Quieto"] * 3
    assert archive_of(texts | {"2020-03-10": told.format("Monclova", 3)}).figures.series == ()


@pytest.mark.parametrize(
    ("institution", "text", "period"),
    [
        ("es", "cuarto trimestre del año 2020", "quarter 2020-10-01"),
        ("es", "mes de julio 2019", "month 2019-07-01"),
        ("es", "2014", "year 2014-01-01"),
        ("es", "primer semestre de 2020", ""),
        ("es", "trimestre de 2020", ""),
        ("es", "", ""),
        ("lakeport", "second quarter of 2021", "quarter 2021-04-01"),
        ("lakeport", "fiscal year 2021", "year 2021-01-01"),
        ("lakeport", "first half of 2021", ""),
    ],
)
def test_a_period_is_read(institution: str, text: str, period: str) -> None:
    read = period_of(text, VOCABULARIES[institution].profile.lexicon)
    assert (f"{read.kind} {read.first}" if read else "") == period


def test_figures_stand_at_the_permalink_of_their_line() -> None:
    text = "- Plan de Riberas: 54 fichas y 9 mapas.\n\nHubo 20 talleres.\n\nHubo 20 talleres largos y 3 cortos."
    release, _notes = read_release(text, "2020-01-10-x", VOCABULARIES["es"])
    words = VOCABULARIES["es"].profile.lexicon.anchors
    assert figure_anchors(release, words) == {
        1: release_anchors(release, words)["Plan de Riberas"],
        3: "cifra-20-talleres",
        5: "cifra-20-talleres-largos",
    }


def test_values_are_exact() -> None:
    (figure,) = figures_of("La tasa de desempleo se ubicó en 5.00%.", VOCABULARIES["es"])
    assert str(figure.value) == "5.00"
    assert figure.value == Decimal(5)
