"""What the words beside a verb or noun make of it: negators, modals, conditions, hearsay, tense.

Each finding names its cue. What governs the word from above is the matter of ``factuality``.
"""

from collections.abc import Iterator

from msgspec import Struct

from legation.grammar import voice
from legation.grammar.governors import Outcome, outcomes
from legation.grammar.speech import reporting
from legation.grammar.subjects import is_tensed
from legation.grammar.words import words
from legation.lexicon import word_set
from legation.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SCARCE = word_set("grammar", "moods.scarce")
EACH = word_set("grammar", "moods.each")
NEGATING = frozenset({"neg", "advmod", "preconj", "det", "cc", "dep"})


class Mood(Struct, frozen=True):
    """One finding: what becomes of the act, by which word."""

    outcome: Outcome
    cue: Token


def of_verb(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """Everything that stands beside a verb and tells against its having happened."""
    yield from negations(sentence, verb)
    yield from _by_few(sentence, verb)
    yield from _hearsay(sentence, verb)
    yield from _marks(sentence, verb)
    if voice.is_inverted(sentence, verb):
        yield Mood("hypothetical", verb)
        return
    yield from _tense(sentence, verb)


def negations(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """ "not", "never", "nor"; "no" with its subject or object; "nobody", "nothing"."""
    below = sentence.children(verb)
    known, nobody = outcomes("word"), outcomes("nobody")
    for token in below:
        if token.dep == "neg" or (token.lower in known and token.dep in NEGATING):
            if token.lower == "no" and token.dep != "neg":
                continue
            if not _not_only(sentence, token):
                yield Mood("negated", token)
        if token.dep in SUBJECTS | {"dobj", "attr"}:
            denied = token if token.lower in nobody else empty(sentence, token)
            if denied is not None:
                yield Mood("negated", denied)
    nor = _nor(sentence, verb)
    if nor is not None:
        yield Mood("negated", nor)


def empty(sentence: Sentence, noun: Token) -> Token | None:
    """The "no" or "neither" before a noun, "none" before "of": there is none of it."""
    for token in sentence.children(noun, "det", "neg", "preconj", "cc", "predet"):
        if token.lower in {"no", "neither"} and token.i < noun.i:
            return token
    return None


def _by_few(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """ "Few members signed", "not all of them signed": who did is not told, if anybody did."""
    for token in sentence.children(verb, *SUBJECTS):
        cue = scarce(sentence, token)
        if cue is not None:
            yield Mood("unknown", cue)


def scarce(sentence: Sentence, noun: Token) -> Token | None:
    """The word that says of a noun phrase that next to nobody, or not everybody, is meant."""
    below = sentence.subtree(noun)
    first = below[0] if below else noun
    after = sentence.token(min(first.i + 1, sentence.tokens[-1].i))
    if first.lower == "not":
        return first if after.lower in EACH else None
    return first if first.lower in SCARCE and after.lower not in {"a", "than"} else None


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is denied by what stands beside it."""
    return any(True for _ in negations(sentence, verb))


def _not_only(sentence: Sentence, negator: Token) -> bool:
    """ "not only", "not just", "not least": no denial."""
    following = negator.i + 1
    last = sentence.tokens[-1].i
    return following <= last and sentence.token(following).lower in {"only", "just", "least"}


def _nor(sentence: Sentence, verb: Token) -> Token | None:
    """ "…, nor did it suspend trade", "Nor did it …"; the parser hangs "nor" from either verb."""
    before = [t for t in sentence.children(verb, "cc", "preconj") if t.i < verb.i]
    if verb.dep == "conj":
        head = sentence.head(verb)
        before += [t for t in sentence.children(head, "cc") if head.i < t.i < verb.i][-1:]
    return next((t for t in before if t.lower == "nor"), None)


def _hearsay(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """ "allegedly", "perhaps"."""
    known = outcomes("hearsay")
    for token in sentence.children(verb, "advmod"):
        if token.lower in known and known[token.lower] != "happened":
            yield Mood(known[token.lower], token)


def _marks(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """ "if", "unless", "until", "in case"; "whether" of a question within a sentence."""
    known = outcomes("mark")
    if verb.dep == "relcl":
        return
    for token in sentence.children(verb, "mark", "advmod"):
        if token.lower in known and token.i < verb.i:
            yield Mood(known[token.lower], token)


def _tense(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """Modals, the "to" of a headline or plan, and the present for what is to come."""
    modal = next(_modals(sentence, verb), None)
    if modal is not None:
        yield modal
        return
    if voice.is_headline(sentence, verb):
        yield Mood("planned", verb)
    elif shares_auxiliary(sentence, verb):
        above = sentence.head(verb)
        if above.i < verb.i:
            yield from shared(sentence, verb, above)
    elif _foreseen(sentence, verb) or _waits(sentence, verb):
        yield Mood("planned", verb)


def _modals(sentence: Sentence, verb: Token) -> Iterator[Mood]:
    """The auxiliaries that make an act planned, demanded or merely possible; "would" of reported
    speech is "will", moved into the past.
    """
    known = outcomes("aux")
    for token in sentence.children(verb, "aux"):
        if token.lemma not in known:
            continue
        will = token.lower in words().future_in_past and is_reported(sentence, verb)
        yield Mood("planned" if will else known[token.lemma], token)


def is_reported(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause is what someone said: "said it would leave", "reports that it would"."""
    above = sentence.head(verb)
    if verb.dep == "ccomp" and above.tag in {"VBD", "VBN"}:
        return True
    if verb.dep in {"acl", "ccomp"} and above.lemma in words().reports:
        return True
    return (
        verb.dep == "ccomp" and verb.i < above.i and reporting(sentence, above) is not None
    )  # "It would leave, he says": thrown in behind


def shares_auxiliary(sentence: Sentence, verb: Token) -> bool:
    """Whether a joined verb has neither subject nor tense of its own: "will visit and sign"."""
    alone = verb.dep == "conj" and not sentence.children(verb, "nsubj", "nsubjpass")
    tensed = verb.tag in {"VBD", "VBZ"} and sentence.head(verb).tag == "VB"
    own = sentence.children(verb, "aux", "auxpass")
    return alone and not tensed and not own


def shared(sentence: Sentence, verb: Token, above: Token) -> Iterator[Mood]:
    """What stands beside the verb before counts for the one joined to it; a negation only without
    "but".
    """
    joined = [t.lower for t in sentence.children(above, "cc") if above.i < t.i < verb.i]
    for mood in of_verb(sentence, above):
        again = is_tensed(verb) and mood.outcome == "negated"
        if not ("but" in joined and mood.outcome == "negated") and not again:
            yield mood


def _waits(sentence: Sentence, verb: Token) -> bool:
    """Whether an act comes before another that is still ahead: "once signed, the deal will cut
    tariffs", "will meet when the accord is signed"."""
    turned = any(t.lower in words().turns for t in sentence.children(verb, "advmod", "mark"))
    if verb.dep != "advcl" or not turned:
        return False
    below = sentence.children(verb, "aux", "auxpass")
    open_ended = all(t.tag in {"VBZ", "VBP"} for t in below) and verb.tag != "VBD"
    return open_ended and next(_modals(sentence, sentence.head(verb)), None) is not None


def _foreseen(sentence: Sentence, verb: Token) -> bool:
    """The present for what is to come: "leaves for Oslo tomorrow", "is visiting Chad next week"."""
    below = sentence.children(verb, "aux")
    simple = verb.tag in {"VBZ", "VBP"} and not below
    lasting = verb.tag in {"VBG", "VBN"} and any(
        t.lower in {"is", "are", "am", "'s", "’s", "'re", "’re"}
        for t in sentence.children(verb, "aux", "auxpass")
    )
    if not (simple or lasting) or verb.lemma not in words().timetabled:
        return False
    return any(_of_time_ahead(sentence, t) for t in sentence.subtree(verb) if t.i > verb.i)


def _of_time_ahead(sentence: Sentence, token: Token) -> bool:
    """ "tomorrow", "next week", "in the coming days", "later this month"."""
    if token.lower == "tomorrow":
        return True
    last = sentence.tokens[-1].i
    following = sentence.token(token.i + 1) if token.i < last else token
    timed = following.entity in {"DATE", "TIME"} or token.entity in {"DATE", "TIME"}
    return token.lower in words().ahead and timed


def of_noun(sentence: Sentence, noun: Token) -> Iterator[Mood]:
    """What stands before an event noun: "a planned visit", "no talks", "the alleged attack"."""
    known = outcomes("mod")
    for token in sentence.children(noun, "amod", "compound", "nmod"):
        if token.lower in known:
            yield Mood(known[token.lower], token)
    denied = empty(sentence, noun)
    if denied is not None:
        yield Mood("negated", denied)
