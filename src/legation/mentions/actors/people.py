"""The persons of one document: every name, title and surname leads to one of them.

A person is met first with a full name and a title, later by surname alone. What is learnt late
counts for all mentions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from legation.lexicon import word_set
from legation.mentions.actors.register import word_lists
from legation.mentions.actors.words import pieces
from legation.model import Sentence, Token

FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "HKG", "KHM", "MAC"))
"""Where the family name stands first in the press: Xi Jinping is Xi."""
SUFFIXES = word_set("actors", "people.suffixes")


@dataclass(slots=True)
class Person:
    """What the document says of one person, so far."""

    name: str
    words: tuple[str, ...]
    code: str | None = None
    role: str | None = None
    roles: list[str] = field(default_factory=list)
    sector: str | None = None
    wikidata: str | None = None
    gender: str | None = None
    last_seen: int = -1
    named: int = 0
    stateless: bool = False
    """Whether a breakaway land is the owner of the office: nothing lends its holder a country."""

    @property
    def entity(self) -> str:
        """The same for all mentions."""
        return f"person:{self.name}"

    @property
    def passing(self) -> bool:
        """Whether the text says nothing of this person but one word, once."""
        return self.named < 2 and len(self.words) < 2 and not (self.code or self.role)

    def learn(self, role: str, sector: str | None, code: str | None) -> None:
        """Take in a title that the text gives this person."""
        if role and role not in self.roles:
            self.roles.append(role)
        if self.role is None and role:
            self.role, self.sector = role, self.sector if sector is None else sector
        self.code = None if self.stateless else self.code or code


class People:
    """The persons of a document, in the order of their first mention."""

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}

    def meet(self, name: str, at: int) -> Person:
        """The person of that name, made if there is none.

        Args:
            name: as written, without title.
            at: the sentence; of two namesakes the one seen last is meant.
        """
        held = tuple(piece.lower() for piece in pieces(name) if piece.lower() not in SUFFIXES)
        known = self.known(held)
        if known is None:
            known = Person(name=name, words=held)
            self.all.append(known)
            self._index(known)
        elif len(held) > len(known.words):
            known.name, known.words = name, held
            self._index(known)
        known.last_seen = max(at, known.last_seen)
        known.named += 1
        return known

    def known(self, held: Sequence[str]) -> Person | None:
        """The person seen last whom these words can name."""
        if not held:
            return None
        near = {id(p): p for word in {held[0], held[-1]} for p in self._by_word.get(word, ())}
        fitting = [p for p in near.values() if _same(p, tuple(held))]
        return max(fitting, key=lambda p: p.last_seen, default=None)

    def _index(self, person: Person) -> None:
        for word in {person.words[0], person.words[-1]} if person.words else ():
            if person not in self._by_word.setdefault(word, []):
                self._by_word[word].append(person)


def _same(person: Person, held: tuple[str, ...]) -> bool:
    known = person.words
    if held == known:
        return True
    short, long = (held, known) if len(held) < len(known) else (known, held)
    if len(short) == 1:
        first = person.code in FAMILY_FIRST or (
            person.code is None and len(long) > 1 and len(long[0]) < 5
        )
        return long[-1] == short[0] or (first and long[0] == short[0])
    if long[-len(short) :] == short:
        return True
    return len(short) > 1 and long[0] == short[0] and long[-1] == short[-1]


def run_end(sentence: Sentence, at: int, blocked: frozenset[int] | set[int], limit: int = 7) -> int:
    """Where a name that begins at a token ends; ``at`` itself if none begins there."""
    tokens, end, cursor = sentence.tokens, at, at
    while cursor < len(tokens) and cursor < at + limit and cursor not in blocked:
        token = tokens[cursor]
        if _part(token) or _hyphenated(tokens, cursor, at):
            end = cursor + 1
        elif not _joint(tokens, cursor, at):
            break
        cursor += 1
    return end


def _part(token: Token) -> bool:
    text = token.text
    if not text[:1].isupper() or any(c.isdigit() for c in text):
        return False
    if text.lower().rstrip(".") in word_lists().not_names and (
        token.entity != "PERSON" or token.tag == "PRP"
    ):
        return False
    if token.tag.startswith("V") and token.entity != "PERSON" and token.dep == "ROOT":
        return False
    return token.tag in {
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "JJ",
        "FW",
        "UH",
        "VBG",
        "VBN",
        "XX",
        "ADD",
        "VB",
        "VBP",
        "VBZ",
        "RB",
        "IN",
        "MD",
    }


def _hyphenated(tokens: Sequence[Token], cursor: int, first: int) -> bool:
    """Whether a token is the second half of a given name after the family name: "Ban Ki-moon"."""
    if (
        cursor < first + 3
        or tokens[cursor - 1].text not in {"-", "‑"}
        or not tokens[cursor].text.islower()
    ):
        return False
    half, token = tokens[cursor - 2], tokens[cursor]
    glued = half.end == tokens[cursor - 1].start and tokens[cursor - 1].end == token.start
    short = len(half.text) < 6 and len(token.text) < 6 and half.text[:1].isupper()
    return glued and short and (token.entity == "PERSON" or token.tag in {"NN", "NNP"})


def _joint(tokens: Sequence[Token], cursor: int, first: int) -> bool:
    """Whether a token holds two parts of a name together: a hyphen, an apostrophe, "bin", "de"."""
    if cursor + 1 >= len(tokens):
        return False
    token, following = tokens[cursor], tokens[cursor + 1]
    if token.text in {"-", "‑", "’", "'", "–"}:
        glued = (
            cursor > first
            and tokens[cursor - 1].end == token.start
            and token.end == following.start
        )
        return glued and (_part(following) or _hyphenated(tokens, cursor + 1, first))
    if token.lower in word_lists().particles and token.text[:1].islower():
        return any(_part(t) for t in tokens[cursor + 1 : cursor + 4])
    return False
