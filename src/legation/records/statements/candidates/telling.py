"""Whether a verb of saying told something, and how its speaker stands to it."""

from legation.grammar.factuality import Factuality, factuality
from legation.grammar.governors import governor, outcomes
from legation.grammar.moods import scarce
from legation.grammar.sources import speaker, stance_of
from legation.grammar.speech import reporting
from legation.grammar.voice import is_question
from legation.grammar.words import words
from legation.model import Sentence, Stance, Token

REFUSED = frozenset({"inf", "ing"})
MERELY = frozenset({"hypothetical", "demanded"})
"""What may or should be said is not said."""
AUXILIARIES = ("aux", "auxpass", "neg", "prt")
HELD_BACK = frozenset({"speech", "thought"})
"""Acts of which it means something that they were not done: "did not say that"."""


def stance(sentence: Sentence, verb: Token, frames: frozenset[str]) -> Stance | None:
    """How whoever speaks by a verb stands to what it reports.

    Args:
        sentence: where it stands.
        verb: a verb that reports.
        frames: what its content is to it (``that``, ``report``, ``obj`` …).

    Returns:
        None where nothing was told: asked, possible, demanded, or itself denied by somebody.
    """
    if _asked(sentence, verb):
        return None
    return _stance(sentence, verb, frames, factuality(sentence, verb))


def _stance(
    sentence: Sentence, verb: Token, frames: frozenset[str], told: Factuality
) -> Stance | None:
    """The same once it is known what is told of the verb."""
    if any(link.stance != "affirms" for link in told.chain):
        return None
    if not told.affirmed:
        if told.polarity_cue is not None and is_nobody(sentence, told.polarity_cue):
            return None
        row = reporting(sentence, verb)
        held_back = row is not None and row.act in HELD_BACK
        return stance_of(sentence, verb, frames, affirmed=False) if held_back else None
    if told.status in MERELY:
        return None
    if _refuses(sentence, verb, frames):
        return "declines" if "inf" in frames else "denies"
    return stance_of(sentence, verb, frames, affirmed=True)


def _refuses(sentence: Sentence, verb: Token, frames: frozenset[str]) -> bool:
    """ "refused to sign", "ruled out sending aid": what follows is what is not done."""
    row = governor(sentence, verb, frames)
    return (
        row is not None and row.stance is None and row.below == "negated" and bool(frames & REFUSED)
    )


def unreal(sentence: Sentence, verb: Token) -> bool:
    """Whether nothing was said: denied, conditional, under a modal, commanded or asked."""
    if _asked(sentence, verb):
        return True
    told = factuality(sentence, verb)
    return not told.affirmed or _stance(sentence, verb, frozenset({"that"}), told) is None


def cue_words(sentence: Sentence, verb: Token) -> list[Token]:
    """The verb with its auxiliaries, particle and negation; with what governs it where that denies
    it ("declined to comment").
    """
    held = [verb, *sentence.children(verb, *AUXILIARIES)]
    over = factuality(sentence, verb).polarity_cue
    if over is not None and over.tag[:1] == "V" and over.i < verb.i:
        held += [t for t in sentence.tokens if over.i <= t.i < verb.i]
    return held


def is_nobody(sentence: Sentence, word: Token) -> bool:
    """ "nobody", "none", "no one", "no minister": there is no speaker to have a stance."""
    below = sentence.children(word, "det", "neg")
    return word.lower in {"no", *outcomes("nobody")} or any(t.lower == "no" for t in below)


def silent(governor: Token, verb: Token) -> bool:
    """ "declined to say", "refused to comment": nothing was told."""
    return governor.lemma in words().silent and verb.lemma in words().telling


def _asked(sentence: Sentence, verb: Token) -> bool:
    """ "Did X say …?", and "asked whether …" of one who was asked."""
    below = sentence.children(verb)
    subject = next((c for c in below if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        bare = not any(c.dep in {"aux", "agent"} for c in below)
        return verb.tag in {"VBN", "VBD"} and verb.dep == "advcl" and bare
    turned = any(c.dep == "aux" and c.i < subject.i and c.tag != "TO" for c in below)
    return turned and is_question(sentence)


def held_back(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb itself is denied: "did not say"."""
    return not factuality(sentence, verb).affirmed


def is_told_by_few(sentence: Sentence, verb: Token) -> bool:
    """ "Few ministers said": who did, if anybody, is not told."""
    subject = speaker(sentence, verb)
    return subject is not None and scarce(sentence, subject) is not None
