"""Whether a text is fit to be read, and the document that it becomes."""

import re

from legation.documents import datelines, languages, limits
from legation.documents.finds import Find
from legation.model import Document, Source, UnreadableDocument, content_id

CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
TOKEN = re.compile(r"\w++|([^\w\s])\1*+")
HIGHEST_CONTROL_SHARE = 0.02
"""Text that passed through old systems has a few control characters; a binary file read as text
has more.
"""


def document(find: Find, source: Source) -> Document:
    """A find as a document.

    What the caller knows of the source wins over what the file says, unless the caller wrote that
    too (JSON lines).

    Raises:
        UnreadableDocument: it is empty, too large, binary or damaged; the message does not yet name
        the input.
        UnknownLanguage: it is not in English.
    """
    check(find.text)
    first, second = (find, source) if find.stated else (source, find)
    heading = datelines.find(find.text)
    known = first.published or second.published
    given = first.language or second.language
    return Document(
        id=source.id or find.id or content_id(find.text),
        title=first.title or second.title,
        published=known or heading.published,
        publisher=first.publisher or second.publisher or heading.publisher,
        url=first.url or second.url,
        language=languages.read_as(find.text, given),
        text=find.text,
        dateline=heading.dateline,
        notes=(*find.notes, *_notes(find.text, heading.note if known is None else None, given)),
    )


def _notes(text: str, of_day: str | None, language: str | None) -> tuple[str, ...]:
    """What a reader should know: of the day, and of the language of a short text."""
    of_language = languages.doubt(text) if language is None else None
    return tuple(filter(None, (of_day, of_language)))


def check(text: str) -> None:
    """Whether a text can be read at all.

    Raises:
        UnreadableDocument: why it cannot, and what to do.
    """
    if not text.strip():
        raise UnreadableDocument("is empty; give a text")
    if (place := text.find("\x00")) >= 0:
        raise UnreadableDocument(
            f"holds a NUL character at position {place}: it is damaged or binary; give its text"
        )
    if (longest := max(map(len, text.splitlines()), default=0)) > limits.LINE:
        raise UnreadableDocument(
            f"has a line of {longest:,} characters, more than {limits.LINE:,}; break it into "
            "paragraphs"
        )
    if len(text) > limits.CHARACTERS:
        raise UnreadableDocument(
            f"has {len(text):,} characters, more than {limits.CHARACTERS:,}; split it into "
            "its articles"
        )
    if (tokens := _tokens(text)) > limits.TOKENS:
        raise UnreadableDocument(
            f"has {tokens:,} words and signs, more than {limits.TOKENS:,}; split it into "
            "its articles"
        )
    if len(CONTROL.findall(text)) > HIGHEST_CONTROL_SHARE * len(text):
        raise UnreadableDocument("is a binary file, not a text; give its text")
    _check_characters(text)


def _tokens(text: str) -> int:
    """How many words and signs a text has, a row of the same sign counted once; only where there
    could be too many.
    """
    return len(TOKEN.findall(text)) if len(text) > limits.TOKENS else 0


def _check_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"holds half a character at position {error.start} (an unpaired surrogate)"
        raise UnreadableDocument(f"{what}; write the text again as UTF-8") from error
