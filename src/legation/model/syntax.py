"""Words and their grammar, as the records room sees them: plain data, free of the parser that made
them.
"""

from collections.abc import Iterator

from msgspec import Struct

from legation.model.spans import Span


class Token(Struct, frozen=True, gc=False):
    """One word. ``i`` and ``head`` count through the document; ``start`` and ``end`` are original
    positions.

    ``tag`` is a Penn Treebank tag, ``dep`` a ClearNLP relation (``nsubj``, ``nsubjpass``, ``dobj``,
    ``prep``, ``pobj`` …), ``entity`` an OntoNotes label or the empty string, ``lemma`` lower case.
    """

    i: int
    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    entity: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the original text."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Sentence(Struct, frozen=True):
    """A sentence: its tokens, its place, and the paragraph it stands in. Indices of tokens are
    document-wide.

    Made by :func:`sentence`, which works out ``branches``: for each token, the indices of what
    depends on it directly.
    """

    index: int
    paragraph: int
    span: Span
    tokens: tuple[Token, ...]
    branches: tuple[tuple[int, ...], ...]

    @property
    def first(self) -> int:
        """The document-wide index of its first token."""
        return self.tokens[0].i

    def token(self, i: int) -> Token:
        """The token with document-wide index ``i``."""
        tokens = self.tokens
        return tokens[i - tokens[0].i]

    def head(self, token: Token) -> Token:
        """What it depends on; the root is its own head."""
        return token if token.head == token.i else self.token(token.head)

    def children(self, token: Token, *deps: str) -> list[Token]:
        """What depends on it directly, in order; only the relations named, if any are."""
        tokens = self.tokens
        first = tokens[0].i
        below = self.branches[token.i - first]
        if not below:
            return []
        if not deps:
            return [tokens[i - first] for i in below]
        return [t for i in below if (t := tokens[i - first]).dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all that hangs from it, in order."""
        held, waiting = [], [token.i]
        while waiting:
            i = waiting.pop()
            held.append(i)
            waiting.extend(self.branches[i - self.first])
        return [self.token(i) for i in sorted(held)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        seen = token
        while seen.head != seen.i:
            seen = self.token(seen.head)
            yield seen

    def root(self) -> Token:
        """The first token that is its own head."""
        return next((t for t in self.tokens if t.head == t.i), self.tokens[0])

    def within(self, span: Span) -> list[Token]:
        """The tokens that share a character with ``span``."""
        return [t for t in self.tokens if t.start < span.end and span.start < t.end]

    def apex(self, span: Span) -> Token | None:
        """The grammatical head of a span: its first token whose head lies outside it (or is
        itself).
        """
        held = self.within(span)
        inside = {t.i for t in held}
        return next((t for t in held if t.head == t.i or t.head not in inside), None)


def sentence(index: int, paragraph: int, tokens: tuple[Token, ...]) -> Sentence:
    """A sentence of at least one token; heads outside it are an error of the caller."""
    first = tokens[0].i
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            below[token.head - first].append(token.i)
    span = Span(tokens[0].start, tokens[-1].end)
    return Sentence(index, paragraph, span, tokens, tuple(tuple(b) for b in below))
