"""On whose word a piece of text stands: the statement that holds it, the authority it names, and
the voice.
"""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from legation.lexicon import word_set
from legation.model import Party, Reading, Sentence, Span, Statement, Token, Voice
from legation.records import speakers
from legation.records.agency import sayers
from legation.records.phrases import phrase

LOOK_BACK = 64
"""So many statements may begin between a statement and the last piece of text that it holds."""

OFFICIAL_SECTORS = frozenset(
    {"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "OPP", "IGO", "PTY", "BUS", "NGO"}
)
RECORDED = frozenset({"speech", "thought"})
PRONOUNS = word_set("records", "attribution.pronouns")


class Attribution(Struct, frozen=True):
    """``said_in`` is the id of the innermost statement that holds the span, ``attributed_to`` the
    authority the text names.
    """

    said_in: str | None
    attributed_to: Party | None
    voice: Voice


def attribute(reading: Reading, span: Span, said: Sequence[Statement]) -> Attribution:
    """Whose word a span is.

    Args:
        reading: the document.
        span: where the record stands.
        said: the document's statements in the order of the text, as
        :func:`legation.records.statements.extract` gives them.

    Returns:
        The innermost statement of speech or thought that holds the span, and its speaker; without
        one, the authority whose data the sentence names ("based on Eurostat figures"); else the
        outlet's own voice.
    """
    innermost = holding(span, said)
    if innermost is not None:
        return Attribution(innermost.id, innermost.speaker, voice_of(reading, innermost.speaker))
    authority = _authority(reading, span)
    if authority is not None:
        return Attribution(None, authority, voice_of(reading, authority))
    return Attribution(None, None, "outlet")


def holding(span: Span, said: Sequence[Statement]) -> Statement | None:
    """The smallest statement of speech or thought whose content shares a character with a span."""
    last = bisect_right(said, span.end, key=lambda s: s.content[0].start)
    near = said[max(0, last - LOOK_BACK) : last]
    held = [s for s in near if s.act in RECORDED and any(c.overlaps(span) for c in s.content)]
    return min(held, key=lambda s: sum(c.end - c.start for c in s.content)) if held else None


def voice_of(reading: Reading, speaker: Party | None) -> Voice:
    """What kind of voice a speaker is: offices and bodies are official, analysts and studies
    expert, unnamed sources nobody's.
    """
    if speaker is None:
        return "unattributed"
    words = _words(reading, speaker)
    known = sayers()
    if words & known.experts or speaker.sector in {"EDU", "ACA"}:
        return "expert"
    if words & known.press or speaker.sector == "JRN":
        return "outlet"
    if speaker.actor is not None or speaker.role is not None or speaker.sector in OFFICIAL_SECTORS:
        return "official"
    if words & known.anonymous or words <= PRONOUNS:
        return "unattributed"
    return "official" if words & (known.people | known.bodies | known.documents) else "unattributed"


def _words(reading: Reading, speaker: Party) -> frozenset[str]:
    """The words of a speaker's name, role and mention, in their singular too."""
    parts = [
        speaker.name or "",
        speaker.role or "",
        reading.text(speaker.mention) if speaker.mention else "",
    ]
    words = {w.strip(".,'’\"“”()").lower() for part in parts for w in part.split()}
    return frozenset(words | {w[:-1] for w in words if w.endswith("s")})


def _authority(reading: Reading, span: Span) -> Party | None:
    """ "on Eurostat data", "by the bank's estimate": the authority whose data the sentence rests
    on.
    """
    at = bisect_right(reading.sentences, span.start, key=lambda s: s.span.start) - 1
    if at < 0:
        return None
    sentence = reading.sentences[at]
    for token in sentence.tokens:
        if token.lemma in sayers().measures and token.dep == "pobj" and _rests(sentence, token):
            owner = _owner(sentence, token)
            if owner is not None:
                return speakers.resolve(reading, phrase(sentence, owner), owner.span)
    return None


def _rests(sentence: Sentence, token: Token) -> bool:
    """Whether the clause rests on the noun: "based on", "per", "by … estimates", "citing"."""
    preposition = sentence.head(token)
    above = sentence.head(preposition)
    if preposition.lower in {"per", "by"}:
        return True
    return preposition.lower == "on" and above.lemma in {"base", "judge"}


def _owner(sentence: Sentence, noun: Token) -> Token | None:
    """Whose data: a name before the noun, its possessor, or "from X", "by X"."""
    for child in sentence.children(noun, "poss", "compound", "nmod"):
        if child.tag.startswith("NNP"):
            return child
    for preposition in sentence.children(noun, "prep"):
        if preposition.lower in {"from", "by", "of"}:
            held = sentence.children(preposition, "pobj")
            if held and held[0].tag.startswith("NN"):
                return held[0]
    return next((c for c in sentence.children(noun, "poss") if c.tag.startswith("NN")), None)
