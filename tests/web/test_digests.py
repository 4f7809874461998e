"""The page of a digest: nothing of a text is markup, and in print it is one sheet of A4."""

import io
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from legation.views.questions.digests import Digest, Numbered, Row
from legation.views.questions.entries import Source
from legation.views.questions.pages import Line
from legation.views.questions.scopes import Head, Scope
from legation.web import digest_page
from legation.web.digests import LARGEST, SMALLEST, size

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
WORDS = "Konrad Reinhardt (Germany, chancellor) and Nurlan Abdrakhmanov (Kazakhstan, president) "


def source(number: int, title: str = "A title of usual length for an article") -> Source:
    return Source(
        document=f"d{number}",
        hash="00",
        story=f"d{number}",
        title=title,
        publisher="Strait News Agency",
        published=date(2024, 5, 1),
        span=(0, 4),
        words="word",
    )


def rows(many: int, what: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            id=f"r{n}",
            when="reported 21 Oct 2024",
            what=what,
            status="under construction",
            told="2 stories, 3 documents",
            changed="planned (11 Dec 2023) → happened (21 Feb 2024)",
            certain=n % 2 == 0,
            marks=(n, n + 1),
            sources=(source(n),),
        )
        for n in range(1, many + 1)
    )


def digest(size_of: float, what: str = WORDS + "met in Astana") -> Digest:
    """A digest with that share of the most that it may hold."""

    def some(most: int) -> int:
        return max(1, round(most * size_of))

    line = Line(text=WORDS * 2 + "met in Astana", certain=True, entries=("r1",))
    return Digest(
        head=Head(title="EU and Kazakhstan", scope=Scope(), beside="60 documents, 44 stories"),
        since=date(2023, 10, 19),
        until=None,
        by="published",
        short=(line,) * some(5),
        happened=rows(some(14), what),
        changed=rows(some(8), what),
        promised=rows(some(12), what),
        disagreeing=rows(some(10), what),
        doubts=(line,) * some(6),
        rivals=(line,) * some(4),
        dates=rows(some(10), what),
        more=("left out under promises: 3",),
        documents=tuple(Numbered(number=n, source=source(n)) for n in range(1, some(40) + 1)),
    )


def test_the_words_of_a_text_are_no_markup() -> None:
    made = digest_page(digest(0.1, what="<script>alert(1)</script> & </td> {{ 7*7 }}"))
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert "{{ 7*7 }}" in made


def test_a_small_digest_is_printed_large() -> None:
    assert size(digest(0.1)) == LARGEST
    assert SMALLEST <= size(digest(1)) < LARGEST


@pytest.mark.browser
@pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium here: install chromium"
)
@pytest.mark.parametrize("full", [0.1, 0.5, 1.0])
def test_a_digest_prints_on_one_sheet(tmp_path: Path, full: float) -> None:
    target = tmp_path / "digest.html"
    target.write_text(digest_page(digest(full)), encoding="utf-8")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_page()
        seen: list[str] = []
        page.on("request", lambda request: seen.append(request.url))
        page.on("console", lambda message: seen.append(message.text))
        page.goto(target.as_uri())
        printed = page.pdf(prefer_css_page_size=True)
        browser.close()
    assert [one for one in seen if not one.startswith(("file:", "data:"))] == []
    assert len(PdfReader(io.BytesIO(printed)).pages) == 1
