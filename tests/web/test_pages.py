"""The HTML brief: what stands in it, and that nothing in it runs or loads."""

import re

import pytest
from lxml import html

from legation.model import Ledger
from legation.views import brief
from legation.web import brief_page


@pytest.fixture
def page(ledger: Ledger) -> str:
    return brief_page(brief(ledger), "1.2.3")


def test_no_script_and_no_outside_request(page: str) -> None:
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //form")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import", page)


def test_markup_in_the_source_is_text(page: str) -> None:
    assert "&lt;b&gt;&amp; Freedonia&lt;/b&gt;" in page
    assert "<b>" not in page


def test_every_number_leads_to_its_words_and_back(page: str) -> None:
    tree = html.fromstring(page)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    cards = {i for i in ids if re.fullmatch(r"e\d+", i)}
    assert {f"m{i[1:]}" for i in cards} <= set(ids)


def test_the_source_is_shown_unchanged(page: str, ledger: Ledger) -> None:
    source = html.fromstring(page).xpath("//div[@class='source']")[0]
    for number in source.xpath(".//a"):
        number.drop_tree()
    assert source.text_content() == ledger.document.text


def test_verdicts_have_words(page: str) -> None:
    assert "does not add up" in page
    assert "not checkable" in page


def test_a_brief_of_nothing_says_so(ledger: Ledger) -> None:
    assert "No entry of which we are sure" in brief_page(
        brief(Ledger(document=ledger.document, records=())), "1.2.3"
    )
