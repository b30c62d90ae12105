"""What the extraction is told beforehand in readable cases, by the folder that these stand in."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from council.authority.files import load_authorities
from council.extract.vocabulary import Vocabulary, vocabulary_of
from council.profile.loader import load_profile
from sites import PROJECT

INSTITUTIONS = PROJECT / "tests" / "institutions"
PROFILE = load_profile(PROJECT)
VOCABULARY = Vocabulary(
    PROFILE,
    {
        "planeacion-urbana-sustentable": ("Planeación Urbana Sustentable",),
        "competitividad-sectorial": ("Competitividad Sectorial",),
        "proyectos-estrategicos": ("Proyectos Estratégicos",),
        "investigacion-estrategica": ("Investigación Estratégica",),
    },
    projects=("Vive Tu Acera", "Multi-City Challenge"),
    people=("Cosijoopii Montero",),
)


@lru_cache
def vocabulary_for(folder: str) -> Vocabulary:
    """Give what the extraction is told beforehand for the cases of *folder*."""
    _rule, _, institution = folder.partition("-")
    if not institution:
        return VOCABULARY
    source = INSTITUTIONS / institution
    records, _problems = load_authorities(source)
    return replace(vocabulary_of(records, load_profile(source)), people=())
