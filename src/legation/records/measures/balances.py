"""Balances that are not of trade: of payments, of a budget, of services alone. Held against trade
they would seem false.
"""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from legation.lexicon import nested, word_set
from legation.model import Sentence, Token

BALANCES = word_set("measures", "balances.balances")


class Accounts(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``accounts.toml``; what each set is for stands there."""

    other: frozenset[str]
    trade: frozenset[str]


@cache
def accounts() -> Accounts:
    """The sets, read once."""
    found: Accounts = nested("accounts", Accounts)
    return found


def is_other(sentence: Sentence, token: Token, before: Sequence[Token]) -> bool:
    """Whether a surplus or deficit is of another account than trade: its own words say so ("the
    current account deficit"), or the sentence before it does and its own words do not say trade
    ("the current account showed a surplus")."""
    if token.lemma not in BALANCES:
        return False
    own = {t.lower for t in before}
    if own & accounts().other:
        return True
    before_it = [t for t in sentence.tokens if t.i < token.i]
    leading = {t.lower for t in before_it}
    summed = any(t.lower == "balance" for t in before_it) and not leading & accounts().trade
    return not own & accounts().trade and (summed or bool(leading & accounts().other))


def is_of_trade(sentence: Sentence, before: Sequence[Token]) -> bool:
    """Whether a balance is said to be of trade, by its own words or those of its sentence."""
    own = {t.lower for t in before} | {t.lemma for t in before}
    return bool(own & accounts().trade) or any(
        t.lemma in ("trade", "export", "import", "turnover") for t in sentence.tokens
    )
