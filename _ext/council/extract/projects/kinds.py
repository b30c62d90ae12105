"""The words by which a release calls an initiative: plan, programme, regulation, study, event …"""

from __future__ import annotations

import re

KIND_WORDS = (
    "agenda alerta analisis atlas banco bootcamp brochure campana capacitacion carrera catalogo centro clinica clasico "
    "cluster comite concurso conferencia consejo conversatorio convocatoria diagnostico dialogo ejercicio encuentro encuesta "
    "espacio estrategia estudio evaluacion expo festival ficha foro guia indicadores indice inventario jornada laboratorio "
    "libro manual mapa mesa modelo monitor monitores normas observatorio oficina panel parque plan planes plataforma "
    "politica premio programa programas propuesta proyecto proyectos red reglamento reporte reto ruta semana seminario "
    "sistema taller talleres visor"
).split()

_FOREIGN = re.compile(
    r"\b(?:nacional(?:es)?|federal(?:es)?|inegi|cidac|constitucion|ley|leyes|onu|ods|imss|sedatu|conavi|estatal de|mundial|"
    r"america|estados unidos|poblacion y vivienda|banco de mexico|universidad)\b"
)


_SURVEY = re.compile(
    r"censos?\b|encuestas? (?:nacional|intercensal|mensual|anual|industrial|origen)|.*\ben(?:oe|su|igh|vipe)\b"
)


def is_survey(folded: str) -> bool:
    """Whether a folded name is a survey or census of the national statistics office: ``Encuesta Nacional de …``."""
    return _SURVEY.match(folded) is not None


def is_foreign(folded: str) -> bool:
    """Whether a folded name is somebody else's: a law, a census, a national plan or index."""
    return bool(_FOREIGN.search(folded)) or is_survey(folded) or folded.startswith(("indice de", "objetivos de"))
