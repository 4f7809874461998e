"""What a product code stands for, in words."""

from functools import cache

from msgspec import Struct

from legation import lexicon

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
    """The official title of a code, that of its subheading for a CN code; the code itself where there is none."""
    if code == TOTAL:
        return "all goods"
    held = titles().get(code) or titles().get(code[:6]) or titles().get(code[:2])
    return held.title if held else f"{scheme} {code}"


def words(scheme: str, code: str) -> str:
    """The first words of the title and the code: ``mineral fuels (HS 27)``."""
    full = title(scheme, code)
    if full == f"{scheme} {code}":
        return full
    first = full.split(";")[0]
    short = first if len(first) <= SHORT else first.split(",")[0]
    return f"{short[0].lower()}{short[1:]} ({scheme} {code})"
