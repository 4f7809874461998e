"""The values of one series, or of the sum of two, as the parts of a claim ask for them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from legation.checks.claims.amounts import Unit
from legation.lexicon import word_list
from legation.model.claims import WORLD, YearlySeries

FLOWS = word_list("checks", "lines.flows")
ADDED = ("count", "t", "Wh")
"""Kinds of which a group of countries has the sum of what its members have."""
NEARLY_ALL = 0.9
GAP, LOOSE = 0.1, 0.3
NOT_FLOWS = ("per ", "%")


class Line(Struct, frozen=True):
    """A series of one country, or several summed: ``values[year]``."""

    title: str
    unit: Unit
    written: str
    values: Mapping[int, float]

    @property
    def flow(self) -> bool:
        """Whether its years may be added up: deaths may, inhabitants may not."""
        plain = self.written.lower()
        return any(word in plain for word in FLOWS) and not any(word in plain for word in NOT_FLOWS)

    def over(self, first: int, last: int) -> dict[int, float]:
        """The values of a stretch of years."""
        return {year: value for year, value in self.values.items() if first <= year <= last}

    def whole(self, first: int, last: int, loose: bool = False) -> bool:
        """Whether no year of a stretch is missing, but one in ten between its ends; of a loose one
        three in ten may be.
        """
        years = range(first, last + 1)
        missing = [year for year in years if year not in self.values]
        if loose:
            return len(missing) <= LOOSE * len(years)
        return not missing or (
            len(missing) <= GAP * len(years) and first not in missing and last not in missing
        )

    def told(self, year: int) -> str:
        """A value with its year, for the reason."""
        return f"{self.values[year]:.4g} {self.written} in {year} ({self.title})"


class Table(Struct, frozen=True):
    """All countries of a series, or of two series that add up."""

    series: tuple[YearlySeries, ...]
    unit: Unit

    @property
    def title(self) -> str:
        """What is told of it."""
        return " + ".join(one.heading.title for one in self.series)

    @property
    def written(self) -> str:
        """Its unit as the catalogue writes it."""
        return self.series[0].heading.unit

    def line(self, code: str) -> Line:
        """The values of a country; years that one of the added series lacks are left out."""
        values = _added([one.values.get(code, {}) for one in self.series])
        if code == WORLD and not values and self.unit.kind in ADDED:
            return self.together(self.codes())
        return Line(self.title, self.unit, self.written, values)

    def summed(self, codes: Sequence[str]) -> Line:
        """The values of several countries together."""
        return Line(
            self.title, self.unit, self.written, _added([self.line(code).values for code in codes])
        )

    def together(self, codes: Sequence[str]) -> Line:
        """The sum of a group of countries, for the years for which nearly all of them have a
        value.
        """
        lines = [self.line(code).values for code in codes]
        count = Counter(year for line in lines for year in line)
        years = sorted(year for year, seen in count.items() if seen >= NEARLY_ALL * len(codes))
        return Line(
            self.title,
            self.unit,
            self.written,
            {year: sum(line.get(year, 0.0) for line in lines) for year in years},
        )

    def alone(self) -> list[str]:
        """The one place that it is about, if it is about one."""
        held = sorted({code for one in self.series for code in one.values})
        return held if len(held) == 1 else []

    def codes(self) -> list[str]:
        """The countries that it has, without the world and other aggregates."""
        shared = set.intersection(*(set(one.values) for one in self.series))
        return sorted(
            code
            for code in shared
            if len(code) == 3 and code.isalpha() and code.isupper() and code != WORLD
        )


def _added(lines: Sequence[Mapping[int, float]]) -> dict[int, float]:
    years = set.intersection(*(set(line) for line in lines)) if lines else set()
    return {year: sum(line[year] for line in lines) for year in sorted(years)}
