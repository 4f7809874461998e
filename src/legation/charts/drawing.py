"""Marks of SVG as safe text: geometry here, colour and type in the style sheet.

A chart is drawn at three widths and the style sheet shows one of them, so that its words are 13
pixels high on a phone and on a wall, and no script is needed. Only classes, never a style: the
policy of the page allows none.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b

from markupsafe import Markup, escape

Body = tuple[float, Iterable[Markup]]
"""The height of a drawing and its parts."""
Draw = Callable[[float, bool], Body]
"""Draws at a width; the second argument says whether it is the narrow drawing of a phone."""
WIDTHS = ((1240.0, "wide"), (900.0, "mid"), (370.0, "narrow"))
LETTER = 6.6
"""Units that a letter of a label takes at most, at 13 pixels."""
DIAMOND = "M0 -7l7 7l-7 7l-7-7z"


def at_three_widths(draw: Draw, title: str, name: str = "") -> Markup:
    """The drawing at each width, under one title."""
    return Markup("").join(
        drawing(width, *draw(width, kind == "narrow"), title=title, name=f"{kind} {name}".strip())
        for width, kind in WIDTHS
    )


def drawing(
    width: float,
    height: float,
    parts: Iterable[Markup],
    *,
    title: str,
    name: str,
    at: tuple[float, float] = (0.0, 0.0),
) -> Markup:
    """One SVG, its upper left corner ``at`` a place. Its id follows from title and width: two runs
    give the same bytes.
    """
    key = blake2b(f"{title}|{name}".encode(), digest_size=4).hexdigest()
    head = filled(
        '<svg class="chart {}" viewBox="{} {} {} {}" role="group" aria-labelledby="t{}">'
        '<title id="t{}">{}</title>',
        name,
        short(at[0]),
        short(at[1]),
        short(width),
        short(height),
        key,
        key,
        title,
    )
    return head + Markup("").join(parts) + Markup("</svg>")


def filled(shape: str, *values: object) -> Markup:
    """A mark with its values, each escaped. A page has thousands of them: ``Markup.format`` takes
    ten times as long, for it reads the shape anew by Python.
    """
    return Markup(shape.format(*map(escape, values)))


def short(number: float) -> str:
    """A number to a tenth, without an idle zero: a page has thousands of them."""
    return f"{number:.1f}".rstrip("0").rstrip(".")


def label(x: float, y: float, words: str, kind: str = "") -> Markup:
    """Words at a place."""
    return filled('<text class="{}" x="{}" y="{}">{}</text>', kind, short(x), short(y), words)


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line."""
    return filled(
        '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>',
        kind,
        short(x1),
        short(y1),
        short(x2),
        short(y2),
    )


def box(kind: str, x: float, y: float, width: float, height: float, said: str = "") -> Markup:
    """A rectangle; ``said`` is told to who points at it."""
    inner = filled("<title>{}</title>", said) if said else Markup("")
    return filled(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}">{}</rect>',
        kind,
        short(x),
        short(y),
        short(max(0.0, width)),
        short(max(0.0, height)),
        inner,
    )


def bar(kind: str, x1: float, x2: float, y: float, height: float) -> Markup:
    """A bar with round ends around a line."""
    return filled(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="{}"/>',
        kind,
        short(x1),
        short(y - height / 2),
        short(max(1.0, x2 - x1)),
        short(height),
        short(height / 2),
    )


def path(kind: str, x: float, y: float, shape: str) -> Markup:
    """A shape around a place."""
    return filled(
        '<path class="{}" transform="translate({} {})" d="{}"/>', kind, short(x), short(y), shape
    )


def dot(kind: str, x: float, y: float, radius: float = 5.5) -> Markup:
    """A disc."""
    return filled(
        '<circle class="{}" cx="{}" cy="{}" r="{}"/>', kind, short(x), short(y), short(radius)
    )


def linked(address: str, said: str, *parts: Markup) -> Markup:
    """Parts that lead to an address, with words for who points at them or hears them read."""
    return filled(
        '<a href="{}" aria-label="{}"><title>{}</title>{}</a>',
        address,
        said,
        said,
        Markup("").join(parts),
    )


def fitting(words: str, room: float) -> str:
    """As many of the words as there is room for, with an ellipsis where they are cut."""
    most = int(room / LETTER)
    return words if len(words) <= most else words[: max(1, most - 1)].rstrip() + "…"
