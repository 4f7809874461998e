"""Words for goods into codes of the Harmonised System."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table, word_set
from legation.model import Product, Quantity, Span, Token
from legation.records.measures.cues import cues
from legation.records.measures.listing import Place, place
from legation.records.measures.measure_words import Anchor
from legation.records.measures.passages import Passage

TRADED = word_set("measures", "products.traded")


class ProductWord(Struct, frozen=True):
    """A row of ``products.csv``."""

    words: tuple[str, ...]
    scheme: str
    name: str
    code: str = ""


@cache
def names() -> dict[tuple[str, ...], Product]:
    """The products by their words."""
    found = {}
    for row in table("products", ProductWord):
        for words in row.words:
            found[tuple(words.split())] = Product(scheme=row.scheme, code=row.code, name=row.name)
    return found


@cache
def longest() -> int:
    """How many words the longest name of a product has."""
    return max(len(words) for words in names())


def in_words(tokens: Sequence[Token]) -> list[tuple[Product, tuple[Token, ...]]]:
    """The products that some words name, the longest name at each place, in order."""
    known, found, n = names(), [], 0
    lowered = [t.lower for t in tokens]
    while n < len(tokens):
        size = next(
            (
                k
                for k in range(min(longest(), len(tokens) - n), 0, -1)
                if tuple(lowered[n : n + k]) in known
            ),
            0,
        )
        if size and not tokens[n].tag.startswith("VB"):
            row = known[tuple(lowered[n : n + size])]
            named = replace(row, name=" ".join(lowered[n : n + size]))
            found.append(
                (_all_but(named) if _excluded(lowered[:n]) else named, tuple(tokens[n : n + size]))
            )
        n += size or 1
    return found


def _excluded(before: Sequence[str]) -> bool:
    """Whether goods are named to leave them out: "non-oil", "other than coffee", "excluding
    arms".
    """
    tail = [w for w in before[-3:] if w not in ("-", "the")]
    return tail[-1:] in (
        ["non"],
        ["non-"],
        ["excluding"],
        ["except"],
        ["excepting"],
        ["besides"],
    ) or tail[-2:] == [
        "other",
        "than",
    ]


def _all_but(named: Product) -> Product:
    """All goods but some: a name that no code stands for."""
    return Product(scheme="name", code="", name=f"non-{named.name}")


def product(passage: Passage, quantity: Quantity, anchor: Anchor | None) -> Product | None:
    """What a figure is about, where its own phrase names exactly one kind of goods."""
    places: list[Sequence[Token]] = [_worth_of(passage, quantity)]
    if anchor is not None:
        told = (
            anchor.word.pos == "noun" or anchor.token.tag == "VBN"
        )  # "the grain exported to …"; not the subject of a verb
        places += [
            anchor.before if told else (),
            anchor.after if anchor.word.pos == "noun" else _objects(passage, anchor),
        ]
    if any(_both_kinds(words) for words in places):
        return None
    known = [p for words in places for p, _ in in_words(words)]
    named = {p.name: p for p in known}
    if len(named) > 1:
        row = place(passage, quantity)
        return _in_row(row, anchor) if row is not None and anchor is not None else _together(named)
    return _only(known) if known or anchor is None else unlisted(passage, anchor)


def _in_row(row: Place, anchor: Anchor) -> Product | None:
    """Of goods in a row the one in the number's place: "exports of rice, coffee and pepper were
    worth 3, 2 and 1 billion".
    """
    parts: list[list[Token]] = [[]]
    for token in anchor.after[1:]:
        if token.tag in ("IN", "TO"):
            break
        if token.lower in (",", "and"):
            parts.append([])
        else:
            parts[-1].append(token)
    picked = row.pick([part for part in parts if part])
    if picked is None:
        return None
    return _only([p for p, _ in in_words(picked)]) or Product(
        scheme="name", code="", name=" ".join(t.lower for t in picked)
    )


def _together(named: dict[str, Product]) -> Product:
    """Several goods of one number: a name without a code."""
    first = next(iter(named.values()))
    if all((p.scheme, p.code) == (first.scheme, first.code) for p in named.values()):
        return first
    return Product(scheme="name", code="", name=" and ".join(named))


def unlisted(passage: Passage, anchor: Anchor) -> Product | None:
    """Goods that no list of ours has, named beside a measure noun: "chip exports", "imports of farm
    produce". They have a name and no code, so that the number is not taken for that of all
    goods."""
    if anchor.word.pos != "noun" or anchor.word.lemma not in TRADED:
        return None
    before = [
        t
        for t in anchor.before[-2:]
        if t.dep in ("compound", "amod") and t.tag in ("NN", "NNS", "JJ")
    ]
    named = (
        before[-1:]
        if before and before[-1].tag != "JJ" and before[-1].i == anchor.token.i - 1
        else []
    )
    after = list(anchor.after)
    if not named and after and after[0].lower == "of":
        stop = next(
            (
                n
                for n, t in enumerate(after[1:], 1)
                if t.tag in ("IN", "TO") or t.lower in ("and", ",")
            ),
            len(after),
        )
        named = [
            t
            for t in after[1:stop]
            if t.i not in passage.standing and t.tag.startswith(("NN", "JJ", "HYPH", "VBN"))
        ]
    if (
        not named
        or named[-1].tag not in ("NN", "NNS")
        or any(_is_no_goods(passage, t) for t in named)
    ):
        return None
    return Product(scheme="name", code="", name=" ".join(t.lower for t in named))


def _is_no_goods(passage: Passage, token: Token) -> bool:
    dated = any(d.span.overlaps(token.span) for d in passage.dates) or any(
        q.span.overlaps(token.span) for q in passage.quantities
    )
    return (
        dated
        or token.i in passage.standing
        or token.lemma in cues().everything
        or token.entity not in ("", "PRODUCT")
    )


def _both_kinds(words: Sequence[Token]) -> bool:
    """Whether words speak of "goods and services": of no one kind of them."""
    lowered = [t.lower for t in words]
    return "goods" in lowered and "services" in lowered


def of_share(passage: Passage, quantity: Quantity, whole: Span | None) -> Product | None:
    """The goods that make up a share: its subject ("Oil accounts for 57 % of exports"). Goods that
    the whole is of ("13 % of the bloc's oil imports") keep their name and lose their code: the
    share is not theirs in all trade."""
    gapped = _gapped(passage, quantity)
    if gapped:
        return _only([p for p, _ in in_words(gapped)]) or Product(
            scheme="name", code="", name=" ".join(t.lower for t in gapped)
        )
    top = passage.sentence.apex(quantity.span)
    for head in passage.sentence.ancestors(top) if top else ():
        subjects = passage.sentence.children(head, "nsubj", "nsubjpass")
        if subjects:
            part = _only([p for s in subjects for p, _ in in_words(_plain(passage, s))])
            if part is not None:
                return part
            break
    words = passage.between(whole.start, whole.end) if whole else []
    inside = None if _both_kinds(words) else _only([p for p, _ in in_words(words)])
    return replace(inside, scheme="name", code="") if inside else None


def _gapped(passage: Passage, quantity: Quantity) -> list[Token]:
    """The goods of a share whose verb is left out: "Machinery accounted for 42 % of exports, |
    vehicles | for 21 %".
    """
    before = [
        q
        for q in passage.quantities
        if q.span.end <= quantity.span.start and q.unit == quantity.unit
    ]
    gap = passage.between(before[-1].span.end, quantity.digits.start) if before else []
    if len(gap) < 3 or gap[-1].lower != "for" or any(t.tag.startswith(("VB", "MD")) for t in gap):
        return []
    start = (
        max((n for n, t in enumerate(gap) if t.lower in (",", "and", ";", "while")), default=-1) + 1
    )
    held = gap[start:-1]
    plain = all(t.tag.startswith(("NN", "JJ")) and t.i not in passage.standing for t in held)
    return held if start and held and plain else []


def _plain(passage: Passage, head: Token) -> list[Token]:
    """A noun with its adjectives and joined nouns, without owners and tails."""
    below = passage.sentence.children(head, "amod", "compound", "conj")
    return sorted([head, *below], key=lambda t: t.i)


def _only(found: Sequence[Product]) -> Product | None:
    names_ = {p.name: p for p in found}
    return next(iter(names_.values())) if len(names_) == 1 else None


def _worth_of(passage: Passage, quantity: Quantity) -> list[Token]:
    """The goods right after a number: "8.5 mln t of oil", "$2bn worth of wheat"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:7]
    if not following or following[0].lower not in ("of", "worth", "in"):
        return []
    stop = next(
        (
            n
            for n, t in enumerate(following)
            if t.tag.startswith(("VB", ",", ".")) or t.lower in ("from", "to", "with")
        ),
        7,
    )
    return following[:stop]


def _objects(passage: Passage, anchor: Anchor) -> list[Token]:
    """The words of a verb's object up to the comma after which something is told of it."""
    found: list[Token] = []
    for child in passage.sentence.children(anchor.token, "dobj", "nsubjpass"):
        below = passage.sentence.subtree(child)
        stop = next(
            (
                n
                for n, t in enumerate(below)
                if t.text == "," and t.i > child.i and not _goes_on(below[n + 1 :])
            ),
            len(below),
        )
        found += below[:stop]
    return found


def _goes_on(words: Sequence[Token]) -> bool:
    """Whether a comma only parts the goods of a list: "steel, oil and wheat"."""
    return bool(words) and (words[0].dep == "conj" or words[0].lower in ("and", "or"))
