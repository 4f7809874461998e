"""What a product code stands for, in words."""

from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.statistics import classifications

TOTAL = "TOTAL"
SHORT = 60


class Title(Struct, frozen=True, kw_only=True):
    """A section, chapter or subheading of the Harmonised System."""

    code: str
    title: str
    section: str = ""


@cache
def titles() -> dict[str, Title]:
    """Titles by code: Roman numerals are sections, two digits chapters, six digits subheadings."""
    return {row.code: row for row in lexicon.table("hs_titles", Title)}


def title(scheme: str, code: str) -> str:
    """The official title of a code, that of its subheading for a CN code; the code itself where
    there is none.

    Headings and subheadings that the lexicon does not have come from the snapshot.
    """
    if code == TOTAL:
        return "all goods"
    held = titles().get(code) or titles().get(code[:6])
    if held is not None:
        return held.title
    product = classifications.product(code) if scheme in {"HS", "CN"} and code.isdigit() else None
    return product.title if product else f"{scheme} {code}"


def words(scheme: str, code: str) -> str:
    """The first words of the title and the code: ``mineral fuels (HS 27)``."""
    full = title(scheme, code)
    if full == f"{scheme} {code}":
        return full
    first = full.split(";")[0]
    short = (first if len(first) <= SHORT else first.split(",")[0]).split(":")[0]
    return f"{short[0].lower()}{short[1:]} ({scheme} {code})"
