"""Large answers of Eurostat come later: a ticket first, then its status, then the data.

Documented at
https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-detailed-guidelines/asynchronous-api
"""

import re

from legation.model.errors import Busy
from legation.statistics.providers.queries import Request
from legation.statistics.providers.registry import Provider
from legation.statistics.providers.transport import Payload, Transport

TICKET = re.compile(r"<(?:\w+:)?id>\s*([\w-]+)\s*</(?:\w+:)?id>")
STATUS = re.compile(r"<(?:\w+:)?status>\s*([A-Z_]+)\s*</(?:\w+:)?status>")
WAITING, READY = frozenset({"SUBMITTED", "PROCESSING"}), "AVAILABLE"
FORM = {"format": "SDMX-CSV", "compressed": "false"}
"""What is asked for, also of the call that fetches the data behind a ticket: it has a default form
of its own (compressed XML).
"""
POLLS = 40
PAUSE = 15.0


def settled(row: Provider, payload: Payload, transport: Transport) -> Payload:
    """The data behind an answer that is a ticket; any other answer as it is.

    Raises:
        Busy: it was not ready after forty looks (ten minutes), or has expired; the ticket stands in
        the message.
    """
    ticket, status = _ticket(payload)
    if not row.asynchronous or not ticket:
        return payload
    for _ in range(POLLS):
        if status == READY:
            return transport.get(
                Request(address=f"{row.address}/1.0/async/data/{ticket}", parameters=FORM)
            )
        if status not in WAITING:
            raise Busy(
                f"{payload.address} gave the ticket {ticket}, which is "
                f"{status.lower() or 'unknown'}; ask again"
            )
        transport.sleep(PAUSE)
        status = _status(
            transport.get(
                Request(address=f"{row.address}/1.0/async/status/{ticket}", parameters={})
            )
        )
    raise Busy(
        f"{payload.address} is still preparing its answer (ticket {ticket}); ask again in an hour"
    )


def _ticket(payload: Payload) -> tuple[str, str]:
    """The ticket and its status, of an answer that is XML and no data."""
    head = payload.content[:4000].decode("utf-8", "replace")
    found = TICKET.search(head) if head.lstrip().startswith("<") else None
    return (found[1], _status(payload)) if found and STATUS.search(head) else ("", "")


def _status(payload: Payload) -> str:
    found = STATUS.search(payload.content[:4000].decode("utf-8", "replace"))
    return found[1] if found else ""
