"""Claims without a number that a number could settle: dominance, rank, trend, diversity,
comparison.
"""

from collections.abc import Sequence

from legation.grammar.outcomes import overall
from legation.grammar.settings import told_of
from legation.model import Assertion, Period, Reading, Statement, content_id
from legation.records.assertions.candidates import (
    comparisons,
    diversity,
    dominance,
    framed,
    likely,
    ranks,
    trends,
)
from legation.records.assertions.candidates.claims import Claim
from legation.records.attribution import attribute
from legation.records.confidence import tier
from legation.records.measures import Passage, passages

__all__ = ["extract"]

CONFIDENCE = {
    "dominance passive": 0.9,
    "dominance active": 0.82,
    "dominance consists": 0.85,
    "dominance most": 0.82,
    "rank copula": 0.88,
    "rank apposition": 0.82,
    "trend predicate": 0.85,
    "trend bare": 0.6,
    "trend attribute": 0.7,
    "trend than": 0.8,
    "diversity predicate": 0.88,
    "comparison frame": 0.95,
    "rank frame": 0.95,
    "comparison verb": 0.82,
    "comparison than": 0.8,
    "dominance likely": 0.6,
    "rank likely": 0.6,
    "diversity likely": 0.6,
    "trend likely": 0.55,
    "comparison likely": 0.6,
}
"""By kind and rule; to be held to the measurements in ``docs/quality.md``."""


def extract(reading: Reading, said: Sequence[Statement]) -> list[Assertion]:
    """The assertions of a reading.

    Args:
        reading: sentences and mentions of one document.
        said: its statements, for whose word a claim is.

    Returns:
        Claims about trade, stakes and influence between countries, each once, in the order of the
        text. What may be, what is denied, and what has a number (a figure) is none.
    """
    found: dict[str, Assertion] = {}
    for passage in passages(reading):
        for claim in _claims(reading, passage):
            if overall(told_of(passage.sentence, claim.evidence)) != "affirms":
                continue  # what is denied or doubted claims nothing
            entry = _assertion(reading, said, passage, claim)
            found.setdefault(entry.id, entry)
    return sorted(found.values(), key=lambda a: a.evidence)


def _claims(reading: Reading, passage: Passage) -> list[Claim]:
    whole = list(framed.find(reading, passage))
    if whole:
        return whole
    text = reading.document.text
    rules = (dominance, ranks, trends, diversity, comparisons)
    found = [claim for rule in rules for claim in rule.find(passage, text)]
    for claim in likely.find(passage, text):
        if not any(claim.evidence.overlaps(held.evidence) for held in found):
            found.append(claim)
    return found


def _assertion(
    reading: Reading, said: Sequence[Statement], passage: Passage, claim: Claim
) -> Assertion:
    word = attribute(reading, claim.evidence, said)
    sure = CONFIDENCE[f"{claim.kind} {claim.pattern}"]
    return Assertion(
        id=content_id(reading.key, "assertion", claim.kind, claim.evidence),
        evidence=(claim.evidence,),
        sentence=passage.sentence.span,
        said_in=word.said_in,
        confidence=sure,
        tier=tier("assertion", sure),
        assertion=claim.kind,
        subject=claim.subject,
        object=claim.object,
        measure=claim.measure,
        reporter=claim.sides.reporter,
        partner=claim.sides.partner,
        product=claim.product,
        period=_period(passage, claim),
        direction=claim.direction,
        attributed_to=word.attributed_to,
        voice=word.voice,
    )


def _period(passage: Passage, claim: Claim) -> Period | None:
    """The date within the claim's words, or the only one before them in the sentence."""
    dated = [d for d in passage.dates if d.period is not None and d.type == "DATE"]
    within = [d for d in dated if claim.evidence.overlaps(d.span)]
    leading = [d for d in dated if d.span.end <= claim.evidence.start]
    chosen = within or (leading if len(dated) == 1 else [])
    found = chosen[0].period if chosen else None
    one_day = found is not None and found.start is not None and found.start == found.end
    return None if one_day else found
