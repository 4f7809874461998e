"""What is known of a candidate for a side, as names that are there or not."""

from collections.abc import Iterator, Sequence

from legation.grammar.clauses import Clause, clause
from legation.model import Sentence, Token
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.parties import Candidate

FAR = 4
"""Steps of a path that are told; what is further is far."""
BANDS = (2, 5, 10, 20)
"""Words between a candidate and the trigger."""
MUTUAL = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
"""Acts that several may do together."""
HARD = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Acts done upon others."""


def predicate_class(draft: Draft) -> str:
    """What sort of act a draft tells: what its sides are called follows from it."""
    if draft.type == "CONSULT":
        return "visit" if draft.mode == "visit" else "meeting"
    if draft.type in MUTUAL:
        return "joint"
    return "hard" if draft.type in HARD else "word"


def told(draft: Draft, each: Candidate, others: Sequence[Candidate]) -> list[str]:
    """The features of a candidate among the others."""
    sort = predicate_class(draft)
    names = list(dict.fromkeys(_told(draft, each, others)))
    return [*names, *(f"{sort}|{name}" for name in names if "=" in name)]


def _told(draft: Draft, each: Candidate, others: Sequence[Candidate]) -> Iterator[str]:
    yield f"rule={each.source}"
    yield f"rule={each.source}|{draft.frame}|{draft.nominal}"
    yield from _shape(each)
    yield from _company(draft, each, others)
    if each.head is None:
        yield "nowhere"
        return
    way = path(draft.sentence, each.head, draft.trigger)
    yield f"path={way}"
    yield f"end={way.split('/')[0]}"
    if not draft.nominal:
        slot = _slot(draft, each.head)
        yield f"slot={slot}"
        yield f"slot={slot}|{each.source}"
        yield f"lemma={draft.trigger.lemma}|{slot}"
    else:
        yield f"lemma={draft.trigger.lemma}|{way}"
    yield from _place(draft, each.head)


def _shape(each: Candidate) -> Iterator[str]:
    one = each.party
    yield f"coded={one.actor is not None}"
    yield f"sector={one.sector}"
    yield f"person={one.person is not None}"
    if each.head is not None:
        yield f"tag={each.head.tag}|{each.head.entity}"


def _company(draft: Draft, each: Candidate, others: Sequence[Candidate]) -> Iterator[str]:
    """How many others there are, and whether the rules have filled the slots."""
    own = {c.party.actor for c in others if c.source in ("actors", "recipients")}
    named = {c.party.actor for c in others if c.head is not None and c.party.actor is not None}
    yield f"filled={bool(draft.actors)}{bool(draft.recipients)}|{each.source}"
    yield f"known={each.party.actor in own}|{each.source}"
    yield f"several={min(len(named), 3)}|{each.source}"
    if not draft.nominal:
        subject = clause(draft.sentence, draft.trigger).subject
        word = "none" if subject is None else subject.lower if subject.tag == "PRP" else subject.tag
        yield f"subject={word}|{each.source}"


def path(sentence: Sentence, head: Token, trigger: Token) -> str:
    """The way from a word to the trigger: relations upwards, then downwards; prepositions by their
    word.
    """
    up = _upwards(sentence, head)
    own = [t.i for t, _ in up]
    down: list[str] = []
    for token, name in _upwards(sentence, trigger):
        if token.i in own:
            climbed = [step for _, step in up[: own.index(token.i)]]
            return _written(climbed, down)
        down.append(name)
    return "far"


def _upwards(sentence: Sentence, word: Token) -> list[tuple[Token, str]]:
    held = [word, *sentence.ancestors(word)]
    return [(t, t.lower if t.dep in ("prep", "agent", "dative") else t.dep) for t in held]


def _written(up: list[str], down: list[str]) -> str:
    if len(up) > FAR or len(down) > FAR:
        return "far"
    return "/".join(up) + ("" if not down else "^" + "/".join(reversed(down)))


def _slot(draft: Draft, head: Token) -> str:
    around = clause(draft.sentence, draft.trigger)
    below = {t.i for t in draft.sentence.subtree(head)} | {head.i}
    for name, token in _slots(around):
        if token is not None and (token.i == head.i or _joined(draft.sentence, head, token)):
            return name
    inside = [name for name, t in _slots(around) if t is not None and t.i in below]
    return f"over {inside[0]}" if inside else "none"


def _joined(sentence: Sentence, head: Token, token: Token) -> bool:
    seen = head
    while seen.dep == "conj" and seen.head != seen.i:
        seen = sentence.head(seen)
        if seen.i == token.i:
            return True
    return False


def _slots(around: Clause) -> Iterator[tuple[str, Token | None]]:
    yield "subject", around.subject
    yield "object", around.object
    yield "dative", around.dative
    yield from around.preps


def _place(draft: Draft, head: Token) -> Iterator[str]:
    gap = head.i - draft.trigger.i
    band = next((n for n, most in enumerate(BANDS) if abs(gap) <= most), len(BANDS))
    yield f"side={'after' if gap > 0 else 'before'}"
    yield f"gap={'+' if gap > 0 else '-'}{band}"
    yield f"first={head.i - draft.sentence.first < 4}"
    between = draft.sentence.tokens[
        min(head.i, draft.trigger.i) - draft.sentence.first + 1 : max(head.i, draft.trigger.i)
        - draft.sentence.first
    ]
    yield f"verbs={min(2, sum(t.tag[:1] == 'V' for t in between))}"
    yield f"comma={any(t.text in ',;:' for t in between)}"
