"""Whole records without control characters: what any view shows of them is safe to send."""

from typing import TypeVar

import msgspec

from legation.model.signs import ANY, visible

T = TypeVar("T", bound=msgspec.Struct)


def shown(value: T) -> T:
    """The same struct with every text in it made visible; the struct itself where nothing is to be
    done, which is nearly always.
    """
    written = msgspec.json.encode(value)
    escaped = any(mark in written for mark in (b"\\u00", b"\\r", b"\\b", b"\\f"))
    if not escaped and not ANY.search(written.decode("utf-8")):
        return value
    bare = msgspec.json.decode(written)
    return msgspec.convert(_mapped(bare), type(value), strict=False)


def _mapped(value: object) -> object:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [_mapped(each) for each in value]
    if isinstance(value, dict):
        return {key: _mapped(each) for key, each in value.items()}
    return value
