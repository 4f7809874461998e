"""A digest as Markdown: for a note, a wiki, a mail."""

from collections.abc import Iterator

from legation.export.markdown import plain
from legation.views.questions import reports
from legation.views.questions.digests import Digest


def digest_markdown(found: Digest) -> str:
    """The whole digest; numbers in brackets lead to the list of texts at the end."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Digest) -> Iterator[str]:
    yield f"# {plain(reports.title(found))}"
    yield from ("", plain(found.head.beside))
    for note in found.head.notes:
        yield from ("", f"*{plain(note)}*")
    for line in found.short:
        yield from ("", f"**{plain(line.text)}**")
    for name, words, heads in reports.SECTIONS:
        rows = getattr(found, name)
        if not rows:
            continue
        yield from ("", f"## {words}", "", f"| {' | '.join(heads)} | Texts |")
        yield "|" + " --- |" * (len(heads) + 1)
        for row in rows:
            cells = (
                row.when,
                f"{row.what}{reports.doubt(row)}",
                row.status,
                reports.last(name, row),
                reports.marks(row.marks),
            )
            yield f"| {' | '.join(plain(cell) for cell in cells)} |"
    for words, lines in (("To doubt", found.doubts), ("Rivals, same time", found.rivals)):
        if lines:
            yield from ("", f"## {words}", "")
            yield from (f"- {plain(line.text)}" for line in lines)
    yield from ("", "## Texts", "")
    for one in found.documents:
        source = one.source
        told = ", ".join(
            str(part) for part in (source.publisher, source.published, source.title) if part
        )
        beside = f" ({one.beside})" if one.beside else ""
        yield f"{one.number}. {plain(told or source.document)}{beside}"
    yield from (f"\n*{plain(more)}*" for more in found.more)
