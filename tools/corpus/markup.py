"""Text with inline mark-up -> the plain text and its marks, in code points of that text.

The mark-up is small XML (``corpora/README.md`` tells the tags); lxml reads it, we only count
characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
PARTS = ("train", "test")


class MarkupError(ValueError):
    """A file that is not what the guidelines say; the message names the file, the place and the
    remedy.
    """


@dataclass(frozen=True)
class Mark:
    """One tag: ``text[start:end]`` of its sample, with the attributes that the annotator wrote."""

    tag: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or the default where it is not written."""
        return self.attributes.get(name, default)

    def codes(self, name: str) -> tuple[str, ...]:
        """An attribute that lists actor codes, in their order."""
        return tuple(self.get(name).split())


@dataclass(frozen=True)
class Sample:
    """An article or a single sentence of the corpus: its plain text and its marks, outer before
    inner.
    """

    id: str
    part: str
    form: str
    style: str
    region: str
    published: str
    publisher: str
    text: str
    marks: tuple[Mark, ...]
    line: int

    def tagged(self, *tags: str) -> tuple[Mark, ...]:
        """The marks with one of these tags, in the order of the text."""
        return tuple(mark for mark in self.marks if mark.tag in tags)

    def shown(self, mark: Mark) -> str:
        """The words that a mark covers."""
        return self.text[mark.start : mark.end]


def samples(part: str | None = None, root: Path = CORPORA) -> Iterator[Sample]:
    """Every sample of a part (``train`` or ``test``; both if none is named), by file name and
    place.

    Raises MarkupError for a file that is not well formed.
    """
    for name in PARTS if part is None else (part,):
        for path in sorted((root / name).rglob("*.xml")):
            yield from read(path, name)


def read(path: Path, part: str) -> Iterator[Sample]:
    """The samples of one file: one article, or many sentences."""
    try:
        root = etree.parse(
            str(path), etree.XMLParser(resolve_entities=False, no_network=True)
        ).getroot()
    except etree.XMLSyntaxError as error:
        raise MarkupError(
            f"{path.name}: {error}; write & as &amp;, < as &lt;, and close every tag inside "
            "its parent"
        ) from error
    if root.tag == "article":
        yield sample(root, root, path.stem, part)
    elif root.tag == "sentences":
        for number, node in enumerate(root.iterchildren("s"), start=1):
            yield sample(node, root, f"{path.stem}:{number}", part)
    else:
        raise MarkupError(
            f"{path.name}: the outermost tag is <{root.tag}>; it must be <article> or <sentences>"
        )


def sample(node: etree._Element, root: etree._Element, name: str, part: str) -> Sample:
    """An element as a sample; what it does not say of itself it takes from the root of its file."""

    def said(attribute: str) -> str:
        return str(node.get(attribute) or root.get(attribute) or "")

    pieces: list[str] = []
    marks: list[Mark] = []
    walk(node, pieces, marks, 0)
    text = "".join(pieces)
    lead = len(text) - len(text.lstrip())
    return Sample(
        id=name,
        part=part,
        form="article" if root.tag == "article" else "sentence",
        style=said("style"),
        region=said("region"),
        published=said("published"),
        publisher=said("publisher"),
        text=text.strip(),
        marks=tuple(
            Mark(mark.tag, mark.start - lead, mark.end - lead, mark.attributes) for mark in marks
        ),
        line=int(node.sourceline or 0),
    )


def walk(node: etree._Element, pieces: list[str], marks: list[Mark], at: int) -> int:
    """Gather the text below a node and its marks, outer before inner; returns the position after
    it.
    """
    pieces.append(node.text or "")
    at += len(node.text or "")
    for child in node:
        tail = child.tail or ""
        if isinstance(child.tag, str):
            place = len(marks)
            inner: list[Mark] = []
            end = walk(child, pieces, inner, at)
            marks[place:] = [
                Mark(
                    child.tag,
                    at,
                    end,
                    {str(key): str(value) for key, value in child.attrib.items()},
                ),
                *inner,
            ]
            at = end
        pieces.append(tail)
        at += len(tail)
    return at
