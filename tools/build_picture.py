"""Remake ``docs/brief.png``, the picture of a real brief in the README, from the sample article.

    python tools/build_picture.py [CHROMIUM]

Needs the development packages and a Chromium on the machine.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from legation import __version__, pipeline
from legation.model import Ledger, Source
from legation.views import brief
from legation.web import brief_page

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "agency_eu_georgia.txt"
SIZE = {"width": 1240, "height": 980}


def main() -> None:
    """Write the picture."""
    [ledger] = pipeline.ledgers([Source(location=str(SAMPLE))], pipeline.embedded())
    assert isinstance(ledger, Ledger), ledger.error
    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        page_file = Path(place) / "brief.html"
        page_file.write_text(brief_page(brief(ledger), __version__), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        page.goto(page_file.as_uri())
        page.screenshot(path=ROOT / "docs" / "brief.png")
        browser.close()


if __name__ == "__main__":
    main()
