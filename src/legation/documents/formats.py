"""Which reader a file needs: by its first bytes where they tell, else by its name."""

import re
from pathlib import PurePosixPath

from legation.documents import bounded, feeds, html, jsonl, mails, plain, refusals, warc
from legation.documents.finds import Reader

PDF = bounded.reader("legation.documents.pdf")
WORD = bounded.reader("legation.documents.word")
SUFFIXES: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".markdown": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".xml": feeds.read,
    ".rss": feeds.read,
    ".atom": feeds.read,
    ".warc": warc.read,
    ".wet": warc.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".json": jsonl.read,
    ".eml": mails.read,
    ".mht": mails.read,
    ".mhtml": mails.read,
    ".pdf": PDF,
    ".docx": WORD,
    ".docm": WORD,
    **refusals.SUFFIXES,
}
TYPES: dict[str, Reader] = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "text/plain": plain.read,
    "text/markdown": plain.read,
    "application/pdf": PDF,
    "application/rss+xml": feeds.read,
    "application/atom+xml": feeds.read,
    "application/x-ndjson": jsonl.read,
    "application/json": jsonl.read,
    "message/rfc822": mails.read,
}
GZIP = b"\x1f\x8b"
MAGIC: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"%PDF-"), PDF),
    (re.compile(rb"PK\x03\x04"), WORD),
    (re.compile(rb"WARC/[01]"), warc.read),
    *refusals.MAGIC,
)
LOOKS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<!doctype html"
            rb"|\s*<(?:html|head|body)\b",
            re.IGNORECASE | re.DOTALL,
        ),
        html.read,
    ),
    (
        re.compile(
            rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:rss|feed|rdf:RDF)\b",
            re.IGNORECASE | re.DOTALL,
        ),
        feeds.read,
    ),
    (re.compile(rb'\s*(?:\[\s*)?\{\s*"[^"]{1,40}"\s*:'), jsonl.read),
    (mails.HEAD, mails.read),
)
"""What files without a telling name look like. Comments are never parted anew (atomic): thirty in a
row would else take minutes.
"""
JSON_LIST = re.compile(rb'\s*\[\s*\{\s*"')
"""No prose begins so, whatever the file is called."""
HEAD = 4096


def suffix(name: str) -> str:
    """The telling suffix of a name, in lower case; that of ``wire.jsonl.gz`` is ``.jsonl``."""
    path = PurePosixPath(name.replace("\\", "/").lower())
    return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def reader(name: str, head: bytes, served_as: str = "") -> Reader:
    """The reader for a file.

    Args:
        name: its name or address.
        head: its first bytes, unpacked.
        served_as: the type that a server gave, if it came from one.
    """
    mark = head.removeprefix(b"\xef\xbb\xbf")
    certain = next((read for pattern, read in MAGIC if pattern.match(mark)), None)
    named = certain or TYPES.get(served_as) or SUFFIXES.get(suffix(name))
    if named and named is not plain.read:
        return named
    looks = named is None or JSON_LIST.match(mark) or mails.HEAD.match(mark)
    return next((read for pattern, read in LOOKS if looks and pattern.match(mark)), plain.read)
