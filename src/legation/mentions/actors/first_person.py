"""Whose "our government" is: the speaker's, where one is known; nobody's otherwise.

Inside quotation marks the speaker is the one of a speech verb outside them in the same paragraph,
in a labelled turn ("A: …") the person interviewed, or whoever the label names.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from legation.mentions.speech import verbs
from legation.model import Actor, Quotation, Sentence, Span

MARK = "ours/"
"""What the entity of an actor begins with whose owner is the speaker."""
ANSWERS = frozenset(("a", "answer"))
QUESTIONS = frozenset(("q", "question"))


def settle(
    found: Sequence[Actor], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[Actor]:
    """The same actors; those that are the speaker's own carry the speaker's code, where there is
    one.
    """
    if not any(actor.entity.startswith(MARK) for actor in found):
        yield from found
        return
    paragraphs = [list(held) for _, held in groupby(sentences, key=lambda s: s.paragraph)]
    answering = _interviewed(found, paragraphs)
    for actor in found:
        if not actor.entity.startswith(MARK):
            yield actor
            continue
        paragraph = next(
            (p for p in paragraphs if p[0].span.start <= actor.span.start < p[-1].span.end), None
        )
        code = _speaker(actor.span, paragraph, found, quotations, answering) if paragraph else None
        phrase = actor.entity.removeprefix(MARK)
        yield msgspec.structs.replace(actor, actor=code, entity=f"{code or '?'}/{phrase}")


def _speaker(
    place: Span,
    paragraph: Sequence[Sentence],
    found: Sequence[Actor],
    quotations: Sequence[Quotation],
    answering: str | None,
) -> str | None:
    label = [t for t in paragraph[0].tokens[:8] if t.text == ":"]
    if label:
        named = paragraph[0].tokens[0].lower
        if named in ANSWERS | QUESTIONS:
            return answering if named in ANSWERS else None
        codes = {
            a.actor
            for a in found
            if a.actor and paragraph[0].span.start <= a.span.start < label[0].start
        }
        return codes.pop() if len(codes) == 1 else None
    if not any(q.outer.holds(place) for q in quotations):
        return None
    saying = set(_saying(paragraph, found, quotations))
    return saying.pop() if len(saying) == 1 else None


def _saying(
    paragraph: Sequence[Sentence], found: Sequence[Actor], quotations: Sequence[Quotation]
) -> Iterator[str | None]:
    """The codes of those who speak in a paragraph, outside its quotations."""
    for sentence in paragraph:
        near = [q for q in quotations if q.outer.overlaps(sentence.span)]
        for token in sentence.tokens:
            if (
                token.lemma not in verbs()
                or not token.tag.startswith("V")
                or any(q.outer.holds(token.span) for q in near)
            ):
                continue
            subjects = sentence.children(token, "nsubj")
            held = [a for a in found for t in subjects if a.span.holds(t.span)]
            yield from {a.actor for a in held} or ({None} if subjects else set())


def _interviewed(found: Sequence[Actor], paragraphs: Sequence[Sequence[Sentence]]) -> str | None:
    """The country of the one person of a country named before the first question."""
    first = next(
        (p[0] for p in paragraphs if p[0].tokens[0].lower in QUESTIONS and _labelled(p[0])), None
    )
    if first is None:
        return None
    codes = {
        a.actor
        for a in found
        if a.person is not None and a.actor and a.span.end <= first.span.start
    }
    return codes.pop() if len(codes) == 1 else None


def _labelled(sentence: Sentence) -> bool:
    return len(sentence.tokens) > 1 and sentence.tokens[1].text == ":"
