"""Entries of views, made by hand."""

from datetime import date
from typing import Any

from legation.views.questions.entries import Entry, When


def entry(name: str, start: date | None, end: date | None = None, **slots: Any) -> Entry:
    lent = slots.pop("lent", False)
    given = {
        "kind": "event",
        "type": "CONSULT",
        "word": "meeting",
        "status": "actual",
        "head": "EU, Kazakhstan",
        "line": f"line of {name}",
        "quote": "",
        "certain": True,
        "confidence": 1.0,
        "stories": 1,
        "documents": 1,
        "sources": (),
        "side": "EUR",
        **slots,
    }
    when = When(start=start, end=end or start, words=str(start), lent=lent)
    return Entry(id=name, when=when, **given)
