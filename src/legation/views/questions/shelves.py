"""An open ledger as one question reads it: what it has read is kept until it is answered."""

from collections.abc import Sequence
from typing import Any, Protocol

from legation.model import Ledger as ReadLedger
from legation.model import Record
from legation.model.account import AccountDocument, Affair, Altered, Conflict, Promise
from legation.model.addresses import made_up
from legation.store.batches import Batch
from legation.store.settling import Settlement
from legation.views.questions.entries import Source


class Ledger(Protocol):
    """An open ledger, as views ask it (``docs/store.md``)."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of the tables."""

    def actor(self, code: str) -> int | None:
        """The number of an actor's code; ``None`` where nothing is told of it."""

    def code(self, number: int) -> str:
        """The code of an actor's number."""

    def pair(self, one: str, other: str) -> tuple[int, int] | None:
        """The numbers of two actors, in the pair's order."""

    def document(self, number: int) -> AccountDocument:
        """The contract's document."""

    def text(self, number: int) -> str:
        """A document's text."""

    def record(self, number: int) -> tuple[int, Record]:
        """The number of the document, and the record as read."""

    def ledger(self, number: int) -> ReadLedger | None:
        """A document's whole ledger, as people left it."""

    def affair(self, number: int) -> Affair:
        """The contract's affair."""

    def batch(self, numbers: Sequence[int]) -> Batch:
        """Some affairs with their first records, asked for together."""

    def documents(self, numbers: Sequence[int]) -> list[AccountDocument]:
        """The contract's documents, in the order asked, without those that are not here."""

    def texts(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of some documents."""

    def conflict(self, number: int) -> Conflict:
        """The contract's conflict."""

    def settlements(self, conflict: int) -> Sequence[Settlement]:
        """What people decided of a conflict."""

    def promise(self, affair: int) -> Promise:
        """The contract's promise."""

    def altered(self, document: int) -> Sequence[Altered]:
        """What a copy or later version changed of its source."""


class Shelf:
    """What one question has read so far. Not to be kept longer: a ledger changes."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._documents: dict[int, AccountDocument] = {}
        self._texts: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def fetch(self, documents: Sequence[int], texts: Sequence[int]) -> None:
        """Read documents, and the texts of some, together: before they are asked for one by one."""
        new = [number for number in documents if number not in self._documents]
        for number, document in zip(new, self.ledger.documents(new), strict=True):
            self._documents[number] = document
            self._numbers[document.id] = number
        self._texts.update(self.ledger.texts([n for n in texts if n not in self._texts]))

    def document(self, number: int) -> AccountDocument:
        """The document of a number."""
        if number not in self._documents:
            self._documents[number] = self.ledger.document(number)
        return self._documents[number]

    def number(self, document: str) -> int | None:
        """The number of a document by its id; ``None`` for one that is not (any longer) here."""
        if document not in self._numbers:
            rows = self.ledger.rows("SELECT id FROM document WHERE name = ?", [document])
            if not rows:
                return None
            self._numbers[document] = rows[0][0]
        return self._numbers[document]

    def text(self, number: int) -> str:
        """The text of a document."""
        if number not in self._texts:
            self._texts[number] = self.ledger.text(number)
        return self._texts[number]

    def source(
        self, number: int, record: str | None = None, spans: Sequence[Sequence[int]] = ()
    ) -> Source:
        """A document as it is cited, with the words under some spans of it."""
        held = self.document(number)
        reach = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None
        return Source(
            document=held.id,
            record=record,
            hash=held.hash,
            story=held.story,
            title=held.title,
            publisher=held.publisher,
            published=held.published,
            url=held.url,
            version=held.version,
            span=reach,
            words=words(self.text(number), spans) if spans else "",
            made_up=made_up(held.url),
        )


def words(text: str, spans: Sequence[Sequence[int]]) -> str:
    """The words under some spans, with an ellipsis where they part; white space folded."""
    return " … ".join(" ".join(text[start:end].split()) for start, end, *_ in spans)
