"""From a noun in a sentence to the public actors that it stands for."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from legation.grammar.phrases import conjuncts, content
from legation.lexicon import word_set
from legation.model import Actor, Party, Reading, Sentence, Span, Statement, Token, party
from legation.records.predicates.coordination import Roll
from legation.records.predicates.public import PublicNoun, instruments, public

MODIFIERS = ("poss", "compound", "amod", "nmod", "nummod", "appos")
LINKS = word_set("predicates", "participants.links")
MAKERS = frozenset({"of", "from", "by"})
"""The same for what acts for someone alone, and for gunmen: a bomb or a bomber in Chad is not
Chad's.
"""
SIEGES = word_set("predicates", "participants.sieges")
NAMED = frozenset({"GPE", "NORP", "PERSON", "ORG"})
"""Names that may be a party though nobody knows whose; a place acts, but nothing is done to it."""
MASS = word_set("predicates", "participants.mass")
OPPOSITE = word_set("predicates", "participants.opposite")
OCCASIONS = word_set("predicates", "participants.occasions")


class Cast:
    """The actors of a document, found by the words that name them."""

    def __init__(self, reading: Reading, said: Sequence[Statement] = ()) -> None:
        self.actors = reading.actors
        self.starts = [actor.span.start for actor in reading.actors]
        self.places = reading.places
        self.place_starts = [place.span.start for place in reading.places]
        self.text = reading.document.text
        self.roll = Roll(reading.actors, self.text)
        self.quoted = [
            s
            for s in said
            if s.mode != "indirect" and s.speaker is not None and s.speaker.actor is not None
        ]

    def speaking(self, token: Token) -> list[Party]:
        """Who "I" and "we" are inside somebody's own words; nobody outside them."""
        around = [
            (span.end - span.start, s.speaker)
            for s in self.quoted
            for span in s.content
            if span.holds(token.span)
        ]
        nearest = min(around, key=lambda each: each[0], default=None)
        return [nearest[1]] if nearest is not None and nearest[1] is not None else []

    def at(self, token: Token) -> Actor | None:
        """The actor mention that covers a token."""
        number = bisect_right(self.starts, token.start) - 1
        for actor in reversed(self.actors[max(0, number - 4) : number + 1]):
            if actor.span.start <= token.start and token.end <= actor.span.end:
                return actor
        return None

    def within(self, sentence: Sentence) -> list[Actor]:
        """The actor mentions of a sentence."""
        first, last = (
            bisect_right(self.starts, sentence.span.start - 1),
            bisect_right(self.starts, sentence.span.end),
        )
        return [a for a in self.actors[first:last] if sentence.span.holds(a.span)]

    def party(self, actor: Actor) -> Party:
        """An actor mention as a party."""
        return party(actor)

    def listed(
        self, sentence: Sentence, head: Token, until: Token, found: list[Party]
    ) -> list[Party]:
        """Those who act, with all whom a list joins to them, whatever the parser makes of long
        titles.
        """
        one = self.at(head) or self.at(content(sentence, head))
        if one is None:
            return found
        fellows = self.roll.fellows(sentence, one, until.start)
        if len(fellows) < 2:
            return found
        own = [p for p in found if p.mention is not None and p.mention.overlaps(one.span)] or found
        held = [p for a in fellows for p in (own if a is one else _expanded(a))]
        return _distinct([*held, *found])

    def country(self, token: Token) -> Party | None:
        """The country of the place that covers a token."""
        number = bisect_right(self.place_starts, token.start) - 1
        place = self.places[number] if number >= 0 else None
        if place is None or place.country is None or token.end > place.span.end:
            return None
        return Party(
            mention=place.span, actor=place.country, name=place.name or place.span.of(self.text)
        )

    def swallowed(self, sentence: Sentence, verb: Token) -> list[Party]:
        """Those right before a verb whom the parser takes for places: "After talks in Oslo, Chad
        and Niger agreed …".
        """
        at = verb.i - 1
        while at >= sentence.first and sentence.token(at).tag in {
            "RB",
            "MD",
            "VBZ",
            "VBD",
            "VBP",
            "TO",
        }:
            at -= 1
        finite = verb.tag in {"VBD", "VBZ", "VBP"} or any(
            t.tag in {"MD", "VBZ", "VBP", "VBD"} for t in sentence.children(verb, "aux")
        )
        one = self.at(sentence.token(at)) if at >= sentence.first and finite else None
        fellows = self.roll.fellows(sentence, one, verb.start) if one is not None else []
        alone = len(fellows) == 1 and not sentence.children(
            verb, "nsubj", "nsubjpass", "csubj", "expl"
        )
        opened = (len(fellows) > 1 or alone) and self.text[
            : fellows[0].span.start
        ].rstrip().endswith(",")
        return [p for a in fellows for p in _expanded(a)] if opened else []

    def parties(self, sentence: Sentence, head: Token, *, acting: bool = True) -> list[Party]:
        """The parties under a noun and those joined to it.

        ``acting``: as the one who acts only people and bodies count; as the one who is acted upon
        anything of a country stands for that country ("Ukrainian ports").
        """
        found: list[Party] = []
        for token in conjuncts(sentence, content(sentence, head)):
            for each in self._single(sentence, content(sentence, token), acting):
                if not any(
                    (each.actor, each.name, each.person) == (p.actor, p.name, p.person)
                    for p in found
                ):
                    found.append(each)
        last = self.at(content(sentence, head))
        more = self.roll.after(sentence, last) if last is not None and found else []
        return _distinct([*found, *(p for a in more for p in _expanded(a))])

    def one(self, sentence: Sentence, head: Token, *, acting: bool = False) -> list[Party]:
        """The parties under a noun alone, without those joined to it."""
        return self._single(sentence, content(sentence, head), acting)

    def is_actor(self, sentence: Sentence, head: Token) -> bool:
        """Whether a noun stands for a public actor."""
        return bool(self.parties(sentence, head))

    def _single(self, sentence: Sentence, head: Token, acting: bool) -> list[Party]:
        actor = self._people(sentence, head)
        several = (
            self._through(sentence, head)
            if head.tag in {"NNS", "NNPS"} and public(head) is not None
            else []
        )
        if len({p.actor for p in several}) > 1:
            return several
        if actor is not None and actor.actor is None and not actor.members:
            actor = self._owned(sentence, head, actor)
        if actor is not None and (actor.actor is not None or actor.members or public(head) is None):
            return _expanded(actor)
        place = None if acting else self.country(head)
        if place is not None:
            return [place]
        noun = _public(sentence, head)
        if noun is not None or not acting or head.entity == "PERSON":
            through = self._through(sentence, head)
            if through:
                return through
        if actor is not None:
            return _expanded(actor)
        if noun is not None and not noun.owned and _somebody(sentence, head, acting):
            return [self._nameless(sentence, head, noun)]
        return self._by_name(sentence, head, acting)

    def _by_name(self, sentence: Sentence, head: Token, acting: bool) -> list[Party]:
        """A name that no register has; "Iraqi Kurds" are of Iraq."""
        words = _name(sentence, head)
        people = self._modifier(sentence, head) if head.entity == "NORP" else None
        if people is not None and people.actor is not None:
            return [
                Party(mention=words, actor=people.actor, name=words.of(self.text), sector="CVL")
            ]
        known = (
            head.entity in NAMED
            and (acting or head.entity != "GPE")
            and head.lower not in instruments()
        )
        return (
            [Party(mention=words, actor=None, name=words.of(self.text))]
            if known and head.tag in {"NNP", "NNPS", "JJ"}
            else []
        )

    def _people(self, sentence: Sentence, head: Token) -> Actor | None:
        """The actor of a noun; "Iraqi Kurds" are of Iraq, the "Albanians of Serbia" of Serbia, and
        "ethnic" ones of no state.
        """
        actor = self.at(head)
        plural = actor is not None and actor.form == "demonym" and head.tag in {"NNS", "NNPS"}
        if actor is None or not (
            plural or (head.entity == "NORP" and actor.form in {"demonym", "group"})
        ):
            return actor
        before = [
            a
            for t in sentence.children(head, "amod", "compound", "nmod")
            if (a := self.at(t)) and a.actor and a is not actor
        ]
        links = [p for p in sentence.children(head, "prep") if p.lower in {"of", "in"}]
        there = [
            p
            for link in links
            for noun in sentence.children(link, "pobj")
            for p in self._there(sentence, noun)
            if p.actor
        ]
        code = before[0].actor if before else there[0].actor if there else actor.actor
        foreign = not before and any(t.lower == "ethnic" for t in sentence.children(head, "amod"))
        if code == actor.actor and not foreign:
            return actor
        name = _name(sentence, head).of(self.text)
        stateless = foreign and not there
        return replace(
            actor, actor=None if stateless else code, sector=None if stateless else "CVL", name=name
        )

    def _owned(self, sentence: Sentence, head: Token, actor: Actor) -> Actor:
        """ "Jordan's King Abdullah" is of Jordan, whoever he is."""
        titles = [head, *sentence.children(head, "compound", "amod")]
        owners = [
            a
            for title in titles
            for t in sentence.children(title, "poss")
            if (a := self.at(t)) and a.actor is not None and len(a.actor) == 3
        ]
        return replace(actor, actor=owners[0].actor) if owners else actor

    def _through(self, sentence: Sentence, head: Token) -> list[Party]:
        """The country in "Kazakh officials", "the president of France", "troops from Chad"."""
        for below in sentence.children(head, *MODIFIERS):
            if below.dep == "poss" and head.lemma in OPPOSITE:
                continue
            led = sentence.children(below) if below.lower == "led" else []
            owners = [
                a
                for t in _joined(sentence, head, below)
                if (a := self.at(t) or self._modifier(sentence, t))
            ]
            owners += [a for t in led if (a := self.at(t))]
            if owners:
                return [
                    p
                    for actor in owners
                    for found in _expanded(actor)
                    for p in self._of(sentence, head, found)
                ]
        noun_row = public(head)
        loose = noun_row is not None and (
            (noun_row.owned and noun_row.sector == "MIL") or noun_row.sector == "UAF"
        )
        links = MAKERS if loose else LINKS
        for prep in sentence.children(head, "prep"):
            for noun in sentence.children(prep, "pobj") if prep.lower in links else ():
                there = [p for t in _joined(sentence, head, noun) for p in self._there(sentence, t)]
                if there:
                    return [p for found in there for p in self._of(sentence, head, found)]
        return []

    def _there(self, sentence: Sentence, noun: Token) -> list[Party]:
        actor = self.at(noun) or self._modifier(sentence, noun)
        return (
            _expanded(actor)
            if actor is not None
            else [p for p in [self.country(noun)] if p is not None]
        )

    def _modifier(self, sentence: Sentence, noun: Token) -> Actor | None:
        """Whose a noun is by the words before it; of "Saudi-led forces" those who lead."""
        below = sentence.children(noun, *MODIFIERS)
        led = [t for c in below if c.lower == "led" for t in sentence.children(c)]
        return next((a for c in (*below, *led) if (a := self.at(c))), None)

    def _of(self, sentence: Sentence, head: Token, owner: Party) -> list[Party]:
        """The owner in the shape of what is theirs; what belongs to nobody known is no party, its
        owner may be one.
        """
        words = _name(sentence, head)
        noun = public(head)
        if owner.actor is None and noun is None:
            return [owner] if owner.person is not None else []
        sector = noun.sector if noun is not None and noun.sector else owner.sector
        return [Party(mention=words, actor=owner.actor, name=words.of(self.text), sector=sector)]

    def _nameless(self, sentence: Sentence, head: Token, noun: PublicNoun) -> Party:
        words = _name(sentence, head)
        return Party(
            mention=words, actor=None, name=words.of(self.text), sector=noun.sector or None
        )


def _distinct(parties: list[Party]) -> list[Party]:
    """Each once: by person, by country, by name."""
    held: list[Party] = []
    for each in parties:
        same = any(
            (p.mention, p.actor) == (each.mention, each.actor) or _one(p, each) for p in held
        )
        held += [] if same else [each]
    return held


def _one(party: Party, other: Party) -> bool:
    if party.person or other.person:
        return party.person == other.person
    return (party.actor, party.name, party.sector) == (other.actor, other.name, other.sector)


def _public(sentence: Sentence, head: Token) -> PublicNoun | None:
    """The public noun that a noun is; "armed men" are gunmen."""
    armed = head.lemma in {"man", "men", "youth", "group"} and sentence.children(
        head, "amod", "compound"
    )
    gunmen = armed and any(t.lemma in {"armed", "masked", "arm"} for t in armed)
    return PublicNoun(lemma=head.lemma, sector="UAF") if gunmen else public(head)


def _somebody(sentence: Sentence, noun: Token, acting: bool) -> bool:
    """Whether a public noun stands for people here: not "to use force", and nothing is done to a
    summit.
    """
    alone = noun.lemma in MASS and noun.tag == "NN" and not sentence.children(noun, "det", "poss")
    below = [o for p in sentence.children(noun, "prep") for o in sentence.children(p, "pobj")]
    alone = alone or (noun.lemma == "state" and any(o.lemma in SIEGES for o in below))
    return not alone and (acting or noun.lemma not in OCCASIONS)


def _joined(sentence: Sentence, head: Token, owner: Token) -> list[Token]:
    """ "the ministers of A and B", "A and B officials": several are of several."""
    return conjuncts(sentence, owner) if head.tag in {"NNS", "NNPS"} else [owner]


def _expanded(actor: Actor) -> list[Party]:
    if actor.form == "group" and len(actor.members) > 1:
        return [Party(mention=actor.span, actor=code, name=actor.name) for code in actor.members]
    return [party(actor)]


def _name(sentence: Sentence, head: Token) -> Span:
    """The noun with what stands before it, without its article."""
    before = [
        t for t in sentence.children(head, "compound", "amod", "poss", "nmod") if t.i < head.i
    ]
    return Span(min([head.start, *(t.start for t in before)]), head.end)
