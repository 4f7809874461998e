"""Hooks of UN Comtrade, with the user's own key: its rows stay in the user's cache and are never
shipped.

Comtrade has its own numbers: 251 for France where ISO 3166 has 250. With 250 it answers an empty
list and no error.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec import Struct

from legation.model.errors import BadQuery, NotData, TooLarge
from legation.statistics import codes
from legation.statistics.providers.queries import Cell, Query, Request
from legation.statistics.providers.registry import Dataset, Provider
from legation.statistics.providers.transport import Payload

LIMIT = 100_000
ALL_PROCEDURES = "C00"
TOTALS = {"customsCode": ALL_PROCEDURES, "motCode": "0", "partner2Code": "0"}
"""What asks for totals: without them the rows of single procedures and modes come too."""
ISO_ONLY = {
    "250": "251",
    "380": "381",
    "578": "579",
    "356": "699",
    "756": "757",
    "840": "842",
    "158": "490",
}
"""Numbers of ISO 3166 that Comtrade does not use, and what it uses for today's country."""


class Row(Struct, frozen=True, rename="camel"):
    """One value in US dollars: of all customs procedures, all modes of transport and all second
    partners, or of one of each. Without the three filters below the service answers all of them (32
    rows for Switzerland's exports to the world in 2023).
    """

    period: str | int
    reporter_code: int
    partner_code: int
    flow_code: str
    cmd_code: str
    freq_code: str = "A"
    customs_code: str | None = ALL_PROCEDURES
    mot_code: int | str | None = 0
    partner2_code: int | str | None = 0
    primary_value: Decimal | None = None

    @property
    def is_total(self) -> bool:
        """Whether it is the row that all others add up to."""
        whole = self.customs_code in {ALL_PROCEDURES, None}
        return whole and all(str(c) in {"0", "None"} for c in (self.mot_code, self.partner2_code))


class Answer(Struct, frozen=True):
    """The rows, how many, and an error in words, if any."""

    data: tuple[Row, ...] | None = None
    count: int = 0
    error: str | None = None


def request(row: Provider, dataset: Dataset, name: str, query: Query) -> Request:
    """``…/C/A/HS?reporterCode=398&partnerCode=251&…``.

    Raises:
        BadQuery: a number that Comtrade does not use; the message says which one it does.
    """
    for dimension in ("reporterCode", "partnerCode"):
        for code in query.key[dimension].split("+"):
            if code in ISO_ONLY:
                raise BadQuery(
                    f"Comtrade does not use {code} as {dimension}: it is {ISO_ONLY[code]} there"
                )
    freq = query.key["freqCode"]
    parameters = {
        name: code.replace("+", ",") for name, code in query.key.items() if name != "freqCode"
    }
    parameters |= TOTALS
    parameters["period"] = ",".join(periods(query.start, query.end))
    return Request(address=f"{row.address}/C/{freq}/{name}", parameters=parameters)


def cells(dataset: Dataset, payload: Payload) -> Iterator[Cell]:
    """The rows that are totals; exactly as many as the limit is a truncated answer."""
    answer = _answer(payload)
    if answer.error:
        raise BadQuery(f"{payload.address} does not know this query: {answer.error}")
    if answer.data is None:
        raise NotData(f"{payload.address} answered without data")
    if answer.count >= LIMIT or len(answer.data) >= LIMIT:
        raise TooLarge(
            f"{payload.address} answered with its limit of {LIMIT:,} rows, so some are "
            "missing; ask for less"
        )
    if answer.count != len(answer.data):
        raise NotData(
            f"{payload.address} announced {answer.count} rows and sent {len(answer.data)}; "
            "try again later"
        )
    for row in answer.data:
        if not row.is_total:
            continue
        key = {
            "freqCode": row.freq_code,
            "reporterCode": f"{row.reporter_code:03d}",
            "partnerCode": f"{row.partner_code:03d}" if row.partner_code else "0",
            "cmdCode": row.cmd_code,
            "flowCode": row.flow_code,
        }
        yield Cell(key=key, period=_dashed(str(row.period)), value=row.primary_value)


def vintage(payload: Payload) -> str:
    """None is told; the day of the fetch stands in for it."""
    return ""


def code(of: str) -> str:
    """Comtrade's number of one of our codes.

    Raises:
        BadQuery: it has none.
    """
    held = codes.crosswalk().get(of)
    if held is None or not held.comtrade:
        raise BadQuery(f"Comtrade has no number for {of}")
    return held.comtrade


def _answer(payload: Payload) -> Answer:
    try:
        return msgspec.json.decode(payload.content, type=Answer)
    except msgspec.DecodeError as error:
        raise NotData(
            f"{payload.address} answered with something that is not its JSON ({error}); try "
            "again later"
        ) from error


def periods(start: str, end: str) -> list[str]:
    """``2022`` to ``2023`` is 2022, 2023; ``2022-11`` to ``2023-01`` is 202211, 202212, 202301."""
    if "-" not in start:
        return [str(year) for year in range(int(start), int(end) + 1)]
    first, last = (int(p[:4]) * 12 + int(p[5:7]) - 1 for p in (start, end))
    return [f"{month // 12}{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _dashed(period: str) -> str:
    return period if len(period) == 4 else f"{period[:4]}-{period[4:]}"
