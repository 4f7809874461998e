"""The public feeds of the field that come with the package (``lexicon/data/sources.csv``)."""

from msgspec import Struct

from legation.lexicon import table


class Public(Struct, frozen=True, kw_only=True):
    """A row: who publishes, where, for which country or body (code), in which language."""

    name: str
    address: str
    country: str
    language: str
    kind: str


def starter(country: str | None = None, language: str | None = "en") -> list[Public]:
    """The public feeds, of one country or body if it is named.

    Args:
        country: a code as the contract writes actors (``KAZ``, ``EUR``).
        language: of what they publish; ``None`` for all.
    """
    return [
        row
        for row in table("sources", Public)
        if (country is None or row.country == country)
        and (language is None or row.language == language)
    ]
