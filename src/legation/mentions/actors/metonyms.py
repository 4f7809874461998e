"""Whether a capital's name stands for its government here, or is only where something happens.

"Moscow's influence", "a message to Beijing" and "between Astana and Brussels" act; "in Astana",
"flew to Beijing" and "the Brussels-based group" are places. The grammar decides; where it does not,
the name is a place.
"""

from legation.lexicon import word_set
from legation.mentions.actors.register import word_lists
from legation.model import Sentence, Token

ACTING = frozenset(("nsubj", "nsubjpass", "dative", "agent", "iobj", "csubj"))
DIRECTED = word_set("actors", "metonyms.directed")


def acts(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether the capital named by ``tokens`` acts in its sentence."""
    after = _after(sentence, tokens[-1], 1)
    if _dateline(sentence, tokens, after):
        return False
    if after is not None and after.text in {"-", "–", "—"}:
        return _hyphened(sentence, tokens[-1])
    if any(t.entity in {"FAC", "ORG"} for t in tokens) and _within_longer_name(sentence, tokens):
        return False
    return _governed(sentence, tokens[-1], 0)


def _dateline(sentence: Sentence, tokens: list[Token], after: Token | None) -> bool:
    """ "VIENNA — …", "Vienna (AFP) …": where a story was written."""
    if tokens[0].i != sentence.first or after is None:
        return False
    parted = after.start > tokens[-1].end
    return parted and after.text in {"—", "–", "-", "--", "("}


def _hyphened(sentence: Sentence, token: Token) -> bool:
    second = _after(sentence, token, 2)
    return second is not None and (
        second.lower in word_lists().led
        or (second.text[:1].isupper() and second.tag.startswith("NNP"))
    )


def _within_longer_name(sentence: Sentence, tokens: list[Token]) -> bool:
    after = _after(sentence, tokens[-1], 1)
    before = sentence.token(tokens[0].i - 1) if tokens[0].i > sentence.first else None
    return any(
        t is not None and t.entity == tokens[0].entity and t.text[:1].isupper()
        for t in (before, after)
    )


def _after(sentence: Sentence, token: Token, steps: int) -> Token | None:
    at = token.i + steps - sentence.first
    return sentence.tokens[at] if at < len(sentence.tokens) else None


def _governed(sentence: Sentence, token: Token, depth: int) -> bool:
    head = sentence.head(token)
    if depth > 6:
        return False
    if token.dep in ACTING:
        return True
    if token.dep in {"conj", "appos"} and head.i != token.i:
        return _governed(sentence, head, depth + 1) if token.dep == "conj" else False
    if token.dep == "poss":
        return head.lemma not in word_lists().city_features and not head.tag.startswith("NNP")
    if token.dep in {"pobj", "pcomp"}:
        return _after_preposition(sentence, head)
    if token.dep in {"dobj", "oprd"}:
        return head.lemma not in word_lists().motion_verbs
    if token.dep == "ROOT":
        return sum(t.text.isalnum() for t in sentence.tokens) <= 2
    return False


def _after_preposition(sentence: Sentence, preposition: Token) -> bool:
    word = preposition.lower
    if word in word_lists().partner_prepositions:
        return True
    if word not in DIRECTED:
        return False
    governor = sentence.head(preposition)
    if governor.tag.startswith("V"):
        sent = any(
            t.lemma in word_lists().messages
            for t in sentence.children(governor, "dobj", "nsubjpass")
        )
        return word in {"to", "from", "on"} and (
            sent or governor.lemma not in word_lists().motion_verbs
        )
    return (
        governor.tag.startswith("N")
        and governor.lower not in word_lists().journeys
        and word != "of"
    ) or word == "than"
