"""Whom "the country" and "this nation" mean: the one talked about, never who acts on it."""

from collections.abc import Iterator, Sequence

from legation.background.sides import Sides, side
from legation.lexicon import word_set
from legation.model import Actor, Background, Sentence, Span, Token

NOUNS = frozenset({"country", "republic", "nation", "kingdom"})
BEFORE = frozenset({"the", "this", "that"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 3
"""Sentences back that a country may have been named in."""
FLOWS = word_set("background", "pronouns.flows")


def the_country(sentences: Sequence[Sentence], sides: Sides, known: Background) -> Iterator[Actor]:
    """Mentions of "the country", each led to the one meant; none where two are left."""
    for place, sentence in enumerate(sentences):
        for token in sentence.tokens:
            if not _stands_for_one(sentence, token):
                continue
            code = _meant(sentences, place, token, sides, known)
            if code is not None:
                span = Span(sentence.token(token.i - 1).start, token.end)
                yield Actor(
                    span=span, actor=code, form="pronoun", entity=code, name=_name(sides, code)
                )


def _name(sides: Sides, code: str) -> str | None:
    """What the text's register calls a country."""
    plain = ("name", "demonym", "metonym")
    return next((a.name for a in sides.actors if a.actor == code and a.form in plain), None)


def _stands_for_one(sentence: Sentence, token: Token) -> bool:
    if token.lower not in NOUNS or token.i == sentence.first:
        return False
    alone = not sentence.children(token, "prep", "relcl", "compound", "amod", "appos")
    return sentence.token(token.i - 1).lower in BEFORE and alone


def _meant(
    sentences: Sequence[Sentence], place: int, token: Token, sides: Sides, known: Background
) -> str | None:
    """The country meant: what leads the sentence, or was named in it before, else the topic, else
    the last one named; less whoever is the subject of the clause that acts on it."""
    sentence = sentences[place]
    acting = _acting(sentence, token, sides) | _trading(sentence, token, sides)
    here = _before(sentence, token, sides)
    for named in (sides.leads(sentence), here):
        left = set(named) - acting
        if len(left) == 1:
            return left.pop()
    after = [c for c in sides.named(sentence) if c not in acting]
    if set(here) - acting:
        return None
    if len(after) == 1 and acting:
        return after[0]
    return _from_before(sentences, place, acting, sides, known)


def _from_before(
    sentences: Sequence[Sentence], place: int, acting: set[str], sides: Sides, known: Background
) -> str | None:
    """The country whose affairs the sentences before told, or the one that was named last."""
    topic = known.topic_at(sentences[place - 1].index) if place else None
    if topic is not None and topic not in acting:
        return topic
    for sentence in reversed(sentences[max(0, place - REACH) : place]):
        named = [c for c in sides.named(sentence) if c not in acting]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _before(sentence: Sentence, token: Token, sides: Sides) -> list[str]:
    found = [
        code
        for a in sides.within(sentence)
        if a.span.end <= token.start and a.form not in ("pronoun", "group") and (code := side(a))
    ]
    return list(dict.fromkeys(found))


def _trading(sentence: Sentence, token: Token, sides: Sides) -> set[str]:
    """Whose trade "exports to the country" are told of: nobody trades with itself."""
    preposition = sentence.head(token)
    flow = sentence.head(preposition).lemma if token.dep == "pobj" else ""
    return set(sides.leads(sentence)) if flow in FLOWS else set()


def _acting(sentence: Sentence, token: Token, sides: Sides) -> set[str]:
    """Who is the subject of the clause in which "the country" is no subject itself."""
    if token.dep in SUBJECTS:
        return set()
    clause = next((t for t in sentence.ancestors(token) if t.tag[:1] in "VM"), None)
    subjects = sentence.children(clause, *SUBJECTS) if clause is not None else []
    return {
        code
        for a in sides.within(sentence)
        for t in subjects
        if a.span.holds(t.span) and (code := side(a))
    }
