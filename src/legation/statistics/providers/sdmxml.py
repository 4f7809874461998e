"""SDMX-ML through the ``sdmx1`` package, where it is installed (``legation[sdmx]``): data, footers
and code lists.

Nothing needs it: what we ask for is SDMX-CSV. It reads what a service sends in place of that, or
what a user has kept, and the structures with their code lists, which have no CSV. ``sdmx1`` is only
the reader here; the network has its one transport.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from legation.model.errors import BadQuery, Busy, NotData, ProviderError, TooLarge
from legation.statistics.providers.queries import Cell, Request
from legation.statistics.providers.registry import Dataset, Provider
from legation.statistics.providers.transport import Payload

EXTRA = "legation[sdmx]"
ROOTS = ("GenericData", "StructureSpecificData", "Structure")
STATUS = ("obs_flag", "obs_status", "conf_status")
MISSING = frozenset({"", ":", "nan", "NaN"})
HEAD = 2000
LARGE = "413"


def installed() -> bool:
    """Whether ``sdmx1`` is there; it is not imported for that (0.6 s and 80 MB, most of it
    pandas).
    """
    return find_spec("sdmx") is not None


def recognised(payload: Payload) -> bool:
    """Whether an answer is an SDMX-ML message with data or structures: by its root element,
    without reading on.
    """
    head = payload.content[:HEAD].decode("utf-8", "replace")
    return any(f":{root}" in head or f"<{root}" in head for root in ROOTS)


def structure_request(row: Provider, name: str) -> Request:
    """``…/sdmx/2.1/dataflow/ESTAT/nama_10_gdp/latest?references=descendants``: the dimensions of a
    dataset with their codes.
    """
    address = f"{row.address}/sdmx/2.1/dataflow/ESTAT/{name}/latest"
    return Request(address=address, parameters={"references": "descendants", "detail": "full"})


def cells(dataset: Dataset, payload: Payload) -> Iterator[Cell]:
    """The observations of a data message, by the dimensions of the dataset, however the message
    writes their case.

    Raises:
        TooLarge, Busy: the message has a footer that says so in place of data.
        BadQuery: ``sdmx1`` is not installed, or the footer says that the query is wrong.
        NotData: the message cannot be read, or lacks a dimension.
    """
    message = _read(payload)
    _heed(message, payload)
    wanted = {name.lower(): name for name in dataset.dimensions}
    for found in getattr(message, "data", ()):
        for observation in found.obs:
            yield _cell(observation, wanted, payload)


def vintage(payload: Payload) -> str:
    """The day on which the message was extracted or, if it does not say so, prepared; empty if
    neither.
    """
    header = _read(payload).header
    day = getattr(header, "extracted", None) or getattr(header, "prepared", None)
    return day.date().isoformat() if day else ""


def code_lists(payload: Payload) -> Mapping[str, Mapping[str, str]]:
    """English names by code, by the id of the list, of a structure message.

    Raises:
        BadQuery, NotData: as for data.
    """
    message = _read(payload)
    _heed(message, payload)
    lists = getattr(message, "codelist", {})
    return {name: {item.id: str(item.name) for item in held} for name, held in lists.items()}


def _read(payload: Payload) -> Any:
    if not installed():
        raise BadQuery(
            f"{payload.address} answered with SDMX-ML, which is read with an extra: install {EXTRA}"
        )
    reader = import_module("sdmx")
    try:
        with _quiet():
            return reader.read_sdmx(BytesIO(payload.content), format="XML")
    except Exception as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise NotData(
            f"{payload.address} holds SDMX-ML that cannot be read ({reason}); try again later"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """``sdmx1`` logs that it was given no structure; we know, and the keys of the message are
    enough.
    """
    log = logging.getLogger("sdmx")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _heed(message: Any, payload: Payload) -> None:
    """A footer without data is the answer: too large, prepared for later, or a fault."""
    footer = getattr(message, "footer", None)
    if footer is None or any(len(found) for found in getattr(message, "data", ())):
        return
    told = " ".join(dict.fromkeys(str(text) for text in footer.text))
    raise _failure(str(footer.code), told, payload)


def _failure(code: str, told: str, payload: Payload) -> ProviderError:
    if "://" in told:
        return Busy(
            f"{payload.address} is preparing its answer; ask again later, or for less: {told}"
        )
    if code == LARGE:
        return TooLarge(f"{payload.address} refuses to answer so much at once ({code}): {told}")
    return BadQuery(f"{payload.address} does not know this query ({code}): {told}")


def _cell(observation: Any, wanted: dict[str, str], payload: Payload) -> Cell:
    key = {name.lower(): value.value for name, value in observation.key.values.items()}
    attributes = {name.lower(): str(value.value) for name, value in observation.attrib.items()}
    missing = [name for name in (*wanted, "time_period") if name not in key]
    if missing:
        raise NotData(f"{payload.address} answered without the dimension {missing[0]}")
    status = next((attributes[name] for name in STATUS if attributes.get(name)), "")
    codes = {own: str(key[lowered]) for lowered, own in wanted.items()}
    return Cell(
        key=codes,
        period=str(key["time_period"]),
        value=_value(observation.value, payload),
        status=status,
    )


def _value(written: Any, payload: Payload) -> Decimal | None:
    if written is None or str(written) in MISSING:
        return None
    try:
        return Decimal(str(written))
    except InvalidOperation as error:
        raise NotData(
            f"{payload.address} holds {str(written)!r} where a number should stand"
        ) from error
