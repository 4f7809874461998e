"""Products under other classifications: titles of HS codes, and the SITC and BEC codes that hold
them.
"""

from functools import cache
from typing import NamedTuple

from legation.statistics.reading import rows

TITLES, WAYS = "hs_titles", "correspondences"
SITC, BEC = "SITC4", "BEC4"


class Product(NamedTuple):
    """A chapter, heading or subheading of the Harmonised System (2022)."""

    code: str
    section: str
    parent: str
    title: str


class Other(NamedTuple):
    """A code of another classification; ``relation`` is ``n:1`` where it holds the whole
    subheading, ``n:n`` where a part.
    """

    scheme: str
    code: str
    relation: str
    title: str


@cache
def products() -> dict[str, Product]:
    """All of the Harmonised System, by code."""
    return {
        row[0]: Product(*row)
        for row in rows(TITLES, "SELECT code, section, parent, title FROM {table}")
    }


def product(code: str) -> Product | None:
    """A code's title, that of its subheading for a CN8 code; ``None`` for what is no code."""
    return next(
        (products()[part] for part in (code, code[:6], code[:4], code[:2]) if part in products()),
        None,
    )


def find(words: str, limit: int = 20) -> tuple[Product, ...]:
    """The products whose title has all the words, chapters first."""
    wanted = words.lower().split()
    found = [
        p for p in products().values() if wanted and all(word in p.title.lower() for word in wanted)
    ]
    return tuple(sorted(found, key=lambda p: (len(p.code), p.code))[:limit])


@cache
def _ways() -> dict[tuple[str, str], tuple[Other, ...]]:
    held: dict[tuple[str, str], list[Other]] = {}
    query = "SELECT code, period, scheme, other, relation, title FROM {table} ORDER BY code, other"
    for code, edition, scheme, other, relation, title in rows(WAYS, query):
        held.setdefault((code, edition if scheme == BEC else ""), []).append(
            Other(scheme, other, relation, title)
        )
    return {key: tuple(others) for key, others in held.items()}


def others(code: str, edition: str = "2022") -> tuple[Other, ...]:
    """The SITC and BEC codes of a subheading of HS (six digits, or the first six of a CN8 code)."""
    return (*_ways().get((code[:6], ""), ()), *_ways().get((code[:6], edition), ()))
