"""Where and when something was said: "speaking at a press briefing in Astana on 5 October"."""

from collections.abc import Sequence

from msgspec import Struct

from legation import model
from legation.lexicon import word_set
from legation.model import Date, Period, Reading, Sentence, Span, Token, Venue
from legation.records.agency import sayers
from legation.records.phrases import runs, wordy
from legation.records.speakers import actor_of
from legation.records.statements.candidates.drafts import Draft

PREPOSITIONS = word_set("statements", "venues.prepositions")
REACH = 2
"""A venue stays good for the same speaker's statements so many sentences on."""


class Place(Struct, frozen=True):
    """A venue, and whether it comes from an earlier sentence."""

    venue: Venue
    inherited: bool = False


def of_drafts(reading: Reading, drafts: Sequence[Draft]) -> dict[int, Place]:
    """The venue of each draft that has one, by its number; a speaker stays in the room for the
    next sentences.
    """
    found: dict[int, Place] = {}
    last: tuple[Venue, int, str] | None = None
    for n in sorted(range(len(drafts)), key=lambda n: drafts[n].sentence):
        draft = drafts[n]
        sentence = reading.sentences[draft.sentence]
        verb = sentence.token(draft.verb) if draft.verb is not None and not draft.carried else None
        who = _who(reading, draft)
        here = (
            venue_of(reading, sentence, verb)
            if draft.act == "speech" and verb is not None
            else None
        )
        if here is not None:
            found[n], last = Place(here), (here, draft.sentence, who)
        elif last is not None and who == last[2] and draft.sentence - last[1] <= REACH:
            found[n], last = Place(last[0], True), (last[0], draft.sentence, who)
    return found


def _who(reading: Reading, draft: Draft) -> str:
    if draft.speaker is None:
        return ""
    actor = actor_of(reading, draft.speaker, draft.head)
    return actor.entity if actor is not None else reading.text(draft.head or draft.speaker).lower()


def venue_of(reading: Reading, sentence: Sentence, verb: Token | None) -> Venue | None:
    """The occasion that a sentence names for what is said in it."""
    noun = next(
        (
            t
            for t in sentence.tokens
            if t.lemma in sayers().occasions and _said_at(sentence, t, verb)
        ),
        None,
    )
    if noun is None:
        return None
    held = sentence.subtree(noun)
    span = Span(min(t.start for t in held), max(t.end for t in held))
    return Venue(
        name=_name(reading, sentence, noun),
        place=_place(reading.places, sentence, span, held),
        date=_date(reading.dates, sentence),
    )


def _said_at(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Whether the occasion hangs on the verb of saying, or on "speaking" beside it."""
    if noun.dep in {"dobj", "dative"} and verb is not None and noun.head == verb.i:
        return verb.lemma == "tell"
    if noun.dep != "pobj":
        return False
    preposition = sentence.head(noun)
    above = sentence.head(preposition)
    if preposition.lower not in PREPOSITIONS:
        return False
    return above.lemma in {"speak", "address"} or (verb is not None and above.i == verb.i)


def _name(reading: Reading, sentence: Sentence, noun: Token) -> str:
    """The occasion with what stands before it, without its article: "press briefing"."""
    before = [
        t
        for t in sentence.subtree(noun)
        if t.i <= noun.i and t.tag not in {"DT", "PRP$"} and wordy(t)
    ]
    spans = runs(sentence, before)
    return " ".join(reading.text(spans[-1]).split()) if spans else noun.text


def _place(
    places: Sequence[model.Place], sentence: Sentence, span: Span, held: Sequence[Token]
) -> str | None:
    found = next((p for p in places if span.holds(p.span)), None)
    if found is not None and found.name:
        return found.name
    for token in held:
        if token.lower == "in":
            inside = [t for t in sentence.children(token, "pobj") if t.tag.startswith("NNP")]
            if inside:
                return " ".join(
                    t.text
                    for t in sentence.subtree(inside[0])
                    if t.i <= inside[0].i and t.tag.startswith("NNP")
                )
    return None


def _date(dates: Sequence[Date], sentence: Sentence) -> Period | None:
    return next(
        (d.period for d in dates if sentence.span.holds(d.span) and d.period is not None), None
    )
