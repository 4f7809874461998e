"""What gives reason to doubt that just these words were said, by just this speaker, and how likely
it is that they were.

A small linear model, trained on our corpus, weighs the doubts with what the draft knows of itself;
its weights are plain numbers by feature.
"""

from functools import cache
from itertools import pairwise

import msgspec

from legation.lexicon import weights, word_set
from legation.model import Party, Reading, Sentence, Span, Token
from legation.records.phrases import wordy
from legation.records.ranking import Linear
from legation.records.statements.candidates.drafts import Draft

WEIGHTS = "statement_core.json"
RIGHT = "right"
DOUBT = "doubt="
WEIGHED = frozenset({"_weak"})
"""Doubts that the model weighs …"""
CAP = 0.4
"""… and the most that a statement is believed against which another speaks, whatever it says."""
WEAK = word_set("statements", "verifier.weak")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "WDT"})
SELF = frozenset({"i", "we"})
SELVES = SELF | {"me", "us", "my", "our"}
NOBODY = word_set("statements", "verifier.nobody")
QUESTIONS = frozenset({"WRB", "WP", "WDT"})
ASKING = word_set("statements", "verifier.asking")


def doubts(
    reading: Reading, draft: Draft, content: tuple[Span, ...], speaker: Party | None, marked: bool
) -> list[str]:
    """The names of what speaks against the record; ``marked`` where quotation marks hold some of
    the content.
    """
    sentence = reading.sentences[draft.sentence]
    found = ["_torn"] if _torn(reading, content) else []
    if draft.pattern == "clause" and _weak(sentence, draft):
        found.append("_weak")
    if marked or not content:
        return found
    words = [t for span in content for t in sentence.within(span)]
    asked = {
        "_begins_within": _begins_within(sentence, draft, content[0]),
        "_ends_within": _ends_within(sentence, draft, content),
        "_nameless": _nameless(speaker, reading),
        "_own_words": _own_words(words),
        "_question": _question(sentence, draft, words),
        "_goes_on": _goes_on(sentence, draft, content),
    }
    return [*found, *(name for name, raised in asked.items() if raised)]


def _torn(reading: Reading, content: tuple[Span, ...]) -> bool:
    """Whether a piece of the content ends within a word."""
    text = reading.document.text
    return any(
        span.end < len(text) and text[span.end - 1 : span.end + 1].isalnum()
        for span in content
        if span
    )


@cache
def model() -> Linear:
    """The trained weights; read once a process."""
    return msgspec.json.decode(weights(WEIGHTS), type=Linear)


def certain(told: list[str]) -> float:
    """The chance, 0 to 1, that content, speaker and stance are right, by the features of a
    statement.
    """
    chance = model().likely(told)[RIGHT]
    doubted = {name.removeprefix(DOUBT) for name in told if name.startswith(DOUBT)}
    barred = doubted - WEIGHED
    return round(min(chance, CAP) if barred else chance, 3)


def _cue(sentence: Sentence, draft: Draft) -> list[Token]:
    """The verbs of the cue."""
    return [t for span in draft.cue for t in sentence.within(span) if t.tag[:1] == "V"]


def _weak(sentence: Sentence, draft: Draft) -> bool:
    """A verb that may mean something other than speech, or a lone participle."""
    cue = _cue(sentence, draft)
    return bool(cue) and (cue[-1].lemma in WEAK or (len(cue) == 1 and cue[0].tag == "VBG"))


def _begins_within(sentence: Sentence, draft: Draft, span: Span) -> bool:
    """ "accounts for half of it": a clause without its subject; or what hangs from a noun before
    it, beside "according to".
    """
    tokens = sentence.tokens
    number = next((n for n, t in enumerate(tokens) if t.start >= span.start), None)
    if number is None:
        return False
    before = tokens[number - 1] if number else None
    loose = (
        draft.pattern == "according"
        and before is not None
        and before.tag[:1] == "N"
        and before.end < span.start
    )
    return tokens[number].tag in FINITE or loose


def _ends_within(sentence: Sentence, draft: Draft, content: tuple[Span, ...]) -> bool:
    """Whether the clause goes on with a verb that is neither said nor says it."""
    end = max(span.end for span in content)
    after = next((t for t in sentence.tokens if t.start >= end), None)
    return (
        after is not None
        and after.tag[:1] in "VM"
        and not any(after.span.overlaps(cue) for cue in draft.cue)
    )


def _nameless(speaker: Party | None, reading: Reading) -> bool:
    """ "They asked …", "we hold that …": who is not told, or is the author or somebody quoted
    without marks.
    """
    if speaker is None or speaker.mention is None:
        return False
    words = reading.text(speaker.mention).lower()
    return words in SELF or (words in NOBODY and speaker.actor is None and speaker.person is None)


def _own_words(words: list[Token]) -> bool:
    """ "I was tired, he said": speech in its own words without marks, of which the rest may stand
    in other sentences.
    """
    return any(t.lower in SELVES for t in words)


def _question(sentence: Sentence, draft: Draft, words: list[Token]) -> bool:
    """ "asked whether …" claims nothing."""
    cue = _cue(sentence, draft)
    first = next(filter(wordy, words), None)
    asks = bool(cue) and cue[-1].lemma in ASKING
    return (
        asks and first is not None and (first.lower in {"whether", "if"} or first.tag in QUESTIONS)
    )


def _goes_on(sentence: Sentence, draft: Draft, content: tuple[Span, ...]) -> bool:
    """ "A, X said, but B" and "A, X said; B": whose B is stands nowhere."""
    if not draft.cue or draft.cue[0].start < content[0].start:
        return any(t.text == ";" and t.start >= content[-1].end - 1 for t in sentence.tokens)
    end = max(
        span.end for span in (*draft.cue, *content, *([draft.speaker] if draft.speaker else []))
    )
    after = [t for t in sentence.tokens if t.start >= end]
    pairs = pairwise(after)
    return any(t.text == ";" for t in after) or any(
        t.text == "," and u.lower in {"but", "and", "while"} for t, u in pairs
    )
