"""Bytes -> Document: text, HTML, PDF, Word, feed, WARC, JSONL; repair with an offset map."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from legation.documents.repairs import repair
from legation.model import Document, Source, Unreadable, content_id

__all__ = ["read", "repair"]


def read(sources: Iterable[Source]) -> Iterator[Document | Unreadable]:
    """To be written."""
    for source in sources:
        text = source.text if source.text is not None else Path(source.location).read_text(encoding="utf-8")
        yield Document(id=source.id or content_id(text), title=source.title, published=source.published, language="en", text=text)
