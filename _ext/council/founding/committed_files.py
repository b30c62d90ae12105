"""Which files git could give back: those that its last commit holds as they are."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


class NoHistoryError(Exception):
    """A folder of which git holds no commit, or that it does not read; with what git says."""


@dataclass(frozen=True, slots=True)
class CommittedFiles:
    """The files of the last commit, as paths from the folder that was asked for."""

    revision: str
    """The commit, as git names it in short."""
    unchanged: frozenset[str]
    """What is on the disk as it was committed, or was not on the disk to begin with."""


def committed_files(folder: Path) -> CommittedFiles:
    """Ask git for the files below *folder*; raises :class:`NoHistoryError`."""
    revision = _git(folder, "rev-parse", "--short", "HEAD").strip()
    committed = _paths(_git(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD"))
    changed = _paths(_git(folder, "diff", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "HEAD"))
    return CommittedFiles(os.fsdecode(revision), committed - changed)


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", os.fspath(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  (no shell reads it)
    except FileNotFoundError as error:
        raise NoHistoryError("git: command not found") from error
    except subprocess.CalledProcessError as error:
        raise NoHistoryError(os.fsdecode(error.stderr).strip()) from error


def _paths(told: bytes) -> frozenset[str]:
    return frozenset(os.fsdecode(path) for path in told.split(b"\0") if path)
