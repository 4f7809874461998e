"""A brief as Markdown: for a note, a wiki, a pull request."""

import re
from collections.abc import Iterator

from legation.views import Brief, Card, Source

SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def brief_markdown(brief: Brief) -> str:
    """The whole brief; the numbers in brackets stand in the text at its end too."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    yield " · ".join(
        plain(part)
        for part in (brief.dyad, brief.publisher, brief.published, f"{brief.words} words")
        if part
    )
    yield ""
    yield from (f"Note: {plain(remark)}.\n" for remark in brief.remarks)
    yield f"**{plain(brief.checked)}**"
    yield from (f"- {plain(reason)}" for reason in brief.unchecked)
    if brief.doubts:
        doubts = "; ".join(f"[{c.number}] {c.badge.word}" for c in brief.doubts if c.badge)
        yield from ("", f"**In doubt:** {doubts}")
    for section in brief.sections:
        yield from ("", f"## {section.title}", "")
        for card in section.cards:
            yield from _card(card)
    yield from ("", "## The text, with its entries", "")
    yield from _text(brief)


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _card(card: Card) -> Iterator[str]:
    beside = " · ".join(plain(part) for part in (card.value, card.label) if part)
    yield f"- **[{card.number}] {plain(card.head)}**" + (f" · {beside}" if beside else "")
    if card.badge:
        yield f"  {card.badge.sign} {card.badge.word}" + (
            f" · {plain(card.whose)}" if card.whose else ""
        )
    if card.kind not in {"figure", "instrument"}:
        yield f"  > {plain(card.quote)}"
    yield from (f"  - {plain(reason)}" for reason in card.because)
    yield from (f"  - official: {_source(source)}" for source in card.official)
    yield from (
        f"  - nearby, not licensed by the text: {_source(source)}" for source in card.nearby
    )


def _source(source: Source) -> str:
    return plain(
        f"{source.value}, {source.what} ({source.whose}; {source.dataset}, "
        f"{source.series}; {source.address})"
    )


def _text(brief: Brief) -> Iterator[str]:
    marked = "".join(
        _escaped(piece.text) + "".join(f"[{n}]" for n in piece.ends) for piece in brief.pieces
    )
    yield from (f"> {line}" if line.strip() else ">" for line in marked.splitlines())


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
