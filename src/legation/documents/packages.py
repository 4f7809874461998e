"""Files that are zip archives inside: which kind one is, and its parts, with limits."""

from zipfile import ZipFile

from legation.documents import limits
from legation.model import UnreadableDocument

MOST_MEMBERS = 10_000
KINDS = (
    ("xl/", "an Excel workbook; save the text as .docx or .txt"),
    ("ppt/", "a PowerPoint file; save the text as .docx or .txt"),
    ("META-INF/container.xml", "an EPUB book; save its text as .html or .txt"),
    ("content.xml", "an OpenDocument file (.odt); save it as .docx or .pdf"),
    ("Index/Document.iwa", "a Pages file; save it as .docx or .pdf"),
)
"""What else is a zip archive, by a part that only it has."""


def member(parts: ZipFile, name: str) -> bytes:
    """A part of an archive, unpacked.

    Raises:
        UnreadableDocument: there is none, or it unpacks to more than a file may hold. What the
            archive says of its size is not believed.
    """
    if len(parts.infolist()) > MOST_MEMBERS:
        raise UnreadableDocument(f"has more than {MOST_MEMBERS:,} parts; save it again")
    if name not in parts.NameToInfo:
        raise UnreadableDocument(f"is {_other(parts.namelist())}")
    try:
        with parts.open(name) as part:
            return limits.whole(part, limits.UNPACKED)
    except (RuntimeError, NotImplementedError) as error:
        raise UnreadableDocument(
            "is protected by a password or packed in an unusual way; save it again"
        ) from error


def _other(names: list[str]) -> str:
    for start, what in KINDS:
        if any(name.startswith(start) for name in names):
            return what
    return "a zip archive and no Word file; unpack it and give the files in it"
