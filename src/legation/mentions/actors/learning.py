"""What the titles of a document say of its persons: who holds which office, of which country.

A title's country stands with it, after the name ("Foreign Minister A of Serbia"), with the title
before it in a list, or in "its": the country or body that is the subject of the sentence or of the
one before.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from legation.lexicon import word_set
from legation.mentions.actors.namings import Naming
from legation.mentions.actors.people import Person
from legation.mentions.actors.register import Named, word_lists
from legation.mentions.actors.sentence_names import Scene, Whole
from legation.model import Sentence

FEDERAL = ("DEU", "AUT", "CHE")
"""Whose offices the press calls federal without naming the country."""
LISTED = word_set("actors", "learning.listed") | {","}
SUBJECT = frozenset(("nsubj", "nsubjpass"))
RANKS = word_set("actors", "learning.ranks")


class Known(NamedTuple):
    """A naming and the person it names."""

    naming: Naming
    person: Person


class Lessons:
    """Learns from sentence after sentence; ``owners`` are the countries of titles after "its", by
    sentence and token.
    """

    def __init__(self, europe: bool) -> None:
        self.europe = europe
        self.owners: dict[tuple[int, int], str] = {}
        self._subject: tuple[int, str] | None = None

    def learn(self, scene: Scene, held: Sequence[Known]) -> None:
        """Titles give persons role and country; a list of titles lends the country of the one
        before.
        """
        self._possessed(scene, held)
        before: tuple[int, str] | None = None
        last: str | None = None
        for own in held:
            naming, person = own
            if naming.title is None:
                person.code = person.code or (
                    _owner_after_name(scene, naming) if _in_office(scene) else None
                )
                continue
            owner = naming.title.owner
            person.stateless = person.stateless or (owner is not None and owner.breakaway)
            role = naming.title.words(scene.sentence)
            role = (last or role) if role.endswith("counterpart") else role
            last = role
            code = self._owner(scene, own, held)
            if (
                code is None
                and person.code is None
                and before is not None
                and naming.start - before[0] < 12
            ):
                code = (
                    before[1]
                    if _lends(scene.sentence, before[0], naming, role, before[1])
                    else None
                )
            if code is None and person.code is None:
                code = self._lent(scene, naming, role)
            head = naming.title.head
            person.learn(role, "ELI" if naming.title.former else head.sector, code)
            if person.code:
                before = (naming.end, person.code)

    def _lent(self, scene: Scene, naming: Naming, role: str) -> str | None:
        """The country of an office right before, in a list of offices of one person."""
        assert naming.title is not None
        before = [
            t
            for t in scene.titles
            if t.owner is not None and t.end < naming.title.start < t.end + 4
        ]
        code = code_of(before[-1].owner, self.europe) if before and before[-1].owner else None
        return code if code and _lends(scene.sentence, before[-1].end, naming, role, code) else None

    def _owner(self, scene: Scene, own: Known, held: Sequence[Known]) -> str | None:
        title = own.naming.title
        assert title is not None
        code = (
            code_of(title.owner, self.europe)
            if title.owner
            else _owner_after_name(scene, own.naming)
        )
        code = code or self.owners.get((scene.sentence.index, title.start))
        return code or next(
            (k.person.code for k in held if k.naming.end == title.start - 1 and k is not own), None
        )

    def _possessed(self, scene: Scene, held: Sequence[Known]) -> None:
        """Whose "its foreign minister" and "its parliament" are."""
        tokens, index = scene.sentence.tokens, scene.sentence.index
        subjects = [
            (w.start, code) for w in scene.wholes if (code := self._acts(scene.sentence, w))
        ]
        titles = [*scene.titles, *(k.naming.title for k in held if k.naming.title is not None)]
        for at in (*(t.start for t in titles if t.owner is None), *(o.start for o in scene.organs)):
            if not at or tokens[at - 1].lower != "its":
                continue
            here = [code for start, code in subjects if start < at]
            past = (
                self._subject[1]
                if self._subject is not None and index - self._subject[0] == 1
                else None
            )
            owner = here[-1] if here else past
            if owner is not None:
                self.owners[index, at] = owner
        owned = [code for (at, _), code in self.owners.items() if at == index]
        if not subjects and owned:
            self._subject = (index, owned[-1])
        if subjects:
            self._subject = (
                index,
                subjects[-1][1] if len({c for _, c in subjects}) == 1 else subjects[0][1],
            )

    def _acts(self, sentence: Sentence, whole: Whole) -> str | None:
        """The code of a country or body that is a subject."""
        if (
            not whole.acting
            or whole.means.group is not None
            or sentence.tokens[whole.end - 1].dep not in SUBJECT
        ):
            return None
        return code_of(whole.means, self.europe)


def _in_office(scene: Scene) -> bool:
    """Whether a sentence tells of heads and ministers: "Presidents A of France and B of Chad"."""
    return any(token.lower in word_lists().offices for token in scene.sentence.tokens)


def _owner_after_name(scene: Scene, naming: Naming) -> str | None:
    """ "Foreign Minister A of Serbia"."""
    tokens, at = scene.sentence.tokens, naming.end
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return None
    owner = next(
        (w for w in scene.wholes if w.start == at + 1 and w.means.kind in {"country", "body"}), None
    )
    return owner.means.code if owner is not None else None


def _lends(sentence: Sentence, end: int, naming: Naming, role: str, code: str) -> bool:
    """ "German Chancellor A and Foreign Minister B": B's office is German too."""
    start = naming.title.start if naming.title else naming.start
    between = [t.lower for t in sentence.tokens[end:start]]
    return all(word in LISTED for word in between) and (
        not role.startswith("federal") or code in FEDERAL
    )


def code_of(means: Named, europe: bool) -> str | None:
    """The code that a name stands for; Brussels is the European Union's where ``europe`` says
    so.
    """
    if means.group is not None and means.group.fallback:
        return means.group.members[0]
    if means.kind == "capital" and means.code == "BEL" and europe:
        return "EUR"
    return means.code or None


def brussels(scenes: Sequence[Scene]) -> bool:
    """Whether Brussels, where it acts, stands for the European Union: unless only Belgium is
    spoken of.
    """
    codes = [
        w.means.code.split(":")[0] for s in scenes for w in s.wholes if w.means.kind != "capital"
    ]
    return codes.count("EUR") >= codes.count("BEL")


def secretaries(people: Sequence[Person], overall: Counter[str]) -> None:
    """ "Secretary of Commerce A" of nobody: of the one state named in the document whose ministers
    are secretaries.
    """
    named = [code for code in word_lists().secretary_states if overall[code]]
    for person in people:
        open_ = person.code is None and not person.stateless
        if open_ and len(named) == 1 and any(_cabinet(role) for role in person.roles):
            person.code = named[0]


def _cabinet(role: str) -> bool:
    words = role.split()
    while words and words[0] in RANKS:
        words.pop(0)
    return (
        len(words) > 2
        and words[0] in {"secretary", "undersecretary"}
        and words[1] in {"of", "for"}
        and words[2] != "state"
    )
