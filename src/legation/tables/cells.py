"""One cell: what a spreadsheet would take for a formula, guarded."""

import re
from decimal import Decimal

Cell = str | int | float | Decimal | bool | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
NUMBERLIKE = re.compile(r"[\d.,]+(?:[eE]\d+)?")
"""What a spreadsheet takes for a number; an id that looks so (``7310e12``) would be lost."""
GUARD = "'"


def cell(value: Cell, is_id: bool = False) -> str:
    """A cell as it is written.

    Args:
        value: numbers are written as they are, a truth as yes or no, nothing as nothing.
        is_id: whether it names something, and is never a number, whatever it looks like.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    return GUARD + text if _wants_guard(text, is_id) else text


def plain(written: str) -> str:
    """A cell as it was before it was guarded."""
    bare = written[1:]
    return bare if written.startswith(GUARD) and _wants_guard(bare, is_id=True) else written


def _wants_guard(text: str, is_id: bool) -> bool:
    """A formula, an id like a number; and what begins with an apostrophe that :func:`plain` would
    take for ours.
    """
    while text.startswith(GUARD):
        text, is_id = text[1:], True
    if NUMBER.fullmatch(text):
        return is_id
    apart = text.lstrip()  # a spreadsheet skips blanks before a formula
    formula = text.startswith(FORMULA) or apart.startswith(FORMULA)
    return formula or (is_id and NUMBERLIKE.fullmatch(text) is not None)
