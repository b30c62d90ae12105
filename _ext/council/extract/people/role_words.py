"""The words, folded, by which the releases call an office or an occupation, as a regular expression."""

from __future__ import annotations

ROLE_WORDS = (
    r"(?:ex)?(?:director(?:a|es)?|dir\.|presidente?a?|vicepresident[ea]|coordinador(?:a|es)?|alcalde(?:sa)?|regidor(?:a|es)?|"
    r"secretari[oa]s?|subsecretari[oa]|sindic[oa]|rector(?:a|es)?|consejer[oa]s?|titular|academic[oa]s?|consul|embajador[a]?|"
    r"asesor(?:a)?|profesor(?:a|es)?|catedratic[oa]s?|representantes?|responsable|colaborador(?:a|es)?|encargad[oa]|"
    r"investigador(?:a|es)?|curador(?:a)?|gerente|jef[ea]|subdirector(?:a)?|lider(?:es)?|fundador(?:a)?|diputad[oa]|"
    r"senador(?:a)?|gobernador(?:a)?|delegad[oa]|comisionad[oa]|tesorer[oa]|contralor(?:a)?|especialista|integrantes?|"
    r"promotor(?:a)?|organizador(?:a)?|universitari[oa]|estudiante|experto|experta|consultor(?:a)?|arquitect[oa]|"
    r"urbanista|activista|ambientalista|ponente|moderador(?:a)?|vocal|soci[oa]|emprendedor(?:a)?|empresari[oa]|artistas?|"
    r"analista|conferencista|sociolog[oa]|doctor[a]?|ingenier[oa]|arborista|funcionari[oa]s?|ex-?alcalde|cronista|periodista|"
    r"economista|historiador(?:a)?|muralistas?|disenador(?:a|es)?|fotograf[oa]|cineastas?|escritor(?:a)?|notari[oa]|"
    r"magistrad[oa]|medic[oa]|biolog[oa]|geograf[oa]|antropolog[oa]|psicolog[oa]|abogad[oa]|contador(?:a)?|ciclista)s?"
)
"""``director``, ``regidoras``, ``integrantes`` …; what stands behind it (``de Planeación``) is not matched."""
