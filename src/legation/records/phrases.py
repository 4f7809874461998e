"""Stretches of a sentence: the phrase around a noun, the words of one clause, tokens as spans."""

from collections.abc import Iterable, Sequence

from legation.model import Sentence, Span, Token

LONGEST_SENTENCE = 400
"""Tokens."""
DATELINE = 8
"""Tokens of the longest dateline."""
SAID = frozenset("%‰$€£¥°")
DASHES = frozenset({"-", "–", "—", "--"})


def readable(sentence: Sentence) -> bool:
    """Whether a sentence is short enough to be prose: what is longer is a table or debris, and its
    tree costs its square.
    """
    return len(sentence.tokens) <= LONGEST_SENTENCE


def wordy(token: Token) -> bool:
    """Whether a token holds a letter or digit, or is a sign that is read aloud: "up by 4 %"."""
    return any(c.isalnum() or c in SAID for c in token.text)


def parted(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words."""
    first, last = sorted((one.i, other.i))
    return any(sentence.token(i).text == ";" for i in range(first, last))


def own_clause(sentence: Sentence, tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Of "A; B, X said" the words of B; what follows the verb stays."""
    stops = [t.i for t in tokens if t.text == ";" and t.i < verb.i]
    start = max(stops, default=-1)
    return [t for t in tokens if t.i > start]


def runs(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The stretches of neighbouring tokens as spans, without punctuation at their edges; only
    punctuation may be skipped.
    """
    held = sorted((t for t in tokens if wordy(t)), key=lambda t: t.i)
    found: list[Span] = []
    last = -1
    for token in held:
        joined = found and all(not wordy(sentence.token(i)) for i in range(last + 1, token.i))
        if joined:
            found[-1] = Span(found[-1].start, token.end)
        else:
            found.append(token.span)
        last = token.i
    return tuple(found)


def phrase(sentence: Sentence, head: Token, without: frozenset[int] = frozenset()) -> Span:
    """The noun phrase around ``head``: its subtree's stretch that holds it, less the tokens in
    ``without``.
    """
    below = sentence.subtree(head)
    dateline = _dateline(below, head)
    tokens = [t for t in below if t.i not in without and t.i > dateline]
    return next((s for s in runs(sentence, tokens) if s.start <= head.start < s.end), head.span)


def _dateline(tokens: list[Token], head: Token) -> int:
    """Where a dateline in front of a subject ends ("SEOUL (Reuters) - South Korea"): the index of
    its dash, or -1.
    """
    for at, token in enumerate(tokens[:DATELINE]):
        if token.text in DASHES and token.i < head.i:
            before = [t for t in tokens[:at] if wordy(t)]
            return (
                token.i
                if before
                and before[0].text.isupper()
                and all(t.tag.startswith("NNP") for t in before)
                else -1
            )
    return -1
