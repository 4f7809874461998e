"""Files that we do not read, refused by name: better than reading their codes as prose."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from legation.documents.finds import Find, Reader
from legation.model import UnreadableDocument

AS_TEXT = "save it as .docx, .pdf or .txt"
KINDS: tuple[tuple[str, bytes, str, tuple[str, ...]], ...] = (
    ("an RTF file", rb"\s*\{\\rtf", AS_TEXT, (".rtf",)),
    ("an old Word or other Office file", rb"\xd0\xcf\x11\xe0", AS_TEXT, (".doc", ".msg")),
    ("an OpenDocument file", rb"(?!)", AS_TEXT, (".odt", ".ott", ".fodt", ".pages")),
    ("an e-book", rb"(?!)", "save its text as .html or .txt", (".epub", ".mobi")),
    ("a PostScript file", rb"%!PS", "save it as .pdf", (".ps", ".eps")),
    ("a picture", rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP", "", ()),
    ("a packed archive", rb"7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ|\x28\xb5\x2f\xfd", "", ()),
    ("a database", rb"SQLite format 3\x00", "", ()),
)
"""What each kind is, how its files begin, what to do, and its names."""
ADVICE = {
    "a picture": "run a text recognition over it first",
    "a packed archive": "unpack it and give the files in it",
    "a database": "give its texts as JSON lines",
}


def _refusing(name: str, advice: str) -> Reader:
    def refuse(_: BinaryIO, __: str) -> Iterator[Find]:
        raise UnreadableDocument(f"is {name}, which is not read; {advice or ADVICE[name]}")

    return refuse


READERS = {name: _refusing(name, advice) for name, _, advice, _ in KINDS}
MAGIC = tuple((re.compile(start, re.DOTALL), READERS[name]) for name, start, _, _ in KINDS)
SUFFIXES = {suffix: READERS[name] for name, _, _, suffixes in KINDS for suffix in suffixes}
