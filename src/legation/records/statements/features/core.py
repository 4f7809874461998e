"""What tells whether the core of a statement is right, as names that are there or not: content,
speaker and stance.
"""

from collections.abc import Iterator, Sequence

from legation.model import Party, Reading, Sentence, Span, Token
from legation.records.agency import sayers
from legation.records.phrases import wordy
from legation.records.statements.candidates.drafts import Draft

STEPS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95)
LENGTHS = (3, 6, 12, 20, 35)
"""Words of a content."""


def known(
    reading: Reading,
    draft: Draft,
    content: Sequence[Span],
    speaker: Party | None,
    mode: str,
    doubts: Sequence[str],
) -> list[str]:
    """The features of a draft with its content, its speaker and what speaks against it."""
    sentence = reading.sentences[draft.sentence]
    told = (
        _pattern(draft, mode, doubts),
        _speaker(sentence, draft, speaker),
        _content(reading, sentence, draft, content),
    )
    return list(dict.fromkeys(name for each in told for name in each))


PRIOR = {
    "clause": 0.9,
    "parenthesis": 0.9,
    "according": 0.9,
    "beside": 0.87,
    "signed": 0.85,
    "carried": 0.8,
    "noun clause": 0.85,
    "disputed": 0.85,
    "label": 0.85,
    "introduced": 0.85,
    "headline": 0.75,
    "gerund": 0.75,
    "preposition": 0.75,
    "object": 0.7,
    "naming": 0.7,
    "person": 0.7,
    "learned": 0.6,
    "infinitive": 0.6,
    "noun infinitive": 0.5,
    "noun preposition": 0.5,
}
"""The share of records of a pattern whose content overlaps, by half or more, with what two readers
marked as said in news articles (1,650 records, November 2026): it tells the model which patterns
are alike.
"""
SILENT = {"person": 0.0, "body": 0.0, "document": 0.0, "unknown": 0.1, "none": 0.2}
"""What a speaker of a kind that may not speak takes from it."""
PRIORS = (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85)


def prior(draft: Draft, mode: str, doubts: Sequence[str]) -> float:
    """How sure a pattern is of itself, less what speaks against this one."""
    base = PRIOR[draft.pattern]
    if mode == "direct" and draft.act == "speech":
        base = max(base, PRIOR["beside"])
    elif draft.act == "thought":
        base = min(base, PRIOR["infinitive"])
    voice = draft.voice if draft.speaker else "none"
    return base - SILENT[voice] - 0.15 * bool(doubts) - 0.12 * (mode == "mixed")


def _pattern(draft: Draft, mode: str, doubts: Sequence[str]) -> Iterator[str]:
    yield f"pattern={draft.pattern}"
    yield f"pattern={draft.pattern}|{mode}"
    yield f"act={draft.act}|{mode}"
    yield f"stance={draft.stance}"
    yield f"stance={draft.stance}|{draft.pattern}"
    yield f"doubts={min(3, len(doubts))}|{mode}"
    yield from (f"doubt={name}" for name in doubts)
    own = prior(draft, mode, doubts)
    yield from (f"prior>{step}" for step in PRIORS if own > step)
    support = draft.support if draft.support is not None else 0.0
    yield from (f"support>{step}" for step in STEPS if support > step)
    yield from (f"support>{step}|{mode}" for step in STEPS if support > step)


def _speaker(sentence: Sentence, draft: Draft, speaker: Party | None) -> Iterator[str]:
    yield f"voice={draft.voice if draft.speaker else 'nobody'}"
    if speaker is None:
        yield "nobody"
        return
    yield f"coded={speaker.actor is not None}|{draft.pattern}"
    yield f"stranger={_stranger(sentence, draft)}|{speaker.actor is not None}"
    yield f"person={speaker.person is not None}|{speaker.actor is not None}"
    yield f"sector={speaker.sector}"
    yield f"pronoun={draft.pronoun is not None}"
    head = sentence.apex(draft.head) if draft.head is not None else None
    if head is None:
        yield f"elsewhere|{draft.carried}"
        return
    yield f"head={head.tag}|{head.entity}"
    yield f"head={head.dep}"


def _stranger(sentence: Sentence, draft: Draft) -> str:
    """Whether the words for a speaker are of those who stand for no country: experts, nobody by
    name, the press.
    """
    held = sentence.within(draft.speaker) if draft.speaker is not None else []
    known = sayers()
    for name, words in (
        ("expert", known.experts),
        ("anonymous", known.anonymous),
        ("press", known.press),
    ):
        if any(t.lemma in words or t.lower in words for t in held):
            return name
    return "no"


def _content(
    reading: Reading, sentence: Sentence, draft: Draft, content: Sequence[Span]
) -> Iterator[str]:
    cue = [t for span in draft.cue for t in sentence.within(span)]
    words = [t for span in content for t in sentence.within(span) if wordy(t)]
    yield f"pieces={min(3, len(content))}"
    yield f"words={sum(len(words) >= step for step in LENGTHS)}|{draft.pattern}"
    yield f"across={content[-1].end > sentence.span.end}"
    yield f"cues={len(draft.cue)}"
    if cue:
        told = next((t for t in reversed(cue) if t.tag[:1] == "V"), cue[-1])
        yield f"cue={told.lemma}"
        yield f"cue={told.tag}|{told.dep}"
        yield f"order={cue[0].start < content[0].start}|{draft.pattern}"
    if words:
        first, last = words[0], words[-1]
        yield f"first={_word(first)}"
        yield f"verb={any(t.tag in {'VBD', 'VBZ', 'VBP', 'MD'} for t in words)}|{draft.pattern}"
        after = reading.document.text[last.end : last.end + 1]
        yield f"after={'word' if after.isalnum() else after.strip()}"
        before = reading.document.text[max(0, first.start - 2) : first.start].strip()
        yield f"before={before[-1:] if not before[-1:].isalnum() else 'word'}"


def _word(token: Token) -> str:
    return token.lower if token.tag[:1] not in "NVJC" else token.tag
