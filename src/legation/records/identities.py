"""The word that carries a record, and the id made from it.

An id follows the document, the kind and the anchor alone, so that a better reading of a slot (a
speaker, a date, a type) does not change it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from legation.model import Anchor, Reading, Record, Span, Statement, Token, content_id


def anchored(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """The records, each with its anchor and the id that follows from it.

    Args:
        reading: the document, for the words under the anchors.
        records: its records in the order of the text; a room that knows the carrying word (the
        trigger of an event) has set ``anchor`` already, for the others it is the first word of the
        cue or of the evidence.

    Returns:
        The same records in the same order; ``said_in`` follows the new ids of the statements.
    """
    words = _Words(reading)
    seen: Counter[tuple[str, Span]] = Counter()
    named: dict[str, str] = {}
    held: list[Record] = []
    for record in records:
        kind = type(record).__name__.lower()
        anchor = record.anchor or words.anchor(_carrier(record))
        ordinal = seen[kind, anchor.span]
        seen[kind, anchor.span] += 1
        anchor = replace(anchor, ordinal=ordinal)
        name = content_id(reading.key, kind, anchor.lemma, anchor.span, ordinal)
        if isinstance(record, Statement):
            named[record.id] = name
        held.append(replace(record, id=name, anchor=anchor))
    return [_within(record, named) for record in held]


def _within(record: Record, named: dict[str, str]) -> Record:
    if record.said_in is None:
        return record
    return replace(record, said_in=named.get(record.said_in, record.said_in))


def _carrier(record: Record) -> Span:
    """Where the carrying word stands: the cue of a statement, else the first words of it."""
    if isinstance(record, Statement):
        return record.cue[0] if record.cue else record.content[0]
    return record.evidence[0]


class _Words:
    """The tokens of a document by their place."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = [t for s in reading.sentences for t in s.tokens]
        self._starts = [t.start for t in self._tokens]

    def anchor(self, span: Span) -> Anchor:
        """The first word under a span; the span's own text where no token stands there."""
        token = self._first(span)
        if token is None:
            return Anchor(lemma=self._reading.text(span).lower(), span=span)
        return Anchor(lemma=token.lemma, span=token.span)

    def _first(self, span: Span) -> Token | None:
        at = max(0, bisect_left(self._starts, span.start) - 1)
        for token in self._tokens[at:]:
            if token.start >= span.end:
                return None
            if token.end > span.start and any(c.isalnum() for c in token.text):
                return token
        return None
