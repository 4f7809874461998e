"""Bytes -> Document: text, HTML, PDF, Word, feed, WARC, JSONL; repair with an offset map."""

from legation.documents.bounded import Budget, allow
from legation.documents.collection import read, sources
from legation.documents.repairs import repair

__all__ = ["Budget", "allow", "read", "repair", "sources"]
