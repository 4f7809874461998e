"""How long a server asks to be left alone (``Retry-After``, RFC 9110, section 10.2.3)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 24 * 3600.0
"""Seconds: who asks for more is taken at a week, and asked again then."""


def asked(written: str, now: datetime) -> float | None:
    """Seconds from ``now``; ``None`` where nothing, or nonsense, is written.

    Args:
        written: the field: seconds, or a date as HTTP writes it.
        now: with its zone.
    """
    bare = written.strip()
    if bare.isascii() and bare.isdigit():
        return min(LONGEST, float(bare[:12]))
    try:
        until = parsedate_to_datetime(bare)
    except (ValueError, TypeError, IndexError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(LONGEST, max(0.0, (until - now).total_seconds()))
