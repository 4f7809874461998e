"""The HTML brief in a real browser: accessible, no request, legible narrow, dark and on paper."""

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from legation.model import Ledger
from legation.views import brief
from legation.web import brief_page

pytestmark = pytest.mark.browser


@pytest.fixture
def file(ledger: Ledger, tmp_path: Path) -> Path:
    target = tmp_path / "brief.html"
    target.write_text(brief_page(brief(ledger, possible=True), possible=True), encoding="utf-8")
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


def test_a_number_lights_its_card_and_a_card_its_words(browser: Browser, file: Path) -> None:
    page = opened(browser, file, viewport={"width": 1280, "height": 900})
    colour = "e => getComputedStyle(e).backgroundColor"
    before = page.locator("#c1").evaluate(colour)
    page.locator("#m1").hover()
    lit = page.locator("#c1").evaluate(colour)
    page.locator("#c1").hover()
    words = page.locator("span.m1").first.evaluate(colour)
    page.close()
    assert before != lit == words


@pytest.mark.parametrize("width", [320, 390, 1024, 1600])
def test_nothing_is_cut_at_any_width(browser: Browser, file: Path, width: int) -> None:
    page = opened(browser, file, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_entries_stand_beside_their_paragraph_and_below_it_on_a_phone(
    browser: Browser, file: Path
) -> None:
    for width, beside in ((1280, True), (390, False)):
        page = opened(browser, file, viewport={"width": width, "height": 900})
        row = page.locator(".para").filter(has=page.locator(".card")).first
        text, card = (row.locator(place).first.bounding_box() for place in (".src", ".card"))
        page.close()
        assert text and card
        assert (text["x"] + text["width"] <= card["x"]) is beside
        assert (text["y"] + text["height"] <= card["y"]) is not beside


def test_it_prints_on_two_sheets_at_most_without_the_mast(browser: Browser, file: Path) -> None:
    page = opened(browser, file)
    page.emulate_media(media="print")
    assert not page.locator(".mast").is_visible()
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    assert 1 <= len(sheets.pages) <= 2
