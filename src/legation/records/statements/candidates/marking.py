"""What each word is told of itself before the sequence model marks it: its grammar, its neighbours,
the marks and the rules.

The rules' own drafts are among the features, so that what they do surely stays, and what they
mostly get wrong is unlearned.
"""

from collections.abc import Iterable, Iterator, Sequence

from legation.grammar.speech import reporting, speech_nouns
from legation.lexicon import word_set
from legation.model import Quotation, Reading, Sentence, Span, Token
from legation.records.agency import sayers
from legation.records.statements.candidates.drafts import Draft

OUTSIDE = "O"
CONTENT, CUE, SPEAKER = "K", "C", "S"
Features = list[str]
PRONOUNS = word_set("statements", "marking.pronouns")
REACH = 2
"""Words to either side that a word knows."""
BIN = 5
"""Tokens: distances are told in steps of that many."""


class Marks:
    """Where quotations and the rules' drafts lie in one document, by character."""

    def __init__(self, quotations: Iterable[Quotation], drafts: Iterable[Draft]) -> None:
        self.quoted = {i for q in quotations for i in range(*q.span)}
        self.rules: dict[int, str] = {}
        for draft in drafts:
            for role, spans in (
                (CONTENT, draft.content),
                (CUE, draft.cue),
                (SPEAKER, (draft.speaker,)),
            ):
                for span in spans:
                    self._lay(span, role if role != CONTENT else f"{role}-{draft.pattern}")

    def _lay(self, span: Span | None, name: str) -> None:
        for i in range(*span) if span is not None else ():
            self.rules.setdefault(i, name)

    def rule(self, token: Token) -> str:
        """What the rules take a token for."""
        return self.rules.get(token.start, OUTSIDE)


def sequences(
    reading: Reading, drafts: Sequence[Draft], sentences: Sequence[Sentence]
) -> Iterator[list[Features]]:
    """The features of every token, sentence by sentence."""
    marks = Marks(reading.quotations, drafts)
    told = {draft.sentence for draft in drafts}
    for sentence in sentences:
        yield _sentence(sentence, marks, before=sentence.index - 1 in told)


def may_hold(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence has a quotation mark or a word that may tell: in all others the model
    sees nothing.
    """
    quoted = any(q.outer.overlaps(sentence.span) for q in reading.quotations)
    words = sayers().words | speech_nouns().keys()
    return quoted or any(
        _may_tell(sentence, t) or t.lemma in words or t.text == ":" for t in sentence.tokens
    )


def _sentence(sentence: Sentence, marks: Marks, before: bool) -> list[Features]:
    own = [_word(sentence, token, marks) for token in sentence.tokens]
    whole = [
        f"quotes={any(t.start in marks.quoted for t in sentence.tokens)}",
        f"before={before}",
        f"ruled={any(marks.rule(t) == CUE for t in sentence.tokens)}",
    ]
    cues = [n for n, token in enumerate(sentence.tokens) if _may_tell(sentence, token)]
    return [[*own[n], *_around(own, n), *_to_cue(cues, n), *whole] for n in range(len(own))]


def _word(sentence: Sentence, token: Token, marks: Marks) -> Features:
    """What a word knows of itself; the first four are handed to its neighbours too."""
    head = sentence.head(token)
    rule = marks.rule(token)
    return [
        f"w={token.lemma if token.tag[:3] != 'NNP' else 'NNP'}",
        f"t={token.tag}",
        f"q={token.start in marks.quoted}",
        f"r={rule}",
        f"d={token.dep}",
        f"e={token.entity}",
        f"hw={head.lemma if head.tag[:1] == 'V' else head.tag}",
        f"rd={rule[:1]}|{token.dep}",
        f"tell={_kind(sentence, token)}",
        f"head tells={_kind(sentence, head)}|{token.dep}",
        f"up tells={any(_may_tell(sentence, a) for a in _lineage(sentence, head))}",
        f"shape={_shape(token)}",
    ]


def _lineage(sentence: Sentence, token: Token) -> list[Token]:
    """A word and the two above it."""
    above = [token, sentence.head(token)]
    return [*above, sentence.head(above[-1])]


def _kind(sentence: Sentence, token: Token) -> str:
    row = reporting(sentence, token)
    if row is not None:
        return row.act
    return (
        "noun" if token.lemma in sayers().words else "pronoun" if token.lower in PRONOUNS else "-"
    )


def _may_tell(sentence: Sentence, token: Token) -> bool:
    return reporting(sentence, token) is not None or token.lower == "according"


def _shape(token: Token) -> str:
    text = token.text
    if not text[:1].isalnum():
        return text[:1]
    return (
        "9" if text[0].isdigit() else "X" if text.isupper() else "Xx" if text[0].isupper() else "x"
    )


def _around(own: Sequence[Features], n: int) -> Iterator[str]:
    for step in range(-REACH, REACH + 1):
        if step and 0 <= n + step < len(own):
            yield from (f"{step}{each}" for each in own[n + step][:4])
        elif step:
            yield f"{step}edge"


def _to_cue(cues: Sequence[int], n: int) -> Iterator[str]:
    """How far the nearest word that may tell lies to the left and to the right."""
    left = [n - cue for cue in cues if cue <= n]
    right = [cue - n for cue in cues if cue > n]
    yield f"left={min(left[-1] // BIN, 4) if left else '-'}"
    yield f"right={min(right[0] // BIN, 4) if right else '-'}"
