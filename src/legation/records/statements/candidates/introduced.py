"""Words that a colon introduces: "The governor added:" and then a paragraph of its own, with or
without quotation marks.
"""

from collections.abc import Iterator, Sequence

from legation.grammar.sources import speaker
from legation.grammar.speech import SpeechVerb, reporting
from legation.model import Reading, Sentence, Span, Token
from legation.records.phrases import phrase, readable, wordy
from legation.records.statements.candidates.drafts import Draft
from legation.records.statements.candidates.telling import unreal
from legation.records.statements.candidates.verbal import addressee, cue_span

LONGEST = 50
"""Sentences of a paragraph."""


def drafts(reading: Reading) -> Iterator[Draft]:
    """The statements that stand after a sentence that ends in a colon."""
    sentences = reading.sentences
    for at, sentence in enumerate(sentences[:-1]):
        if sentence.tokens[-1].text == ":" and readable(sentence):
            cued = _cue(sentence)
            if cued is not None:
                yield _draft(sentence, *cued, sentences[at + 1 : at + 1 + LONGEST])


def _cue(sentence: Sentence) -> tuple[Token, SpeechVerb] | None:
    """The last verb of speaking, if it said nothing yet."""
    for token in reversed(sentence.tokens):
        row = reporting(sentence, token)
        if (
            row is not None
            and row.act == "speech"
            and "quote" in row.patterns
            and not unreal(sentence, token)
        ):
            return (
                None
                if sentence.children(token, "ccomp") or token.dep in {"relcl", "acl"}
                else (token, row)
            )
    return None


def _draft(sentence: Sentence, verb: Token, row: SpeechVerb, after: Sequence[Sentence]) -> Draft:
    """What is said is the rest of the paragraph, or the next paragraph."""
    held = [after[0]]
    for following in after[1:]:
        if following.paragraph != after[0].paragraph:
            break
        held.append(following)
    words = [t for s in held for t in s.tokens if wordy(t)] or list(held[0].tokens)
    subject = speaker(sentence, verb)
    return Draft(
        pattern="introduced",
        act="speech",
        sentence=sentence.index,
        cue=(cue_span(sentence, verb),),
        content=(Span(words[0].start, words[-1].end),),
        speaker=phrase(sentence, subject) if subject else None,
        head=subject.span if subject else None,
        addressee=addressee(sentence, verb, row),
        verb=verb.i,
    )
