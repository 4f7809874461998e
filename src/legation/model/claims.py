"""Verdicts on claims, and the series of a user's folder that they are held against. A claim is a
short document.
"""

from msgspec import Struct

from legation.model.checks import AssertionVerdict

WORLD = "WLD"


class Heading(Struct, frozen=True, kw_only=True):
    """What a folder's catalogue says of a series; nothing of it is read to know this."""

    name: str
    title: str
    description: str = ""
    unit: str = ""


class YearlySeries(Struct, frozen=True, kw_only=True):
    """A series by entity and year: ``values["KEN"][2020]``. Codes are ISO 3166 alpha-3, ``WLD``
    the world.
    """

    heading: Heading
    values: dict[str, dict[int, float]]


class Judged(Struct, frozen=True, kw_only=True):
    """What the series say of a claim, and why; no verdict without a reason."""

    id: str
    verdict: AssertionVerdict
    because: tuple[str, ...]
