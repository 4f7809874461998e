"""What speaks for a party as the owner of a number, or as the other side: plain facts as names.

Every fact is told for its slot (``R`` reporter, ``P`` partner, ``J`` both together), what grammar
says once more for the kind of number, since "of" beside exports is another thing than "of" beside
imports. More crossings taught no more (folds of the train part, 2026-12-01).
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from legation.lexicon import word_map
from legation.model import Pair, Sentence, Token
from legation.records.figures.candidates.cast import Cast
from legation.records.figures.candidates.context import Earlier
from legation.records.figures.candidates.drafts import Draft
from legation.records.measures import Passage, Sides

NEAR, FAR = 4, 9
"""Words of distance that make a party beside a number, near it, or away from it."""
ABOVE = 2
"""Sentences before that may name a side."""
BACK = 4
"""Words before a party among which its preposition is looked for."""
BREAKS = word_map("figures", "party_features.breaks", str)
"""What may stand between a party and a number, by what it is called here."""


class Scene(Struct, frozen=True, kw_only=True):
    """A number with all that may tell its sides: its sentence, the rules' answer and what they took
    from context, the figures before, and what the stretch and the text are about."""

    passage: Passage
    draft: Draft
    rules: Sides
    taken: tuple[str, ...]
    earlier: Sequence[Earlier]
    pair: Pair | None
    topic: str | None
    about: tuple[str, str] | None
    our: str | None
    home: str | None
    denied: tuple[str, ...]
    """Slots that the words leave to nobody who is not named for them."""
    whole: bool
    """Whether the number is of the trade with everybody, by its words or its size."""
    cast: Cast
    places: Mapping[str, tuple[Token, ...]]
    """The parties of the sentence, each with the first word of its mentions."""

    @property
    def index(self) -> int:
        """The place of its sentence in the text."""
        return self.passage.sentence.index

    @property
    def above(self) -> tuple[str, ...]:
        """The parties of the sentences right before."""
        return self.cast.above(self.index, ABOVE)

    @property
    def kind(self) -> str:
        """What the number is, with what it is a share or the growth of."""
        held = self.draft.measure
        anchor = self.draft.anchor
        if held not in ("share", "growth"):
            return held
        return f"{held}:{anchor.measure if anchor else self.draft.of and 'told'}"


def places(passage: Passage) -> dict[str, tuple[Token, ...]]:
    """The parties of a sentence, each with the first word of each of its mentions."""
    found: dict[str, list[Token]] = {}
    before = None
    for token in passage.sentence.tokens:
        actor = passage.standing.get(token.i)
        if actor is not None and actor is not before:
            for code in passage.parties([token]):
                found.setdefault(code, []).append(token)
        before = actor
    return {code: tuple(tokens) for code, tokens in found.items()}


def of_none(scene: Scene, slot: str) -> Iterator[str]:
    """What speaks for nobody."""
    given = scene.rules.reporter if slot == "R" else scene.rules.partner
    yield f"{slot} nobody"
    yield f"{slot} nobody|{scene.kind}"
    yield f"{slot} nobody|rules={_stance(given, None)}"
    yield f"{slot} nobody|how={scene.draft.how}"
    yield f"{slot} nobody|parties={min(len(scene.places), 3)}"
    yield f"{slot} nobody|pair={scene.pair is not None}"
    yield f"{slot} nobody|topic={scene.topic is not None}"
    yield f"{slot} nobody|whole={scene.whole}"
    yield f"{slot} nobody|lent={_name(slot) in scene.taken}"


def of_party(scene: Scene, slot: str, code: str) -> Iterator[str]:
    """What speaks for one party; what grammar says of it is told for the kind of number too."""
    yield from (f"{slot} {fact}" for fact in _by_rules(scene, slot, code))
    yield from (f"{slot} {fact}" for fact in _by_context(scene, code))
    tokens = scene.places.get(code, ())
    if not tokens:
        yield f"{slot} unnamed"
        return
    number = _number(scene)
    nearest = min(tokens, key=lambda t: (abs(t.i - number), t.i))
    yield from (f"{slot} {fact}" for fact in dict.fromkeys(_by_place(scene, nearest, number)))
    facts = dict.fromkeys(fact for token in tokens for fact in _by_grammar(scene, token))
    yield from (f"{slot} {fact}" for fact in facts)
    yield from (f"{slot} {fact}|{scene.kind}" for fact in facts)


def of_pair(scene: Scene, reporter: str | None, partner: str | None) -> Iterator[str]:
    """What speaks for two sides together."""
    rules = scene.rules
    given = (rules.reporter, rules.partner)
    if (reporter, partner) == given:
        yield "J as ruled"
        yield f"J as ruled|{scene.draft.how}|{len(scene.taken)}"
        yield f"J as ruled|{bool(reporter)}{bool(partner)}|{len(scene.taken)}"
        yield f"J as ruled|paired={rules.paired}"
    elif (partner, reporter) == given:
        yield "J turned"
    here = sum(code in scene.places for code in (reporter, partner) if code)
    yield f"J filled={bool(reporter)}{bool(partner)}|{here}"
    if reporter and partner:
        if scene.pair is not None and {reporter, partner} == set(scene.pair.codes):
            yield "J the pair"
        if scene.about is not None and {reporter, partner} == set(scene.about):
            yield "J the text's pair"
    yield from _as_before(scene, reporter, partner)


def _as_before(scene: Scene, reporter: str | None, partner: str | None) -> Iterator[str]:
    """Whether the sides are those of the figure before, or those of it turned round."""
    last = scene.earlier[-1] if scene.earlier else None
    if last is None:
        return
    where = "beside" if last.sentence == scene.index else "above"
    alike = "alike" if last.measure == scene.draft.measure else "other"
    if (reporter, partner) == (last.sides.reporter, last.sides.partner):
        yield f"J as before|{where}"
        yield f"J as before|{where}|{alike}"
    elif reporter and (partner, reporter) == (last.sides.reporter, last.sides.partner):
        yield f"J turned from before|{where}"
    elif reporter == last.sides.reporter:
        yield f"J owner as before|{where}|{bool(partner)}{bool(last.sides.partner)}"


def _stance(given: str | None, code: str | None) -> str:
    return "same" if given == code else "nobody" if given is None else "another"


def _name(slot: str) -> str:
    return "reporter" if slot == "R" else "partner"


def _by_rules(scene: Scene, slot: str, code: str) -> Iterator[str]:
    rules = scene.rules
    mine, other = (
        (rules.reporter, rules.partner) if slot == "R" else (rules.partner, rules.reporter)
    )
    lent = _name(slot) in scene.taken
    if scene.whole:
        yield f"of a whole|{'here' if code in scene.places else 'away'}"
    yield f"rules={_stance(mine, code)}"
    if mine == code:
        yield f"ruled|{scene.draft.how}|{'lent' if lent else 'own'}"
    if other == code:
        yield "ruled the other side"


def _by_context(scene: Scene, code: str) -> Iterator[str]:
    where = "here" if code in scene.places else "away"
    if scene.topic == code:
        yield f"topic|{where}"
    if scene.pair is not None and code in scene.pair.codes:
        yield f"in the pair|{where}"
    if scene.about is not None and code in scene.about:
        yield f"in the text's pair|{where}"
    if scene.our == code:
        yield "ours"
    yield from _by_text(scene, code, where)
    here = scene.index
    for name in ("reporter", "partner"):
        held = [e for e in scene.earlier if getattr(e.sides, name) == code]
        if held:
            yield f"was {name}|{'beside' if held[-1].sentence == here else 'above'}|{where}"


def _by_text(scene: Scene, code: str, where: str) -> Iterator[str]:
    """How much a party is of the whole text."""
    rank = scene.cast.ranks.get(code)
    yield f"rank={'none' if rank is None else min(rank, 2)}|{where}"
    if code in scene.cast.lead:
        yield f"in the lead|{where}"
    if scene.home == code:
        yield f"home|{where}"
    if code in scene.above:
        yield f"named before|{where}"
        yield f"{'first' if scene.above[0] == code else 'not first'} named before|{where}"
    if code in scene.cast.by_sentence.get(scene.index, ()) and where == "away":
        yield "stands behind a person"


def _number(scene: Scene) -> int:
    held = scene.passage.sentence.within(scene.draft.quantity.digits)
    return held[0].i if held else scene.passage.sentence.first


def _by_place(scene: Scene, token: Token, number: int) -> Iterator[str]:
    """Where a party stands, seen from the number and from its measure word."""
    side = "before" if token.i < number else "after"
    yield f"{side}|{_distance(token.i, number)}"
    low, high = sorted((token.i, number))
    between = [t for t in scene.passage.sentence.tokens if low < t.i < high]
    yield from (f"{side}|across {BREAKS[t.lower]}" for t in between if t.lower in BREAKS)
    crossed = sum(
        q.unit != "count" and any(q.digits.overlaps(t.span) for t in between)
        for q in scene.passage.quantities
    )
    yield f"{side}|numbers={min(crossed, 2)}"
    anchor = scene.draft.anchor
    if anchor is not None:
        where = "before" if token.i < anchor.token.i else "after"
        yield f"{where} the word|{_distance(token.i, anchor.token.i)}"
    only = len(scene.places) == 1
    yield f"named {'alone' if only else 'among others'}|{side}"


def _distance(one: int, other: int) -> str:
    gap = abs(one - other)
    return "beside" if gap <= NEAR else "near" if gap <= FAR else "away"


def _by_grammar(scene: Scene, token: Token) -> Iterator[str]:
    """What a mention is in its sentence: after which preposition, subject or owner of what."""
    passage, anchor = scene.passage, scene.draft.anchor
    actor = passage.standing[token.i]
    yield f"form={actor.form}"
    yield from _by_clause(scene, token)
    yield f"after={_preposition(scene, token)}"
    top = passage.sentence.apex(actor.span) or token
    head = passage.sentence.head(top)
    yield f"as={top.dep}"
    if anchor is None:
        yield f"of {head.lemma}|{top.dep}"
        return
    if token in anchor.before:
        yield "owner of the word"
    if token in anchor.after:
        yield f"after the word|{_preposition(scene, token)}"
    chain = [anchor.token.i, *(t.i for t in passage.sentence.ancestors(anchor.token))]
    if top.dep in ("nsubj", "nsubjpass", "agent") and head.i in chain:
        yield f"subject over the word|{top.dep}|{head.lemma}"
        yield f"subject over the word|{anchor.word.pos}"
    if head.i == anchor.token.i:
        yield f"of the word|{top.dep}"


def _by_clause(scene: Scene, token: Token) -> Iterator[str]:
    """Whether a mention stands under the verb of the number, and of its measure word."""
    sentence = scene.passage.sentence
    own = _verb(sentence, token)
    held = sentence.within(scene.draft.quantity.digits)
    if held:
        yield f"under the number's verb={_verb(sentence, held[0]) == own}"
    if scene.draft.anchor is not None:
        yield f"under the word's verb={_verb(sentence, scene.draft.anchor.token) == own}"


def _verb(sentence: Sentence, token: Token) -> int:
    """The verb of the clause that a word stands in, by its index; the root where there is none."""
    if token.tag.startswith("VB") and token.dep not in ("amod", "compound"):
        return token.i
    above = list(sentence.ancestors(token))
    found = next((t for t in above if t.tag.startswith("VB") and t.dep != "amod"), None)
    return found.i if found is not None else (above[-1] if above else token).i


def _preposition(scene: Scene, token: Token) -> str:
    """The preposition that a mention follows, within its phrase; "-" where none does."""
    tokens = scene.passage.sentence.tokens
    at = token.i - scene.passage.sentence.first
    for held in reversed(tokens[max(0, at - BACK) : at]):
        if held.tag in ("IN", "TO") or held.lower in ("with", "between"):
            return held.lower
        joins = held.lower in ("and", ",") or held.i in scene.passage.standing
        if not joins and held.tag not in ("DT", "JJ", "POS", "CD", "NN", "PRP$"):
            return "-"
    return "-"
