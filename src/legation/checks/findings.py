"""What the arithmetic of a document says of one of its figures."""

from typing import Literal

from msgspec import Struct


class Finding(Struct, frozen=True):
    """``told`` is worth saying but decides nothing."""

    figure: str
    verdict: Literal["consistent", "inconsistent", "told"]
    reason: str
