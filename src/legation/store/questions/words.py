"""Full text: what people type, made into a question that the index of words can never refuse."""

import re
from collections.abc import Sequence

from msgspec import Struct

from legation.store.questions.asked import Asked, Stretch

DAY = 24
"""A document's id is its day of publication, shifted by so many bits, and a number."""
PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
WORD = re.compile(r"\w+")
OR = "OR"
IGNORED = frozenset({"AND", "NOT", "NEAR"})


class Wanted(Struct, frozen=True):
    """Words that people typed: every group must be there, of a group any one; ``without`` must not.
    A phrase is several words in a row.
    """

    groups: tuple[tuple[tuple[str, ...], ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.groups


def wanted(typed: str) -> Wanted:
    """What was typed: words, "phrases in quotation marks", ``-left out``, ``one OR other``. Signs
    that mean something to an index of words mean nothing here; nothing typed is an error.
    """
    groups: list[list[tuple[str, ...]]] = []
    without: list[tuple[str, ...]] = []
    joined = False
    for piece in PIECE.finditer(typed.replace("“", '"').replace("”", '"').replace("„", '"')):
        word = piece["word"]
        if word == OR and groups:
            joined = True
            continue
        words = tuple(WORD.findall(piece["phrase"] if word is None else word))
        if not words or (word in IGNORED and not piece["minus"]):
            continue
        if piece["minus"]:
            without.append(words)
        elif joined:
            groups[-1].append(words)
        else:
            groups.append([words])
        joined = False
    return Wanted(tuple(tuple(group) for group in groups), tuple(without))


def expression(asked: Wanted, tags: Sequence[Sequence[str]] = ()) -> str:
    """The same as the index wants it: in title and text alone; of each list of ``tags`` one."""
    parts = [
        "{title text} : (" + " OR ".join(_quoted(words) for words in group) + ")"
        for group in asked.groups
    ]
    parts += ["tags : (" + " OR ".join(f'"{tag}"' for tag in any_of) + ")" for any_of in tags]
    whole = " AND ".join(parts)
    for words in asked.without:
        whole = f"({whole}) NOT ({{title text}} : {_quoted(words)})"
    return whole


def _quoted(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'


def documents(
    ledger: Asked,
    asked: Wanted,
    on: Stretch,
    tags: Sequence[Sequence[str]] = (),
    before: int | None = None,
    *,
    limit: int,
) -> list[int]:
    """The documents that have the words, newest first, by day of publication.

    Args:
        tags: lists of tags of the index (``kkaz``, ``xevent``), of each of which one is there.
        before: the last document of the page before.
    """
    if asked.empty and not tags:
        return []
    last = (on.last + 1 << DAY) - 1
    rows = ledger.rows(
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? "
        "ORDER BY rowid DESC LIMIT ?",
        [
            expression(asked, tags),
            on.first << DAY,
            min(last, before - 1) if before is not None else last,
            limit,
        ],
    )
    return [number for (number,) in rows]
