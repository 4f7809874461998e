"""Figures and claims that could be checked, as drafts of schema.org ClaimReview (JSON-LD).

Drafts, and unsigned: there is no ``author``, ``url`` or ``ratingValue``, for a verdict of ours is
no fact-check before a person has judged it. ``reviewRating.alternateName`` is the verdict in words,
``reviewBody`` the reasons, ``citation`` the official values it was held against. What is not
checkable, or denied by who tells it, is no claim that one could rate, and is left out.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from legation.export.told import Asked, Told, told
from legation.model import Assertion, Check, Figure, Observation
from legation.store import Reading
from legation.views.questions.entries import Source
from legation.views.verdicts import BADGES
from legation.views.wording import who

CONTEXT = "https://schema.org"
NOT_CHECKABLE = "not_checkable"


def pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """One document of JSON-LD with a graph of drafts, piece by piece."""
    yield msgspec.json.encode({"@context": CONTEXT})[:-1] + b', "@graph": ['
    first = True
    for one in told(ledger, asked, ("figure", "assertion")):
        check = _checked(one)
        if check is None:
            continue
        yield (b"\n" if first else b",\n") + msgspec.json.encode(_draft(one, check))
        first = False
    yield b"\n]}\n"


def draft(one: Told) -> dict[str, Any] | None:
    """One draft as a document of its own; none for what could not be checked or is not affirmed."""
    check = _checked(one)
    return None if check is None else {"@context": CONTEXT, **_draft(one, check)}


def _checked(one: Told) -> Check | None:
    check = one.record.check if isinstance(one.record, Figure | Assertion) else None
    rated = check is not None and check.verdict != NOT_CHECKABLE and one.stance == "affirms"
    return check if rated else None


def _draft(one: Told, check: Check) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"urn:legation:affair:{one.affair.id}",
        "creativeWorkStatus": "Draft",
        "name": one.line,
        "claimReviewed": one.entry.quote,
        "itemReviewed": _claim(one),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": BADGES[check.verdict].word,
            "ratingExplanation": "; ".join(check.because),
        },
        "reviewBody": "\n".join([*check.because, *_doubts(one)]),
        "citation": [_dataset(seen) for seen in check.observations],
    }


def _doubts(one: Told) -> Iterator[str]:
    """How sure we are of what the text says."""
    if not one.entry.certain:
        yield "It is less certain that the text says so."
    for field, because in one.entry.doubtful.items():
        yield f"Doubtful {field}: {because}"


def _claim(one: Told) -> dict[str, Any]:
    record = one.record
    by = record.attributed_to if isinstance(record, Figure | Assertion) else None
    made: dict[str, Any] = {
        "@type": "Claim",
        "text": one.entry.quote,
        "appearance": [_article(source) for source in one.entry.sources],
    }
    if by is not None:
        kind = "Person" if by.person else "Organization"
        made["author"] = {"@type": kind, "name": by.person or who(by)}
    return made


def _article(source: Source) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "NewsArticle", "identifier": source.hash}
    if source.title:
        made["headline"] = source.title
    if source.url:
        made["url"] = source.url
    if source.published:
        made["datePublished"] = source.published.isoformat()
    if source.publisher:
        made["publisher"] = {"@type": "Organization", "name": source.publisher}
    return made


def _dataset(seen: Observation) -> dict[str, Any]:
    made = {
        "@type": "Dataset",
        "name": f"{seen.dataset}: {seen.definition}",
        "identifier": seen.series,
        "description": f"{seen.value:f} {seen.unit}",
        "temporalCoverage": seen.period.edtf,
        "version": seen.vintage,
        "isBasedOn": seen.source,
        "license": seen.licence,
    }
    return {name: value for name, value in made.items() if value}
