"""What a first search on a cold page transfers, in bytes, as the browser receives them."""

from __future__ import annotations

import functools
import gzip
import http.server
import shutil
import threading
from pathlib import Path

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
COMPRESSED = {".html", ".js", ".css", ".json"}
"""What any web server sends compressed; Pagefind's own files are compressed as they are."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    sent: list[Path]

    def send_head(self):  # type: ignore[no-untyped-def]
        path = Path(self.translate_path(self.path))
        if path.is_file():
            self.sent.append(path)
        return super().send_head()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class names it so)
        """Say nothing."""


def first_search(site: Path, query: str = "plan de agua") -> int:
    """Give the bytes of the search: its script, Pagefind, the index; 0 where there is no Chromium."""
    if CHROMIUM is None:
        return 0
    from playwright.sync_api import sync_playwright

    sent: list[Path] = []
    handler = type("Handler", (_Handler,), {"sent": sent})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/search.html?q={query}")
        page.wait_for_selector("#pf-results > li")
        page.wait_for_timeout(1000)
        browser.close()
    server.shutdown()
    paths = {file: file.relative_to(site).as_posix() for file in sent}
    searched = [file for file, path in paths.items() if "pagefind" in path or path.startswith("_static/search/")]
    return sum(_size(file) for file in dict.fromkeys(searched))


def _size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes())) if file.suffix in COMPRESSED else file.stat().st_size
