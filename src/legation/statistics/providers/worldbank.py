"""Hooks of the World Bank: JSON in two parts, a head that tells pages and date, and the rows."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec
from msgspec import Struct

from legation.model.errors import BadQuery, NotData, TooLarge
from legation.statistics.providers.queries import Cell, Query, Request
from legation.statistics.providers.registry import Dataset, Provider
from legation.statistics.providers.transport import Payload


class Named(Struct, frozen=True):
    """A code with its name; only the code is kept."""

    id: str


class Row(Struct, frozen=True):
    """One value of an indicator."""

    indicator: Named
    countryiso3code: str
    date: str
    value: Decimal | None = None


class Complaint(Struct, frozen=True):
    """Why there are no rows: unknown codes are answered so, with status 200."""

    value: str


class Head(Struct, frozen=True):
    """Pages and date, or the complaints. Nothing at all is ``{"page":0,"pages":0,…,
    "lastupdated":null}`` with ``null`` for rows.
    """

    pages: int = 0
    lastupdated: str | None = None
    message: tuple[Complaint, ...] = ()


def request(row: Provider, dataset: Dataset, name: str, query: Query) -> Request:
    """``…/country/KAZ/indicator/NE.EXP.GNFS.CD?date=2010:2023``."""
    countries = query.key["country"].replace("+", ";")
    parameters = {
        "format": "json",
        "per_page": str(row.cells),
        "date": f"{query.start}:{query.end}",
    }
    return Request(
        address=f"{row.address}/country/{countries}/indicator/{query.key['indicator']}",
        parameters=parameters,
    )


def cells(dataset: Dataset, payload: Payload) -> Iterator[Cell]:
    """The rows; a null is what the Bank knows of and does not publish."""
    head, rows = _parts(payload)
    if head.message:
        raise BadQuery(f"{payload.address} does not know this query: {head.message[0].value}")
    if head.pages > 1:
        raise TooLarge(
            f"{payload.address} answered with the first of {head.pages} pages; ask for fewer "
            "countries or years"
        )
    for row in rows:
        yield Cell(
            key={"country": row.countryiso3code, "indicator": row.indicator.id},
            period=row.date,
            value=row.value,
        )


def vintage(payload: Payload) -> str:
    """The date of the last update."""
    return _parts(payload)[0].lastupdated or ""


def _parts(payload: Payload) -> tuple[Head, tuple[Row, ...]]:
    try:
        parts = msgspec.json.decode(payload.content, type=list[msgspec.Raw])
        if not parts:
            raise NotData(f"{payload.address} answered with an empty list")
        rows = msgspec.json.decode(parts[1], type=tuple[Row, ...] | None) if len(parts) > 1 else ()
        return msgspec.json.decode(parts[0], type=Head), rows or ()
    except msgspec.DecodeError as error:
        raise NotData(
            f"{payload.address} answered with something that is not its JSON ({error}); try "
            "again later"
        ) from error
