"""The words that say what a number measures: "exports", "deficit", "invested"."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table
from legation.model import Measure, Sentence, Token
from legation.records.measures.balances import is_other
from legation.records.measures.cues import cues
from legation.records.measures.passages import Passage

BETWEEN_TWO = ("turnover", "commerce")
"""What between two countries is trade, with no word that says so."""
MODIFIERS = ("JJ", "NN", "CD", "HYPH", "POS", "PRP$", "VBN", "VBG", "DT", "RB", "$")


class MeasureWord(Struct, frozen=True):
    """A row of ``measures.csv``."""

    lemma: str
    pos: str
    measure: Measure
    reporter: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    weak: str = "no"
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    barred_before: tuple[str, ...] = ()


class Anchor(Struct, frozen=True):
    """A measure word in its place, with the words of its phrase before it (determiners, owners,
    adjectives).
    """

    word: MeasureWord
    token: Token
    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def measure(self) -> Measure:
        """What it measures."""
        return self.word.measure


@cache
def words() -> dict[tuple[str, str], tuple[MeasureWord, ...]]:
    """The measure words by lemma and part of speech; of several senses the first that fits."""
    held: dict[tuple[str, str], list[MeasureWord]] = {}
    for row in table("measures", MeasureWord):
        held.setdefault((row.lemma, row.pos), []).append(row)
    return {key: tuple(rows) for key, rows in held.items()}


def anchors(passage: Passage) -> list[Anchor]:
    """The measure words of a passage, in order."""
    return [a for token in passage.sentence.tokens for a in _at(passage, token)]


def _at(passage: Passage, token: Token) -> Iterator[Anchor]:
    senses = words().get((lemma(token), "verb" if token.tag.startswith("VB") else "noun"), ())
    if not senses or (senses[0].pos == "noun" and not token.tag.startswith(("NN", "VB", "JJ"))):
        return
    found = next((a for a in _senses(passage, token, senses) if _fits(passage, a)), None)
    if found is not None:
        yield found


def _senses(passage: Passage, token: Token, senses: tuple[MeasureWord, ...]) -> Iterator[Anchor]:
    """A measure word in each of its senses: inbound shipments are imports, others exports."""
    owners = tuple(before(passage.sentence, token))
    behind = tuple(after(passage.sentence, token))
    for row in senses:
        if row.measure == "balance" and is_other(passage.sentence, token, owners):
            row = replace(row, measure="other")
        yield Anchor(row, token, owners, behind)


def lemma(token: Token) -> str:
    """The lemma; for words that the tagger took for a name ("Exports of …" in a heading), the word
    without its plural.
    """
    if (
        token.tag.startswith("NNP")
        and token.lower.endswith("s")
        and (token.lower[:-1], "noun") in words()
    ):
        return token.lower[:-1]
    return token.lemma


def before(sentence: Sentence, token: Token) -> list[Token]:
    """The words of the noun's own phrase that stand before it."""
    found: list[Token] = []
    for i in range(token.i - 1, sentence.first - 1, -1):
        here = sentence.token(i)
        if (
            not here.tag.startswith(MODIFIERS)
            and here.text not in ("-", "–", "/", "€", "£")
            and not _joins(sentence, i)
        ):
            break
        if here.tag in ("VBN", "VBG") and here.dep in ("ROOT", "conj", "relcl", "advcl"):
            break
        found.insert(0, here)
    return found


def _joins(sentence: Sentence, i: int) -> bool:
    """Whether "and" at ``i`` joins two owners or goods of one phrase: "French and German exports",
    not "X, and exports".
    """
    if (
        sentence.token(i).lower not in ("and", "or", "&")
        or i - 1 < sentence.first
        or i + 1 > sentence.tokens[-1].i
    ):
        return False
    left, right = sentence.token(i - 1), sentence.token(i + 1)
    if (left.lower, right.lower) == ("goods", "services"):
        return True
    return (
        left.tag in ("NNP", "JJ")
        and right.tag in ("NNP", "JJ")
        and left.text[:1].isupper() == right.text[:1].isupper()
    )


def after(sentence: Sentence, token: Token, reach: int = 16) -> list[Token]:
    """What follows the noun until a verb, a mark or the next measure word."""
    found: list[Token] = []
    for i in range(token.i + 1, min(token.i + 1 + reach, sentence.tokens[-1].i + 1)):
        here = sentence.token(i)
        if here.text == "," and _lists_on(sentence, i, found):
            found.append(here)
            continue
        if here.dep in ("nsubj", "nsubjpass") and found and found[-1].lower in ("and", "but", ","):
            break  # "a deficit of 170 billion | and Japan accounted for …"
        stop = here.tag.startswith(("VB", "MD", ":", "WDT", "WP")) or here.text in (
            ",",
            ";",
            "(",
            ")",
            ".",
            "—",
            '"',
            "”",
        )
        if (stop and not _participle(here)) or (lemma(here), "noun") in words():
            break
        found.append(here)
    return found


def _lists_on(sentence: Sentence, comma: int, found: list[Token]) -> bool:
    """Whether a comma only parts the goods or countries of a row: "exports of rice, crude oil and
    pepper to China".
    """
    held = {t.i for t in found}
    following = [t for t in sentence.tokens if comma < t.i <= comma + 3]
    mate = next((t for t in following if t.dep not in ("amod", "compound", "det")), None)
    return (
        mate is not None and mate.dep == "conj" and mate.tag.startswith("NN") and mate.head in held
    )


def _participle(token: Token) -> bool:
    return token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound", "pobj", "prep")


def _fits(passage: Passage, found: Anchor) -> bool:
    row, sentence = found.word, passage.sentence
    is_noun = row.pos == "noun"
    if is_noun and not _fits_as_noun(passage, found):
        return False
    if row.lemma == "trade" and row.pos == "verb" and _is_quoted(sentence, found.token):
        return False
    if row.weak != "yes":
        return True
    beside = [*found.before, *found.after] if is_noun else _around(sentence, found.token)
    if not is_noun and row.needs and not {t.lemma for t in beside} & set(row.needs):
        return False
    return bool(passage.parties(beside)) or _beside_trade(sentence)


def _fits_as_noun(passage: Passage, found: Anchor) -> bool:
    """Whether a noun measures by itself: what follows or modifies it may make it something else.
    "Turnover" alone is trade where a pair is under discussion.
    """
    row, sentence = found.word, passage.sentence
    if _is_of_another(row, _following_noun(sentence, found.token)):
        return False
    if set(row.barred_before) & {t.lower for t in found.before[-2:]}:
        return False
    near = {t.lemma for t in found.before} | {t.lemma for t in found.after[:4]}
    meant = passage.paired and row.lemma in BETWEEN_TWO
    if row.needs and not meant and not set(row.needs) & near:
        return False
    if _modifies_other(sentence, found.token):
        return False
    after = [t.text for t in sentence.tokens if t.i > found.token.i][:1]
    return after not in (["-"], ["–"]) or not _is_joined(sentence, found.token)


def _is_of_another(row: MeasureWord, following: Token | None) -> bool:
    """Whether the noun after it makes it another thing: "export licence", "trade talks"."""
    if following is None:
        return False
    word = lemma(following)
    known = words().get((word, "noun"))
    if word not in cues().carriers and known is None:
        return True
    return word in row.bars or (known is not None and known[0].measure != row.measure)


def _is_joined(sentence: Sentence, token: Token) -> bool:
    """Whether a noun is the first half of an adjective: "trade-weighted", "export-led"."""
    following = [t for t in sentence.tokens if t.i > token.i + 1][:1]
    return (
        bool(following)
        and following[0].tag in ("VBN", "VBD", "VBG", "JJ")
        and following[0].start <= token.end + 1
    )


def _is_quoted(sentence: Sentence, verb: Token) -> bool:
    """Whether "trade" tells at what price a share or a coin changes hands: "was trading for $12",
    "traded at about 30".
    """
    following = [t.lower for t in sentence.tokens if t.i > verb.i][:1]
    return following[0] in cues().quoted_at if following else True


def _around(sentence: Sentence, verb: Token) -> list[Token]:
    """What hangs from a verb, and from the one that it is joined to: "bought grain from X and sold
    it oil".
    """
    return sentence.subtree(sentence.head(verb) if verb.dep == "conj" else verb)


def _modifies_other(sentence: Sentence, token: Token) -> bool:
    """Whether the word is one of several before another noun: "trade and investment efforts"."""
    head = sentence.head(token)
    if (
        token.dep not in ("compound", "nmod", "amod")
        or head.i <= token.i + 1
        or not head.tag.startswith("NN")
    ):
        return False
    return lemma(head) not in cues().carriers and (lemma(head), "noun") not in words()


def _beside_trade(sentence: Sentence) -> bool:
    """Whether a sentence speaks of trade in so many words, so that its "sales" and "purchases" are
    trade too.
    """
    return any(
        t.lemma in ("trade", "export", "import", "turnover") and t.tag.startswith("NN")
        for t in sentence.tokens
    )


def _following_noun(sentence: Sentence, token: Token) -> Token | None:
    """The noun that this one stands before as a modifier: "trade deficit" → "deficit"."""
    following = next((t for t in sentence.tokens if t.i == token.i + 1), None)
    if (
        following is None
        or not following.tag.startswith("NN")
        or following.entity in ("DATE", "GPE", "MONEY", "PERCENT")
    ):
        return None
    return (
        following
        if token.dep in ("compound", "amod", "nmod", "nn", "poss") or token.head == following.i
        else None
    )
