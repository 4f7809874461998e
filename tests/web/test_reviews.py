"""The draft of a ClaimReview from a card: unsigned, of what was checked alone."""

import json
from typing import Any

import pytest
from asking import ask
from lxml import html

from legation.web.guard import Application


def figures(asked: Application) -> list[dict[str, Any]]:
    held = json.loads(ask(asked, "/dyad/EUR/KAZ.json").text)
    found: list[dict[str, Any]] = held["dyad"]["figures"]
    return found


def test_a_checked_figure_gives_an_unsigned_draft(asked: Application) -> None:
    one = next(f for f in figures(asked) if f["number"]["check"]["verdict"] == "matches")
    page = html.fromstring(ask(asked, f"/entry/{one['id']}").text)
    [address] = page.xpath("//a[contains(@href, '.review.json')]/@href")
    answer = ask(asked, address)
    made = json.loads(answer.text)
    assert (answer.status, answer.header("content-type")) == (200, "application/ld+json")
    assert (made["@type"], made["creativeWorkStatus"]) == ("ClaimReview", "Draft")
    assert made["reviewRating"]["alternateName"] == "matches"
    assert made["claimReviewed"] == one["quote"]
    assert not {"author", "url", "datePublished"} & set(made)
    assert "ratingValue" not in made["reviewRating"]


def test_what_was_not_checked_gives_none(asked: Application) -> None:
    one = next(f for f in figures(asked) if f["number"]["check"]["verdict"] == "not_checkable")
    page = html.fromstring(ask(asked, f"/entry/{one['id']}").text)
    assert not page.xpath("//a[contains(@href, '.review.json')]")
    assert ask(asked, f"/entry/{one['id']}.review.json").status == 404


@pytest.mark.parametrize("name", ["none", "0" * 16])
def test_what_is_not_here_gives_none(asked: Application, name: str) -> None:
    assert ask(asked, f"/entry/{name}.review.json").status == 404


def test_a_parameter_that_is_unknown_is_refused(asked: Application) -> None:
    assert ask(asked, "/entry/none.review.json?signed=yes").status == 400
