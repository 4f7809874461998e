"""A view model or ledger -> a file format that others read: Markdown so far."""

from legation.export.digests import digest_markdown
from legation.export.markdown import brief_markdown

__all__ = ["brief_markdown", "digest_markdown"]
