"""Headings of events, codes and periods as a reader who knows none of our codes sees them."""

import re
from itertools import product

import pytest
from msgspec import structs

from legation.model import Period
from legation.views import events
from legation.views.wording import minus, name_of, period_words

PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
STATUSES = ("actual", "planned", "hypothetical", "negated")


@pytest.mark.parametrize(("type", "status"), [*product(PLOVER, STATUSES)])
def test_every_type_and_status_has_its_words(type: str, status: str) -> None:
    words = getattr(events.labels()[type, ""], status)
    assert re.fullmatch(r"[a-z ]+", words)
    assert words not in {"actual", "negated", "hypothetical", "happened"}


def test_what_did_not_happen_says_so_and_what_did_does_not() -> None:
    for label in events.labels().values():
        assert re.search(r"\bnot\b", label.negated)
        assert not re.search(r"\bnot\b", f"{label.what} {label.actual} {label.planned}")
        assert len(set(structs.astuple(label)[2:6])) == 4


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("IGO", "international body"),
        ("NGO", "non-governmental organisation"),
        ("EUR:commission", "European Commission"),
        ("EUR:nosuchpart", "EU"),
        ("KAZ:nosuchpart", "Kazakhstan"),
        ("NGO:nosuchpart", "non-governmental organisation"),
    ],
)
def test_codes_in_words(code: str, words: str) -> None:
    assert name_of(code) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("XXXX-10-05", "5 Oct, year not given"),
        ("XXXX-10", "Oct, year not given"),
        ("XXXX-01/XXXX-03", "Jan – Mar, year not given"),
        ("XXXX-WXX-5", "date not fully given"),
        ("XXXX-13-45", "date not fully given"),
        ("", "date not fully given"),
    ],
)
def test_an_open_date_is_told_in_words(edtf: str, words: str) -> None:
    assert period_words(Period(start=None, end=None, edtf=edtf)) == words


def test_one_kind_of_minus() -> None:
    assert minus("-5.3 %") == minus("–5.3 %") == minus("−5.3 %") == "−5.3 %"
    assert minus("5-6 %") == "5-6 %"
