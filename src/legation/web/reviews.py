"""A checked figure or claim as an unsigned draft of a ClaimReview, from its card."""

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.export import claim_review, told
from legation.web.answers import opened
from legation.web.asked import asked

MEDIA = "application/ld+json"


def review(request: Request) -> Response:
    """The draft of an entry; 404 where it was not checked, or is not affirmed by who tells it."""
    asked((), request.query_params.multi_items())
    with opened(request) as ledger:
        numbers = [n for kind, n in ledger.found(request.path_params["id"]) if kind == "affair"]
        held = told.one(ledger, numbers[0]) if numbers else None
        made = claim_review.draft(held) if held else None
    if made is None:
        raise HTTPException(404)
    return Response(
        msgspec.json.encode(made),
        media_type=MEDIA,
        headers={"content-disposition": 'attachment; filename="claim-review-draft.json"'},
    )
