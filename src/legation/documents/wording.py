"""The words of ``lexicon/en/writing.toml`` as sets, read once."""

from functools import cache

from msgspec import Struct

from legation.lexicon import nested


class Writing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it stands: words one space apart, agencies apart by semicolons."""

    abbreviations: str
    starters: str
    endings: str
    months: str
    compounds: str
    english: str
    unfinished: str
    not_towns: str
    media: str
    agencies: str


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, e.g. ``words("starters")``; any kind of :class:`Writing` but
    ``agencies``.
    """
    held: str = getattr(nested("writing", Writing), kind)
    return frozenset(held.split())


@cache
def agencies() -> frozenset[str]:
    """News agencies that sign their copy."""
    return frozenset(
        " ".join(name.split()) for name in nested("writing", Writing).agencies.split(";")
    )
