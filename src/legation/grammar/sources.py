"""On whose word an act stands, and how each of them stands to it: affirms, denies, doubts or
declines to say.
"""

from collections.abc import Iterator

from msgspec import Struct

from legation.grammar import voice
from legation.grammar.governors import Governor, governor, outcomes, rows
from legation.grammar.phrases import after, owner
from legation.grammar.speech import is_report, reporting, speech_nouns
from legation.grammar.steps import Step
from legation.grammar.subjects import after_comma, inverted, surface_subject
from legation.grammar.words import words
from legation.model import Sentence, Stance, Token

CLAUSES = frozenset({"that", "whether"})
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""Verbs of which a whole clause behind a comma may say that somebody denies them."""
DISPUTING = frozenset({"denies", "doubts"})


class Link(Struct, frozen=True):
    """One of those on whose word something stands. ``source`` is the head of the noun phrase, None
    where nobody is named; ``cue`` the word that tells the stance.
    """

    source: Token | None
    stance: Stance
    cue: Token


def link(sentence: Sentence, up: Step, affirmed: bool, row: Governor | None) -> Link | None:
    """What a governing word of saying adds to the chain; None for other words.

    Args:
        sentence: where it stands.
        up: the step to it.
        affirmed: its own polarity.
        row: what the lexicon says of it for this complement.
    """
    word = up.governor
    swallowed = _swallowed(sentence, word)
    if swallowed is not None:
        return swallowed
    if row is not None and row.stance is not None:
        stance = row.stance if affirmed else row.unsaid or "declines"
        return Link(speaker(sentence, word), stance, word)
    if row is not None and row.below != "happened":
        return None
    if not up.frames & CLAUSES:
        return None
    if reporting(sentence, word) is not None:
        return Link(speaker(sentence, word), "affirms" if affirmed else "declines", word)
    return _by_noun(sentence, word) if is_told_by(word) else None


def is_told_by(word: Token) -> bool:
    """Whether a noun reports: one of what is said, or of the lexicon's speech nouns."""
    return is_report(word) or (word.tag[:1] == "N" and word.lemma in speech_nouns())


def _by_noun(sentence: Sentence, noun: Token) -> Link:
    """Whose claim it is; "no report that" is nobody's."""
    none = any(t.lower == "no" for t in sentence.children(noun, "det"))
    return Link(owner(sentence, noun), "declines" if none else "affirms", noun)


def _swallowed(sentence: Sentence, word: Token) -> Link | None:
    """ "Chad contested reports that …" where the parser takes "reports" for the verb."""
    if word.tag != "VBZ" or word.lemma not in words().reports:
        return None
    for verb in sentence.children(word, "amod"):
        row = governor(sentence, verb, frozenset({"report"})) if verb.tag[:1] == "V" else None
        if row is not None and row.stance is not None:
            named = sentence.children(word, "compound", "nsubj")
            return Link(speaker(sentence, verb) or next(iter(named), None), row.stance, verb)
    return None


def speaker(sentence: Sentence, word: Token) -> Token | None:
    """Who says it: the agent of a passive, else the subject; of a predicate adjective or noun its
    subject; of a noun its owner.
    """
    if word.tag[:1] == "V" and word.dep not in {"acomp"}:
        by = voice.agent(sentence, word)
        passive = voice.is_passive(sentence, word) and not voice.is_state(sentence, word)
        if by is not None and (passive or surface_subject(sentence, word) is None):
            return by  # of an active verb "by" tells something else: "an assault by Chad"
        quoted = word.lemma in words().quoting
        if passive and not quoted:
            return None
        return surface_subject(sentence, word) or inverted(sentence, word)
    above = sentence.head(word)
    if word.dep in {"acomp", "attr", "oprd"} and above.tag[:1] == "V":
        found = surface_subject(sentence, above)
        impersonal = found is None or found.lower in {"it", "there"}
        return None if impersonal or found == word else found
    return owner(sentence, word)


def stance_of(sentence: Sentence, verb: Token, frames: frozenset[str], *, affirmed: bool) -> Stance:
    """How whoever speaks by a verb stands to what it reports.

    Args:
        sentence: where it stands.
        verb: the verb.
        frames: what its content is to it.
        affirmed: the verb's own polarity.
    """
    row = governor(sentence, verb, frames)
    if row is None or row.stance is None:
        return "affirms" if affirmed else "declines"
    return row.stance if affirmed else row.unsaid or "declines"


def branded(sentence: Sentence, noun: Token) -> Link | None:
    """ "called the claim that … a lie", "dismissed as false reports that …": who calls it false."""
    if not is_report(noun):
        return None
    above = [t for t in sentence.ancestors(noun) if t.tag[:1] == "V"]
    verb = above[0] if above else None
    if verb is None or verb.lemma not in words().naming:
        return None
    below = [t for t in sentence.subtree(verb) if any(c.isalnum() for c in t.text)]
    behind = [t for t in below if t.i > noun.i][-1:]
    before = [t for t in below if verb.i < t.i < noun.i]
    false = next((t for t in (*before, *behind) if calls_false(t)), None)
    if false is None:
        return None
    held = governor(sentence, verb, frozenset({"report", "as"}))
    known = held is not None and held.stance is not None
    return None if known else Link(speaker(sentence, verb), "denies", verb)


def calls_false(word: Token) -> bool:
    """Whether a noun or adjective says of a report that it is not so: "lie", "baseless"."""
    place = "noun" if word.tag[:1] == "N" else "adj"
    return any(
        row.below == "negated" and "report" in row.frames for row in rows(place).get(word.lemma, ())
    )


def beside(sentence: Sentence, word: Token) -> Iterator[Link]:
    """Those named beside a clause: "according to X", "X said" thrown in, "reportedly", and who
    denies it behind a comma ("…, a claim Chad denies", "…, which Chad denies").
    """
    if word.tag[:1] not in "VM":
        return
    for token in sentence.children(word):
        if token.lower == "according":
            for noun in after(sentence, token, "to"):
                yield Link(noun, "affirms", token)
        elif token.lower in outcomes("hearsay") and token.dep == "advmod":
            yield Link(None, "affirms", token)
        elif token.dep in {"parataxis", "advcl", "dep"} and _thrown_in(sentence, token):
            yield Link(speaker(sentence, token), "affirms", token)
    if word.dep in MAIN:
        yield from _disputed_behind(sentence, word)


def _thrown_in(sentence: Sentence, verb: Token) -> bool:
    """ "…, the minister said, …", "as the minister said"; one that says something of its own is
    none.
    """
    if reporting(sentence, verb) is None or sentence.children(verb, "ccomp", "xcomp", "dobj"):
        return False
    marked = any(t.lower == "as" for t in sentence.children(verb, "mark", "advmod", "prep"))
    return marked if verb.dep == "advcl" else surface_subject(sentence, verb) is not None


def _disputed_behind(sentence: Sentence, word: Token) -> Iterator[Link]:
    """ "…, a claim that Chad denies", "…, an accusation denied by Chad", "…, which Chad denies"."""
    for verb in sentence.tokens:
        if verb.i <= word.i or verb.dep not in {"relcl", "acl"} or verb.tag[:1] != "V":
            continue
        row = governor(sentence, verb, frozenset({"report", "that"}))
        if row is None or row.stance not in DISPUTING:
            continue
        noun = sentence.head(verb)
        apposed = is_report(noun) and any(
            t.lower in {"a", "an", "something"} and t.i > sentence.first
            and sentence.token(t.i - 1).text in {",", "-", "–", "—"}
            for t in sentence.children(noun, "det")
        )  # fmt: skip
        whole = any(
            t.lower == "which" and after_comma(sentence, t)
            for t in sentence.children(verb, "dobj", "nsubjpass")
        )
        first = next((a for a in sentence.ancestors(noun) if a.tag[:1] in "V"), noun)
        if (apposed or whole) and word.i in {first.i, *(a.i for a in sentence.ancestors(first))}:
            yield Link(speaker(sentence, verb), row.stance, verb)
