"""Ask the databases of known faults about the pinned packages: ``make audit``.

Exit status: 0 where every package was looked up and none is known to be at fault, 1 where one is, 2 where a database
could not be reached, or does not know a package: nothing is said of that one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
PIP_AUDIT = "pip-audit==2.10.1"
NPM_LOCK = Path("tests/browser")


@dataclass(frozen=True, slots=True)
class Audit:
    """What a database says: the *faults* it knows, and what could *not* be *audited*, and why."""

    faults: tuple[str, ...] = ()
    not_audited: tuple[str, ...] = ()


def audit_python(run: Sequence[str]) -> Audit:
    """Ask about ``requirements.lock`` with pip-audit, which *run* runs."""
    command = [*run, "-r", "requirements.lock", "--require-hashes", "--disable-pip", "--format", "json"]
    told = _answer(command)
    packages = told.get("dependencies") if isinstance(told, dict) else None
    if packages is None:
        return Audit(not_audited=(f"requirements.lock: {told}",))
    faults = tuple(
        f"{package['name']} {package['version']}: {fault['id']}; mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for package in packages
        for fault in package.get("vulns", ())
    )
    return Audit(faults, tuple(package["skip_reason"] for package in packages if "skip_reason" in package))


def audit_npm(run: Sequence[str]) -> Audit:
    """Ask about the lock of the browser tests with npm, which *run* runs."""
    told = _answer([*run, "audit", "--prefix", str(NPM_LOCK), "--package-lock-only", "--json"])
    packages = told.get("vulnerabilities") if isinstance(told, dict) else None
    if packages is None:
        return Audit(
            not_audited=(
                f"{NPM_LOCK}/package-lock.json: {told.get('message', told) if isinstance(told, dict) else told}",
            )
        )
    return Audit(tuple(f"{name}: {fault['severity']} in {fault['range']}" for name, fault in packages.items()))


def _answer(command: Sequence[str]) -> Any:
    """Give the JSON that a command prints, or in a line why it prints none."""
    try:
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        return json.loads(done.stdout)
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    except ValueError:
        return (done.stderr.strip().splitlines() or ["no answer"])[-1]


def tell(audits: Sequence[Audit]) -> int:
    """Tell what was found, and give the exit status."""
    faults = [fault for audit in audits for fault in audit.faults]
    not_audited = [reason for audit in audits for reason in audit.not_audited]
    for line in faults:
        print(line)
    for line in not_audited:
        print(f"not audited: {line}", file=sys.stderr)
    print(f"known faults: {len(faults)}; not audited: {len(not_audited)}")
    if not_audited:
        print("A database of known faults cannot be reached from here, or does not know these.", file=sys.stderr)
    return 1 if faults else 2 if not_audited else 0


if __name__ == "__main__":
    uvx = str(Path(sys.executable).parent / "uvx")
    sys.exit(tell([audit_python([uvx, "--quiet", "--from", PIP_AUDIT, "pip-audit"]), audit_npm(["npm"])]))
