"""Statements told by a noun: "the ministry's claim that S", "his expectations are for Y"."""

from collections.abc import Iterator

from legation.grammar.factuality import factuality
from legation.grammar.governors import governor
from legation.grammar.sources import branded
from legation.grammar.speech import SpeechNoun, speech_nouns
from legation.model import Sentence, Stance, Token
from legation.records.phrases import phrase, runs
from legation.records.statements.candidates.drafts import Draft


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every statement that a noun of the sentence reports and whose speaker stands by it."""
    for token in sentence.tokens:
        row = speech_nouns().get(token.lemma) if token.tag in {"NN", "NNS"} else None
        if row is None:
            continue
        speaker = _speaker(sentence, token)
        held = _content(sentence, token, row)
        if held is not None and speaker is not None and factuality(sentence, token).affirmed:
            pattern, tokens = held
            content = runs(sentence, tokens)
            if content:
                yield Draft(
                    pattern=pattern,
                    act=row.act,
                    sentence=sentence.index,
                    cue=(token.span,),
                    content=content,
                    speaker=phrase(sentence, speaker, frozenset(t.i for t in tokens) | {token.i}),
                    head=speaker.span,
                    stance=_stance(sentence, token),
                )


def _stance(sentence: Sentence, noun: Token) -> Stance:
    """ "his denial that S", "their doubts about S"; any other noun affirms."""
    row = governor(sentence, noun, frozenset({"that", "whether", "about", "of"}))
    return row.stance if row is not None and row.stance is not None else "affirms"


def _speaker(sentence: Sentence, noun: Token) -> Token | None:
    """Whose claim it is: a possessor, "by X", or the subject of a light verb ("issued a warning
    that").
    """
    owner = next(iter(sentence.children(noun, "poss")), None)
    if owner is not None:
        return owner
    name = next(
        (c for c in sentence.children(noun, "compound", "nmod") if c.tag.startswith("NNP")), None
    )
    if name is not None:
        return name
    for preposition in sentence.children(noun, "prep"):
        if preposition.lower in {"by", "from"}:
            return next(iter(sentence.children(preposition, "pobj")), None)
    if noun.dep == "dobj" and not _disputed(sentence, noun):
        return next(iter(sentence.children(sentence.head(noun), "nsubj")), None)
    return None


def _disputed(sentence: Sentence, noun: Token) -> bool:
    """ "denied the claim that S": the claim is another's."""
    row = governor(sentence, sentence.head(noun), frozenset({"report"}))
    return (row is not None and row.stance is not None) or branded(sentence, noun) is not None


def _content(sentence: Sentence, noun: Token, row: SpeechNoun) -> tuple[str, list[Token]] | None:
    if "clause" in row.patterns:
        clause = next(
            (c for c in sentence.children(noun, "acl", "ccomp", "relcl") if _that(sentence, c)),
            None,
        )
        if clause is not None:
            return "noun clause", sentence.subtree(clause)
    if "infinitive" in row.patterns:
        inner = next((c for c in sentence.children(noun, "acl") if c.tag == "VB"), None)
        if inner is not None:
            return "noun infinitive", sentence.subtree(inner)
    return _headed(sentence, noun, row)


def _that(sentence: Sentence, clause: Token) -> bool:
    """ "that" as a conjunction, not as the subject or object of a relative clause."""
    return any(c.lower == "that" and c.dep == "mark" for c in sentence.children(clause))


def _headed(sentence: Sentence, noun: Token, row: SpeechNoun) -> tuple[str, list[Token]] | None:
    """ "hopes for Y", or "expectations are for Y"."""
    copula = (
        [sentence.head(noun)] if noun.dep == "nsubj" and sentence.head(noun).lemma == "be" else []
    )
    for head in [noun, *copula]:
        for preposition in sentence.children(head, "prep"):
            if preposition.i > noun.i and preposition.lower in row.prepositions:
                inside = [t for t in sentence.subtree(preposition) if t.i != preposition.i]
                return ("noun preposition", inside) if inside else None
    return None
