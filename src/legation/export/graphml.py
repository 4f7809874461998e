"""Actors and what is told between them as a graph (GraphML).

Edges go from who acts or speaks to whom it is done or said; those of one kind, type, status and
stance are one edge, so that what is planned, denied or called off never stands for what happened.
"""

from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from legation.export.told import Asked, Told, told
from legation.model.signs import visible
from legation.store import Reading
from legation.store.entries import pairs
from legation.views.wording import name_of

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
KEYS = (
    ("name", "node", "string"),
    ("kind", "edge", "string"),
    ("type", "edge", "string"),
    ("status", "edge", "string"),
    ("stance", "edge", "string"),
    ("certain", "edge", "boolean"),
    ("directed", "edge", "boolean"),
    ("affairs", "edge", "int"),
    ("stories", "edge", "int"),
)


class Edge(Struct, frozen=True, order=True):
    """What edges are told apart by; ``directed`` is false where neither side or both act."""

    source: str
    target: str
    kind: str
    type: str
    status: str
    stance: str
    certain: bool
    directed: bool


def pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """One graph: nodes by code, edges with the affairs and the stories behind them. ``stories``
    adds up those of each affair: one that is behind two affairs counts twice.
    """
    affairs: Counter[Edge] = Counter()
    stories: Counter[Edge] = Counter()
    for one in told(ledger, asked):
        for edge in _edges(one):
            affairs[edge] += 1
            stories[edge] += one.affair.stories
    yield HEAD.encode()
    for name, of, type in KEYS:
        yield f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n'.encode()
    yield b'<graph id="legation" edgedefault="directed">\n'
    for code in sorted({code for edge in affairs for code in (edge.source, edge.target)}):
        yield _node(code)
    for number, edge in enumerate(sorted(affairs)):
        yield _edge(number, edge, affairs[edge], stories[edge])
    yield b"</graph>\n</graphml>\n"


def _edges(one: Told) -> Iterator[Edge]:
    entry = one.entry
    for (a, b), acting in pairs(one.record).items():
        source, target = (b, a) if acting == b else (a, b)
        yield Edge(
            source=source,
            target=target,
            kind=entry.kind,
            type=entry.type,
            status=entry.status or "none",
            stance=one.stance,
            certain=entry.certain,
            directed=acting is not None,
        )


def _node(code: str) -> bytes:
    name = escape(visible(name_of(code) or code))
    return f'<node id={quoteattr(code)}><data key="name">{name}</data></node>\n'.encode()


def _edge(number: int, edge: Edge, affairs: int, stories: int) -> bytes:
    held = {
        "kind": edge.kind,
        "type": edge.type,
        "status": edge.status,
        "stance": edge.stance,
        "certain": str(edge.certain).lower(),
        "directed": str(edge.directed).lower(),
        "affairs": affairs,
        "stories": stories,
    }
    data = "".join(f'<data key="{key}">{escape(str(value))}</data>' for key, value in held.items())
    ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
    return f'<edge id="e{number}" {ends}>{data}</edge>\n'.encode()
