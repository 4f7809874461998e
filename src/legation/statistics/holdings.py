"""What the snapshot holds, how old it is, and under which licence."""

from datetime import UTC, date, datetime

from msgspec import Struct

from legation.statistics.reading import Entry, manifest


class Holding(Struct, frozen=True, kw_only=True):
    """One table of the snapshot. ``age`` is in days, from when its vintage was surely out."""

    name: str
    title: str
    dataset: str
    first: str
    last: str
    vintage: str
    rows: int
    source: str
    licence: str
    age: int

    @property
    def words(self) -> str:
        """``EU27 exports of goods by partner, annual: 2010 to 2023, 3,407 rows, Comext of 2024-11
        (713 days old)``.
        """
        span = self.first if self.first == self.last else f"{self.first} to {self.last}"
        return (
            f"{self.title}: {span}, {self.rows:,} rows, {self.dataset} of {self.vintage} "
            f"({self.age} days old)"
        )


def snapshots(today: date | None = None) -> tuple[Holding, ...]:
    """The tables of the snapshot in the package, by name."""
    now = today or datetime.now(UTC).date()
    return tuple(_holding(name, entry, now) for name, entry in sorted(manifest().items()))


def _holding(name: str, entry: Entry, today: date) -> Holding:
    return Holding(
        name=name,
        title=entry.title,
        dataset=entry.dataset,
        first=entry.first,
        last=entry.last,
        vintage=entry.vintage,
        rows=entry.rows,
        source=entry.source,
        licence=entry.licence,
        age=max(0, (today - entry.origin.known).days),
    )
