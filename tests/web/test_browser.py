"""The HTML brief in a real browser: accessible, no request, legible narrow, dark and on paper."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from legation.model import Ledger
from legation.views import brief
from legation.web import brief_page

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
FLAGS += ["--disable-component-update", "--disable-sync"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"),
        reason="no Chromium here: install the system's chromium package",
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def file(ledger: Ledger, tmp_path: Path) -> Path:
    target = tmp_path / "brief.html"
    target.write_text(brief_page(brief(ledger, possible=True), "1.2.3"), encoding="utf-8")
    return target


def opened(browser: Browser, file: Path, **options: object) -> Page:
    page = browser.new_page(**options)  # type: ignore[arg-type]
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, file: Path, scheme: str) -> None:
    page = opened(browser, file, color_scheme=scheme)
    results = Axe().run(page)
    page.close()
    assert results.violations_count == 0, results.generate_report()


def test_it_asks_for_nothing_and_says_nothing_to_the_console(browser: Browser, file: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    page.close()
    assert asked == [file.as_uri()]
    assert said == []


def test_a_number_lights_its_card(browser: Browser, file: Path) -> None:
    page = opened(browser, file, viewport={"width": 1280, "height": 900})
    before = page.locator("#e1").evaluate("e => getComputedStyle(e).outlineStyle")
    page.locator("#m1").hover()
    after = page.locator("#e1").evaluate("e => getComputedStyle(e).outlineStyle")
    page.close()
    assert (before, after) == ("none", "solid")


def test_the_text_stands_left_of_the_entries_and_below_them_on_a_phone(
    browser: Browser, file: Path
) -> None:
    wide = opened(browser, file, viewport={"width": 1280, "height": 900})
    text, entries = (wide.locator(place).bounding_box() for place in ("#text", "#entries"))
    assert text and entries and text["x"] + text["width"] <= entries["x"]
    wide.close()
    narrow = opened(browser, file, viewport={"width": 360, "height": 740})
    text, entries = (narrow.locator(place).bounding_box() for place in ("#text", "#entries"))
    assert text and entries and text["y"] >= entries["y"] + entries["height"]
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 360
    narrow.close()


def test_paper_shows_what_is_folded_on_the_screen(browser: Browser, file: Path) -> None:
    page = opened(browser, file)
    page.emulate_media(media="print")
    shown = page.locator("details").first.locator("table").first.is_visible()
    page.close()
    assert shown
