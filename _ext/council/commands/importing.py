"""``import``: take the releases of a tree, or tell what would be taken."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from council.commands.messages import Translate
from council.commands.progress import ProgressLine
from council.importers.planning import DRAFT, Plan, PlannedRelease, Wishes, plan_import
from council.importers.taking import Taken, take
from council.importers.told import Told
from council.model.source_files import shown_path

_LONGEST_TITLE = 60
_NAMED = 8
"""How many files of one kind a short table names."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the archivist asks for: *dry* shows only, *force* overwrites, *drafts* are taken."""

    dry: bool = False
    force: bool = False
    drafts: bool = False


def import_releases(source: Path, origin: Path, options: ImportOptions, language: str, _: Translate) -> int:
    """Import the releases of *origin*, and tell what became of them."""
    if not origin.is_dir():
        print(_("{folder}: no such folder; name it with FROM=DIR").format(folder=origin), file=sys.stderr)
        return 2
    if origin.resolve() == source.resolve():
        print(
            _("{folder}: this is the archive itself; name the folder to import with FROM=DIR").format(folder=origin),
            file=sys.stderr,
        )
        return 2
    line = ProgressLine()
    reading, writing = _("reading {count}: {file}"), _("writing {count}: {file}")
    wishes = Wishes(force=options.force, drafts=options.drafts, language=language)
    plan = plan_import(origin, source, wishes, lambda file, count: line.tell(reading.format(count=count, file=file)))
    taken = Taken()
    if not options.dry:
        taken = take(plan, lambda file, count: line.tell(writing.format(count=count, file=file)))
    line.clear()
    if options.dry:
        for planned in plan.releases:
            print(_row(planned, _))
    _tell_left_out(plan, options.dry, _)
    _tell_decisions(plan, _)
    _tell_kept(plan, taken, _)
    print(_summary(plan, taken, options.dry, _))
    return 1 if plan.wants_a_look or taken.failed or taken.kept_pictures else 0


def _row(planned: PlannedRelease, _: Translate) -> str:
    """Give the line of a release: slug, date, title, authors, number of pictures, what becomes of it."""
    title = planned.title if len(planned.title) <= _LONGEST_TITLE else f"{planned.title[:_LONGEST_TITLE]}…"
    fates = {
        "new": _("new"),
        "unchanged": _("unchanged"),
        "kept": _("kept"),
        "replaced": _("replaced"),
    }
    return "  ".join(
        [
            planned.slug,
            planned.date or _("undated"),
            title,
            ", ".join(planned.release.authors) or "-",
            _("pictures: {count}").format(count=len(planned.pictures)),
            fates[planned.fate],
        ]
    )


def _tell_left_out(plan: Plan, in_full: bool, _: Translate) -> None:
    """Tell what is not taken: each file that somebody may want, those that nobody does by their reason."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for part in plan.left_out:
        if part.reason == DRAFT:
            continue  # told as a decision
        if part.expected:
            by_reason[part.reason].append(_place(part.origin, plan))
        else:
            print(f"{_place(part.origin, plan)}: {_message(part.reason, _)}", file=sys.stderr)
    for refused in plan.refused:
        print(f"{_place(refused.file, plan)}: {_message(refused.reason, _)}", file=sys.stderr)
    for reason, files in by_reason.items():
        named = files if in_full else files[:_NAMED]
        more = " …" if len(named) < len(files) else ""
        print(
            _("left out, {reason}: {count}").format(reason=_message(reason, _), count=len(files))
            + f" ({', '.join(named)}{more})"
        )


def _tell_decisions(plan: Plan, _: Translate) -> None:
    for file, remark in plan.decisions:
        print(_("to decide: {file}: {remark}").format(file=_place(file, plan), remark=_message(remark, _)))


def _tell_kept(plan: Plan, taken: Taken, _: Translate) -> None:
    kept = [planned.target for planned in plan.releases if planned.fate == "kept"]
    told = _("{file}: kept, as it differs from the one to import; FORCE=1 overwrites it")
    for file in (*kept, *taken.kept_pictures):
        print(told.format(file=shown_path(file.relative_to(plan.places.source))), file=sys.stderr)
    for failed in taken.failed:
        print(f"{_place(failed.file, plan)}: {_message(failed.reason, _)}", file=sys.stderr)


def _summary(plan: Plan, taken: Taken, dry: bool, _: Translate) -> str:
    fates = [planned.fate for planned in plan.releases] if dry else list(taken.releases.elements())
    told = _("{imported} imported, {unchanged} unchanged, {kept} kept, {pictures} pictures, {problems} problems")
    figures = told.format(
        imported=fates.count("new") + fates.count("replaced"),
        unchanged=fates.count("unchanged"),
        kept=fates.count("kept") + len(taken.kept_pictures),
        pictures=sum(len(planned.pictures) for planned in plan.releases) if dry else taken.pictures,
        problems=sum(not part.expected for part in plan.left_out) + len(plan.refused) + len(taken.failed),
    )
    known = _("releases: {count}; with a date: {dated}, with authors: {authored}").format(
        count=len(plan.releases),
        dated=sum(bool(planned.date) for planned in plan.releases),
        authored=sum(bool(planned.release.authors) for planned in plan.releases),
    )
    nothing = _("Nothing was written; this is what would be:")
    return f"{known}\n{nothing} {figures}" if dry else f"{known}\n{figures}"


def _message(message: str, _: Translate) -> str:
    return _(message.template).format(**message.values) if isinstance(message, Told) else message


def _place(file: Path, plan: Plan) -> str:
    """Give the path of a file as it is shown, from the folder of its tree or of the archive."""
    root = next(
        (root for root in (plan.origin, plan.places.source.resolve(), plan.places.source) if file.is_relative_to(root)),
        None,
    )
    return shown_path(file.relative_to(root) if root else file)
