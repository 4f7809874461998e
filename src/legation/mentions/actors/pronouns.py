"""Pronouns led back to the actor named before them, where that is safe.

"he" and "she" mean the one person who fits, in this sentence or the two before; "it" and "its" the
country or body that was the subject last. Where two fit, none is meant.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from legation.lexicon import word_set
from legation.model import Actor, Sentence, Span, Token

Form = Literal["name", "demonym", "metonym", "body", "person", "title", "pronoun", "group"]
HE = word_set("actors", "pronouns.he")
SHE = word_set("actors", "pronouns.she")
IT = word_set("actors", "pronouns.it")
THE_COUNTRY = word_set("actors", "pronouns.the_country")
WORDS = HE | SHE | IT | THE_COUNTRY
SUBJECT = frozenset(("nsubj", "nsubjpass"))
RECENT = 20
"""How many mentions of persons are looked at."""
REACH = 3
"""How many sentences back a person may have been named last."""
WEATHER_VERBS = word_set("actors", "pronouns.weather_verbs")


class Memory:
    """Who was named last, and as what."""

    def __init__(self) -> None:
        self.persons: list[tuple[int, Actor, bool]] = []
        self.genders: dict[str, str] = {}
        self.subject: tuple[int, Actor] | None = None

    def pronouns(self, sentence: Sentence, said: Sequence[Actor]) -> Iterator[Actor]:
        """The pronouns of a sentence that can be led back; then its own names are remembered."""
        ahead = sorted(said, key=lambda actor: actor.span)
        for token in sentence.tokens:
            while ahead and ahead[0].span.start <= token.start:
                self._remember(sentence, ahead.pop(0))
            low = token.lower
            if low not in WORDS or (low not in THE_COUNTRY and not token.tag.startswith("PRP")):
                continue
            if any(a.span.holds(token.span) for a in said):
                continue
            if low in HE or low in SHE:
                yield from self._person(sentence, token, "f" if low in SHE else "m")
            elif low in IT and token.tag.startswith("PRP"):
                yield from self._thing(sentence, token)
            elif (
                low in THE_COUNTRY
                and token.i > sentence.first
                and sentence.token(token.i - 1).lower == "the"
            ):
                yield from self._country(sentence, token)
        for actor in ahead:
            self._remember(sentence, actor)

    def _remember(self, sentence: Sentence, actor: Actor) -> None:
        apex = sentence.apex(actor.span)
        subject = apex is not None and apex.dep in SUBJECT
        if actor.person is not None or actor.form == "title":
            self.persons.append((sentence.index, actor, subject))
            if subject and self.subject is not None and self.subject[0] < sentence.index:
                self.subject = None
        elif subject and (
            actor.form in {"name", "metonym", "body"} or (actor.form == "group" and actor.actor)
        ):
            self.subject = (sentence.index, actor)

    def _person(self, sentence: Sentence, token: Token, gender: str) -> Iterator[Actor]:
        doing = self._doing(sentence, token)
        near = [
            (at, a, s)
            for at, a, s in self.persons[-RECENT:]
            if sentence.index - at <= REACH and self._may_be(a, gender) and a.entity not in doing
        ]
        if not near:
            return
        last = near[-1][0]
        fitting = {a.entity: a for at, a, _ in near if at == last}
        subjects = {a.entity: a for at, a, s in near if at == last and s}
        chosen = fitting if len(fitting) == 1 else subjects
        if len(chosen) != 1:
            return
        meant = next(iter(chosen.values()))
        self.genders[meant.entity] = gender
        yield _as(meant, token.span)
        self.persons.append((sentence.index, meant, token.dep in SUBJECT))

    def _doing(self, sentence: Sentence, token: Token) -> set[str]:
        """Whom an object cannot mean: the subject of its own clause ("A told him")."""
        if token.dep not in {"dobj", "dative", "iobj", "pobj"}:
            return set()
        clause = next((t for t in sentence.ancestors(token) if t.tag.startswith("V")), None)
        subjects = sentence.children(clause, "nsubj", "nsubjpass") if clause is not None else []
        return {
            a.entity for _, a, _ in self.persons[-RECENT:] for t in subjects if a.span.holds(t.span)
        }

    def _may_be(self, actor: Actor, gender: str) -> bool:
        return self.genders.get(actor.entity, gender) == gender

    def _thing(self, sentence: Sentence, token: Token) -> Iterator[Actor]:
        if self.subject is None or sentence.index - self.subject[0] > 1 or _empty(sentence, token):
            return
        if token.lower == "it" and token.dep not in SUBJECT:
            return
        yield _as(self.subject[1], token.span)

    def _country(self, sentence: Sentence, token: Token) -> Iterator[Actor]:
        if self.subject is None or sentence.index - self.subject[0] > 2:
            return
        actor = self.subject[1]
        if actor.form in {"name", "metonym"} and not sentence.children(token, "prep", "relcl"):
            yield _as(actor, Span(sentence.token(token.i - 1).start, token.end))


def _empty(sentence: Sentence, token: Token) -> bool:
    """Whether "it" stands for nothing or for a whole sentence ("it is important that", "it is
    something …").
    """
    if token.lower != "it":
        return False
    head = sentence.head(token)
    return head.lemma in WEATHER_VERBS or token.dep == "expl"


def _as(actor: Actor, span: Span) -> Actor:
    return Actor(
        span=span, actor=actor.actor, sector=actor.sector, form="pronoun", entity=actor.entity,
        name=actor.name,
        person=actor.person, role=actor.role, wikidata=actor.wikidata, members=actor.members,
    )  # fmt: skip
