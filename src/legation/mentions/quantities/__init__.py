"""Quantities in a text: money, shares, weights, volumes, energy, counts.

Every number is found once (:mod:`numerals`), looked at with what stands around it
(:mod:`candidates`), dropped if it is part of a name, time or reference (:mod:`exclusions`), and
then given what it shares with its neighbours (:mod:`neighbours`).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.language import paragraphs
from legation.language.paragraphs import Paragraph
from legation.mentions.quantities import (
    candidates,
    counts,
    currencies,
    exclusions,
    fractions,
    neighbours,
    numerals,
    publisher,
    qualifiers,
)
from legation.mentions.quantities.candidates import Candidate
from legation.model import Date, Document, Quantity, Sentence, Value
from legation.model.numbers import plain, value

__all__ = ["find"]


def find(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[Date]
) -> Iterator[Quantity]:
    """The quantities of a document in order, without overlap.

    Args:
        document: the text; the country of its publisher decides what a bare "$" is.
        sentences: its sentences.
        dates: its dates, so that the "2023" of "in 2023" is not read as a count.
    """
    taken = [False] * (len(document.text) + 1)
    for date in dates:
        taken[date.span.start : date.span.end] = [True] * (date.span.end - date.span.start)
    home = publisher.country(document)
    purse = currencies.Purse(document, home)
    for paragraph in paragraphs.of(document, sentences):
        if any(c.isnumeric() for c in paragraph.text) or numerals.worded(paragraph.low):
            yield from _in_paragraph(paragraph, taken, purse)


def _in_paragraph(
    paragraph: Paragraph, taken: list[bool], purse: currencies.Purse
) -> Iterator[Quantity]:
    found = neighbours.joined(paragraph, list(_candidates(paragraph, taken)))
    reached = 0
    for before, candidate in zip([None, *found], found, strict=False):
        if candidate.start >= reached and counts.is_quantity(paragraph, candidate):
            reached = candidate.end
            if neighbours.translates(paragraph.low, before, candidate):
                yield _quantity(paragraph, candidate, at_home=False)
            else:
                yield _quantity(paragraph, *purse.meant(paragraph, candidate))


def _candidates(paragraph: Paragraph, taken: list[bool]) -> Iterator[Candidate]:
    blanks = exclusions.blanks(paragraph.low)
    shares = list(fractions.find(paragraph.low))
    found = [*shares]
    reached = 0
    for numeral in numerals.find(paragraph.low):
        if any(s.start < numeral.end and numeral.start < s.end for s in shares):
            continue
        if any(a < numeral.end and numeral.start < b for a, b in blanks):
            continue
        candidate = candidates.around(paragraph, numeral, reached)
        if candidate:
            reached = candidate.end
            found.append(candidate)
    reached = 0
    for candidate in sorted(found, key=lambda c: c.start):
        span = paragraph.span(candidate.start, candidate.end)
        if candidate.start >= reached and not any(taken[span.start : span.end]):
            reached = candidate.end
            yield candidate


def _quantity(paragraph: Paragraph, candidate: Candidate, at_home: bool) -> Quantity:
    """``at_home``: whether its currency comes from the text around it or from the publisher."""
    unit = candidate.unit
    span = paragraph.span(candidate.start, candidate.end)
    interval = _interval(candidate, span.of(paragraph.document.text))
    amount = plain(candidate.amount)
    return Quantity(
        span=span,
        value=None if candidate.upper else amount,
        range=_rising(amount, plain(candidate.scaled(candidate.upper)))
        if candidate.upper
        else None,
        unit=unit.code if unit else "count",
        interval=interval,
        digits=paragraph.span(candidate.numeral.start, candidate.numeral.bare_end),
        qualifier=qualifiers.of(paragraph.low, candidate.start, candidate.end),
        per=candidate.per,
        noun=None if unit else counts.counted(paragraph, candidate),
        inherited=tuple(dict.fromkeys((*candidate.inherited, *(("unit",) if at_home else ())))),
        approximate_fraction=candidate.fraction,
    )


def _rising(one: Decimal, other: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of a range, the lower first: "−5–7 %" is written from the smaller loss."""
    return min(one, other), max(one, other)


def _interval(candidate: Candidate, written: str) -> Value:
    if candidate.fraction:
        spread = (
            Decimal("2.5")
            if candidate.unit and candidate.unit.code == "%"
            else candidate.numeral.digits / 20
        )
        middle = candidate.numeral.digits
        return Value(low=plain(middle - spread), high=plain(middle + spread), written=written)
    factor = candidate.unit.factor if candidate.unit else Decimal(1)
    sign = -1 if candidate.negative else 1
    ends = [
        value(sign * n.digits, n.scale * factor, written)
        for n in (candidate.numeral, candidate.upper)
        if n
    ]
    return Value(low=min(e.low for e in ends), high=max(e.high for e in ends), written=written)
