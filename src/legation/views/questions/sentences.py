"""A record as one sentence, by rule: who did, said or claims what. Never more than it holds.

What is denied is said to be denied, what is planned to be planned; the words of the source stand
between quotation marks. The verbs of events are in ``lexicon/en/event_sentences.csv``.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Party,
    Proposal,
    Record,
    Statement,
)
from legation.views.events import SIGNED
from legation.views.wording import minus, name_of, period_words, subject, who

LONGEST = 160
"""Letters of a quotation within a sentence; a longer one is cut at a word, with an ellipsis."""
STANCES = {
    "denies": "denied",
    "doubts": "doubted",
    "declines": "declined to say or confirm",
}
ACTS = {"thought": "thinks", "attitude": "holds", "plan": "plans"}
SAID = frozenset({"said", "says", "told", "tells", "according", "added", "adds", "-", "–", "—"})
FINITE = re.compile(r"[a-z-]+(?:ed|s)|thought|held|made|felt|saw|spoke|wrote|put|set|gave|sought")
RATIFIED = re.compile(r"\bratif", re.IGNORECASE)
PROPOSALS = {
    "offer": "offered",
    "plan": "planned",
    "request": "asked",
    "recommendation": "recommended",
    "condition": "set as a condition",
}
TO = {"offer": " {}", "request": " {}", "recommendation": " to {}", "plan": "", "condition": " {}"}
QUALIFIED = {
    "about": "about ",
    "over": "over ",
    "under": "under ",
    "at_least": "at least ",
    "at_most": "at most ",
}
NATURES = {
    "pledge": "pledged",
    "target": "a target",
    "forecast": "a forecast",
    "disbursed": "paid out",
    "cumulative": "in all",
    "stock": "held",
}


class Verb(Struct, frozen=True):
    """How an event of a type and mode is said."""

    type: str
    past: str
    base: str
    joint_past: str
    joint_base: str
    noun: str
    mode: str = ""


@cache
def verbs() -> dict[tuple[str, str], Verb]:
    """Verbs by type and mode."""
    return {(verb.type, verb.mode): verb for verb in lexicon.table("event_sentences", Verb)}


def verb(event: Event, quote: str) -> Verb:
    """The verb of an event; signing and ratifying, which PLOVER files under support, are verbs of
    their own.
    """
    mode = event.mode or ""
    if event.type == "SUPPORT" and SIGNED.search(quote):
        mode = "ratify" if RATIFIED.search(quote) else "sign"
    known = verbs()
    plain = Verb(event.type, "", "", "", "", event.type.lower())
    return known.get((event.type, mode)) or known.get((event.type, "")) or plain


def sentence(record: Record, quote: str, status: str | None = None, cue: str = "") -> str:
    """The sentence of a record.

    Args:
        record: what a text says.
        quote: its words in the text.
        status: that of its affair, where later texts changed it.
        cue: the words by which a statement is introduced.
    """
    match record:
        case Event():
            return _event(record, quote, status or record.status)
        case Statement():
            return _statement(record, quote, cue)
        case Figure():
            return _figure(record)
        case Instrument():
            return _instrument(record, status or record.status)
        case Proposal():
            return _proposal(record, quote)
        case Assertion():
            return _assertion(record, quote)


def cut(words: str, longest: int = LONGEST) -> str:
    """Words of at most so many letters, cut at a space."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    return words[:longest].rpartition(" ")[0].rstrip(",;:") + " …"


def joined(names: Sequence[str]) -> str:
    """``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def several(parties: Sequence[Party]) -> str:
    """Parties by name, each once."""
    return joined(list(dict.fromkeys(who(party) for party in parties)))


def _event(event: Event, quote: str, status: str) -> str:
    spoken = verb(event, quote)
    told = _told(event, spoken, status)
    where = f" in {event.place.name}" if event.place and event.type == "CONSULT" else ""
    words = "" if _says_enough(event) else f": “{cut(quote)}”"
    return f"{told}{where}{words}"


def _says_enough(event: Event) -> bool:
    """Whether "who met whom" tells a meeting; where only states meet it may be a summit, a round of
    talks or an opening.
    """
    if event.type != "CONSULT" or not event.actors:
        return False
    named = any(party.person for party in (*event.actors, *event.recipients))
    return named or event.mode in {"visit", "phone"}


def _told(event: Event, spoken: Verb, status: str) -> str:
    to = several(event.recipients)
    if not event.actors or not spoken.past:
        towards = f" towards {to}" if to else ""
        names = f" of {several(event.actors)}" if event.actors else ""
        return f"{_state(status)}{spoken.noun}{names}{towards}"
    past, base = (
        (f"{spoken.past} {to}", f"{spoken.base} {to}")
        if to
        else (spoken.joint_past, spoken.joint_base)
    )
    many = len({who(party) for party in event.actors}) > 1
    done = {
        "actual": past,
        "planned": f"{'are' if many else 'is'} to {base}",
        "hypothetical": f"may {base}",
        "negated": f"did not {base}",
    }
    return f"{several(event.actors)} {done.get(status, past)}"


def _state(status: str) -> str:
    words = {"planned": "planned: ", "hypothetical": "possible: ", "negated": "did not happen: "}
    return words.get(status, "")


def _statement(statement: Statement, quote: str, cue: str) -> str:
    marks = ("“", "”") if statement.mode == "direct" else ("", "")
    words = f"{marks[0]}{cut(quote.removeprefix('that '))}{marks[1]}"
    said = STANCES.get(statement.stance) or ACTS.get(statement.act) or said_by(cue)
    to = f" to {who(statement.addressee)}" if statement.addressee and said == "said" else ""
    return f"{who(statement.speaker)}{said and ' ' + said}{to}: {words}"


def said_by(cue: str) -> str:
    """The verb of a statement: the text's own, so that no denial or doubt is told as a saying.

    A cue that is no finite verb ("declined to *say*") gives none; without a cue, and under
    "according to", somebody said it.
    """
    first = cue.split()[0].lower() if cue.split() else "said"
    if first in SAID:
        return "said"
    return first if FINITE.fullmatch(first) else ""


def written(figure: Figure) -> str:
    """The value as written, with its qualifier and the sign that words gave it."""
    shown = " ".join(figure.value.written.split())
    shown = minus(shown) if figure.measure == "growth" else shown
    lead = QUALIFIED.get(figure.qualifier, "")
    falls = figure.measure == "growth" and figure.value.high < 0 and shown[:1] not in {"-", "−"}
    lead = "" if shown.lower().startswith(lead.strip()) else lead
    return f"{lead}{'−' if falls else ''}{shown}"


def _figure(figure: Figure) -> str:
    favour = f" in favour of {name_of(figure.in_favour_of)}" if figure.in_favour_of else ""
    nature = f" ({NATURES[figure.nature]})" if figure.nature in NATURES else ""
    by = f", according to {who(figure.attributed_to)}" if figure.attributed_to else ""
    return f"{subject(figure)}: {written(figure)}{favour}{nature}{by}"


def _instrument(instrument: Instrument, status: str) -> str:
    parties = joined(
        list(dict.fromkeys(name_of(party.actor) or who(party) for party in instrument.parties))
    )
    between = f" ({parties})" if parties else ""
    on = period_words(instrument.date)
    known = "status not said" if status == "unknown" else status.replace("_", " ")
    name = instrument.full_name or instrument.name
    return f"{name}{between}: {known}{f', {on}' if on else ''}"


def _proposal(proposal: Proposal, quote: str) -> str:
    by = who(proposal.by) if proposal.by else "Someone not named"
    to = TO[proposal.proposal].format(several(proposal.to)) if proposal.to else ""
    return f"{by} {PROPOSALS[proposal.proposal]}{to}: “{cut(quote)}”"


def _assertion(assertion: Assertion, quote: str) -> str:
    by = who(assertion.attributed_to) if assertion.attributed_to else "The text"
    return f"{by} claims: “{cut(quote)}”"
