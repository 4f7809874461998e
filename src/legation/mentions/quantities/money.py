"""The currencies of the lexicon."""

from functools import cache

from msgspec import Struct

from legation.lexicon import table


class CurrencyRow(Struct, frozen=True):
    """A row of ``currencies.csv``."""

    code: str
    names: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    tld: str | None = None
    word: bool = False
    letters: tuple[str, ...] = ()


@cache
def currencies() -> dict[str, CurrencyRow]:
    """The currencies by their code."""
    return {row.code: row for row in table("currencies", CurrencyRow)}
