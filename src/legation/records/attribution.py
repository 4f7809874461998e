"""On whose word a piece of text stands: the statement that holds it, the authority it names, and the voice."""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import Party, Reading, Span, Statement, Voice


class Attribution(Struct, frozen=True):
    """``said_in`` is the id of the innermost statement that holds the span, ``attributed_to`` the authority the text names."""

    said_in: str | None
    attributed_to: Party | None
    voice: Voice


def attribute(reading: Reading, span: Span, said: Sequence[Statement]) -> Attribution:
    """Whose word a span is. To be written in full: "according to Eurostat", expert voices."""
    holding = [s for s in said if any(c.overlaps(span) for c in s.content)]
    if not holding:
        return Attribution(None, None, "outlet")
    innermost = min(holding, key=lambda s: sum(c.end - c.start for c in s.content))
    return Attribution(innermost.id, innermost.speaker, "official" if innermost.speaker else "unattributed")
