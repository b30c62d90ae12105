"""Packages are pinned by the checksums of their files, and what is not known of them is told."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sites import PROJECT

AUDIT = runpy.run_path(str(PROJECT / "tools" / "audit.py"))
NO_FAULTS = {"dependencies": [{"name": "a", "version": "1", "vulns": []}]}
FAULT = {"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}]}
SKIPPED = {"dependencies": [{"name": "a", "skip_reason": "not found: a"}]}


def test_every_pinned_package_has_its_checksums() -> None:
    pinned = re.split(r"\n(?=\S)", (PROJECT / "requirements.lock").read_text("utf-8").strip())
    assert len(pinned) > 50
    for package in pinned:
        assert re.match(r"[a-z0-9-]+==\S+ (?:; .*)?\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|$))+", package), (
            package
        )


def test_the_lock_of_npm_names_contents_and_no_host() -> None:
    lock = json.loads((PROJECT / "tests" / "browser" / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert packages
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages)


def test_installing_wants_the_checksums() -> None:
    told = subprocess.run(
        ["make", "--dry-run", "--always-make", "VENV=elsewhere", "elsewhere/installed"],
        cwd=PROJECT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock" in told
    assert "npm ci" in (PROJECT / ".ci" / "run").read_text("utf-8")


def program(folder: Path, name: str, output: str, errors: str = "") -> list[str]:
    """Make a program that prints *output*, as pip-audit and npm do."""
    (folder / name).write_text(f"#!/bin/sh\ncat <<'END'\n{output}\nEND\necho '{errors}' >&2\nexit 1\n", "utf-8")
    (folder / name).chmod(0o755)
    return [str(folder / name)]


@pytest.mark.parametrize(
    ("pip", "npm", "status", "told"),
    [
        (NO_FAULTS, {"vulnerabilities": {}}, 0, "known faults: 0; not audited: 0"),
        (FAULT, {"vulnerabilities": {}}, 1, "a 1: X-1; mended in 2"),
        (NO_FAULTS, {"vulnerabilities": {"b": {"severity": "high", "range": "<2"}}}, 1, "b: high in <2"),
        (SKIPPED, {"vulnerabilities": {}}, 2, "known faults: 0; not audited: 1"),
        (NO_FAULTS, {"message": "405", "statusCode": 405}, 2, "not audited: 1"),
        ("", "", 2, "known faults: 0; not audited: 2"),
    ],
)
def test_what_an_audit_tells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pip: Any, npm: Any, status: int, told: str
) -> None:
    audits = [
        AUDIT["audit_python"](program(tmp_path, "pip-audit", json.dumps(pip) if pip else "", "no connection")),
        AUDIT["audit_npm"](program(tmp_path, "npm", json.dumps(npm) if npm else "", "no connection")),
    ]
    assert AUDIT["tell"](audits) == status
    assert told in capsys.readouterr().out


def test_an_auditor_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert AUDIT["tell"]([AUDIT["audit_python"](["/not/there"]), AUDIT["audit_npm"](["/not/there"])]) == 2
    assert "/not/there: No such file or directory" in capsys.readouterr().err
