"""The numbers of a digest's documents, and the list at its end."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from legation.views.questions.choosing import Material
from legation.views.questions.digests import Digest, Numbered
from legation.views.questions.entries import Source

DOCUMENTS = 60


class Marks:
    """The numbers of the documents, by day of publication."""

    def __init__(self, material: Material) -> None:
        sources = [source for one in material.entries for source in one.sources]
        sources += [source for one in material.promises for source in one.entry.sources]
        sources += [one.copy for one in material.altered]
        held = {source.document: source for source in reversed(sources)}
        ordered = sorted(held.values(), key=lambda one: (one.published or date.max, one.document))
        self.held = {one.document: (at, one) for at, one in enumerate(ordered, start=1)}
        self.changed = {one.copy.document: one for one in material.altered}

    def of(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of some texts."""
        return tuple(
            sorted({self.held[one.document][0] for one in sources if one.document in self.held})
        )

    def documents(self, made: Digest) -> tuple[tuple[Numbered, ...], tuple[str, ...]]:
        """The list at the end: the texts that a line is from; how many more there are."""
        rows = (*made.happened, *made.changed, *made.promised, *made.disagreeing, *made.dates)
        cited = {source.document for row in rows for source in row.sources}
        lines = (*made.short, *made.doubts)
        cited |= {source.document for line in lines for source in line.sources}
        listed = tuple(
            Numbered(
                number=at,
                source=replace(source, span=None, words="", record=None),
                beside=self._beside(source),
            )
            for at, source in self.held.values()
            if source.document in cited
        )[:DOCUMENTS]
        left = len(self.held) - len(listed)
        return listed, (f"texts from which no line is: {left}",) if left else ()

    def _beside(self, source: Source) -> str:
        change = self.changed.get(source.document)
        if change is None:
            return ""
        at = self.held.get(change.original.document)
        of = f" of {at[0]}" if at else ""
        word = "corrected version" if change.because == "corrected" else "altered copy"
        return f"{word}{of}"
