"""The running text of a paragraph, rebuilt from its tokens, with the way back to the original.

Patterns want one clean line: no soft hyphens, no line breaks, no odd spaces, a space where two
sentences were glued.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from legation.model import Document, Sentence, Span, Token


class Paragraph:
    """One paragraph. Offsets count in :attr:`text`; :meth:`span` leads back to the original."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.sentences = sentences
        self.tokens: list[Token] = [t for s in sentences for t in s.tokens]
        self.starts: list[int] = []
        pieces: list[str] = []
        length, before = 0, -1
        for token in self.tokens:
            if before not in (-1, token.start) or token.i in self._openers:
                pieces.append(" ")
                length += 1
            self.starts.append(length)
            pieces.append(token.text)
            length += len(token.text)
            before = token.end
        self.text = "".join(pieces)
        self.low = _lower(self.text)

    @cached_property
    def _openers(self) -> frozenset[int]:
        return frozenset(s.first for s in self.sentences[1:])

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins in :attr:`text`."""
        first = self.tokens[0].i
        return [self.starts[s.first - first] for s in self.sentences]

    def sentence(self, offset: int) -> int:
        """The position in :attr:`sentences` of the sentence at ``offset``."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def place(self, offset: int) -> int:
        """The position in :attr:`tokens` of the token at ``offset`` (or the one before, between
        two).
        """
        return max(0, bisect_right(self.starts, offset) - 1)

    def token(self, offset: int) -> Token:
        """The token at ``offset``."""
        return self.tokens[self.place(offset)]

    def span(self, start: int, end: int) -> Span:
        """The original span under ``[start, end)`` of :attr:`text`, which must not be empty."""
        return Span(self._original(start)[0], self._original(end - 1)[1])

    def _original(self, offset: int) -> tuple[int, int]:
        n = self.place(offset)
        token, inside = self.tokens[n], offset - self.starts[n]
        if token.end - token.start == len(token.text):
            return token.start + min(inside, len(token.text) - 1), token.start + min(
                inside + 1, len(token.text)
            )
        return _aligned(self.document.text, token, inside)


def _aligned(text: str, token: Token, inside: int) -> tuple[int, int]:
    """The place of a character in a token whose original has characters that the repair took
    out.
    """
    at = token.start
    for n, character in enumerate(token.text):
        found = text.find(character, at, token.end)
        at = found if found >= 0 else min(at, token.end - 1)
        if n == inside:
            last = inside == len(token.text) - 1
            return (token.start if n == 0 else at), (token.end if last else at + 1)
        at += 1
    return token.start, token.end


def _lower(text: str) -> str:
    low = text.lower()
    return (
        low
        if len(low) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def of(document: Document, sentences: Sequence[Sentence]) -> Iterator[Paragraph]:
    """The paragraphs of a document, in order."""
    for _, held in groupby(sentences, key=lambda s: s.paragraph):
        yield Paragraph(document, tuple(held))
