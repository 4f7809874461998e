"""ClaimReview: unsigned drafts, read by a reader of JSON-LD, with no verdict on what is denied."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from pyld import jsonld

CLAIM_REVIEW = {
    "claimReviewed", "itemReviewed", "reviewRating", "reviewBody", "creativeWorkStatus", "name",
    "citation",
}  # fmt: skip
"""Properties of schema.org's ClaimReview, Review and CreativeWork that a draft may have."""
SCHEMA = "https://schema.org/"


def loader(address: str, options: object) -> dict[str, object]:
    """Schema.org's context, as far as it is needed: every name is its own."""
    assert address == "https://schema.org"
    context = {"@vocab": SCHEMA, "url": {"@id": f"{SCHEMA}url", "@type": "@id"}}
    return {"documentUrl": address, "contextUrl": None, "document": {"@context": context}}


@pytest.fixture(scope="module")
def drafts(written: Callable[..., bytes]) -> list[dict[str, Any]]:
    made = json.loads(written("claimreview"))
    found: list[dict[str, Any]] = jsonld.expand(made, {"documentLoader": loader})
    assert len(found) == len(made["@graph"])
    return found


def value(node: dict[str, Any], name: str) -> Any:
    [held] = node[f"{SCHEMA}{name}"]
    return held.get("@value", held)


def test_what_was_checked_is_a_draft_without_a_signature(drafts: list[dict[str, Any]]) -> None:
    told = {value(one, "claimReviewed"): one for one in drafts}
    assert set(told) == {"€12.9 billion", "€12.1 billion"}
    for one in drafts:
        assert one["@type"] == [f"{SCHEMA}ClaimReview"]
        names = {name.removeprefix(SCHEMA) for name in one if not name.startswith("@")}
        assert names <= CLAIM_REVIEW
        assert value(one, "creativeWorkStatus") == "Draft"
        assert "author" not in names
        assert f"{SCHEMA}ratingValue" not in value(one, "reviewRating")
        assert value(value(one, "itemReviewed"), "text") == value(one, "claimReviewed")
    assert value(value(told["€12.9 billion"], "reviewRating"), "alternateName") == "differs"
    assert value(value(told["€12.1 billion"], "reviewRating"), "alternateName") == "matches"


def test_what_is_denied_is_no_claim(drafts: list[dict[str, Any]]) -> None:
    assert "9.4" not in json.dumps(drafts)
