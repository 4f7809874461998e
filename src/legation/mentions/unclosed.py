"""Where a quotation ends whose closing mark is missing: before the cue that follows it in its
paragraph.

`"We will wait, the minister said. He left.` and `«We will wait,- said the minister.` quote four
words less than they seem to. A cue is a comma, and then a verb of speech before who spoke ("said
the minister") or after ("the minister said").
"""

from collections.abc import Sequence

from legation.lexicon import word_set
from legation.mentions.speech import verbs
from legation.model import Quotation, Sentence, Span, Token

LONGEST = 16
"""Words of a speaker between the comma and the verb."""
DASHES = frozenset(("-", "–", "—", "--", "―", ",-", ",–", ",—"))
GLUED = (",-", ",–", ",—")
FINITE = frozenset(("VBD", "VBZ", "VBN"))
"""Never "they say": that is a phrase inside speech."""
SPEAKERS = word_set("mentions", "unclosed.speakers")
NOT_SPEAKERS = word_set("mentions", "unclosed.not_speakers")
BEGINNING = frozenset(("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"))
NOMINAL = BEGINNING | {"POS", "IN", "CC", "HYPH", ",", "VBG", "RB", "``", "''"}
AFTERWARDS = word_set("mentions", "unclosed.afterwards")


def shortened(quotation: Quotation, paragraph: Sequence[Sentence], text: str) -> Quotation:
    """The quotation without a cue that it seems to hold, and what follows that.

    Args:
        quotation: one without a closing mark.
        paragraph: the sentences of its paragraph.
        text: the document's.
    """
    tokens = [t for s in paragraph for t in s.tokens if quotation.span.holds(t.span)]
    cue = next((at for at in range(1, len(tokens) - 1) if _cue(tokens, at)), None)
    end = None if cue is None else _end(tokens, cue)
    if end is None:
        return quotation
    span = Span(quotation.span.start, end)
    if not any(c.isalnum() for c in span.of(text)):
        return quotation
    return Quotation(
        span=span,
        outer=Span(quotation.outer.start, end),
        paragraph=quotation.paragraph,
        closed=False,
    )


def _end(tokens: Sequence[Token], cue: int) -> int:
    """Where the words before a cue end; its comma and dash may be glued to the last of them."""
    words = tokens[cue].text.rstrip(",-–—")
    return tokens[cue].start + len(words) if words else tokens[cue - 1].end


def _cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether a cue begins with the comma or dash at a place."""
    mark = tokens[at].text
    if mark != "," and mark not in DASHES and not mark.endswith(GLUED):
        return False
    first = at + 1
    while first < len(tokens) and tokens[first].text in DASHES:
        first += 1
    return _inverted(tokens, first) or _straight(tokens, first)


def _says(token: Token) -> bool:
    return token.tag in FINITE and token.lemma in verbs()


def _inverted(tokens: Sequence[Token], first: int) -> bool:
    """ "said the spokesperson": the verb first, then who."""
    if first + 1 >= len(tokens) or not _says(tokens[first]):
        return False
    who, further = tokens[first + 1], tokens[first + 2 : first + 3]
    if who.tag == "JJ":
        return bool(further) and further[0].tag.startswith("NN")
    return who.tag in BEGINNING and who.lower not in NOT_SPEAKERS


def _straight(tokens: Sequence[Token], first: int) -> bool:
    """ "Foreign Minister A. B. said." and "he said in Rome.": who, then the verb, and nothing said
    after it.
    """
    for place in range(first + 1, min(first + LONGEST, len(tokens))):
        token = tokens[place]
        if _says(token):
            return _someone(tokens[first:place]) and _nothing_said(tokens, place + 1)
        if token.tag not in NOMINAL:
            return False
    return False


def _someone(words: Sequence[Token]) -> bool:
    if len(words) == 1:
        return words[0].lower in SPEAKERS or words[0].tag.startswith("NNP")
    return words[0].tag in BEGINNING - {"PRP"} and any(w.tag.startswith("NN") for w in words)


def _nothing_said(tokens: Sequence[Token], after: int) -> bool:
    if after >= len(tokens):
        return True
    token = tokens[after]
    return (
        token.text in {".", ",", ";"}
        or token.lower in AFTERWARDS
        or token.entity in {"DATE", "TIME"}
        or token.tag == "RB"
    )
