"""A series as providers write it: ``A.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS``, the codes in the
order of the dimensions.
"""

from legation.model.errors import BadQuery
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import dataset, provider


def query(name: str, about: str, key: str, start: str, end: str) -> Query:
    """The query for a dotted key; an empty code means all.

    Raises:
        BadQuery: no such provider or dataset, or another number of codes than it has dimensions.
    """
    dimensions, codes = dataset(provider(name), about).dimensions, _codes(key, name)
    if len(codes) != len(dimensions):
        raise BadQuery(
            f"a key of {about} has {len(dimensions)} codes, {'.'.join(dimensions)}; {key!r} "
            f"has {len(codes)}"
        )
    return Query(
        provider=name,
        dataset=about,
        key=dict(zip(dimensions, codes, strict=True)),
        start=start,
        end=end,
    )


def _codes(key: str, name: str) -> list[str]:
    """The World Bank's indicators have dots of their own: only the first one divides."""
    return key.split(".", 1) if name == "worldbank" else key.split(".")
