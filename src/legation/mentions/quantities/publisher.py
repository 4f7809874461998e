"""What "$", "dollars" or "pounds" mean at the publisher's home."""

from functools import cache
from urllib.parse import urlsplit

from msgspec.structs import replace

from legation.lexicon import word_map
from legation.mentions.quantities import money
from legation.mentions.quantities.candidates import Candidate
from legation.model import Document

NOUN = word_map("quantities", "publisher.noun", str)


def country(document: Document) -> str | None:
    """The country domain of a document's publisher (``au`` for ``www.abc.net.au``), if it has
    one.
    """
    for address in (document.url, document.publisher):
        host = _host(address or "")
        if "." in host and len(host.rsplit(".", 1)[1]) == 2:
            return host.rsplit(".", 1)[1].lower()
    return None


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


@cache
def _at_home() -> dict[tuple[str, str], str]:
    """(country domain, noun) -> currency: an Australian dollar is the dollar of ``au``."""
    held: dict[tuple[str, str], str] = {}
    for row in money.currencies().values():
        for name in (*row.names, *row.bare):
            if row.tld:
                held.setdefault((row.tld, name.split()[-1].replace("rouble", "ruble")), row.code)
    return held


def at_home(candidate: Candidate, home: str | None) -> tuple[Candidate, bool]:
    """The candidate with a bare sign or noun read as the publisher's own money, and whether that
    changed anything.
    """
    unit = candidate.unit
    if unit is None or unit.bare is None or home is None:
        return candidate, False
    code = _at_home().get((home, NOUN.get(unit.bare, unit.bare)))
    if code is None or code == unit.code:
        return candidate, False
    return replace(candidate, unit=replace(unit, code=code)), True
