"""What a judgement hangs on: the word that carries a record, whatever a better reading fills in;
and the core that it was given on.
"""

import msgspec

from legation.model import Record, Span
from legation.store import entries

FIELDS = {
    "statement": ("speaker", "content", "stance"),
    "event": ("type", "actors", "recipients", "status"),
    "figure": (
        "value", "unit", "measure", "reporter", "partner", "period", "product", "of",
        "in_favour_of", "nature",
    ),
    "instrument": ("name", "parties"),
    "proposal": ("by", "content"),
    "assertion": ("subject", "object", "measure"),
}  # fmt: skip
"""The core of each kind, as the contract lists it."""


def place(record: Record) -> tuple[int, int, str, str]:
    """Where a record stands in its text, for sorting: unlike its number the same for every reader
    that finds it.
    """
    at = _span(record)
    return (at.start, at.end, entries.kind(record), record.id)


def key(record: Record) -> str:
    """The anchor in one line: ``met:120:0`` (lemma, first sign, ordinal); where the reader gave
    none, the first evidence.
    """
    anchor = record.anchor
    if anchor is not None:
        return f"{anchor.lemma}:{anchor.span.start}:{anchor.ordinal}"
    at = _span(record)
    return f":{at.start}:{at.end}"


def _span(record: Record) -> Span:
    if record.anchor is not None:
        return record.anchor.span
    return record.evidence[0] if record.evidence else record.sentence or Span(0, 0)


def core(record: Record) -> str:
    """The core as canonical JSON: codes and values, never the words that stand for them (a pronoun
    resolved to the same minister is the same core).
    """
    held = {name: _plain(name, getattr(record, name)) for name in FIELDS[entries.kind(record)]}
    return msgspec.json.encode(held, order="sorted").decode("utf-8")


def _plain(name: str, value: object) -> object:
    if name in {"actors", "recipients", "parties"}:
        return sorted(_who(party) for party in value)  # type: ignore[attr-defined]
    if name in {"speaker", "by"}:
        return _who(value)
    if name == "value":
        return [str(value.low), str(value.high)]  # type: ignore[attr-defined]
    if name == "period":
        return value and [str(value.start), str(value.end)]  # type: ignore[attr-defined]
    if name == "product":
        return value and [value.scheme, value.code or value.name]  # type: ignore[attr-defined]
    return msgspec.to_builtins(value)


def _who(party: object) -> str:
    if party is None:
        return ""
    person = getattr(party, "person", None)
    actor = getattr(party, "actor", None)
    return f"{actor or ''}|{person or ''}" if person or actor else str(getattr(party, "name", ""))
