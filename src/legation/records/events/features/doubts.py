"""What makes a told event less sure than its sense: read off the sentence once the parties and the
status are known.
"""

from collections.abc import Iterable, Sequence

from legation.lexicon import word_set
from legation.model import Party, Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.predicates import NAMED, event_noun, public

DOUBT = 0.15
"""What each doubt costs: enough to take any but the surest sense from ``sure``."""
TRUST = 0.05
"""What is gained where both sides are known and nothing speaks against it: "X arrived in Chad on
Tuesday".
"""
OWNED = 0.05
"""What "his" and "its" before an event noun cost."""
ATTITUDES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types that are done to someone through what he did: "rejected Chad's request"."""
CIVIL = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE", "AID", "SANCTION", "THREATEN"})
"""Types whose two sides the sentence names as such; of fighting it often names the place
instead.
"""
PEOPLE = word_set("events", "doubts.people")
STATES = word_set("events", "doubts.states")
INNER = frozenset({"xcomp", "pcomp", "acl"})
"""Where a verb stands under one that may take it back: "strove to meet", "steered clear of
criticising".
"""
CERTAIN = frozenset({"will", "shall", "'ll", "’ll"})
DEEP = 5
"""Steps up the tree from a recipient to what is told of him: from here on the two have mostly
nothing to do with each other.
"""
FELLOWS = frozenset({"ally", "partner", "member"})
POSSESSIVES = word_set("events", "doubts.possessives")
ASIDE = word_set("events", "doubts.aside")
WISHES = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
ABROAD = frozenset({"AGREE", "THREATEN", "AID", "COOPERATE"})
"""Types that a country hardly does to itself."""
LIKELY = 0.5
"""From here on the model's opinion speaks for a draft."""
OBLIQUE = word_set("events", "doubts.oblique")


def against(draft: Draft) -> list[str]:
    """The names of the doubts that a draft raises."""
    return [doubt.__name__ for doubt in DOUBTS if doubt(draft)]


def settled(draft: Draft, raised: Sequence[str] | None = None) -> float:
    """The confidence of a draft, 0 to 1, after what speaks for it and against it (``raised``,
    where that is known already).
    """
    doubts = len(against(draft) if raised is None else raised)
    owned = OWNED * (
        draft.nominal and any(_words(draft.sentence, p) in POSSESSIVES for p in draft.actors)
    )
    trust = TRUST * (not doubts and not owned and _plain(draft))
    return round(min(0.95, max(0.0, draft.confidence - DOUBT * doubts - owned + trust)), 2)


def _plain(draft: Draft) -> bool:
    return (
        draft.type in CIVIL
        and draft.status == "actual"
        and not draft.inherited
        and _both_known(draft)
    )


def _unreal(draft: Draft) -> bool:
    """What is only possible; and what is planned, unless the verb itself says "will"."""
    aux = (t for t in draft.sentence.children(draft.trigger) if t.dep == "aux")
    planned = draft.status == "planned" and not any(
        t.lower in CERTAIN or t.lemma in CERTAIN for t in aux
    )
    return planned or draft.status == "hypothetical"


def _inner(draft: Draft) -> bool:
    return not draft.nominal and draft.trigger.dep in INNER


def _through_things(draft: Draft) -> bool:
    """A side that is known only by a thing of its: "eased tensions in Chad" was not done to
    Chad.
    """
    sides = (*draft.recipients, *(draft.actors if draft.type == "CONSULT" else ()))
    return draft.type not in ATTITUDES and any(_is_thing(draft.sentence, p) for p in sides)


def _is_thing(sentence: Sentence, one: Party) -> bool:
    last = _last(sentence, one)
    if last is None or one.actor is None or one.person is not None:
        return False
    common = last.tag in {"NN", "NNS", "VBG"} and last.entity not in NAMED
    return common and public(last) is None and last.lemma not in PEOPLE


def _of_states(draft: Draft) -> bool:
    return any(_is_state(draft.sentence, p) for p in (*draft.actors, *draft.recipients))


def _is_state(sentence: Sentence, one: Party) -> bool:
    last = _last(sentence, one)
    if last is None or one.actor is None:
        return False
    return (last.tag == "NNS" and last.lemma in STATES) or (
        last.tag == "NN" and last.lemma in FELLOWS
    )


def _dateline(draft: Draft) -> bool:
    """A name that opens the sentence and is cut off by a bracket or a date tells where it was
    written, not who acts.
    """
    opening = draft.sentence.tokens[0].start
    first = (p for p in draft.actors if p.mention is not None and p.mention.start == opening)
    return any(p.person is None and p.sector is None and _cut_off(draft.sentence, p) for p in first)


def _cut_off(sentence: Sentence, one: Party) -> bool:
    last = _last(sentence, one)
    after = [t for t in sentence.tokens if last is not None and last.i < t.i <= last.i + 2]
    return len(after) == 2 and (
        after[0].text == "(" or (after[0].text in {",", "-", "–", "—"} and after[1].tag == "NNP")
    )


def _oblique(draft: Draft) -> bool:
    """ "scolded him": whoever that is."""
    return any(_words(draft.sentence, p) in OBLIQUE for p in draft.recipients)


def _both_known(draft: Draft) -> bool:
    """Two sides, each of them by code and under its own name."""
    sides = (
        (draft.actors, draft.recipients)
        if draft.recipients
        else ((draft.actors[:1]), (draft.actors[1:]))
    )
    return all(_all_known(draft.sentence, side) for side in sides)


def _all_known(sentence: Sentence, side: Iterable[Party]) -> bool:
    held = list(side)
    return bool(held) and all(p.actor is not None and not _is_thing(sentence, p) for p in held)


def _words(sentence: Sentence, one: Party) -> str:
    held = sentence.within(one.mention) if one.mention is not None else []
    return held[0].lower if len(held) == 1 else ""


def _last(sentence: Sentence, one: Party) -> Token | None:
    held = sentence.within(one.mention) if one.mention is not None else []
    return held[-1] if held else None


def _aside(draft: Draft) -> bool:
    """A recipient that is only what the matter is about, or the source: "agreed to share data,
    according to Chad".
    """
    return any(_is_aside(draft, p) for p in draft.recipients)


def _is_aside(draft: Draft, one: Party) -> bool:
    head = draft.sentence.apex(one.mention) if one.mention is not None else None
    if head is None or head.dep != "pobj":
        return False
    prep = draft.sentence.head(head)
    above = draft.sentence.head(prep)
    about = draft.type in WISHES and prep.lower in ASIDE and above.i != draft.trigger.i
    return above.lower == "according" or about


def _at_itself(draft: Draft) -> bool:
    own = {p.actor for p in draft.actors if p.actor is not None}
    others = [p for p in draft.recipients if p.actor in own]
    return any(draft.type in ABROAD or (p.sector is None and p.person is None) for p in others)


def _far(draft: Draft) -> bool:
    """A recipient from another corner of the sentence: "on the eve of a visit to Chad, freed the
    prisoners".
    """
    return any(_steps(draft, p) >= DEEP for p in draft.recipients)


def _steps(draft: Draft, one: Party) -> int:
    head = draft.sentence.apex(one.mention) if one.mention is not None else None
    above = [t.i for t in draft.sentence.ancestors(head)] if head is not None else []
    return above.index(draft.trigger.i) + 1 if draft.trigger.i in above else 0


def _with_words(draft: Draft) -> bool:
    """A politician who "attacks" or "pounds" someone does so in words."""
    return (
        draft.type == "ASSAULT"
        and not draft.nominal
        and any(p.person is not None for p in draft.actors)
    )


def _alone(draft: Draft) -> bool:
    """A meeting of which one side is known."""
    sides = {p.person or p.actor or p.name for p in draft.actors}
    one_country = len({p.actor for p in draft.actors}) < 2 and any(
        p.person is None for p in draft.actors
    )
    return draft.type == "CONSULT" and not draft.recipients and (len(sides) < 2 or one_country)


def _half_told(draft: Draft) -> bool:
    """One of two who act is lost: "I met the king", "Chad and the minister", of which only the
    minister is known.
    """
    subjects = draft.sentence.children(draft.trigger, "nsubj")
    if not draft.nominal and any(t.lower in {"i", "we"} for t in subjects) and not draft.recipients:
        return True
    return not draft.nominal and any(_after_another(draft, p) for p in draft.actors[:1])


def _after_another(draft: Draft, one: Party) -> bool:
    held = draft.sentence.within(one.mention) if one.mention is not None else []
    before = [t for t in draft.sentence.tokens if held and held[0].i - 2 <= t.i < held[0].i]
    joined = len(before) == 2 and before[1].lower == "and" and before[0].tag in {"NNP", "NNPS"}
    return joined and len(draft.actors) == 1


def _victim(draft: Draft) -> bool:
    """Who is named after a condemned attack suffered it: "condemned the bombing in Chad"."""
    if draft.type != "ACCUSE" or draft.nominal:
        return False
    objects = draft.sentence.children(draft.trigger, "dobj")
    attacks = [
        t
        for t in objects
        if (row := event_noun(draft.sentence, t)) is not None and row.type == "ASSAULT"
    ]
    return any(
        p.mention is not None and p.mention.start > t.start
        for t in attacks
        for p in draft.recipients
    )


def _nowhere(draft: Draft) -> bool:
    """A visit without a host."""
    return draft.nominal and draft.mode == "visit" and not draft.recipients


def _unlikely(draft: Draft) -> bool:
    """What the trained model takes for something else, or for nothing, though not surely enough to
    change it.
    """
    return draft.likely is not None and draft.likely < LIKELY


DOUBTS = (
    _unlikely,
    _unreal,
    _inner,
    _through_things,
    _of_states,
    _dateline,
    _oblique,
    _aside,
    _at_itself,
    _far,
    _with_words,
    _alone,
    _half_told,
    _victim,
    _nowhere,
)
