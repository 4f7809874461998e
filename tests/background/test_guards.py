"""Every guard, threshold and veto of the background, with an answer that changes without it.

A row names what is taken away (a constant set to what never bites, or a function to what never
objects), a text, and what is asked of it. The answer must be the expected one as the code stands,
and another one without the guard.
"""

import importlib
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from legation import background, documents, mentions
from legation.model import Document, Reading

NEVER = frozenset[str]()


class Guard(NamedTuple):
    """A guard by module and name, what stands in its place, a text, a question, its answer."""

    module: str
    name: str
    without: Any
    text: str
    ask: Callable[[Reading], object]
    answer: object
    url: str | None = None


def codes(words: str) -> Callable[[Reading], object]:
    """What the mentions that hold some words stand for."""

    def ask(reading: Reading) -> object:
        held = [a for a in reading.actors if words in reading.text(a.span)]
        return {a.members if a.form == "group" else a.actor for a in held}

    return ask


def pair(reading: Reading) -> object:
    return reading.background.pair


def pair_at(sentence: int) -> Callable[[Reading], object]:
    def ask(reading: Reading) -> object:
        held = reading.background.pair_at(sentence)
        return held.codes if held else None

    return ask


def topic_at(sentence: int) -> Callable[[Reading], object]:
    return lambda reading: reading.background.topic_at(sentence)


def time_at(sentence: int) -> Callable[[Reading], object]:
    def ask(reading: Reading) -> object:
        held = reading.background.time_at(sentence)
        return held.period.edtf if held else None

    return ask


def kinds(reading: Reading) -> object:
    return [f.kind for f in reading.background.furniture]


def home(reading: Reading) -> object:
    return reading.background.home


def dates(reading: Reading) -> object:
    return [d.edtf for d in reading.dates]


RAIN = " ".join(["Rain fell."] * 14)
HEAD = "Togo Bulletin\n\nTogo sold cotton to Mali.\n\n"
GUARDS = (
    Guard("furniture", "HEADS", 2, HEAD * 2, kinds, []),
    Guard("furniture", "HEAD_LENGTH", 0, HEAD * 3, kinds, ["head"] * 3),
    Guard("furniture", "LONGEST", 3, "ENDS.\n\nBy Lena Odhiambo", kinds, ["signoff", "byline"]),
    Guard(
        "furniture", "COURTESY", NEVER, "HOST: We sign.\n\nRain fell.", kinds, []
    ),
    Guard("furniture", "SENTENCE_END", (), "Rain fell.\n\n" * 3, kinds, []),
    Guard("sides", "PRESS", NEVER, "The China Daily and Togo met.", pair, None),
    Guard("sides", "KINDS", NEVER, "The United Nations and Togo met. Togo left.", pair, None),
    Guard("pairs", "LONGEST", 2, f"Togo and Mali met. {RAIN[:60]}", pair_at(4), ("TGO", "MLI")),
    Guard("pairs", "MOST", 99.0, (
        "Togo met Mali. Togo paid. Mali paid. Niger sold gold. Niger sold tea. Niger sold salt. "
        "Niger sold cotton. Niger sold goats. Niger sold hides. Niger sold rice."
    ), pair, ("TGO", "MLI")),
    Guard("pairs", "LEAST", 9.0, "Togo met Mali. Togo paid.", pair, ("TGO", "MLI")),
    Guard("pairs", "AHEAD", 0.5, "Togo, Mali and Niger met.", pair, None),
    Guard("titles", "LONGEST", 1,
          "Togo visits Mali\n\nNiger, Benin and Togo met. Niger paid. Niger paid.", pair,
          ("TGO", "MLI")),
    Guard("titles", "STOPS", (), "Togo left.\n\nMali paid.", pair, None),
    Guard("topics", "LONGEST", 1, f"Togo's cotton failed. {RAIN}", topic_at(4), "TGO"),
    Guard("times", "SHORTEST", timedelta(0),
          "Togo's trade was told of on 3 May 2021. Exports fell.", time_at(1), None),
    Guard("times", "BASES", NEVER,
          "Togo's exports fell below the $9 million of 2014. Imports fell.", time_at(1), None),
    Guard("times", "TRADE", frozenset({"rain"}),
          "Rain fell in 2014. Exports fell.", time_at(1), None),
    Guard("times", "AHEAD", NEVER,
          "Togo's exports will grow in 2031. Imports fell.", time_at(1), None),
    Guard("times", "VAGUE", re.compile("x^"),
          "Togo's exports fell 3% on the year. Imports fell.", time_at(1), None),
    Guard("times", "COMPARED", re.compile("x^"),
          "Togo's exports outdid the previous year. Imports fell.", time_at(1), None),
    Guard("homes", "SEATS", NEVER, "ZURICH, May 3 (AFP) - Rain fell.", home, None),
    Guard("homes", "CITIES_OF_ALL", NEVER, "VIENNA, May 3 (AFP) - Rain fell.", home, None),
    Guard("homes", "OFFICES", NEVER, "Our exports grew. Mali was told.", codes("Our"), {"TGO"},
          "https://mfa.gov.tg/1"),
    Guard("participants", "SEVERAL", NEVER,
          "Togo sells cotton. Neither ministry spoke.", codes("ministry"), {None}),
    Guard("participants", "PAIRED", NEVER,
          "Togo and Benin met. Mali and Niger met in Togo. Togo and Benin met. Chile and Peru met. "
          "Both sides left.", codes("Both sides"), {("CHL", "PER")}),
    Guard("participants", "_beside_its_own", lambda *_: False,
          "Secretary of Transport Ann Field and Togolese Transport Minister Ali Kodjo signed.",
          codes("Ann Field"), {None}),
    Guard("pronouns", "BEFORE", NEVER, "Niger's deficit grew. The country paid.",
          codes("The country"), {"NER"}),
    Guard("pronouns", "_acting", lambda *_: set(),
          "Peace in Chad is rare, and Mali shelled the country's east.", codes("the country"),
          {"TCD"}),
    Guard("pronouns", "_trading", lambda *_: set(),
          "Togolese imports from Ghana stood at $25 million, and exports to the country at $40 "
          "million.", codes("the country"), {"GHA"}),
    Guard("fiscal", "SAME", re.compile("x^"),
          "Kenya's exports fell from the same months of 2021-22.",
          lambda r: [d for d in r.dates if d.value.startswith("FY")], []),
    Guard("calendar", "_none", lambda _: iter(()),
          "President April Summers of Palau left.", dates, []),
    Guard("namesakes", "CAUCASUS", NEVER, "The governor of Georgia left Tbilisi.",
          codes("Georgia"), {"GEO"}),
    Guard("namesakes", "AMERICAN_OFFICES", NEVER, "The governor of Georgia left.",
          codes("Georgia"), {"USA"}),
    Guard("namesakes", "GENERIC", NEVER, "North Korea sold coal. The North sold tea.",
        lambda r: len(r.actors),
        1),
)  # fmt: skip


def read(guard: Guard) -> Reading:
    document = Document(
        id="x", text=guard.text, published=date(2024, 6, 10), language="en", url=guard.url
    )
    return background.survey(mentions.find(document, documents.repair(guard.text)))


@pytest.mark.parametrize("guard", GUARDS, ids=lambda g: f"{g.module}.{g.name}")
def test_the_answer_stands(guard: Guard) -> None:
    assert guard.ask(read(guard)) == guard.answer


@pytest.mark.parametrize("guard", GUARDS, ids=lambda g: f"{g.module}.{g.name}")
def test_the_answer_falls_without_the_guard(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module(f"legation.background.{guard.module}")
    monkeypatch.setattr(module, guard.name, guard.without)
    assert guard.ask(read(guard)) != guard.answer
