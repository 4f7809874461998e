"""A share's part and whole, where its whole sentence says both and nothing else.

"Germany accounted for 27 % of EU exports to Kazakhstan" is a member's part in the Union's trade
with a partner; "20 % of EU exports went to the United States" a partner's part in all its trade.
"""

from msgspec.structs import replace

from legation.checks import members, partners, places, products
from legation.grammar.frames import Part, comparison, level, part
from legation.model import Definition, Figure, Product, Reading

UNION = "EUR"


def definition(reading: Reading, figure: Figure) -> Definition | None:
    """The share that the sentence of a figure tells; None where it fits no frame."""
    found = framed(reading, figure)
    if found is None or found.period is None:
        return None
    whole = found.whole
    if found.who is None:
        return None
    asked = Definition(
        measure="share",
        reporter=found.who if found.is_member else whole.reporter,
        partner=(whole.partner or partners.WORLD) if found.is_member else found.who,
        period=found.period,
        unit="%",
        flow=whole.measure,
        of=UNION if found.is_member else partners.WORLD,
    )
    return asked if _is_kept(found) else None


def _goods(found: Part) -> Product | None:
    """The goods that are the part, where the table of products knows them as a whole chapter."""
    row = next((r for r in products.known() if found.goods in (r.name, *r.words)), None)
    if row is None or row.name not in products.WHOLE_CHAPTERS:
        return None
    return Product(scheme=row.scheme, code=row.code, name=row.name)


def _is_kept(found: Part) -> bool:
    """Whether anybody counts such a part: of members, only those of the Union's own trade."""
    inside = members.of_today()
    if found.is_member:
        return found.whole.reporter == UNION and found.who in inside
    return found.who not in inside or found.whole.reporter != UNION


def framed(reading: Reading, figure: Figure) -> Part | None:
    """The frame that the sentence of a share fits."""
    sentence = places.sentence_of(reading, figure.evidence[0])
    if sentence is None or figure.measure != "share" or figure.unit != "%":
        return None
    return part(reading, sentence, places.number(reading, figure))


def is_framed(reading: Reading, figure: Figure) -> bool:
    """Whether every word of a figure's sentence has its place in a frame: of a share, or of goods
    that went from one to another.
    """
    if framed(reading, figure) is not None:
        return True
    sentence = places.sentence_of(reading, figure.evidence[0])
    if sentence is None:
        return False
    found = level(reading, sentence, places.number(reading, figure))
    return found is not None and (found.measure, found.reporter, found.partner) == (
        figure.measure,
        figure.reporter,
        figure.partner,
    )


def is_beside(reading: Reading, figure: Figure) -> bool:
    """Whether a multiple sets one flow beside another, and is no growth: "double its exports"."""
    sentence = places.sentence_of(reading, figure.evidence[0])
    is_multiple = figure.measure == "growth" and figure.unit != "%"
    return is_multiple and sentence is not None and comparison(reading, sentence) is not None


def settled(reading: Reading, figure: Figure) -> Figure:
    """The figure with the parties of its frame, and as certain as a whole sentence is; itself
    where it fits none.
    """
    found = framed(reading, figure)
    if found is not None and found.who is None:
        return replace(figure, product=_goods(found) or figure.product)
    asked = definition(reading, figure)
    if asked is not None:
        return replace(
            figure,
            reporter=asked.reporter,
            partner=asked.partner,
            period=asked.period,
            tier="sure",
            inherited=(),
        )
    return replace(figure, tier="sure", inherited=()) if is_framed(reading, figure) else figure
