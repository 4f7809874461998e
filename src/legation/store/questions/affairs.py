"""Of single affairs: the record that leads them, and when the account learned of them."""

from collections.abc import Sequence

from msgspec import Struct

from legation.store.questions.asked import Asked, among


class Held(Struct, frozen=True):
    """What is kept of an affair beside its contents. ``record`` leads it."""

    affair: int
    record: int
    day: int
    lent: int
    conflict: int
    changed: int
    first_seen: int
    judged: int


def held(ledger: Asked, numbers: Sequence[int]) -> dict[int, Held]:
    """The rows of some affairs, by number."""
    rows = among(
        ledger,
        "SELECT id, record, day, lent, conflict, changed, first_seen, judged FROM affair "
        "WHERE id IN ({})",
        numbers,
    )
    return {row[0]: Held(*row) for row in rows}


def of_records(ledger: Asked, records: Sequence[int]) -> list[int]:
    """The affairs of some records, each once, in the order of the records."""
    rows = among(ledger, "SELECT id, affair FROM record WHERE id IN ({})", records)
    found = {record: affair for record, affair in rows if affair is not None}
    return list(dict.fromkeys(found[record] for record in records if record in found))


def of_documents(ledger: Asked, documents: Sequence[int]) -> list[int]:
    """The affairs that some documents tell, in the order of the text."""
    rows = among(
        ledger,
        "SELECT affair, document, number FROM record WHERE document IN ({}) "
        "AND affair IS NOT NULL ORDER BY document, number",
        documents,
    )
    return list(dict.fromkeys(affair for affair, _, _ in rows))


def struck(ledger: Asked) -> list[int]:
    """The records that a person judged wrong, the latest judgement first."""
    rows = ledger.rows(
        "SELECT record.id FROM judgement "
        "CROSS JOIN document ON document.hash = judgement.left_hash "
        "CROSS JOIN record ON record.document = document.id AND record.judged = 2 "
        "WHERE judgement.verdict = 'wrong' GROUP BY record.id ORDER BY max(judgement.id) DESC"
    )
    return [record for (record,) in rows]
