"""A draft becomes a record: its words, time, place, context, score, and on whose word it stands."""

from collections.abc import Sequence
from datetime import timedelta

from legation.grammar.outcomes import EventStatus
from legation.grammar.voice import is_done_on_the_day
from legation.lexicon import nested, word_map, word_set
from legation.model import (
    Anchor,
    Date,
    Event,
    Location,
    Party,
    Period,
    Reading,
    Sentence,
    Span,
    Statement,
    Token,
    content_id,
    day,
)
from legation.records.attribution import attribute
from legation.records.confidence import tier
from legation.records.events.assembly.ontology import Ontology
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.doubts import settled

LONGEST = 200
"""Characters of evidence in one piece; what is longer is given as several pieces."""
MOST = 4
"""Contexts of an event, those with the most words first."""
BESIDE = 25
"""Characters between an event noun and the date after it, wherever the parser hangs the date."""
HAPPEN = word_set("events", "finished.happen")
THERE = frozenset(
    {
        "CONSULT",
        "SUPPORT",
        "AGREE",
        "COOPERATE",
        "ASSAULT",
        "PROTEST",
        "COERCE",
        "MOBILIZE",
        "RETREAT",
    }
)
"""Acts whose object tells where they are done: "held talks in Oslo", "killed three soldiers in
Chad".
"""
MEANS = word_map("events", "finished.means", str)
"""Modes of ASSAULT by the words for those who do it, the most telling first."""
PLACING = word_set("events", "finished.placing")
"""Words that open a clause told only to place another in time."""
BACKGROUND = timedelta(days=365)


def finish(reading: Reading, said: Sequence[Statement], draft: Draft) -> Event:
    """The record of a draft."""
    evidence = _evidence(draft)
    period, inherited = _period(reading, draft)
    status: EventStatus = draft.status
    if _ahead(reading, period) and status == "actual":
        told = draft.trigger.tag in {"VBD", "VBN"}
        period, inherited, status = (
            (*_reported(reading, draft), status) if told else (period, inherited, "planned")
        )
    score = nested("plover", Ontology).types[draft.type].score
    confidence = settled(draft) if draft.certain is None else draft.certain
    return Event(
        id=content_id("event", reading.key, draft.type, draft.trigger.start, *evidence),
        anchor=Anchor(lemma=draft.trigger.lemma, span=draft.trigger.span),
        evidence=evidence,
        sentence=draft.sentence.span,
        said_in=attribute(reading, evidence[0], said).said_in,
        confidence=confidence,
        tier=tier("event", confidence),
        inherited=draft.inherited + inherited,
        type=draft.type,
        mode=_mode(draft),
        contexts=_contexts(draft),
        actors=_once(draft.actors),
        recipients=_once(draft.recipients),
        date=period,
        place=_place(reading, draft),
        status="actual" if status == "none" else status,
        historical=_historical(reading, draft, period),
        score=score,
    )


def _mode(draft: Draft) -> str | None:
    """The mode; of an attack the one that its doers' means tell ("warplanes", "suicide bombers"),
    whatever the verb says.
    """
    if draft.type != "ASSAULT" or draft.nominal:
        return draft.mode
    words = {
        t.lemma
        for p in draft.actors
        if p.mention is not None
        for t in draft.sentence.within(p.mention)
    }
    return next((mode for word, mode in MEANS.items() if word in words), draft.mode)


def _once(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each party once; a country beside its own minister is said twice."""
    held: list[Party] = []
    for each in parties:
        like = [n for n, p in enumerate(held) if p.actor == each.actor and p.actor is not None]
        vague = [
            n
            for n in like
            if (held[n].person is None or each.person is None) and _one_body(held[n], each)
        ]
        if not vague:
            held.append(each)
        elif each.person is not None:
            held[vague[0]] = each
    return tuple(held)


def _one_body(one: Party, other: Party) -> bool:
    """A government and its rebels, or parliament and president, are two."""
    return one.sector == other.sector or one.sector is None or other.sector is None


def _evidence(draft: Draft) -> tuple[Span, ...]:
    tokens = _grown(draft)
    whole = Span(min(t.start for t in tokens), max(t.end for t in tokens))
    if whole.end - whole.start <= LONGEST:
        return (whole,)
    pieces = sorted({_noun_phrase(draft.sentence, t) for t in draft.words})
    kept: list[Span] = []
    for piece in pieces:
        if kept and piece.start <= kept[-1].end + 1:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, piece.end))
        else:
            kept.append(piece)
    trigger = next((s for s in kept if s.overlaps(draft.trigger.span)), kept[0])
    return (trigger, *(s for s in kept if s != trigger))[:4]


def _grown(draft: Draft) -> list[Token]:
    held = []
    for token in draft.words:
        span = _noun_phrase(draft.sentence, token)
        held += draft.sentence.within(span)
    return held or [draft.trigger]


def _noun_phrase(sentence: Sentence, token: Token) -> Span:
    """A noun with what belongs to it before it; any other word alone."""
    if token.tag[:1] not in "NPCD":
        return token.span
    before = sentence.children(token, "compound", "amod", "poss", "nmod", "det", "nummod", "appos")
    first = min((t for t in [token, *before] if t.i <= token.i), key=lambda t: t.i)
    start = min(
        [
            first.start,
            *(t.start for t in sentence.children(first) if t.i < first.i and t.dep != "punct"),
        ]
    )
    return Span(start, token.end)


def _period(reading: Reading, draft: Draft) -> tuple[Period | None, tuple[str, ...]]:
    near = [
        d
        for d in reading.dates
        if d.period is not None and draft.sentence.span.holds(d.span) and d.type != "SET"
    ]
    near = [
        d
        for d in near
        if not _of_the_wish(reading, draft, d)
        and not (draft.status == "actual" and _bound(draft.sentence, d))
    ]
    below = _own_tokens(draft)
    near = [d for d in near if draft.nominal or not _names(draft.sentence, d)]
    within = [d for d in near if any(t.i in below for t in draft.sentence.within(d.span))]
    if draft.nominal and not any(d.span.start < draft.trigger.start for d in within):
        within = [d for d in near if 0 <= d.span.start - draft.trigger.end <= BESIDE] or within
    if draft.nominal or within:
        chosen = min(within, key=lambda d: abs(d.span.start - draft.trigger.start), default=None)
        return (
            (chosen.period, ("date",) if chosen.inherited else ())
            if chosen is not None
            else (None, ())
        )
    return _reported(reading, draft)


def _names(sentence: Sentence, date: Date) -> bool:
    """ "the 2020 election": a time that tells one thing from another of its kind."""
    apex = sentence.apex(date.span)
    return (
        apex is not None
        and apex.dep in {"nummod", "compound", "amod", "nmod"}
        and sentence.head(apex).tag[:1] == "N"
    )


def _bound(sentence: Sentence, date: Date) -> bool:
    """ "the first meeting since 2015": where a stretch begins, and not when it was."""
    before = [t for t in sentence.tokens if t.end <= date.span.start][-1:]
    inside = sentence.within(date.span)[:1]
    return any(t.lower in {"since"} for t in (*before, *inside))


def _own_tokens(draft: Draft) -> set[int]:
    """What hangs from the trigger, without the clauses that are joined to it: "calls on …, and
    will meet in May".
    """
    sentence, trigger = draft.sentence, draft.trigger
    if draft.nominal:
        above = sentence.head(trigger)
        happened = trigger.dep in {"nsubj", "nsubjpass"} and above.lemma in HAPPEN
        return {t.i for t in sentence.subtree(trigger)} | (
            _without_clauses(sentence, above) if happened else set()
        )
    return _without_clauses(sentence, trigger)


def _without_clauses(sentence: Sentence, verb: Token) -> set[int]:
    """What hangs from a verb, without what has a subject and a time of its own: "after the two had
    met in Oslo".
    """
    held, waiting = {verb.i}, [verb]
    while waiting:
        for token in sentence.children(waiting.pop()):
            apart = token.dep in {"advcl", "relcl", "parataxis"} and sentence.children(
                token, "nsubj", "nsubjpass"
            )
            joined = (
                token.dep == "conj" and token.tag[:1] in "VM" and sentence.head(token).i == verb.i
            )
            if not apart and not joined:
                held.add(token.i)
                waiting.append(token)
    return held


def _reported(reading: Reading, draft: Draft) -> tuple[Period | None, tuple[str, ...]]:
    """The day of the report, for what it tells as done."""
    published = reading.document.published
    if published is None or draft.status != "actual" or _is_aside(draft):
        return None, ()
    if is_done_on_the_day(draft.sentence, draft.trigger):
        return day(published), ("date",)
    return None, ()


def _is_aside(draft: Draft) -> bool:
    """Whether an act is told only to place another one ("since X invaded Y", "after Z resigned",
    "goods that came in when …"): its own day is another, and nobody tells it."""
    sentence, verb = draft.sentence, draft.trigger
    for token in (verb, *sentence.ancestors(verb)):
        marks = {t.lower for t in sentence.children(token, "mark", "advmod", "prep")}
        led = token.dep in ("advcl", "pcomp") and bool(marks & PLACING)
        below = token.dep == "pcomp" and sentence.head(token).lower in PLACING
        if led or below or token.dep == "relcl" or _follows_placing(sentence, token):
            return True
    return False


def _follows_placing(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause of a verb opens with such a word, wherever the parser hangs it."""
    first = min((t.i for t in sentence.subtree(verb)), default=verb.i)
    before = sentence.token(first - 1).lower if first > sentence.first else ""
    own = sentence.token(first).lower
    return verb.head != verb.i and bool({before, own} & PLACING)


def _ahead(reading: Reading, period: Period | None) -> bool:
    """Whether a period begins after the document was published."""
    published = reading.document.published
    return (
        published is not None
        and period is not None
        and period.start is not None
        and period.start > published
    )


def _of_the_wish(reading: Reading, draft: Draft, date: Date) -> bool:
    """ "offered to host a forum in the autumn": the forum's date; but of "vowed to help Chad on
    Tuesday" the parser only guesses whose Tuesday it is, and what is past when the text is written
    is the vow's."""
    if not draft.wished or not all(t.i in draft.wished for t in draft.sentence.within(date.span)):
        return False
    period = date.period
    one_day = period is not None and period.start is not None and period.start == period.end
    return not one_day or _ahead(reading, period)


def _historical(reading: Reading, draft: Draft, period: Period | None) -> bool:
    published = reading.document.published
    if period is not None and period.end is not None and published is not None:
        return period.end < published - BACKGROUND
    since = draft.trigger.dep == "advcl" and _since(draft.sentence, draft.trigger)
    former = draft.nominal and any(_left_office(p) for p in draft.actors)
    return (draft.historical or since or former) and draft.status == "actual"


def _since(sentence: Sentence, verb: Token) -> bool:
    """Whether an act is what a present state has lasted since."""
    return any(t.lower == "since" for t in sentence.children(verb, "mark"))


def _left_office(party: Party) -> bool:
    """Whether somebody is told to have left the office: "the visit of former President X"."""
    return (party.role or "").lower().startswith(("former ", "ex-", "then "))


def _is_its_own(draft: Draft, preposition: Token) -> bool:
    """Whether a place belongs to the act: it hangs from the trigger; or from its object, where that
    is what was held or signed or who was hurt or moved there. "Demanded that the force in Lebanon
    …" was not demanded in Lebanon."""
    above = draft.sentence.head(preposition)
    if draft.nominal or above.i == draft.trigger.i:
        return True
    beside = above.dep in {"dobj", "nsubjpass", "nsubj"} and above.head == draft.trigger.i
    chained = (
        above.dep in {"pobj", "conj"}
        and draft.sentence.head(draft.sentence.head(above)).i == draft.trigger.i
    )
    return draft.type in THERE and (beside or chained)


def _place(reading: Reading, draft: Draft) -> Location | None:
    below = _own_tokens(draft)
    for place in reading.places:
        if not draft.sentence.span.holds(place.span):
            continue
        apex = draft.sentence.apex(place.span)
        if (
            apex is not None
            and apex.i in below - draft.wished
            and draft.sentence.head(apex).lower in {"in", "at", "near", "outside"}
            and _is_its_own(draft, draft.sentence.head(apex))
        ):
            return Location(
                name=place.name or reading.text(place.span),
                country=place.country,
                geonames=place.geonames,
                lat=place.lat,
                lon=place.lon,
            )
    return None


def _contexts(draft: Draft) -> tuple[str, ...]:
    """PLOVER contexts by the words of the clause and the sectors of its parties."""
    ontology = nested("plover", Ontology)
    lemmas = {t.lemma for t in draft.sentence.subtree(draft.trigger)}
    sectors = {p.sector for p in (*draft.actors, *draft.recipients)}
    told = {
        name: len(lemmas & set(context.words)) + len(sectors & set(context.sectors))
        for name, context in ontology.contexts.items()
    }
    found = sorted((name for name, times in told.items() if times), key=lambda name: -told[name])
    return tuple(found[:MOST])
