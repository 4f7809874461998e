"""The pages in a real browser: nothing asked elsewhere, nothing said, nothing cut, nothing that a
reader with another sense, a keyboard or no script would miss.
"""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ALL = (
    "/",
    "/dyads",
    "/dyad/EUR/KAZ",
    "/timeline/EUR/KAZ",
    "/conflicts",
    "/promises",
    "/rivals/KAZ",
    "/trade/EUR/KAZ",
    "/trade",
    "/search?q=railway",
    "/compare?pairs=EUR-KAZ+CHN-KAZ",
    "/map",
    "/left-out",
    "/judgements",
    "/dossiers",
    "/actors",
    "/actor/KAZ",
    "/about",
    "/read",
    "/no-such-page",
)
MAIN = ("/", "/dyad/EUR/KAZ", "/trade/EUR/KAZ")
WIDTHS = (390, 1024, 1600)


def opened(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_page(**options)  # type: ignore[arg-type]
    page.goto(address)
    return page


def a_document(browser: Browser, site: str) -> str:
    page = opened(browser, f"{site}/dyad/EUR/KAZ.json")
    held = json.loads(page.locator("body").inner_text())
    page.close()
    return f"/document/{held['dyad']['figures'][0]['sources'][0]['document']}"


def an_entry(browser: Browser, site: str) -> str:
    page = opened(browser, f"{site}/dyad/EUR/KAZ.json")
    held = json.loads(page.locator("body").inner_text())
    page.close()
    return f"/entry/{held['dyad']['figures'][0]['id']}"


def test_nothing_is_asked_elsewhere_and_nothing_breaks_the_policy(
    browser: Browser, site: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    for address in (*ALL, a_document(browser, site), an_entry(browser, site)):
        page.goto(f"{site}{address}")
        page.wait_for_load_state("networkidle")
    page.close()
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert [line for line in said if "404" not in line] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(browser: Browser, site: str, scheme: str) -> None:
    found = {}
    for address in (*ALL, a_document(browser, site), an_entry(browser, site)):
        page = opened(
            browser,
            f"{site}{address}",
            color_scheme=scheme,
            viewport={"width": 1024, "height": 900},
        )
        results = Axe().run(page)
        page.close()
        if results.violations_count:
            found[address] = [
                (v["id"], v["nodes"][0]["html"][:200]) for v in results.response["violations"]
            ]
    assert found == {}


@pytest.mark.parametrize("width", [w for w in WIDTHS if w != 1024])
def test_axe_finds_nothing_at_other_widths(browser: Browser, site: str, width: int) -> None:
    found = {}
    for address in (*MAIN, a_document(browser, site)):
        page = opened(browser, f"{site}{address}", viewport={"width": width, "height": 900})
        results = Axe().run(page)
        page.close()
        if results.violations_count:
            found[address] = [
                (v["id"], v["nodes"][0]["html"][:200]) for v in results.response["violations"]
            ]
    assert found == {}


@pytest.mark.parametrize("width", [320, 390, 1024, 1600])
def test_no_page_scrolls_sideways(browser: Browser, site: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wide = {}
    for address in (*ALL, a_document(browser, site), an_entry(browser, site)):
        page.goto(f"{site}{address}")
        reach = page.evaluate("document.documentElement.scrollWidth")
        if reach > width:
            wide[address] = reach
    page.close()
    assert wide == {}


def test_one_drawing_of_a_chart_is_shown_at_each_width(browser: Browser, site: str) -> None:
    for width, kind in ((390, "narrow"), (1024, "mid"), (1600, "wide")):
        page = opened(browser, f"{site}/dyad/EUR/KAZ", viewport={"width": width, "height": 900})
        shown = [
            name
            for name in ("narrow", "mid", "wide")
            if page.locator(f"section[aria-labelledby=year] svg.{name}").first.is_visible()
        ]
        page.close()
        assert shown == [kind]


@pytest.mark.parametrize("script", [True, False])
def test_a_reader_does_his_work_with_and_without_script(
    browser: Browser, site: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(site)
    page.locator("a[href='/dyad/EUR/KAZ']").first.click()
    page.locator("input[name=since]").fill("2010-01-01")
    page.get_by_role("button", name="Show").click()
    assert "since=2010-01-01" in page.url
    page.locator("section[aria-labelledby=figures] th a").first.click()
    assert "/entry/" in page.url
    assert page.get_by_role("heading", name="The words behind it").is_visible()
    page.locator("ol.steps a").first.click()
    assert "/document/" in page.url
    page.locator("details.lessc summary").first.click()
    assert page.locator("details.lessc[open] .card").first.is_visible()
    page.goto(f"{site}/read")
    page.get_by_label("Text", exact=True).fill(
        "Norway and Kenya signed a fisheries agreement in Oslo."
    )
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep it in the account").wait_for(timeout=60_000)
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, site: str) -> None:
    page = opened(browser, f"{site}/dyad/EUR/KAZ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_large_text_and_forced_colours_cut_nothing(browser: Browser, site: str) -> None:
    for options in ({"forced_colors": "active"}, {"reduced_motion": "reduce"}):
        page = opened(browser, f"{site}/dyad/EUR/KAZ", **options)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.close()


def test_the_pages_are_light(browser: Browser, site: str) -> None:
    """Weights of the requirements, before compression: a proxy or browser packs them further."""
    most = {"/dyad/EUR/KAZ": 260_000, "/map": 300_000, a_document(browser, site): 80_000}
    for address, weight in most.items():
        page = browser.new_page()
        answer = page.goto(f"{site}{address}")
        assert answer and len(answer.body()) <= weight, address
        page.close()
