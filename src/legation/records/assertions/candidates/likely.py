"""Claims in words that no list of goods or series knows: "weaker than Peru's", "depends wholly on
oil", "the busiest port".
"""

from collections.abc import Iterator

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.lexicon import word_set
from legation.model import Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, Direction, Kind, cues
from legation.records.assertions.candidates.topics import described
from legation.records.measures import Passage, direction

DEPENDING = word_set("assertions", "likely.depending")
WHOLLY = word_set("assertions", "likely.wholly")
TAKING = word_set("assertions", "likely.taking")
ALMOST_ALL = word_set("assertions", "likely.almost_all")
VARIOUS = word_set("assertions", "likely.various")
GOING_ON = word_set("assertions", "likely.going_on")


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims that the stricter rules leave out; each names a country, body or people, and none has
    a number.
    """
    for token in passage.sentence.tokens:
        if token.tag in ("JJR", "RBR"):
            beside = {t.lower for t in passage.sentence.subtree(passage.sentence.head(token))}
            spread = any(word in cues("diverse") or word in VARIOUS for word in beside)
            kind: Kind = "diversity" if spread else "comparison"
            yield from _claim(passage, text, _verb(passage, token), kind, than=token)
        elif token.tag in ("JJS", "RBS") and token.lower not in (
            "most",
            "least",
            "best",
            "last",
            "first",
        ):
            yield from _superlative(passage, text, token)
        elif token.tag.startswith("VB"):
            yield from _told(passage, text, token)


def _told(passage: Passage, text: str, verb: Token) -> Iterator[Claim]:
    below = passage.sentence.subtree(verb)
    lowered = {t.lower for t in below if abs(t.i - verb.i) <= 6}
    leans = any(c.lower in ("on", "upon", "from") for c in passage.sentence.children(verb, "prep"))
    takes = verb.lemma in TAKING and any(
        t.lower in ALMOST_ALL and any(c.lower == "of" for c in passage.sentence.children(t, "prep"))
        for t in below
    )
    if takes or (verb.lemma in DEPENDING and leans and lowered & WHOLLY):
        yield from _claim(passage, text, verb, "dominance")
    moved = direction(verb)
    if moved in ("up", "down") and not passage.sentence.children(
        verb, "dobj", "auxpass", "xcomp", "acomp", "prt", "advcl"
    ):
        above = passage.sentence.head(verb)
        carried = verb.dep == "xcomp" and above.lemma in GOING_ON
        yield from _claim(
            passage,
            text,
            above if carried else verb,
            "trend",
            points="up" if moved == "up" else "down",
        )


def _superlative(passage: Passage, text: str, word: Token) -> Iterator[Claim]:
    """ "Malta is the busiest port": only where a copula says it."""
    noun = passage.sentence.head(word)
    verb = passage.sentence.head(noun)
    if noun.dep == "attr" and verb.lemma in ("be", "become", "remain"):
        yield from _claim(passage, text, verb, "rank")


def _verb(passage: Passage, word: Token) -> Token | None:
    """The verb over a comparative that has its "than"."""
    than = any(t.lower == "than" and 0 < t.i - word.i <= 6 for t in passage.sentence.tokens)
    above = [word, *passage.sentence.ancestors(word)]
    return next((t for t in above if t.tag.startswith("VB")), None) if than else None


def _claim(
    passage: Passage,
    text: str,
    verb: Token | None,
    kind: Kind,
    than: Token | None = None,
    points: Direction | None = None,
) -> Iterator[Claim]:
    head = surface_subject(passage.sentence, verb) if verb is not None else None
    if (
        verb is None
        or head is None
        or head.tag.startswith(("PRP", "W", "DT"))
        or is_open(passage.sentence, verb)
    ):
        return
    evidence = extents.span(passage.sentence, verb, head)
    held = extents.phrase(passage.sentence, head)
    if not passage.parties(held) and kind == "trend":
        return
    counted = any(evidence.overlaps(q.digits) for q in passage.quantities)
    if counted or not passage.parties(passage.sentence.within(evidence)):
        return
    if than is not None and not evidence.overlaps(than.span):
        return
    yield Claim(
        kind=kind,
        pattern="likely",
        evidence=evidence,
        subject=described(text, held),
        object=None,
        direction=points,
    )
