"""The account as a folder of notes for Obsidian: one a pair, one a person, one a text, each entry
with a link to the text that tells it, and a page that lists them.

Names of files are safe on every system and hold none of the signs that Obsidian's links give a
meaning; notes that would share a name get a number.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from legation.export.markdown import plain
from legation.export.told import Asked, Told, told
from legation.model.signs import visible
from legation.store import Reading
from legation.store.entries import pairs
from legation.views.questions.entries import Source
from legation.views.wording import name_of

UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*#^\[\]%]+')
LONGEST = 80
"""Signs of a name: with its folder far below what any system allows."""
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for itself."""
DYADS, PEOPLE, DOCUMENTS = "Dyads", "People", "Documents"


class Note(Struct):
    """A note that is being written: its place without the ending, its title, how much it tells."""

    place: str
    title: str
    entries: int = 0


class Vault:
    """The folder, and the notes in it so far; their text is on the disk, not in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes: dict[tuple[str, str], Note] = {}
        self._taken: set[str] = set()

    def note(self, kind: str, key: str, title: str, head: dict[str, str | None]) -> Note:
        """The note of something, begun where it is new."""
        if (kind, key) not in self.notes:
            place = self._free(f"{kind}/{safe(title)}")
            self.notes[kind, key] = Note(place, title)
            lines = ["---", *(f"{name}: {_quoted(held)}" for name, held in head.items() if held)]
            self._write(place, [*lines, "---", f"# {plain(title)}", ""])
        return self.notes[kind, key]

    def _free(self, place: str) -> str:
        """A place that nothing has, for systems that do not tell large letters from small ones."""
        found, number = place, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{place} ({number})"
        self._taken.add(found.casefold())
        return found

    def tell(self, note: Note, lines: list[str]) -> None:
        """Put an entry into a note."""
        note.entries += 1
        self._write(note.place, lines)

    def _write(self, place: str, lines: list[str]) -> None:
        file = self.folder / f"{place}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", newline="\n") as out:
            out.write("\n".join(lines) + "\n")

    def index(self) -> None:
        """The page that lists all notes."""
        lines = ["# What this account holds"]
        for kind in (DYADS, PEOPLE, DOCUMENTS):
            held = sorted(
                (note for (of, _), note in self.notes.items() if of == kind),
                key=lambda note: (-note.entries, note.place),
            )
            lines += ["", f"## {kind}", ""]
            lines += [f"- {link(note)} ({note.entries})" for note in held]
        self._write("Index", lines)


def write(ledger: Reading, asked: Asked, folder: Path) -> int:
    """Write the notes into an empty folder; how many there are."""
    vault = Vault(folder)
    for one in told(ledger, asked):
        texts = [_document(vault, source) for source in one.entry.sources]
        lines = _entry(one, texts)
        for note in (*_dyads(vault, one), *_people(vault, one), *texts):
            vault.tell(note, lines)
    vault.index()
    return len(vault.notes)


def _dyads(vault: Vault, one: Told) -> Iterator[Note]:
    for a, b in sorted(pairs(one.record)):
        title = f"{name_of(a)} – {name_of(b)}"
        yield vault.note(DYADS, f"{a} {b}", title, {"kind": "dyad", "a": a, "b": b})


def _people(vault: Vault, one: Told) -> Iterator[Note]:
    for who in {(w.person, w.code): w for w in one.entry.parties if w.person}.values():
        person = who.person or ""
        head = {"kind": "person", "actor": who.code, "role": who.role}
        yield vault.note(PEOPLE, f"{person} {who.code}", person, head)


def _document(vault: Vault, source: Source) -> Note:
    title = source.title or source.document
    head = {
        "kind": "document",
        "id": source.document,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
        "text": source.hash,
    }
    return vault.note(DOCUMENTS, source.document, title, head)


def _entry(one: Told, texts: list[Note]) -> list[str]:
    """An entry as an item: day, sentence, how sure, the words, the texts."""
    entry, when = one.entry, one.entry.when
    day = "undated" if when.undated else when.words or "undated"
    standing = entry.status if one.stance in {"affirms", entry.status} else one.stance
    marks = [entry.kind, entry.type, standing, "" if entry.certain else "less certain"]
    lines = [f"- {plain(visible(day))} · {plain(visible(one.line))}"]
    lines.append(f"  *{plain(', '.join(dict.fromkeys(filter(None, marks))))}*")
    if entry.number and entry.number.badge:
        lines.append(f"  {entry.number.badge.sign} {entry.number.badge.word}")
    lines.append(f"  > {plain(visible(entry.quote))}")
    lines += [f"  - doubtful {plain(f)}: {plain(why)}" for f, why in entry.doubtful.items()]
    lines += [f"  - {link(text)}" for text in texts]
    return lines


def link(note: Note) -> str:
    """A link to a note, shown by its title."""
    shown = " ".join(UNSAFE.sub(" ", visible(note.title)).split())
    return f"[[{note.place}|{shown or note.place}]]"


def safe(title: str) -> str:
    """A title as the name of a file, on any system and within a link."""
    plain_title = unicodedata.normalize("NFC", visible(title))
    name = " ".join(UNSAFE.sub(" ", plain_title).split()).strip(". ")
    name = name[:LONGEST].rstrip(". ") or "untitled"
    return f"{name} -" if DEVICES.fullmatch(name) else name


def _quoted(held: str) -> str:
    """A value of the head in YAML's double quotation marks."""
    words = visible(" ".join(held.split()))
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
