"""What the snapshot holds, how old it is, and under which licence."""

from datetime import UTC, date, datetime

from msgspec import Struct

from legation.lexicon import provenance
from legation.statistics.reading import Entry, manifest

STANDING = frozenset(
    {"correspondences", "criticality", "hs_titles", "official_facts", "supply_shares"}
)
"""Tables that are of an edition or of single days, not of a stretch of time."""
PUBLISHED = 4
"""The month by which a year's first figures are out."""
YEAR = "YYYY"


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

    stale: str = ""
    """Why it cannot settle a claim of its time any more; empty where it can, or tells no time."""

    @property
    def words(self) -> str:
        """``EU27 exports of goods by partner, annual: 2010 to 2023, 3,407 rows, Eurostat, November
        2024: Comext (EasyComext) of 2024-11 (713 days old)``.
        """
        span = self.first if self.first == self.last else f"{self.first} to {self.last}"
        whose = provenance.words(self.dataset, self.vintage)
        return (
            f"{self.title}: {span}, {self.rows:,} rows, {whose}: {self.dataset} of {self.vintage} "
            f"({self.age} days old)"
        )


def snapshots(today: date | None = None) -> tuple[Holding, ...]:
    """The tables of the snapshot in the package, by name."""
    now = today or datetime.now(UTC).date()
    return tuple(_holding(name, entry, now) for name, entry in sorted(manifest().items()))


def _stale(name: str, entry: Entry, today: date) -> str:
    """A series settles a claim of the last full year only if it reaches to its end; editions of
    classifications and studies stand until the next one.
    """
    if name in STANDING:
        return ""
    wanted = today.year - (1 if today.month >= PUBLISHED else 2)
    ends = entry.last if len(entry.last) > len(YEAR) else f"{entry.last}-12"
    if ends >= f"{wanted}-12":
        return ""
    return f"too old for claims of {wanted}: it ends with {entry.last}"


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
        stale=_stale(name, entry, today),
    )
