"""The two sides of a number, decided together: whose it is, and with whom.

Candidates are the parties of the sentence, those of the figures before, the pair and the country
that the stretch is about, and nobody. Every pair of them is weighed, but those that cannot be.
"""

from msgspec import Struct

from legation.records.figures.candidates.drafts import Draft
from legation.records.figures.slots.party_features import Scene, of_none, of_pair, of_party
from legation.records.measures import FLOWS, Sides
from legation.records.ranking import Candidate, Preference, fill

WEIGHTS = "figure_sides.json"
WORLD = "WLD"
RANKED = frozenset(
    {"trade_total", "exports", "imports", "balance", "investment", "share", "growth"}
)
"""Measures whose sides are chosen; of the others the corpus tells too little, and weights did no
better than the rules (volumes: 54 of 122 either way, 2026-12-01)."""
LEADING = 2
"""Parties that a text names most, which may be a side where nobody is named."""
MOST = 9
"""Parties weighed for one number: those of its sentence first."""


class Whose(Struct, frozen=True):
    """The chosen sides, and which of them the sentence does not name."""

    sides: Sides
    inherited: tuple[str, ...]
    score: float = 1.0


def is_ranked(draft: Draft) -> bool:
    """Whether the sides of a number are chosen: those of trade, of investment, and of their shares
    and growth.
    """
    is_volume = draft.anchor is not None and draft.anchor.measure == "volume"
    return draft.measure in RANKED and not is_volume


def chosen(scene: Scene, model: Preference) -> Whose:
    """The sides of a number as the weights have it; what the rules said is one of the things
    weighed.
    """
    weighed = candidates(scene)
    if stands(scene):
        return Whose(scene.rules, scene.taken, model.shares(weighed)[0])
    best = fill(weighed, model)
    sides = best.value or Sides()
    return Whose(_kept(scene, sides), _inherited(scene, sides), best.score)


def stands(scene: Scene) -> bool:
    """Whether the rules' answer is not put in question: they tell both sides and took neither from
    context, or the number is no flow, or goes on with the one before. On folds of the train part
    the weights changed four of 86 such flows and three of 46 such shares and growths, none for the
    better (2026-12-01).
    """
    rules = scene.rules
    if rules.reporter is None or rules.partner is None:
        return scene.draft.restates is not None and rules != Sides()
    is_flow = scene.draft.measure in FLOWS
    return not scene.taken or not is_flow or scene.draft.restates is not None


def candidates(scene: Scene) -> list[Candidate[Sides]]:
    """Every pair of sides that can be, with what speaks for it; the rules' own first."""
    codes = _codes(scene)
    own = {code: tuple(of_party(scene, "R", code)) for code in codes}
    others = {code: tuple(of_party(scene, "P", code)) for code in codes}
    nobody = tuple(of_none(scene, "R")), tuple(of_none(scene, "P"))
    found: list[Candidate[Sides]] = []
    for reporter in (*codes, None):
        for partner in (*codes, None):
            if not _can_be(scene, reporter, partner):
                continue
            told = (
                *(own[reporter] if reporter else nobody[0]),
                *(others[partner] if partner else nobody[1]),
                *of_pair(scene, reporter, partner),
            )
            sides = Sides(reporter, partner)
            found.append(Candidate(sides, _source(scene, sides), told))
    return sorted(found, key=lambda each: not _is_rules(scene, each.value or Sides()))


def _can_be(scene: Scene, reporter: str | None, partner: str | None) -> bool:
    """Nobody is his own partner, the world is nobody's reporter, nobody is what the words deny, and
    of a whole nobody is the partner whom its sentence does not name.
    """
    if reporter is not None and reporter in (partner, WORLD):
        return False
    if "reporter" in scene.denied and reporter != scene.rules.reporter:
        return False
    if "partner" in scene.denied and partner != scene.rules.partner:
        return False
    return not scene.whole or partner in (None, WORLD) or partner in scene.places


def _is_rules(scene: Scene, sides: Sides) -> bool:
    return (sides.reporter, sides.partner) == (scene.rules.reporter, scene.rules.partner)


def _codes(scene: Scene) -> list[str]:
    """The parties that may be a side, the rules' own and those of the sentence first."""
    told = [scene.rules.reporter, scene.rules.partner, *scene.places]
    lent = [code for e in reversed(scene.earlier) for code in (e.sides.reporter, e.sides.partner)]
    pair = scene.pair.codes if scene.pair is not None else ()
    here = scene.cast.by_sentence.get(scene.index, ())
    text = [code for code, rank in scene.cast.ranks.items() if rank < LEADING]
    held = [*told, *here, *pair, scene.topic, *lent, *scene.above]
    held += [*(scene.about or ()), scene.our, scene.home, *text]
    return [code for code in dict.fromkeys(held) if code is not None][:MOST]


def _source(scene: Scene, sides: Sides) -> str:
    named = [code for code in (sides.reporter, sides.partner) if code]
    if not named:
        return "none"
    return "words" if all(code in scene.places for code in named) else "context"


def _inherited(scene: Scene, sides: Sides) -> tuple[str, ...]:
    """The sides that context gave: the rules' own word where they agree, else whether the sentence
    names them.
    """
    held = []
    for name in ("reporter", "partner"):
        code = getattr(sides, name)
        if code is None or code == WORLD:
            continue
        agreed = code == getattr(scene.rules, name)
        if name in scene.taken if agreed else code not in scene.places:
            held.append(name)
    return tuple(held)


def _kept(scene: Scene, sides: Sides) -> Sides:
    """The choice, with what the rules know of it besides."""
    rules = scene.rules
    alike = {rules.reporter, rules.partner} == {sides.reporter, sides.partner}
    if alike and "trade" in (scene.draft.of, scene.draft.measure.partition("_")[0]):
        return rules  # of trade between two the order says nothing
    return Sides(sides.reporter, sides.partner, rules.mutual, rules.paired and alike)
