"""Titles to persons: whom "the deputy foreign minister" means, and which country an untold title
belongs to.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from legation.lexicon import word_set
from legation.mentions.actors import office_holders
from legation.mentions.actors.office_holders import Holder
from legation.mentions.actors.people import FAMILY_FIRST, Person
from legation.mentions.actors.register import cities, names, word_lists
from legation.model import Sentence

CHIEFS = word_set("actors", "offices.chiefs")
LEADERS = word_set("actors", "offices.leaders")
DIPLOMATS = word_set("actors", "offices.diplomats")
DIPLOMATIC = word_set("actors", "offices.diplomatic")
PARTS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "ROOT", "dative"])
"""What a party is in its sentence."""
ORDINARY = word_set("actors", "offices.ordinary")
FIRST_MINISTERS = word_set("actors", "offices.first_ministers")


def fits(role: str, head: str, person: Person) -> bool:
    """Whether a title said of someone can mean this person.

    Args:
        role: the title as said now, in lower case.
        head: the head of the title.
        person: with the titles that the text gave them.
    """
    said = {w for w in role.split() if w not in ORDINARY}
    for known in person.roles:
        words = {w for w in known.split() if w not in ORDINARY}
        if said <= words or (words <= said and head in known):
            return True
        if head in LEADERS and words & CHIEFS:
            return True
        if (
            head in DIPLOMATS
            and said <= {*head.split(), "top", "senior", "chief", "special"}
            and words & DIPLOMATIC
        ):
            return True
    return False


def means_chief(role: str, known: str) -> bool:
    """Whether "the head of state" or "the leader" can mean someone called ``known``."""
    words = set(known.split())
    if role == "head of state":
        return bool(words & (CHIEFS - FIRST_MINISTERS))
    if role == "head of government":
        return bool(words & FIRST_MINISTERS)
    return role in LEADERS and bool(words & CHIEFS)


def meant(role: str, head: str, code: str | None, persons: Sequence[Person]) -> Person | None:
    """The person seen last whom a title can mean; none if none fits."""
    fitting = [
        p
        for p in persons
        if p.roles and fits(role, head, p) and (code is None or _same(code, p.code))
    ]
    return max(fitting, key=lambda p: p.last_seen, default=None)


def _same(code: str, other: str | None) -> bool:
    return other is not None and code.split(":")[0] == other.split(":")[0]


def may_be_leader(sentence: Sentence, at: int) -> bool:
    """Whether a token can be a leader's bare surname: a capitalised name that acts or is acted
    upon, in no longer name.
    """
    token, before = sentence.tokens[at], sentence.tokens[at - 1] if at else None
    if (
        not token.text[:1].isupper()
        or token.text.isupper()
        or token.tag not in {"NNP", "NN"}
        or token.dep not in PARTS
    ):
        return False
    if before is not None and before.tag.startswith("NNP"):
        return False
    town = names().get(token.text) is not None or cities().get(token.text) is not None
    return token.entity not in {"DATE", "TIME", "MONEY"} and len(token.text) > 3 and not town


def settle(person: Person, when: date | None, named: Mapping[str, int]) -> None:
    """Give a person without a country the one of the register of office-holders, if the date fits
    and no title that the text gives speaks against it; ``named`` counts the countries of the
    document."""
    if person.stateless:
        return
    if person.code is not None and person.role is not None:
        _wikidata(person, when)
        return
    row = _holder(person, when)
    if row is None:
        person.code = person.code or owner_of(person.roles, named)
        return
    if person.code is not None and not _same(row.code, person.code):
        return
    person.code = person.code or row.code
    person.wikidata = row.wikidata
    if person.role is None:
        _give_office(person, row, when)
    if len(person.words) == 1 and row.code not in FAMILY_FIRST:
        person.name = row.person


def _holder(person: Person, when: date | None) -> Holder | None:
    """The row of the register that a person is: by the whole name, by a surname alone where no
    title speaks against it, or by an office told without a date.
    """
    row = office_holders.known(person.words, when)
    may_hold = person.role is None or person.sector in {"GOV", "MIL"}
    if row is None and len(person.words) == 1 and may_hold:
        row = office_holders.known_by_surname(person.words[0], when)
    if row is None and (person.role is not None or when is None):
        row = _in_office(person)
    return row


def _give_office(person: Person, row: Holder, when: date | None) -> None:
    person.sector = "REB" if row.code.startswith("ISM") else "GOV"
    # a text without a date may be older or younger than an office
    if when is not None and office_holders.holds(row, when):
        person.role = row.role
        person.roles.append(row.role)


def _in_office(person: Person) -> office_holders.Holder | None:
    """ "President Obama" in a text without a date: the one country that had such a president."""
    if len(person.words) != 1:
        return None
    rows = [
        row
        for row in office_holders.surnames().get(person.words[0], ())
        if person.role in {row.role, None}
    ]
    chief = person.role is not None or (
        len(person.words[0]) > 4 and person.words[0] not in word_lists().given_names
    )
    return rows[-1] if len({row.code for row in rows}) == 1 and chief else None


def owner_of(roles: Sequence[str], named: Mapping[str, int]) -> str | None:
    """The state or body whose title it is, where only one has it ("Secretary of State"), or where
    of those that have it the document does not name another one alone."""
    for role in roles:
        said = role.replace(".", "")
        row = office_holders.owners().get(said) or office_holders.owners().get(
            said.split(" for ")[0]
        )
        exact = row is not None and (row.wide or row.role == said)
        if (
            row is not None
            and exact
            and (named.get(row.code.split(":")[0]) or not any(named.get(r) for r in row.rivals))
        ):
            return row.code
    return None


def _wikidata(person: Person, when: date | None) -> None:
    row = office_holders.known(person.words, when)
    if row is not None and _same(row.code, person.code):
        person.wikidata = row.wikidata
