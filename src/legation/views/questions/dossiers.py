"""A dossier: the lines that a person pinned, each as its affair stands today."""

from msgspec import Struct

from legation.store import Reading, dossiers
from legation.store.dossiers import Dossier, Pin
from legation.views.questions.assembling import entries, struck_one
from legation.views.questions.entries import Entry
from legation.views.questions.scopes import Head, Scope
from legation.views.questions.shelves import Shelf

ELSEWHERE = "in no count: an earlier source tells its story, or it was withdrawn or judged wrong"


class Pinned(Struct, frozen=True, kw_only=True):
    """An entry of a dossier with the pins that lead to it: why it was pinned, and by whom."""

    entry: Entry
    pins: tuple[Pin, ...]


class Bundle(Struct, frozen=True, kw_only=True):
    """The lines pinned under a name, by their own dates. ``again`` are pins whose line is no
    longer read, to be looked at again.
    """

    head: Head
    name: str
    entries: tuple[Pinned, ...]
    again: tuple[Pin, ...]


class Bundles(Struct, frozen=True, kw_only=True):
    """The dossiers of an account, the one last pinned into first."""

    head: Head
    dossiers: tuple[Dossier, ...]


def bundles(ledger: Reading) -> Bundles:
    """All dossiers."""
    head = Head(title="Dossiers", scope=Scope())
    return Bundles(head=head, dossiers=tuple(dossiers.all_of(ledger)))


def bundle(ledger: Reading, name: str) -> Bundle:
    """The lines pinned under a name; an empty bundle where nothing is."""
    shelf = Shelf(ledger)
    held: dict[str, tuple[Entry, list[Pin]]] = {}
    again = []
    for pin in dossiers.pins(ledger, name):
        entry = _entry(shelf, ledger, pin)
        if entry is None:
            again.append(pin)
        else:
            held.setdefault(entry.id, (entry, []))[1].append(pin)
    rows = sorted(held.values(), key=lambda row: (str(row[0].when.start or "9"), row[0].id))
    sources = [source for entry, _ in rows for source in entry.sources]
    head = Head(
        title=name,
        scope=Scope(),
        stories=len({source.story for source in sources}),
        documents=len({source.document for source in sources}),
        made_up=any(source.made_up for source in sources),
    )
    found = tuple(Pinned(entry=entry, pins=tuple(pins)) for entry, pins in rows)
    return Bundle(head=head, name=name, entries=found, again=tuple(again))


def _entry(shelf: Shelf, ledger: Reading, pin: Pin) -> Entry | None:
    """The affair that a pinned record belongs to; the record alone, struck, where it counts in
    none; nothing where it is no longer read.
    """
    if pin.record is None or pin.document is None:
        return None
    row = ledger.one(
        "SELECT r.affair FROM record AS r JOIN document AS d ON d.id = r.document "
        "WHERE d.story = (SELECT story FROM document WHERE name = ?) AND r.uid = ? "
        "AND r.affair IS NOT NULL",
        (pin.document, bytes.fromhex(pin.record)),
    )
    found = entries(shelf, [row[0]]) if row else ()
    if found:
        return found[0]
    number = shelf.number(pin.document)
    read = ledger.ledger(number) if number is not None else None
    record = next((r for r in (read.records if read else ()) if r.id == pin.record), None)
    if number is None or record is None:
        return None
    return struck_one(shelf, number, record, ELSEWHERE)
