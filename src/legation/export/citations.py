"""A source as a citation: words, BibTeX, CSL-JSON. It carries the source's own address, the hash of
its text, the place of the words and the words: the address of somebody's machine is not permanent.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from legation import __version__
from legation.export.told import Asked, documents
from legation.store import Reading
from legation.views.questions.entries import Source

ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""What LaTeX would read as its own."""
CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")
HASH = 16
"""Signs of the hash that a citation prints: enough to tell two texts apart."""


def csl_pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """The sources as one list of CSL-JSON, piece by piece."""
    yield b"["
    for number, source in enumerate(documents(ledger, asked)):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(csl(source))
    yield b"\n]\n"


def bibtex_pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """The sources as BibTeX, an entry after another."""
    for source in documents(ledger, asked):
        yield bibtex(source).encode()


def cited(source: Source, on: date) -> str:
    """The citation in words, with the words quoted where there are some."""
    title = f"“{_plain(source.title)}”" if source.title else "a text without a title"
    parts = [
        _plain(source.publisher) if source.publisher else "publisher not known",
        title,
        source.published.isoformat() if source.published else "undated",
    ]
    told = ", ".join(parts)
    if source.words:
        span = f" (characters {source.span[0]}–{source.span[1]})" if source.span else ""
        told += f": “{_plain(source.words)}”{span}"
    if source.url:
        told += f". {source.url}"
    return f"{told}. Text {source.hash[:HASH]}; read by Legation {__version__}, {on.isoformat()}."


def csl(source: Source) -> dict[str, Any]:
    """One item of CSL-JSON (schema 1.0.2), of type ``article-newspaper``."""
    item: dict[str, Any] = {
        "id": source.hash[:HASH],
        "type": "article-newspaper",
        "title": _plain(source.title or "untitled"),
        "note": f"text {source.hash}",
    }
    if source.publisher:
        item["container-title"] = _plain(source.publisher)
    if source.published:
        day = source.published
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if source.url:
        item["URL"] = source.url
    if source.words:
        item["abstract"] = _plain(source.words)
    return item


def bibtex(source: Source) -> str:
    """One entry of BibTeX."""
    fields = {
        "title": source.title or "untitled",
        "journal": source.publisher,
        "date": source.published.isoformat() if source.published else None,
        "year": str(source.published.year) if source.published else None,
        "note": f"text {source.hash}",
        "abstract": source.words,
    }
    lines = [f"  {name} = {{{_latex(value)}}}," for name, value in fields.items() if value]
    if source.url:
        lines.append(f"  url = {{{_address(source.url)}}},")
    return "@article{legation" + source.hash[:HASH] + ",\n" + "\n".join(lines) + "\n}\n"


def _address(url: str) -> str:
    """An address as it may stand between braces: its own are written as its signs."""
    return _plain(url).replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _plain(words: str) -> str:
    return " ".join(CONTROL.sub(" ", words).split())


def _latex(words: str) -> str:
    return "".join(ESCAPED.get(sign, sign) for sign in _plain(words))
