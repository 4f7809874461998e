"""Who takes part: offices without a country, "the Parties", "we", "the country", led to codes.

Each is resolved once, from the stretch that it stands in, and only where one answer is left.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from legation.background.homes import Home, first_person
from legation.background.names import lands
from legation.background.pronouns import the_country
from legation.background.sides import Sides, side
from legation.background.wording import Wording
from legation.lexicon import nested, word_set
from legation.model import Actor, Background, Reading, Sentence, Span, Token

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
ORGANS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP"})
OWN = ("'s", "’s", "'", "’")
SEVERAL = word_set("background", "participants.several")
"""Words before an office that is not the one of the country talked about."""
PAIRED = word_set("background", "participants.paired")


def participants(
    reading: Reading, sentences: Sequence[Sentence], known: Background, home: Home | None
) -> tuple[Actor, ...]:
    """The actors of a reading with what the background adds, sorted by place.

    Args:
        reading: with the actors as the mentions room named them.
        sentences: its sentences, furniture left out.
        known: home, speakers, pairs and topics, as the explicit names alone give them.
        home: the home country with what says so.
    """
    found = list(reading.actors)
    found = _owned(reading, sentences, found)
    sides = Sides(reading, found)
    found = [_rehomed(reading, a, found, home) for a in found]
    found = [
        *(a for a in found if not _is_the_country(reading, a)),
        *the_country(sentences, sides, known),
    ]
    found = list(_settled(reading, sentences, found, known, home))
    found += _ours(reading, sentences, found, known.speakers)
    return tuple(sorted(found, key=lambda a: a.span))


def _owned(reading: Reading, sentences: Sequence[Sentence], found: Sequence[Actor]) -> list[Actor]:
    """Persons behind "Zambia's" are of Zambia, wherever they are named again."""
    learned: dict[str, str] = {}
    sides = Sides(reading, found)
    for sentence in sentences:
        near = sides.within(sentence)
        for before, person in pairwise(near):
            code = side(before)
            beside = reading.document.text[before.span.end : person.span.start].strip()
            inside = reading.text(before.span).endswith(OWN)
            owned = beside in OWN or (inside and not beside)
            if person.form == "person" and person.actor is None and code and owned:
                learned.setdefault(person.entity, code)
    return [
        replace(a, actor=learned[a.entity]) if a.actor is None and a.entity in learned else a
        for a in found
    ]


def _rehomed(reading: Reading, actor: Actor, found: Sequence[Actor], home: Home | None) -> Actor:
    """An office of a common name ("the Foreign Office", "the Treasury") is the home country's
    where the text does not otherwise speak of the one that is famous for it."""
    if home is None or actor.actor in (None, home.code) or actor.form == "name":
        return actor
    if not _shares(reading, actor):
        return actor
    others = [a for a in found if a.entity != actor.entity and side(a) == side(actor)]
    spoken = [a for a in others if not _shares(reading, a)]
    return actor if spoken else replace(actor, actor=home.code, wikidata=None)


def _shares(reading: Reading, actor: Actor) -> bool:
    """Whether an actor is of an office whose name many states share."""
    words = f"{reading.text(actor.span)} {actor.role or ''}".casefold()
    return any(office in words for office in nested("background", Wording).shared_offices)


def _is_the_country(reading: Reading, actor: Actor) -> bool:
    if actor.form != "pronoun":
        return False
    return reading.text(actor.span).casefold().startswith(("the ", "this ", "that "))


def _settled(
    reading: Reading,
    sentences: Sequence[Sentence],
    found: Sequence[Actor],
    known: Background,
    home: Home | None,
) -> Iterator[Actor]:
    """Offices and bodies without a country, and groups, by the stretch they stand in."""
    alone = _only_country(found)
    stateless = {a.entity for a in found if lands().search(f"{reading.text(a.span)} {a.name}")}
    learned: dict[str, str] = {}
    by_place = sorted(found, key=lambda a: a.span)
    starts = [s.span.start for s in sentences]
    for number, actor in enumerate(by_place):
        at = _sentence(starts, actor.span)
        sentence = sentences[at] if at is not None else None
        if actor.form == "group" and not actor.actor and sentence is not None:
            yield _gathered(actor, known, sentence)
        elif actor.actor is None and _is_open(reading, actor) and actor.entity not in stateless:
            only = None if _beside_its_own(actor, by_place, number, alone) else alone
            code = learned.get(actor.entity) or _country_of(actor, sentence, known, home, only)
            if code is not None and actor.person is not None:
                learned[actor.entity] = code
            yield replace(actor, actor=code) if code is not None else actor
        else:
            yield actor


def _sentence(starts: Sequence[int], span: Span) -> int | None:
    at = bisect_right(starts, span.start) - 1
    return at if at >= 0 else None


def _is_open(reading: Reading, actor: Actor) -> bool:
    """Whether it is an office or a state's body whose country was not said; "neither government",
    "a ministry", "their parliament" are several or anybody's."""
    start = actor.span.start
    before = reading.document.text[max(0, start - 9) : start].split()[-1:]
    first = reading.text(actor.span).split()[:1]
    if SEVERAL & {word.casefold() for word in (*before, *first)}:
        return False
    if actor.form in ("person", "title"):
        return actor.role is not None and actor.sector in OFFICIAL
    return actor.form == "body" and actor.sector in ORGANS and actor.entity.startswith("?/")


def _country_of(
    actor: Actor,
    sentence: Sentence | None,
    known: Background,
    home: Home | None,
    alone: str | None,
) -> str | None:
    """Whose an office without a country is: of the home country where it is named in the text, of
    the only country that is, or of the one whose affairs the stretch tells.
    """
    if home is not None and home.ground != "publisher":
        return home.code
    if alone is not None:
        return alone
    topic = known.topic_at(sentence.index) if sentence is not None else None
    return topic if actor.form == "body" else None


def _beside_its_own(
    actor: Actor, by_place: Sequence[Actor], number: int, alone: str | None
) -> bool:
    """Whether an office-holder of the only country stands right beside a person or office: then
    this one is of another ("Secretary A and Chadian Minister B signed …")."""
    near = by_place[max(0, number - 1) : number + 2]
    officials = [a for a in near if a is not actor and a.form in ("person", "title")]
    return actor.form != "body" and any(side(a) == alone for a in officials)


def _only_country(found: Sequence[Actor]) -> str | None:
    """The only country that a text names."""
    codes = Counter(code for a in found if a.form != "pronoun" and (code := side(a)))
    return next(iter(codes)) if len(codes) == 1 else None


def _gathered(actor: Actor, known: Background, sentence: Sentence) -> Actor:
    """ "Both sides", "the Parties", "the two ministers": the pair under discussion there."""
    words = set((actor.name or "").casefold().split())
    pair = known.pair_at(sentence.index)
    if pair is None and known.pair is not None and not actor.members:
        return replace(actor, members=known.pair) if words & PAIRED else actor
    if pair is None or not words & PAIRED:
        return actor
    return replace(actor, members=pair.codes, entity=f"group:{'+'.join(pair.codes)}")


def _ours(
    reading: Reading,
    sentences: Sequence[Sentence],
    found: Sequence[Actor],
    speakers: Sequence[str],
) -> Iterator[Actor]:
    """ "We", "our" and "my" outside quotation marks, of those whose statement the text is."""
    if not speakers:
        return
    taken = sorted(a.span for a in found)
    for token in first_person(reading, sentences):
        if not any(span.overlaps(token.span) for span in taken):
            yield _we(token, speakers)


def _we(token: Token, speakers: Sequence[str]) -> Actor:
    if len(speakers) == 1:
        code = speakers[0]
        return Actor(span=token.span, actor=code, form="pronoun", entity=code, name=token.text)
    return Actor(
        span=token.span,
        actor=None,
        form="group",
        entity=f"group:{'+'.join(speakers)}",
        name=token.text,
        members=tuple(speakers),
    )
