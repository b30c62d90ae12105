"""Lighthouse on the profile of a phone: accessibility, best practices and what search engines want, all of them whole.

Its performance depends on the machine of the moment, and is looked at by hand:
``npx --prefix tests/browser lighthouse http://127.0.0.1:8000/ --only-categories=performance``.  What it depends on is
held here: the weight of the home page, and that nothing moves while it loads.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page
from sites import Site

from .conftest import CHROMIUM

LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("accessibility", "best-practices", "seo")
PAGES = ("index", "sessions/2020-11-30-octava-sesion-consejo", "projects/plan-trc-2040", "search")
MOST_BYTES = 150_000
STEADY = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_by_lighthouse(address: str, tmp_path: Path, name: str) -> None:
    if CHROMIUM is None or not LIGHTHOUSE.exists():
        pytest.skip("Chromium or Lighthouse is not installed (npm ci --prefix tests/browser)")
    report = tmp_path / "report.json"
    subprocess.run(
        [
            str(LIGHTHOUSE), f"{address}{name}.html", "--quiet", "--output=json", f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        check=True, capture_output=True, env={**os.environ, "CHROME_PATH": CHROMIUM},
    )  # fmt: skip
    told = json.loads(report.read_text(encoding="utf-8"))
    wanting = {
        name: told["audits"][audit["id"]]["title"]
        for name, category in told["categories"].items()
        for audit in category["auditRefs"]
        if audit["weight"] and told["audits"][audit["id"]]["score"] not in {None, 1}
    }
    assert wanting == {}
    assert {told["categories"][name]["score"] for name in CATEGORIES} == {1}


def test_the_home_page_is_light(page: Page, address: str, archive: Site) -> None:
    """All that it loads without pictures, as it lies on the disk: pages, style, scripts, fonts."""
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{address}index.html", wait_until="networkidle")
    files = {archive.output / path.lstrip("/") for path in asked if "/_images/" not in path}
    weights = {file.name: file.stat().st_size for file in files}
    assert {"index.html", "site.css", "archive-sans.woff2"} <= weights.keys()
    assert sum(weights.values()) <= MOST_BYTES, weights


@pytest.mark.parametrize("name", ["index", "sessions/2020-11-30-octava-sesion-consejo", "projects/plan-trc-2040"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(page: Page, address: str, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}{name}.html", wait_until="networkidle")
    assert page.evaluate(STEADY) < 0.05
