"""Remake the pictures of the README from the package's examples: a pair and a brief, as the page
shows them.

    python tools/build_picture.py [CHROMIUM]

Needs the development packages and a Chromium on the machine.
"""

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from legation import pipeline
from legation.pipeline import adding, collection
from legation.web.application import Settings, application
from legation.web.guard import addresses

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = {
    "page-dyad.png": "/dyad/EUR/KAZ",
    "page-brief.png": "/document/eu-kaz-pledge-2024-01-22",
}
SIZE = {"width": 1400, "height": 1250}


def main() -> None:
    """Write the pictures."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        ledger = Path(place) / "account.sqlite"
        _fill(ledger)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with _served(ledger) as site:
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            for name, address in PICTURES.items():
                page.goto(f"{site}{address}")
                page.screenshot(path=str(DOCS / name))
                print(f"wrote {DOCS / name}")
        browser.close()


def _fill(ledger: Path) -> None:
    articles = resources.files("legation.examples") / "articles.jsonl"
    with (
        pipeline.official(None, online=False) as series,
        collection.open_account(ledger) as account,
    ):
        for _ in adding.add(account, [str(articles)], series):
            pass


@contextmanager
def _served(ledger: Path) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        made = application(Settings(ledger=ledger, where=addresses(port)))
        server = uvicorn.Server(uvicorn.Config(made, log_level="error", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
