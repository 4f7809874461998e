"""Sides that a clause leaves without a country, taken from the one country around them; what is
taken is told as inherited.

"Police arrested a singer in Chad": the police of a place act there. "Students demanded that Chad's
government resign": who strikes and protests does so at home. Nothing is taken where two countries
could be meant.
"""

from msgspec.structs import replace

from legation.lexicon import word_set
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.breakaway import names_a_breakaway_land
from legation.records.events.candidates.drafts import Draft
from legation.records.predicates import Cast

DOMESTIC = frozenset(
    {"COP", "JUD", "LEG", "LAB", "EDU", "OPP", "CVL", "PTY", "AGR", "REB", "REL", "MED"}
)
"""Sectors that act at home."""
COURTS = frozenset({"COP", "JUD"})
RULING = frozenset({"GOV", "COP", "MIL", "JUD", "LEG"})
SUBJECTS = frozenset({"LAB", "EDU", "OPP", "CVL", "PTY", "AGR", "REB", "UAF", "REL"})
"""Who has to do with rulers is mostly ruled by them."""
INWARD = frozenset({"PROTEST", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
"""Types that people without an office do to their own rulers."""
OFFICIAL = frozenset({"RETREAT", "CONCEDE", "COERCE"})
"""Types that an office-holder does at home."""
ABOUT = frozenset({"CONSULT", "AGREE"})
"""Types in which a country that is neither side is only spoken of."""
BODIES = frozenset({"EUR", "UNO", "IGO", "NGO", "WLD", "ISM", "MNC"})
LOCATIVE = word_set("events", "location_inference.locative")
CLAUSES = frozenset({"advcl", "ccomp", "relcl", "parataxis"})
TAKEN = 0.1
"""What taking a side from its surroundings costs in confidence."""


def settle(draft: Draft, cast: Cast) -> Draft:
    """The draft with its open sides filled where only one country can be meant; nothing is lent
    where a breakaway land is named.
    """
    if names_a_breakaway_land(cast.within(draft.sentence)):
        return draft
    actors = _actors(draft, cast)
    recipients = _recipients(draft, cast)
    taken = [
        name
        for name, new, old in (
            ("actors", actors, draft.actors),
            ("recipients", recipients, draft.recipients),
        )
        if new != old
    ]
    if not taken:
        return draft
    inherited = tuple(dict.fromkeys((*draft.inherited, *taken)))
    confidence = round(max(0.1, draft.confidence - TAKEN), 2)
    return replace(
        draft, actors=actors, recipients=recipients, inherited=inherited, confidence=confidence
    )


def _actors(draft: Draft, cast: Cast) -> tuple[Party, ...]:
    held = draft.actors
    if not held or draft.type == "CONSULT" or any(p.actor is not None for p in held):
        return held
    code = None
    if all(_domestic(draft, p) for p in held):
        code = _only(_places(draft, cast)) or _ruled(draft) or _judged(draft)
        code = code or (_only(_spoken_of(draft, cast)) if draft.type in OFFICIAL else None)
    return tuple(replace(p, actor=code) for p in held) if code is not None else held


def _domestic(draft: Draft, one: Party) -> bool:
    """Whether someone acts at home: people without an office, police and courts, and in some acts
    whoever holds an office.
    """
    if one.person is not None:
        return one.sector in COURTS or (draft.type in OFFICIAL and one.sector in {"GOV", "MIL"})
    ethnic = one.sector is None and (one.name or "").lower().startswith("ethnic ")
    return (
        ethnic
        or one.sector in DOMESTIC
        or (one.sector in {"GOV", "MIL"} and draft.type in OFFICIAL)
    )


def _ruled(draft: Draft) -> str | None:
    """The country of the rulers to whom people without an office turn."""
    rulers = {p.actor for p in draft.recipients if p.sector in RULING and _is_country(p.actor)}
    police = draft.type == "ASSAULT" and all(p.sector == "COP" for p in draft.recipients)
    ruled = (draft.type in INWARD or police) and all(p.sector in SUBJECTS for p in draft.actors)
    return next(iter(rulers)) if ruled and len(rulers) == 1 else None


def _judged(draft: Draft) -> str | None:
    """The country of those whom a judge or a policeman has to do with."""
    codes = [p.actor for p in draft.recipients if p.actor is not None and _is_country(p.actor)]
    return _only(codes) if all(p.sector in COURTS for p in draft.actors) else None


def _spoken_of(draft: Draft, cast: Cast) -> list[str]:
    """The countries named in the sentence."""
    return [
        a.actor for a in cast.within(draft.sentence) if a.actor is not None and _is_country(a.actor)
    ]


def _recipients(draft: Draft, cast: Cast) -> tuple[Party, ...]:
    if draft.type in ABOUT or draft.nominal or any(p.actor is not None for p in draft.recipients):
        return draft.recipients
    own = {p.actor for p in draft.actors}
    named = {p.actor: p for p in _named(draft, cast) if p.actor not in own}
    if not draft.recipients and own - {None} and len(named) == 1:
        return tuple(named.values())
    nameless = draft.recipients and all(p.person is None for p in draft.recipients)
    code = _only(_places(draft, cast)) if nameless else None
    return (
        tuple(replace(p, actor=code) for p in draft.recipients)
        if code is not None
        else draft.recipients
    )


def _named(draft: Draft, cast: Cast) -> list[Party]:
    """Countries, and those who stand for one, within the clause."""
    reach = {t.i for t in _clause(draft.sentence, draft.trigger)}
    found = []
    for actor in cast.within(draft.sentence):
        apex = draft.sentence.apex(actor.span)
        if (
            apex is not None
            and apex.i in reach
            and _is_country(actor.actor)
            and actor.form != "pronoun"
        ):
            found.append(cast.party(actor))
    return found


def _clause(sentence: Sentence, trigger: Token) -> list[Token]:
    """What hangs from a trigger, without clauses that have a verb and a tense of their own."""
    held, waiting = [trigger], [trigger]
    while waiting:
        for token in sentence.children(waiting.pop()):
            apart = token.dep in CLAUSES or (
                token.dep == "conj" and token.tag[:1] in "VM" and trigger.tag[:1] == "V"
            )
            if not apart or token.tag in {"VB", "VBG"}:
                held.append(token)
                waiting.append(token)
    return held


def _places(draft: Draft, cast: Cast) -> list[str]:
    """The countries of the places where the clause says that it happened."""
    reach = {t.i for t in _clause(draft.sentence, draft.trigger)}
    found = []
    for token in draft.sentence.tokens:
        above = draft.sentence.head(token)
        if token.dep == "pobj" and above.lower in LOCATIVE and token.i in reach:
            found += [
                p.actor
                for p in cast.parties(draft.sentence, token, acting=False)
                if p.actor is not None
            ]
    return [code for code in found if _is_country(code)]


def _only(codes: list[str]) -> str | None:
    return codes[0] if len(set(codes)) == 1 else None


def _is_country(code: str | None) -> bool:
    return code is not None and len(code) == 3 and code not in BODIES
