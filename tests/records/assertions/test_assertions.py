"""Assertions: claims without a number, on sentences of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.model import Assertion, Document
from legation.records import assertions


def read(text: str) -> list[Assertion]:
    document = Document(id="t", text=text, published=date(2024, 10, 7), language="en")
    return assertions.extract(
        background.survey(mentions.find(document, documents.repair(text))), []
    )


def only(text: str) -> Assertion:
    found = read(text)
    assert len(found) == 1, [(a.assertion, a.subject) for a in found]
    return found[0]


def test_dominance_of_goods_names_the_flow_and_the_code() -> None:
    claim = only("Kuwait's exports to Japan are dominated by crude oil.")
    assert (claim.assertion, claim.measure, claim.reporter, claim.partner) == (
        "dominance",
        "exports",
        "KWT",
        "JPN",
    )
    assert claim.product is not None
    assert (claim.product.scheme, claim.product.code) == ("HS", "27")
    assert claim.object == "crude oil"


def test_dominance_of_a_market_names_the_actor_and_the_goods() -> None:
    claim = only("The cobalt market is dominated by China.")
    assert (claim.assertion, claim.object, claim.measure) == ("dominance", "CHN", "supply")
    assert claim.product is not None
    assert claim.product.name == "cobalt"


def test_a_general_word_stands_for_the_goods_before_it() -> None:
    claim = only("Japan seeks access to rare earths, a market largely dominated by China.")
    assert claim.object == "CHN"
    assert claim.product is not None
    assert claim.product.name == "rare earths"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Australia dominates the global market for lithium.", "dominance"),
        ("Imports from Vietnam consist mainly of electronics.", "dominance"),
        ("Most of Mongolia's exports go to China.", "dominance"),
        ("Germany remains Poland's biggest export market.", "rank"),
        ("Peru is the second-largest supplier of copper to China.", "rank"),
        ("Iran's influence in Iraq has waned.", "trend"),
        ("Trade between India and Bangladesh is growing steadily.", "trend"),
        ("Italy's stakes in Libya, a country it long ignored, are increasing.", "trend"),
        ("Japan's exports to Mexico are more diversified.", "diversity"),
        ("EU exports to Chile are larger than its imports from the country.", "comparison"),
        ("Turkey overtook Italy as a partner of Libya.", "comparison"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).assertion == kind


def test_a_rank_says_in_whose_list() -> None:
    claim = only("China is Brazil's largest trading partner.")
    assert (claim.measure, claim.reporter, claim.partner, claim.subject) == (
        "trade_total",
        "BRA",
        "CHN",
        "CHN",
    )
    closest = only("Of all Gulf states, Oman has the closest ties with Iran.")
    assert (closest.assertion, closest.subject, closest.object) == ("rank", "OMN", "IRN")
    source = only("Australia is the largest source of foreign investment in Fiji.")
    assert source.measure == "investment"


@pytest.mark.parametrize(
    ("verb", "direction"),
    [("is growing", "up"), ("has weakened", "down"), ("has stabilised", "flat")],
)
def test_trends_have_a_direction(verb: str, direction: str) -> None:
    assert only(f"Russia's influence in Armenia {verb}.").direction == direction


@pytest.mark.parametrize(
    "text",
    [
        "The crowd grew as the president spoke.",
        "Exports to the EU rose 12% in 2023.",
        "Trade with Sudan is not growing.",
        "The bilateral relationship may deepen in the coming years.",
        "Exports to Kenya could become more diverse.",
        "Kenya's exports will be dominated by tea.",
        "The room was dominated by a large portrait.",
        "The United States is one of Kenya's largest trading partners.",
        "The largest city in Kenya is Nairobi.",
    ],
)
def test_what_is_no_claim_for_the_ledger(text: str) -> None:
    assert read(text) == []


def test_evidence_is_the_clause() -> None:
    text = (
        "Oman's exports to India are dominated by fuels, while India's exports to Oman are more "
        "diverse."
    )
    pieces = [a.evidence[0].of(text) for a in read(text)]
    assert pieces == [
        "Oman's exports to India are dominated by fuels",
        "India's exports to Oman are more diverse",
    ]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "trade",
                "exports",
                "market",
                "dominated",
                "by",
                "largest",
                "partner",
                "of",
                "is",
                "growing",
                "more",
                "diverse",
                "than",
                "EU",
                "China",
                "oil",
                ",",
                "overtook",
            ]
        ),
        max_size=18,
    )
)
def test_nothing_raises_and_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for claim in read(text):
        assert all(0 <= span.start < span.end <= len(text) for span in claim.evidence)
