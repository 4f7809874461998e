"""Partners in a row, each with its number in brackets: "The largest suppliers were Norway (€30 bn)
and Algeria (€12 bn)".
"""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from legation.lexicon import table
from legation.model import Measure, Quantity, Token
from legation.records.measures import Anchor, MeasureWord, Passage, after, before

REPORTER = ("own", "of", "for")


class RoleWord(Struct, frozen=True):
    """A row of ``partner_roles.csv``: what a number beside a partner measures, by what the partner
    is called.

    One of the words of ``beside``, if there are any, must stand before it ("export partner").
    """

    lemma: str
    measure: Measure
    beside: tuple[str, ...] = ()


@cache
def roles() -> tuple[RoleWord, ...]:
    """The roles in file order; the first that fits wins."""
    return table("partner_roles", RoleWord)


def role(passage: Passage, quantity: Quantity) -> Anchor | None:
    """The word for the partners of which the one before the bracket is one, as a measure word;
    null where there is none.
    """
    if bracketed(passage, quantity) is None:
        return None
    leading = [t for t in passage.sentence.tokens if t.end <= quantity.span.start]
    return next(
        (
            made
            for t in reversed(leading)
            if t.tag.startswith("NN") and (made := _made(passage, t)) is not None
        ),
        None,
    )


def bracketed(passage: Passage, quantity: Quantity) -> str | None:
    """The party right before a number in brackets."""
    leading = [t for t in passage.sentence.tokens if t.end <= quantity.span.start][-2:]
    return (
        passage.party(leading[0]) if len(leading) == 2 and leading[1].text in ("(", "[") else None
    )


def _made(passage: Passage, token: Token) -> Anchor | None:
    owners = before(passage.sentence, token)
    row = next((r for r in roles() if r.lemma == token.lemma and _fits(r, owners)), None)
    if row is None:
        return None
    word = MeasureWord(
        lemma=row.lemma, pos="noun", measure=row.measure, reporter=REPORTER, partner=()
    )
    return Anchor(word, token, tuple(owners), tuple(after(passage.sentence, token)))


def _fits(row: RoleWord, owners: Sequence[Token]) -> bool:
    return not row.beside or bool({t.lower for t in owners} & set(row.beside))


def is_role(anchor: Anchor | None) -> bool:
    """Whether a measure word is one of these."""
    return anchor is not None and any(row.lemma == anchor.word.lemma for row in roles())
