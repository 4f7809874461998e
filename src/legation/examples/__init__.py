"""A made-up year of articles, to look at before one has an account of one's own.

Fifty-five short texts of invented outlets and people, October 2023 to October 2024: the European
Union, China, Russia and Türkiye with Kazakhstan, Germany with Uzbekistan, Japan with Indonesia.
Their trade figures are partly true and partly wrong on purpose. Every address lies at
``example.org``, which no one can own (RFC 2606), so that a view can tell them from real texts.
"""

from pathlib import Path

ARTICLES = Path(__file__).parent / "articles.jsonl"
"""JSON lines as ``legation read`` takes them."""
