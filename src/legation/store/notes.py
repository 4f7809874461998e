"""What a person added to a document that the reader missed: records, marked as a person's."""

import sqlite3

import msgspec

from legation.model import Record

_decoder = msgspec.json.Decoder(Record)
RULE = "added by"


def records(connection: sqlite3.Connection, hash: bytes) -> list[Record]:
    """The records that people added to a document and did not take back, in the order of adding."""
    rows = connection.execute(
        "SELECT record FROM note WHERE hash = ? AND undone IS NULL ORDER BY id", (hash,)
    )
    return [_decoder.decode(row[0]) for row in rows]
