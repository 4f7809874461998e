"""Hooks of Eurostat's two bases, which differ only in their rows: SDMX-CSV by a key in the order of
the dimensions.

SDMX-CSV is read with ``csv``: one row a value, the dimensions as columns, ``LAST UPDATE`` on every
row. Where a service sends SDMX-ML all the same, :mod:`legation.statistics.providers.sdmxml` reads
it, if its extra is installed.
"""

import csv
import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation

from legation.model.errors import BadQuery, Busy, NotData, TooLarge
from legation.statistics.providers import asynchronous, sdmxml
from legation.statistics.providers.queries import Cell, Query, Request
from legation.statistics.providers.registry import Dataset, Provider
from legation.statistics.providers.transport import Payload

FAULT = re.compile(r"<(?:\w+:)?fault(?:code|string)>(.*?)</", re.IGNORECASE | re.DOTALL)
FOOTER = re.compile(r"<footer:Message code=\"(\d+)\"")
FILE = re.compile(r"https?://[^\s<]+/diss-web/file/\w+")
EMPTY = re.compile(r"\bno\s+results?\b|\bNO_RESULTS\b|\bERR_NOT_FOUND", re.IGNORECASE)
NOTHING = "100"
"""The code of "no results" in the errors of SDMX 2.1; Eurostat sends it with status 400, 404 or
200, as a fault or a footer, and it means an empty answer.
"""
SHOWN = {":", "", "NaN"}


def request(row: Provider, dataset: Dataset, name: str, query: Query) -> Request:
    """``…/sdmx/2.1/data/DS-045409/A.EU27_2020.KZ.TOTAL.2.VALUE_IN_EUROS?format=SDMX-CSV``."""
    key = ".".join(query.key.get(dimension, "") for dimension in dataset.dimensions)
    parameters = {
        **asynchronous.FORM,
        "startPeriod": query.start,
        "endPeriod": query.end,
    }
    return Request(address=f"{row.address}/sdmx/2.1/data/{name}/{key}", parameters=parameters)


def cells(dataset: Dataset, payload: Payload) -> Iterator[Cell]:
    """The values of an answer; a row of SDMX-CSV that ends before its last column is half an
    answer.
    """
    if _is_markup(payload):
        if nothing(payload.text):
            return
        _fault(payload.text, payload)
        yield from sdmxml.cells(dataset, payload)
        return
    for row in _rows(dataset, payload):
        written = row["OBS_VALUE"]
        if written is None or row["TIME_PERIOD"] is None:
            raise NotData(f"{payload.address} broke off in the middle of a row; try again later")
        key = {dimension: row[dimension] for dimension in dataset.dimensions}
        flag = row.get("OBS_FLAG") or row.get("CONF_STATUS") or ""
        yield Cell(key=key, period=row["TIME_PERIOD"], value=_value(written, payload), status=flag)


def nothing(text: str) -> bool:
    """Whether a fault or footer only says that there is nothing under that key."""
    faults = [part.strip() for part in FAULT.findall(text)]
    codes = [*faults[:1], *FOOTER.findall(text)]
    return NOTHING in codes or any(EMPTY.search(part) for part in faults)


def vintage(payload: Payload) -> str:
    """The ``LAST UPDATE`` of the rows as an ISO date (``15/09/26`` or ``15/09/26 11:00:00`` as
    they write it).
    """
    if _is_markup(payload):
        return "" if nothing(payload.text) else sdmxml.vintage(payload)
    reader = csv.DictReader(payload.text.splitlines())
    written = (next(reader, {}).get("LAST UPDATE") or "").split(" ")[0]
    for form in ("%d/%m/%y", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    return ""


def _rows(dataset: Dataset, payload: Payload) -> "csv.DictReader[str]":
    reader = csv.DictReader(payload.text.splitlines())
    wanted = {*dataset.dimensions, "TIME_PERIOD", "OBS_VALUE"}
    missing = wanted - set(reader.fieldnames or ())
    if missing:
        raise NotData(
            f"{payload.address} answered without the columns {', '.join(sorted(missing))}"
        )
    return reader


def _is_markup(payload: Payload) -> bool:
    return payload.text.lstrip().startswith("<")


def _fault(text: str, payload: Payload) -> None:
    """Eurostat sends its refusals as SOAP faults, some of them with status 200; older services as a
    footer of SDMX-ML, which for a large answer names a file that will be there later."""
    later = FILE.search(text)
    if later:
        raise Busy(
            f"{payload.address} is preparing its answer at {later[0]}; ask again later, or for less"
        )
    told = " ".join(part.strip() for part in (*FAULT.findall(text), *FOOTER.findall(text)))
    if "413" in told or "EXTRACTION_TOO_BIG" in told:
        raise TooLarge(f"{payload.address} refuses to answer so much at once: {told}")
    if told:
        raise BadQuery(f"{payload.address} does not know this query: {told}")
    if not sdmxml.recognised(payload):
        raise NotData(f"{payload.address} answered with XML that is neither SDMX-CSV nor SDMX-ML")


def _value(written: str, payload: Payload) -> Decimal | None:
    if written in SHOWN:
        return None
    try:
        return Decimal(written)
    except InvalidOperation as error:
        raise NotData(f"{payload.address} holds {written!r} where a number should stand") from error
