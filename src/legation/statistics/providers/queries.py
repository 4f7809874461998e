"""What is asked of a provider, and the cells that come back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import blake2b

from msgspec import Struct


class Query(Struct, frozen=True, kw_only=True):
    """One request: codes by dimension (several apart by ``+``), first and last period (``2023`` or
    ``2023-01``).
    """

    provider: str
    dataset: str
    key: dict[str, str]
    start: str
    end: str

    @property
    def id(self) -> str:
        """The same for the same request, whatever the order of its dimensions."""
        parts = [
            self.provider,
            self.dataset,
            *(f"{k}={v}" for k, v in sorted(self.key.items())),
            self.start,
            self.end,
        ]
        return blake2b("\x1f".join(parts).encode(), digest_size=12).hexdigest()

    @property
    def words(self) -> str:
        """``comext DS-045409 A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS 2023``."""
        span = self.start if self.start == self.end else f"{self.start} to {self.end}"
        return f"{self.provider} {self.dataset} {'.'.join(self.key.values())} {span}"


class Request(Struct, frozen=True, kw_only=True):
    """Where a query goes. The user's key is not in it: the transport adds that, and nothing prints
    it.
    """

    address: str
    parameters: dict[str, str]


class Cell(Struct, frozen=True, kw_only=True):
    """One value; ``None`` is what the provider has and does not publish."""

    key: dict[str, str]
    period: str
    value: Decimal | None
    status: str = ""


class Fetched(Struct, frozen=True, kw_only=True):
    """An answer as it is kept: the query, the cells, of which vintage, from where, when."""

    query: Query
    cells: tuple[Cell, ...]
    vintage: str
    source: str
    licence: str
    retrieved: date

    def values(self, **wanted: str) -> Mapping[str, Decimal | None]:
        """Values by period of the cells whose key has the wanted codes."""
        return {
            c.period: c.value
            for c in self.cells
            if all(c.key.get(name) == code for name, code in wanted.items())
        }
