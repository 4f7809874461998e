"""A person's correction of a slot (``--is SLOT=VALUE``) and its value in words or codes."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec

from legation.model import Party, Period, Record, Value, day, months, plain, year
from legation.model.errors import Refused

CODE = re.compile(r"[A-Z]{3}(?::[a-z0-9_-]+)?")
FIXED = {
    "id", "kind", "evidence", "sentence", "said_in", "confidence", "tier", "inherited", "anchor",
    "doubtful", "uncertain", "check", "content", "cue", "mode",
}  # fmt: skip
"""What belongs to the text or to the reader, not to what is claimed."""
PERIODS = {"date", "period"}
LISTS = {"actors", "recipients", "parties", "to"}
PARTIES = {"speaker", "addressee", "by", "attributed_to"}
CODES = {"about", "contexts"}


def corrected(record: Record, slot: str, value: str) -> Record:
    """The record with a slot as a person put it; the slot is then neither inherited nor doubtful.

    Raises:
        Refused: there is no such slot, or it cannot hold that value.
    """
    if slot in FIXED or slot not in record.__struct_fields__:
        held = ", ".join(name for name in record.__struct_fields__ if name not in FIXED)
        raise Refused(f'"{slot}" cannot be corrected in this record; it has: {held}')
    changes = {
        slot: value_of(slot, value.strip()),
        "inherited": tuple(name for name in record.inherited if name != slot),
        "doubtful": {name: why for name, why in record.doubtful.items() if name != slot},
        "uncertain": {name: why for name, why in record.uncertain.items() if name != slot},
    }
    if slot in PERIODS and "date_from" in record.__struct_fields__:
        changes["date_from"] = "own"
    built = msgspec.to_builtins(record) | {
        name: msgspec.to_builtins(made) for name, made in changes.items()
    }
    try:
        return msgspec.convert(built, type(record), strict=False)
    except msgspec.ValidationError as error:
        raise Refused(f'"{slot}" cannot be "{value}": {error}') from error


def value_of(slot: str, value: str) -> object:
    """A slot's value from what a person typed.

    Raises:
        Refused: it is no date or number where one is wanted.
    """
    if not value:
        return () if slot in LISTS | CODES else None
    if slot in PERIODS:
        return period(value)
    if slot == "value":
        return amount(value)
    if slot in LISTS:
        return tuple(party(part) for part in value.split(","))
    if slot in PARTIES:
        return party(value)
    if slot in CODES:
        return tuple(part.strip() for part in value.split(","))
    return value


def party(words: str) -> Party:
    """``KAZ``, ``KAZ Kassym-Jomart Tokayev`` or a name alone."""
    head, _, rest = words.strip().partition(" ")
    if not CODE.fullmatch(head):
        return Party(mention=None, actor=None, name=words.strip())
    return Party(mention=None, actor=head, name=rest.strip() or None, person=rest.strip() or None)


def amount(words: str) -> Value:
    """A number in base units, or ``LOW..HIGH``."""
    low, _, high = words.replace("_", "").partition("..")
    try:
        return Value(low=plain(Decimal(low)), high=plain(Decimal(high or low)), written=words)
    except InvalidOperation as error:
        raise Refused(f'"{words}" is no number; write 12100000000, or LOW..HIGH') from error


def period(words: str) -> Period:
    """``2024``, ``2024-10``, ``2024-10-05``, or two of them with ``/`` between.

    Raises:
        Refused: it is none of these.
    """
    first, _, last = words.partition("/")
    try:
        start, end = _stretch(first), _stretch(last or first)
    except ValueError as error:
        raise Refused(
            f'"{words}" is no date; write 2024, 2024-10, 2024-10-05 or two of them with / between'
        ) from error
    return Period(start=start.start, end=end.end, edtf=words)


def _stretch(words: str) -> Period:
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 1:
        return year(parts[0])
    first = date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
    return day(first) if len(parts) > 2 else months(first, first)
