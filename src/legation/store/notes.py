"""What a person added to a document that the reader missed: records, marked as a person's."""

import sqlite3

import msgspec

from legation.model import Anchor, Record, Span, content_id
from legation.model.errors import NotFound, Refused
from legation.store import corrections, hashes
from legation.store.entries import KINDS

_decoder = msgspec.json.Decoder(Record)
_TYPES = {word: kind for kind, word in KINDS.items()}


def records(connection: sqlite3.Connection, hash: bytes) -> list[Record]:
    """The records that people added to a document and did not take back, in the order of adding."""
    rows = connection.execute(
        "SELECT record FROM note WHERE hash = ? AND undone IS NULL ORDER BY at, uid", (hash,)
    )
    return [_decoder.decode(row[0]) for row in rows]


def made(text: str, hash: bytes, kind: str, words: str, slots: dict[str, str]) -> Record:
    """A record of a person, resting on words of the text.

    Args:
        kind: the contract's word.
        words: as they stand in the text, once.
        slots: names and values, as corrections take them.

    Raises:
        NotFound: the words do not stand in the text. Refused: a slot is missing or cannot be so.
    """
    start = text.find(words) if words else -1
    if start < 0:
        raise NotFound(f'"{words}" does not stand in that text; copy the words as they are')
    if kind not in _TYPES:
        raise Refused(f'"{kind}" is no kind of record; say one of {", ".join(_TYPES)}')
    span = Span(start, start + len(words))
    anchor = Anchor(lemma=words.split()[0].casefold(), span=span, ordinal=0)
    built: dict[str, object] = {
        "kind": kind,
        "id": content_id("note", hashes.name(hash), kind, start, sorted(slots.items())),
        "evidence": [span],
        "sentence": span,
        "confidence": 1.0,
        "tier": "sure",
        "anchor": msgspec.to_builtins(anchor),
        **_wanted(kind, span, words),
    }
    for slot, value in slots.items():
        built[slot] = msgspec.to_builtins(corrections.value_of(slot, value))
    try:
        return msgspec.convert(built, _TYPES[kind], strict=False)
    except msgspec.ValidationError as error:
        raise Refused(f"that is no whole {kind}: {error}; give it with --is SLOT=VALUE") from error


def _wanted(kind: str, span: Span, words: str) -> dict[str, object]:
    """Slots that follow from the words themselves."""
    if kind in {"statement", "proposal"}:
        rest = {"speaker": None, "mode": "indirect"} if kind == "statement" else {}
        return {"content": [span], **rest}
    if kind == "event":
        return {"actors": []}
    if kind == "instrument":
        return {"name": words}
    return {}
