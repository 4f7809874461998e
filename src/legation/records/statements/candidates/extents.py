"""How far the words of a statement reach."""

from legation.grammar.speech import reporting
from legation.grammar.subjects import after_comma
from legation.grammar.words import words
from legation.lexicon import word_list
from legation.model import Sentence, Token
from legation.records.phrases import wordy

CARRIED_ON = word_list("statements", "extents.carried_on")


def clause(sentence: Sentence, verb: Token, inner: Token) -> list[Token]:
    """The complement; when it follows its verb, with what the parser hung on the verb after it."""
    tokens = sentence.subtree(inner)
    if inner.i < verb.i:
        return [*tokens, *_resumed(sentence, verb, tokens)]
    end = max((t.i for t in tokens if wordy(t)), default=inner.i)
    for child in sentence.children(verb, "advcl", "prep", "npadvmod"):
        if child.i > end and child.tag != "VBG" and child.lower != "according":
            tokens = [*tokens, *sentence.subtree(child)]
    return trimmed(sentence, verb, _without_day(tokens))


def _without_day(tokens: list[Token]) -> list[Token]:
    """ "told reporters Friday the pact was dead": the day is that of the telling."""
    first = next((n for n, t in enumerate(tokens) if wordy(t)), 0)
    day = (
        tokens
        and tokens[first].lower in words().days
        and tokens[first].dep == "npadvmod"
        and len(tokens) > first + 1
    )
    return tokens[first + 1 :] if day and tokens[first + 1].text != "," else tokens


def _resumed(sentence: Sentence, verb: Token, before: list[Token]) -> list[Token]:
    """ "A, X said, B": what the parser hung on the verb after a comma goes on with A."""
    rest = []
    for child in sentence.children(verb, "ccomp", "advcl", "conj", "dobj", "parataxis"):
        if child.i > verb.i and child.tag not in {"VBG", "VBD"} and child not in before:
            below = sentence.subtree(child)
            if below and after_comma(sentence, below[0]):
                rest.extend(below)
    return rest


def trimmed(sentence: Sentence, verb: Token, tokens: list[Token]) -> list[Token]:
    """Without what its speaker goes on to say: ", adding that …", "and warned that …"."""
    held = {t.i for t in tokens}
    for token in tokens:
        if token.i in held and token.i > verb.i and _goes_on(sentence, verb, token):
            cut = {t.i for t in sentence.subtree(token)}
            held -= {i for i in held if i in cut} | _joining(sentence, token)
    return [t for t in tokens if t.i in held]


def _goes_on(sentence: Sentence, verb: Token, token: Token) -> bool:
    row = reporting(sentence, token)
    if row is None or row.act != "speech" or "clause" not in row.patterns:
        return False
    if token.tag == "VBG":
        return token.dep == "advcl" and after_comma(sentence, token)
    own = any(c.dep == "nsubj" for c in sentence.children(token))
    other = token.tag != sentence.head(token).tag and token.tag == verb.tag
    return token.dep == "conj" and other and not own


def _joining(sentence: Sentence, token: Token) -> set[int]:
    """The conjunction before a second verb."""
    return {
        c.i
        for c in sentence.children(sentence.head(token), "cc")
        if c.i < token.i and token.i - c.i < 4
    }


def host(sentence: Sentence, verb: Token) -> list[Token]:
    """The clause into which "X said" is thrown, without it."""
    aside = {t.i for t in sentence.subtree(verb)}
    return [t for t in sentence.subtree(sentence.head(verb)) if t.i not in aside]


def object_of(sentence: Sentence, verb: Token) -> list[Token]:
    """The object, with "as …" and "for …" that belong to it."""
    held = [t for o in sentence.children(verb, "dobj") if o.i > verb.i for t in sentence.subtree(o)]
    if not held:
        return []
    for child in sentence.children(verb, "prep"):
        if child.i > held[-1].i and child.lower in CARRIED_ON:
            held.extend(sentence.subtree(child))
    return trimmed(sentence, verb, held)


def person(sentence: Sentence, verb: Token, inner: Token) -> list[Token]:
    """Who is urged, and to do what."""
    below = sentence.subtree(inner)
    start = min(t.i for t in below)
    whom = [t for o in sentence.children(verb, "dobj") for t in sentence.subtree(o) if t.i < start]
    for preposition in sentence.children(verb, "prep"):
        if preposition.lower in {"on", "upon", "to"} and preposition.i < start:
            whom.extend(
                t for t in sentence.subtree(preposition) if t.i != preposition.i and t.i < start
            )
    return [*whom, *trimmed(sentence, verb, below)]


def naming(sentence: Sentence, verb: Token) -> list[Token]:
    """ "called Y a Z": the thing and its name."""
    held: list[Token] = []
    for child in sentence.children(verb, "dobj", "oprd", "attr", "ccomp", "xcomp", "prep"):
        if child.i < verb.i or (child.dep == "prep" and child.lower != "as"):
            continue
        held.extend(sentence.subtree(child))
    several = len({t.head for t in held if t.head == verb.i} | {0}) > 0 and len(held) > 1
    return held if several else []
