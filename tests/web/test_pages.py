"""The HTML brief: what stands in it, and that nothing in it runs or loads."""

import base64
import hashlib
import re

import pytest
from lxml import html

from legation.model import Figure, Ledger
from legation.views import brief
from legation.web import brief_page
from legation.web.pages import MANY_FIGURES, TONES


@pytest.fixture
def page(ledger: Ledger) -> str:
    return brief_page(brief(ledger))


def test_no_script_and_no_outside_request(page: str) -> None:
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //link[@href!='data:,'] | //img | //iframe | //form")
    assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"@import|url\((?!#)", page)


def test_the_style_is_the_one_that_the_policy_names(page: str) -> None:
    tree = html.fromstring(page)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = hashlib.sha256(tree.xpath("string(//style)").encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "unsafe" not in policy


def test_markup_in_the_source_is_text(page: str) -> None:
    assert "&lt;b&gt;&amp; Freedonia&lt;/b&gt;" in page
    assert not html.fromstring(page).xpath("//p[@class='src']//b")


def test_every_number_leads_to_its_words_and_back(page: str) -> None:
    tree = html.fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    cards = {i for i in ids if re.fullmatch(r"c\d+", i)}
    assert cards and {f"m{i[1:]}" for i in cards} <= set(ids)


def test_the_source_is_shown_unchanged(page: str, ledger: Ledger) -> None:
    tree = html.fromstring(page)
    for number in tree.xpath("//p[@class='src']//a"):
        number.drop_tree()
    shown = " ".join(p.text_content() for p in tree.xpath("//p[@class='src']"))
    assert shown.split() == ledger.document.text.split()


def test_what_is_less_certain_is_folded_and_opened_on_request(ledger: Ledger) -> None:
    made = brief(ledger)
    folded = html.fromstring(brief_page(made)).xpath("//details[@class='lessc']")
    assert folded and not [d for d in folded if "open" in d.attrib]
    opened = html.fromstring(brief_page(made, possible=True)).xpath("//details[@class='lessc']")
    assert len(opened) == len(folded) and all("open" in d.attrib for d in opened)


def test_many_figures_become_a_table_doubts_first(ledger: Ledger) -> None:
    figures = [r for r in ledger.records if isinstance(r, Figure) and r.tier == "sure"]
    many = tuple(figures[n % len(figures)] for n in range(MANY_FIGURES))
    held = Ledger(document=ledger.document, records=many)
    rows = html.fromstring(brief_page(brief(held))).xpath("//table//tbody/tr")
    tones = [row.xpath(".//span[contains(@class, 'v ')]/@class")[0].split()[-1] for row in rows]
    assert len(rows) == MANY_FIGURES
    assert tones == sorted(tones, key=TONES.index)


def test_verdicts_have_words(page: str) -> None:
    assert "does not add up" in page
    assert "not checkable" in page


def test_a_brief_of_nothing_says_so(ledger: Ledger) -> None:
    assert "No entry was found" in brief_page(brief(Ledger(document=ledger.document, records=())))
