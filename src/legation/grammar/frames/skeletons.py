"""A sentence without its names, dates and numbers: "A0 exports to A1 were N1"."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from legation.grammar.frames.words import alternatives
from legation.model import Actor, Date, Period, Reading, Sentence, Span

UNION = re.compile(r"(?:the )?(?:eu|european union|bloc|union|eu[- ]?27)(?:['’]s)?", re.IGNORECASE)
"""How the body that trades itself is named."""
CODE = re.compile(r"[A-Z]{3}")
NOBODY = frozenset({"person", "title", "pronoun", "body"})
WHITE = re.compile(r"\s+")
TIME = re.compile(
    r"(?:, )?\b(?:(?:in|during|for) )?(?:(?:the )?(?:calendar |whole |full )?year )?D\b,?"
)
ASIDE = re.compile(r", N,")
"""A number in apposition: "a fifth, or" and "a fifth, €503.7 billion,"."""


class Skeleton(Struct, frozen=True):
    """What is left of a sentence. ``actors`` are the codes of A0, A1 … in ``text``, ``period`` the
    only time that it names; ``own`` is the number that stands as ``X`` in it, others are ``N``.
    """

    text: str
    actors: tuple[str, ...]
    period: Period | None


class Mark(Struct, frozen=True):
    """A mention with the sign that stands for it."""

    span: Span
    sign: str
    code: str = ""


@cache
def _told() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Whose word it is, before and after, and the adverbs that change nothing."""
    data, show = alternatives("data"), alternatives("show")
    front = re.compile(
        r"^(?:according to (?:the )?[a-z'-]+(?: [a-z'-]+)?, |(?:[a-zA-Z\d' ]* )?"
        rf"{data}(?: from [a-zA-Z\d' ]+?)? {show} "
        r"(?:that )?)"
    )
    tail = re.compile(
        rf"(?:,? according to .*|, (?:[a-zA-Z\d' ]* )?{data}(?: from [a-zA-Z\d' ]+?)? {show}"
        rf"|, [a-zA-Z\d' ]+ {alternatives('say')})$"
    )
    return front, tail, re.compile(rf",? ?\b{alternatives('adverbs')}\b,?")


def of_sentence(reading: Reading, sentence: Sentence, own: Span | None = None) -> Skeleton | None:
    """The skeleton of a sentence.

    Args:
        reading: the document with its mentions.
        sentence: one of its sentences.
        own: the digits of the number that the frame is about, if any.

    Returns:
        None where the sentence names more than one time: which one counts is then not plain.
    """
    marks = [*_marks(reading, sentence, own)]
    periods = _periods(reading, sentence)
    if len(periods) > 1:
        return None
    text, actors = _written(reading.document.text, sentence.span, marks)
    return Skeleton(_plain(text), actors, periods[0] if periods else None)


def _periods(reading: Reading, sentence: Sentence) -> list[Period]:
    found: list[Period] = []
    for date in _dates(reading, sentence):
        if date.period is not None and not any(date.period.same(held) for held in found):
            found.append(date.period)
    return found


def _dates(reading: Reading, sentence: Sentence) -> Iterator[Date]:
    held = (d for d in reading.dates if sentence.span.holds(d.span))
    yield from (d for d in held if d.type == "DATE" and d.period is not None)


def _marks(reading: Reading, sentence: Sentence, own: Span | None) -> Iterator[Mark]:
    yield from (Mark(d.span, "D") for d in _dates(reading, sentence))
    for actor in reading.actors:
        if sentence.span.holds(actor.span) and _is_party(actor, reading.text(actor.span)):
            yield Mark(actor.span, "A", actor.actor or "")
    for quantity in reading.quantities:
        if own is not None and sentence.span.holds(quantity.span):
            yield Mark(quantity.span, "X" if quantity.digits.overlaps(own) else "N")


def _is_party(actor: Actor, words: str) -> bool:
    if actor.actor == "EUR" and UNION.fullmatch(words):
        return True
    return (
        actor.actor is not None
        and CODE.fullmatch(actor.actor) is not None
        and not actor.members
        and actor.form not in NOBODY
    )


def _written(text: str, sentence: Span, marks: list[Mark]) -> tuple[str, tuple[str, ...]]:
    codes: list[str] = []
    parts: list[str] = []
    at = sentence.start
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        if mark.span.start < at:
            continue
        parts.append(text[at : mark.span.start].lower())
        if mark.sign == "A" and mark.code not in codes:
            codes.append(mark.code)
        number = str(codes.index(mark.code)) if mark.sign == "A" else ""
        has_article = text[mark.span.start :][:4].lower() == "the "
        ends = "'s" if text[mark.span.start : mark.span.end].endswith(("'s", "’s")) else ""
        parts.append(f"{'the ' if has_article else ''}{mark.sign}{number}{ends}")
        at = mark.span.end
    parts.append(text[at : sentence.end].lower())
    return "".join(parts), tuple(codes)


def _plain(text: str) -> str:
    """In one form: no article before a name, no word of whose it is, no time, no stop."""
    front, tail, adverbs = _told()
    plain = WHITE.sub(" ", text.replace("’", "'")).strip(" .!")
    plain = re.sub(r"\bthe (?=A\d|[XN]\b)", "", plain)
    plain = front.sub("", TIME.sub(" ", tail.sub("", plain)).strip(" ,"))
    plain = ASIDE.sub("", adverbs.sub(" ", plain))
    return WHITE.sub(" ", plain).strip(" ,").replace(" ,", ",")
