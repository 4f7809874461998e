"""Who stands where around a verb: its subject, agent, objects, prepositional sides and complement,
whatever the voice.
"""

from msgspec import Struct

from legation.grammar import subjects, voice
from legation.grammar.phrases import tells_time
from legation.grammar.steps import torn_from
from legation.grammar.words import words
from legation.model import Sentence, Token

NEAREST = 12
"""Nouns behind which further prepositions are followed: the parser hangs them from each other."""


class Clause(Struct, frozen=True):
    """A verb with its arguments as tokens.

    ``subject`` is who acts, whatever the voice; ``agent`` the noun after "by" of a passive;
    ``object`` who or what it is done to; ``dative`` to whom something is given; ``preps`` the
    prepositional sides; ``complement`` the verb below with its kind: ``inf``, ``ing``, ``that``.
    """

    sentence: Sentence
    verb: Token
    passive: bool
    subject: Token | None
    object: Token | None
    dative: Token | None
    preps: tuple[tuple[str, Token], ...]
    particle: str
    complement: Token | None
    complement_kind: str
    agent: Token | None = None
    shared_subject: bool = False

    def after(self, *names: str) -> list[Token]:
        """The nouns after these prepositions, in order."""
        return [noun for name, noun in self.preps if name in names]


def clause(sentence: Sentence, verb: Token) -> Clause:
    """The clause of a verb."""
    passive = voice.is_passive(sentence, verb) and not voice.is_state(sentence, verb)
    standing = subjects.surface_subject(sentence, verb)
    objects = sorted(
        sentence.children(verb, "dobj", "attr"), key=lambda t: t.lower in words().relatives
    )
    by = voice.agent(sentence, verb)
    held = object_of(sentence, verb, objects[0] if objects else None)
    complement, kind = complement_of(sentence, verb)
    return Clause(
        sentence=sentence,
        verb=verb,
        passive=passive,
        subject=by if passive else standing,
        object=standing if passive else held,
        dative=held if passive else next(iter(sentence.children(verb, "dative")), None),
        preps=tuple(_preps(sentence, verb, held)),
        particle=" ".join(t.lower for t in sentence.children(verb, "prt")),
        complement=complement,
        complement_kind=kind,
        agent=by,
        shared_subject=not _has_own(sentence, verb),
    )


def _has_own(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's subject stands in its own clause, or is the noun that its clause tells
    of.
    """
    named = sentence.children(verb, *voice.SUBJECTS)
    if any(t.lower not in words().relatives for t in named):
        return True
    return verb.dep == "relcl" or voice.is_headline(sentence, verb)


def object_of(sentence: Sentence, verb: Token, noun: Token | None) -> Token | None:
    """The object, the noun before a relative clause that lacks one, or the object that joined verbs
    share: "invaded and annexed Crimea".
    """
    if noun is not None and noun.lower in words().relatives and verb.dep == "relcl":
        return sentence.head(verb)
    if noun is None and verb.dep == "relcl":
        named = sentence.children(verb, "nsubj", "nsubjpass")
        relative = any(t.lower in words().relatives for t in named)
        return sentence.head(verb) if named and not relative else None
    if noun is None:
        return _shared_object(sentence, verb)
    return noun


def _shared_object(sentence: Sentence, verb: Token) -> Token | None:
    """Of "invaded and annexed Crimea" the parser gives the object to the last verb alone."""
    if verb.tag not in {"VBD", "VB", "VBZ", "VBP"} or sentence.children(verb, "prep", "xcomp"):
        return None
    joined = [t for t in sentence.children(verb, "conj") if t.tag == verb.tag]
    if len(joined) != 1 or subjects.own_subjects(sentence, joined[0]):
        return None
    between = {t.text for t in sentence.tokens if verb.i < t.i < joined[0].i}
    objects = sentence.children(joined[0], "dobj")
    return objects[0] if objects and between <= {"and", "or", "then"} else None


def _preps(sentence: Sentence, verb: Token, held: Token | None) -> list[tuple[str, Token]]:
    """Prepositions of the verb, of its object and of the nouns after them: parsers differ on where
    they hang.
    """
    found: list[tuple[str, Token]] = []
    waiting = [verb] + ([held] if held is not None and held.head == verb.i else [])
    for holder in waiting:
        for prep in sentence.children(holder, "prep", "dative", "agent"):
            for noun in sentence.children(prep, "pobj"):
                if tells_time(noun):
                    continue  # "called the minister on Saturday" calls on nobody
                found.append((prep.lower, noun))
                if len(waiting) < NEAREST:
                    waiting.append(noun)
            for inner in sentence.children(prep, "prep"):
                found.extend((inner.lower, noun) for noun in sentence.children(inner, "pobj"))
    return found


def complement_of(sentence: Sentence, verb: Token) -> tuple[Token | None, str]:
    """The verb that completes a verb, and how: ``inf``, ``ing``, ``that`` or nothing."""
    adjectives = sentence.children(verb, "acomp")
    if adjectives:
        return complement_of(sentence, adjectives[0])
    for token in sentence.children(verb, "xcomp", "ccomp", "advcl"):
        to = voice.is_infinitive(sentence, token)
        if token.dep == "ccomp" and torn_from(sentence, token, verb) is not None:
            continue
        if token.dep == "advcl" and not to:
            continue
        if to:
            return token, "inf"
        if token.tag == "VBG":
            return token, "ing"
        if token.dep == "ccomp":
            return token, "that"
    for prep in sentence.children(verb, "prep"):
        for token in sentence.children(prep, "pcomp"):
            return token, "ing"
    return None, ""
