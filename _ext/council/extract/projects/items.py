"""Projects that a release lists: items, true and imitated, numbered headings, rows of tables and fields of forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from council.extract.announcements import announcements
from council.extract.blocks import Block
from council.extract.forms import WorkField
from council.extract.people.name_patterns import name_patterns
from council.extract.people.office_words import is_office
from council.extract.projects.heads import Head, heads
from council.extract.projects.initiative_nouns import initiative_nouns
from council.extract.projects.ownership import ownership
from council.extract.sections import Context, heading_number
from council.extract.vocabulary import Vocabulary
from council.extract.work_tables import WorkTable
from council.language.folding import fold, words_of
from council.language.quotations import LOOKED_AT, quotation_of
from council.model.releases import ProjectMention
from council.profile.profile import Profile

_NUMBERED = re.compile(r"\W*\d{1,2}(?:\.\d{1,2})*[.)]?[\s\u00a0–-]+(?=[^\W\d])")
_CITATION = re.compile(r"[^,.:;]{2,40},\s(?:\w\.\s?)+")
"""What a work that somebody else wrote begins with: ``Ríos, A. (2011)``."""
_MOST_WORDS_OF_A_PERSON = 5


@dataclass(frozen=True, slots=True)
class _Parent:
    """An item that others are nested in: its *depth*, and its name and directorate where it counts."""

    depth: int
    label: str | None
    directorate: str | None


def read_items(
    blocks: Sequence[Block],
    contexts: Sequence[Context],
    tables: Sequence[WorkTable],
    forms: Sequence[WorkField],
    vocabulary: Vocabulary,
) -> list[ProjectMention]:
    """Give the projects that are listed, by their lines; only those of list items have the form of an item."""
    listed = [
        *_in_lists(blocks, contexts, vocabulary),
        *_in_tables(blocks, contexts, tables, vocabulary),
        *_in_forms(forms, vocabulary.profile),
    ]
    return sorted(listed, key=lambda mention: mention.line)


def _in_forms(forms: Sequence[WorkField], profile: Profile) -> Iterator[ProjectMention]:
    for field in forms:
        if not _may_be_project(field.line, field.head, profile, own=True):
            continue
        quotation = quotation_of(" ".join(field.line.flat.split()))
        yield ProjectMention(
            field.head.label, "prose", field.line.line, field.directorate, None, quotation, "field-of-form"
        )


def _in_tables(
    blocks: Sequence[Block], contexts: Sequence[Context], tables: Sequence[WorkTable], vocabulary: Vocabulary
) -> Iterator[ProjectMention]:
    """Give the works of tables: those of the unit in their row, else of the unit or list that the table stands in."""
    profile = vocabulary.profile
    places = {id(block): place for place, block in enumerate(blocks)} if tables else {}
    for table in tables:
        context = contexts[places[id(table.first)]]
        leads = context.introduction
        announced = leads is not None and announcements(profile).before(leads, False, vocabulary).announces
        for cell in table.works:
            directorate = table.unit_of(cell) if table.has_units else context.section
            head = heads(profile.lexicon).read(cell)
            if head is None or not (directorate or (announced and table.has_columns and not table.has_units)):
                continue
            if _may_be_project(cell, head, profile, own=directorate is not None):
                quotation = quotation_of(" ".join(cell.flat.split()))
                yield ProjectMention(head.label, "prose", cell.line, directorate, None, quotation, "row-of-table")


def _in_lists(blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary) -> list[ProjectMention]:
    """Give the projects among the list items, each once for its item, nested ones with their parent.

    A list counts where it stands in a directorate's section, or where what stands before or behind it says that it
    is of projects (``… los trabajos que se estarán realizando, como lo son:``); not where that announces aims,
    phases, findings, dates.  A nested item counts where its head is printed strong or begins with a word for an
    initiative.  A heading counts, or a head in bold letters,
    where it is numbered and so begun.
    """
    profile = vocabulary.profile
    mentions: list[ProjectMention] = []
    parents: list[_Parent] = []
    texts = _texts_of_items(blocks)
    for block, context in zip(blocks, contexts, strict=True):
        numbered = heading_number(block) is not None or _is_numbered(block)
        if block.item is None and not numbered:
            parents = []
        if context.heads or not (numbered or block.opens_item):
            continue
        parents = [parent for parent in parents if parent.depth < block.depth]
        parent = parents[-1] if parents else None
        head = heads(profile.lexicon).read(block, numbered)
        own_unit = head is not None and vocabulary.directorate_called(head.label) is not None
        directorate = parent.directorate if parent and parent.label else context.directorate
        own = _only_unit_in(block, vocabulary) if directorate is None else None
        directorate = directorate or own
        context = replace(context, named=context.named or own is not None)
        rule = _rule(block, context, head, parent, profile) if head and not own_unit else ""
        parents.append(_Parent(block.depth, head.label if head and rule else None, directorate))
        if head and rule:
            quotation = quotation_of(texts[block.item] if block.item is not None else block.flat)
            rule = f"{rule}-behind-{head.opener}" if head.opener else rule
            mentions.append(
                ProjectMention(
                    head.label, "item", block.line, directorate, parent.label if parent else None, quotation, rule
                )
            )
    return mentions


def _only_unit_in(block: Block, vocabulary: Vocabulary) -> str | None:
    """``Plan de Riberas (Dirección de Aguas)``: the one directorate that an item names."""
    units = (*vocabulary.directorates_in(block.flat), *vocabulary.directorates_alone_in(block.flat))
    named = {id_ for id_, unit in units if unit.by_noun}
    return named.pop() if len(named) == 1 else None


def _texts_of_items(blocks: Sequence[Block]) -> dict[int, str]:
    """Give the text of each item, as much of it as can be quoted."""
    texts: dict[int, str] = {}
    for block in blocks:
        if block.item is not None and len(before := texts.get(block.item, "")) <= LOOKED_AT:
            texts[block.item] = f"{before} {' '.join(block.flat.split())}".strip()
    return texts


def _is_numbered(block: Block) -> bool:
    """``**2. Atlas de Humedales.** En revisión.``: a paragraph that begins as a numbered heading does."""
    apart = block.kind == "paragraph" and block.item is None
    return apart and any(first <= 1 and _NUMBERED.match(block.flat, 0, last) for first, last in block.strong)


def _rule(block: Block, context: Context, head: Head, parent: _Parent | None, profile: Profile) -> str:
    """Give the rule by which an item counts, empty where it does not."""
    if not _may_be_project(block, head, profile):
        return ""
    own_name = context.named and parent is None and head.initiative and head.label[0].isupper()
    if context.excluded and not own_name:
        return ""
    if block.item is None:
        return "numbered-head" if head.initiative and (context.section or context.announced) else ""
    if parent is not None:
        return _nested_rule(context, head, parent, profile)
    if context.credited:
        return "list-credited-behind"
    if context.section is not None:
        return "list-in-section"
    return "announced-list" if context.announced or own_name else ""


def _nested_rule(context: Context, head: Head, parent: _Parent, profile: Profile) -> str:
    if parent.label is not None:
        several = initiative_nouns(profile.lexicon).tells_of_several(parent.label) or _holds_others(
            parent.label, profile
        )
        several = several and _is_proper(head.label, profile)
        return "nested-item" if head.stands_out or several or _begins_with_noun(head, profile) else ""
    return "item-nested-in-announcement" if head.initiative and context.announced else ""


def _holds_others(label: str, profile: Profile) -> bool:
    """``Programa Calles para Todos``: an initiative that is made of others."""
    words, nouns = words_of(label), profile.lexicon.holding_nouns
    return words[0] in nouns or (profile.lexicon.grammar.heads_last and words[-1] in nouns)


def _is_proper(label: str, profile: Profile) -> bool:
    """Whether all words of a name that tell something have a capital: ``Ribera Norte``."""
    function_words = profile.lexicon.grammar.function_words
    return all(word[0].isupper() for word in label.split() if fold(word) not in function_words)


def _begins_with_noun(head: Head, profile: Profile) -> bool:
    return head.initiative or initiative_nouns(profile.lexicon).begins(fold(head.label))


def _may_be_project(block: Block, head: Head, profile: Profile, own: bool = False) -> bool:
    """Whether a name is not plainly that of something else: a unit, a person, a work cited, a survey that is not *own*."""
    if (ownership(profile).is_survey(head.label) and not own) or _CITATION.match(block.flat.strip()):
        return False
    return head.initiative or not (_is_unit(head.label, profile) or _is_person(block, head, profile))


def _is_unit(label: str, profile: Profile) -> bool:
    """``Coordinación de Riberas``, ``Transit Division``: the noun for a unit heads the name."""
    lexicon = profile.lexicon
    words = words_of(label)
    if lexicon.grammar.heads_last and words[-1] in lexicon.units.nouns:
        return True
    return (
        len(words) > 1
        and words[0] in lexicon.units.nouns
        and words[1] in (*lexicon.grammar.genitive, *lexicon.units.general)
    )


def _is_person(block: Block, head: Head, profile: Profile) -> bool:
    """``Arq. Irma Paz``, ``Directora: …``, ``Ana Ruiz Soto``: a title, an office, or a given name.

    Behind a given name only uncommon words in capitals may stand, and then a sentence: ``Irma wrote …``.
    """
    if name_patterns(profile).honorific.match(fold(block.flat).lstrip(" *•-–—")):
        return True
    if all(is_office(word, profile) for word in words_of(head.label)):
        return True
    names, function_words = profile.given_names, profile.lexicon.grammar.function_words
    words = [word for word in head.label.split() if fold(word) not in profile.lexicon.people.particles]
    if not words or fold(words[0]) not in names.names:
        return False
    run = list(takewhile(lambda word: word[0].isupper(), words))
    goes_on = words[len(run) : len(run) + 1]
    uncommon = not any(names.is_common(fold(word)) for word in run)
    return (
        uncommon and len(run) <= _MOST_WORDS_OF_A_PERSON and not any(fold(word) in function_words for word in goes_on)
    )
