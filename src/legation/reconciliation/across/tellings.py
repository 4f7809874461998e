"""What a record tells of a promise: how far it is, what is promised, and by whom to whom."""

import re

from legation.lexicon import word_set
from legation.model import Event, Figure, Proposal, Record, Span, content_id
from legation.model.account import PromiseStep
from legation.reconciliation.across import cues, sums, surroundings
from legation.reconciliation.across.surroundings import Ends, Surroundings

DEEDS = frozenset({"AGREE", "AID", "CONCEDE", "REJECT", "REQUEST", "SUPPORT"})
"""Types of events that promise, keep or break."""
SEEDS: frozenset[PromiseStep] = frozenset({"requested", "offered", "pledged"})
"""Steps with which a promise begins."""
REFUSALS: frozenset[PromiseStep] = frozenset({"refused", "withdrawn"})
MOVES: frozenset[PromiseStep] = frozenset(
    {"offered", "pledged", "signed", "delivered", "withdrawn"}
)
"""Steps at which money is named."""
WORD = re.compile(r"[a-z]+")
BETWEEN = 2
"""Characters between a sentence and the next."""
LONGEST = 300
"""Characters of the words that tell what is promised."""
FROM_STATUS: dict[str, PromiseStep] = {
    "AGREE": "pledged",
    "AID": "delivered",
    "CONCEDE": "delivered",
    "REJECT": "refused",
    "REQUEST": "requested",
    "SUPPORT": "signed",
}
FROM_PROPOSAL: dict[str, PromiseStep] = {
    "request": "requested",
    "offer": "offered",
    "plan": "pledged",
    "condition": "offered",
}
SAID: tuple[PromiseStep, ...] = (
    "withdrawn",
    "refused",
    "delivered",
    "signed",
    "pledged",
    "offered",
    "requested",
)
"""Cues in the order in which they count where a sentence has several."""


def facts(record: Record, text: str, sentence: str, around: Surroundings) -> dict[str, str]:
    """How far the promise is that a record tells of, what it says is promised, and by whom to whom;
    nothing where it tells of none.
    """
    step = _step(record, text, sentence)
    if step is None:
        return {}
    assert isinstance(record, Event | Figure | Proposal)
    told = around.proposal(record) if isinstance(record, Event) and step in SEEDS else None
    if told is not None:
        step = _step(told, text, sentence) or step
    found = {"step": step, "content": _content(record, text, sentence)}
    if step in REFUSALS and isinstance(record, Event):
        found["purpose"] = " ".join(span.of(text) for span in record.evidence)
    if isinstance(record, Figure) and sums.refers(record, sentence):
        found["refers"] = "yes"
    found |= _next(record, step, text)
    by, to = _ends(record, told, around)
    found |= {"by": ",".join(sorted(by)), "to": ",".join(sorted(to))}
    if by and to:
        return found
    pair = around.pair(record, sentence)
    return found | {"pair": ",".join(sorted(pair))} if pair else found


def _next(record: Record, step: PromiseStep, text: str) -> dict[str, str]:
    """Where a payment's sentence ends, or that of a whole sum begins: they are looked up by it."""
    at = record.sentence
    if at is None or not isinstance(record, Event | Figure):
        return {}
    if step == "delivered":
        places = [at.end]
    else:
        places = [at.start - before for before in range(BETWEEN + 1)]
    name = content_id(text)
    return {"next": " ".join(f"{name}:{place}" for place in places)}


def _content(record: Event | Figure | Proposal, text: str, sentence: str) -> str:
    """What is promised: the words of a proposal; of an event what it says; else the sentence."""
    spans: tuple[Span, ...] = ()
    if isinstance(record, Proposal):
        spans = record.content
    elif isinstance(record, Event):
        spans = record.evidence
    return (" … ".join(span.of(text) for span in spans) or sentence.strip())[:LONGEST]


def _ends(record: Record, told: Proposal | None, around: Surroundings) -> Ends:
    """Who gives to whom by a record's own words, else by those of its sentence that do not speak
    against them; an event that a proposal tells in the same words gives as this does.
    """
    own = surroundings.ends(told) if told is not None else surroundings.ends(record)
    refused = around.refused(record) if isinstance(record, Proposal) else None
    if refused is not None:
        return refused
    if all(own):
        return own
    other = around.ends(record)
    if other is None or not (own[0] <= other[0] and own[1] <= other[1]):
        return own
    return other


def _step(record: Record, text: str, sentence: str) -> PromiseStep | None:
    found = cues.found(sums.clause(record, sentence))
    said = next((step for step in SAID if step in found), None)
    match record:
        case Proposal():
            made = FROM_PROPOSAL.get(record.proposal)
            if record.proposal == "plan" and _is_agenda(record, text):
                return None
            pledged = record.proposal == "offer" and said == "pledged"
            return "pledged" if pledged else made
        case Figure():
            whole = sums.is_whole(record, sentence)
            return _figure_step(record, "pledged" if whole and said == "delivered" else said)
        case Event():
            return _event_step(record, said)
        case _:
            return None


def _is_agenda(plan: Proposal, text: str) -> bool:
    """Whether a plan is only to meet, talk or sign: what is promised there is told elsewhere."""
    words = WORD.findall(plan.content[0].of(text).casefold()) if plan.content else []
    first = next((word for word in words if word not in word_set("account", "tellings.lead")), "")
    return first in word_set("account", "tellings.agenda")


def _figure_step(figure: Figure, said: PromiseStep | None) -> PromiseStep | None:
    if figure.nature == "disbursed":
        return "delivered"
    if figure.nature == "forecast":
        return "offered" if said == "offered" and sums.is_bare(figure) else None
    if figure.nature != "pledge" and not (said in MOVES and sums.is_bare(figure)):
        return None
    if figure.nature != "pledge" and said == "delivered":
        return "delivered"
    return said if said in ("offered", "signed", "withdrawn", "refused") else "pledged"


def _event_step(event: Event, said: PromiseStep | None) -> PromiseStep | None:
    if event.type not in DEEDS or event.status == "negated":
        return None
    if event.status == "hypothetical":
        return "offered" if said == "offered" and event.type == "AID" else None
    step = FROM_STATUS[event.type]
    if event.type == "AGREE":
        return said if said in ("offered", "pledged") else None
    if event.type == "SUPPORT":
        return "signed" if said == "signed" else None
    if event.type == "REJECT":
        return said if said in ("withdrawn", "refused") else None  # a denial refuses nothing
    return step if event.status == "actual" or event.type == "REQUEST" else "pledged"
