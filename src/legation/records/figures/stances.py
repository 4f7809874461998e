"""Doubts about how a number is told: as a wish, on a condition, of a part, in a comparison, of another time."""

from legation.model import Token
from legation.records.figures import shares
from legation.records.figures.context import TRADE
from legation.records.figures.drafts import FLOWS
from legation.records.figures.scenes import Scene

TOLD = frozenset(
    {"be", "go", "come", "make", "account", "represent", "constitute", "comprise", "form", "rise", "fall", "reach", "stand"}
)
"""Verbs that tell plainly how large a share is."""
ON_CONDITION = frozenset({"if", "unless", "provided"})
LEFT_OUT = frozenset({"excluding", "except", "excepting", "minus", "without"})
COMPARING = frozenset({"more", "less", "fewer"})


def of_no_plain_share(scene: Scene) -> bool:
    """A share that is neither told by a verb of making up, nor the subject or complement of a plain verb."""
    drafted = scene.settled.draft
    if drafted.measure != "share" or drafted.how == "list" or shares.makes_up(scene.passage, drafted.quantity):
        return False
    sentence = scene.passage.sentence
    top = sentence.apex(drafted.quantity.span)
    if top is None or (drafted.anchor is not None and drafted.anchor.word.pos == "verb" and drafted.anchor.measure in FLOWS):
        return top is None
    verb = next((t for t in sentence.ancestors(top) if t.tag.startswith(("VB", "MD"))), None)
    below = [t for t in sentence.ancestors(top) if verb is not None and t.i != verb.i and t.head == verb.i]
    role = (below[0] if below else top).dep
    plain = verb is not None and verb.lemma in TOLD and role in ("nsubj", "attr", "dobj", "prep", "npadvmod", "acomp")
    return drafted.restates is None and not plain


def not_done(scene: Scene) -> bool:
    """What only somebody is to do: "signed an agreement to raise trade by 5 %", "if it could raise its funding by 5 billion"."""
    settled, sentence = scene.settled, scene.passage.sentence
    if settled.nature != "flow":
        return False
    if any(t.lower in ON_CONDITION for t in scene.leading):
        return True
    top = sentence.apex(settled.draft.quantity.span)
    verb = next((t for t in sentence.ancestors(top) if t.tag.startswith("VB")), None) if top else None
    return verb is not None and verb.tag == "VB" and any(t.lower == "to" for t in sentence.children(verb, "aux"))


def of_lent_time(scene: Scene) -> bool:
    """A time that another sentence lent: believed right after it, of the same two parties, told there in so many words."""
    settled, here = scene.settled, scene.passage.sentence.index
    if "period" not in settled.inherited or settled.draft.how == "converted":
        return False
    lender = next((e for e in reversed(scene.earlier) if e.measure in TRADE and e.period == settled.period), None)
    if lender is None:
        return True
    if lender.sentence == here:
        return lender.is_doubtful
    same = {lender.sides.reporter, lender.sides.partner} == {settled.sides.reporter, settled.sides.partner}
    return not same or here - lender.sentence > 1 or "period" in lender.inherited


def of_stock_or_flow(scene: Scene) -> bool:
    """An investment of which the words do not say whether it was made in that time or has come together by then."""
    settled, anchor = scene.settled, scene.anchor
    return settled.draft.measure == "investment" and settled.nature == "flow" and (anchor is None or anchor.word.pos == "noun")


def without_some(scene: Scene) -> bool:
    """All goods but some: "imports, excluding oil and wheat, totalled …"."""
    anchor = scene.anchor
    return anchor is not None and any(t.lower in LEFT_OUT for t in scene.leading if t.i > anchor.token.i)


def of_a_record(scene: Scene) -> bool:
    """ "The lowest since the 3.56 billion exported …": a number of an earlier time that nothing tells."""
    words = [t.lower for t in scene.leading if t.tag not in ("$", "SYM", "DT")][-1:]
    return words == ["since"]


def of_two_things(scene: Scene) -> bool:
    """ "10 % more from A than from B": no growth of one thing over time."""
    drafted = scene.settled.draft
    following = [t for t in scene.passage.sentence.tokens if t.start >= drafted.quantity.span.end][:12]
    if drafted.measure != "growth" or not following or following[0].lower not in COMPARING:
        return False
    place = next((n for n, t in enumerate(following) if t.lower == "than"), None)
    return place is not None and place + 1 < len(following) and not _is_dated(scene, following[place + 1 :])


def _is_dated(scene: Scene, words: list[Token]) -> bool:
    near = words[:3]
    return any(d.span.overlaps(t.span) for d in scene.passage.dates for t in near)
