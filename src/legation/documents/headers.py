"""What the first and last lines of an article say of it: title, day, agency. The text itself is not
changed.

Only what is clearly such is taken: a wrong date would move every "last year" of the article.
"""

import re
from datetime import date

from msgspec import Struct

from legation.documents import datelines, days, openings
from legation.documents.wording import agencies, words

TITLE_LENGTH = 160
SIGNED = re.compile(
    r"(?:source|via|courtesy of|copyright"
    r"|\(c\)|©)[:\s]\s*(?:\d{4}\s+)?(?P<name>[^\n.]{2,60}(?:\.[A-Za-z]{2,6})?)\.?",
    re.IGNORECASE,
)
SITE = re.compile(r"(?:www\.)?[A-Z0-9][\w-]{1,30}(?:\.[\w-]{2,20}){0,2}\.(?P<ending>[A-Za-z]{2,6})")
TITLE_LINES = 2
FRONT = re.compile(r"---\s*\n(?P<rows>(?:[^\n]*\n){1,40}?)---\s*\n")


class Header(Struct, frozen=True, kw_only=True):
    """What could be had; the rest is null."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def find(text: str) -> Header:
    """Title, day and publisher of a plain text."""
    front = FRONT.match(text)
    if front:
        return _front_matter(front["rows"])
    lines = [line.strip() for line in text[:4000].splitlines()]
    heading = datelines.find(text)
    return Header(
        title=_title(lines),
        published=heading.published,
        publisher=heading.publisher or _signature(text),
    )


def _title(lines: list[str]) -> str | None:
    """The first line, if it stands alone, is short and no sentence, and more text follows."""
    marked = next((line for line in lines[:3] if line.startswith("# ")), None)
    if marked:
        return marked.strip("# *") or None
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    after = next((n for n in range(first, len(lines)) if not lines[n]), len(lines))
    rest = [line for line in lines[after:] if line]
    title = " ".join(line for line in lines[first:after] if not openings.opening(line))
    if (
        after - first > TITLE_LINES
        or not rest
        or max(map(len, lines[first:after])) >= max(map(len, rest))
    ):
        return None
    return title if _entitles(title) else None


def _entitles(line: str) -> bool:
    """Short, no sentence, no date or dateline; a quotation may stand for itself."""
    if not len(line.split()) >= 3 or len(line) > TITLE_LENGTH or openings.opening(line):
        return False
    if line[0] in "‘“'\"«":
        return True
    return line[-1] not in '.,;:!”"' and (
        line[0].isupper() or line[0].isdigit() or line[0] in "€$£"
    )


def _signature(text: str) -> str | None:
    """A last line that is an agency, a news site or names its source."""
    last = text[-300:].rstrip().rpartition("\n")[2].strip(" *_")
    if not text.rstrip().count("\n") or len(last) > 70:
        return None
    site, signed = SITE.fullmatch(last), SIGNED.fullmatch(last)
    if site and site["ending"].lower() in words("endings"):
        return last
    bare = last.strip("()[]—–- ")
    if bare in agencies():
        return bare
    return signed["name"].strip() if signed else None


def _front_matter(rows: str) -> Header:
    """The YAML block that opens a Markdown page; only plain ``key: value`` rows are read."""
    pairs = (row.partition(":") for row in rows.splitlines())
    held = {
        key.strip().lower(): value.strip().strip("\"'") for key, _, value in pairs if value.strip()
    }
    day = held.get("published") or held.get("date") or ""
    return Header(
        title=held.get("title"),
        published=days.iso(day) or days.spelled(day),
        publisher=held.get("publisher") or held.get("source"),
        url=held.get("url") or held.get("link"),
        language=held.get("language") or held.get("lang"),
    )
