"""Word files (``.docx``): the words as a reader sees them, tracked changes accepted.

``python-docx`` gives the paragraphs of the body alone; text in content controls, text boxes, smart
tags and tables within cells is text too, and is read here from the file's own XML (ECMA-376, part
1, section 17).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZipFile

from lxml import etree

from legation.documents import headers, limits, marks
from legation.documents.finds import Find
from legation.documents.packages import member
from legation.model import UnreadableDocument

MOST_ELEMENTS = 1_500_000
"""Of the XML of one file: a report of 300 pages has some 150,000."""
BODY = re.compile(r'PartName="/(?P<name>[^"]+)"[^>]*wordprocessingml\.document\.main\+xml')
USUAL = "word/document.xml"
CORE = "docProps/core.xml"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
UNKNOWN_ENTITY = re.compile(r"Entity '(?P<name>[^']+)' not defined")

STRUCK = {"del", "moveFrom", "delText", "delInstrText"}
CODES = {"instrText", "rt", "proofErr", "annotationRef", "commentReference"}
PROPERTIES = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"}
NOTE_MARKS = {"footnoteReference", "endnoteReference"}
PASSED_OVER = frozenset(STRUCK | CODES | PROPERTIES | NOTE_MARKS)
"""What is no text of the document as it stands: what was struck, codes, properties, note marks."""
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
RUNS_ON = "\x00"
"""Behind a paragraph whose end was struck: it runs on into the next."""
UNREAD = {
    "altChunk": "a part from another file",
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "sym": "signs of a font of its own",
}


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one text of a file: paragraphs and rows of tables in their order, each a line; the cells
    of a row are apart by tabs, a table within a cell and a text box follow the line they stand in.

    Raises:
        UnreadableDocument: it is no Word file, or unpacks to more than an article can hold.
    """
    with ZipFile(BytesIO(limits.whole(stream))) as parts:
        data = member(parts, _body_name(parts))
        title = _title(parts)
    body = _Body()
    lines = "\n".join(body.lines(_parsed(data, body.notes)))
    text = lines.replace(f"{RUNS_ON}\n", "").replace(RUNS_ON, "").strip()
    header = headers.find(text)
    yield Find(
        place=place,
        text=text,
        title=title or header.title,
        published=header.published,
        publisher=header.publisher,
        notes=tuple(body.notes),
    )


def _body_name(parts: ZipFile) -> str:
    found = BODY.search(member(parts, "[Content_Types].xml").decode("utf-8", "replace"))
    return found["name"] if found and found["name"] in parts.namelist() else USUAL


def _title(parts: ZipFile) -> str | None:
    if CORE not in parts.namelist():
        return None
    found = _tree(member(parts, CORE), recover=True)
    words = found.findtext(f".//{TITLE}") if found is not None else None
    return (words or "").strip() or None


def _tree(data: bytes, recover: bool = False) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=recover
    )
    return etree.fromstring(data, parser)


def _parsed(data: bytes, notes: list[str]) -> Any:
    """The document's XML; an entity that it does not define is told, and what surrounds it read."""
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise UnreadableDocument(
            "has more paragraphs and cells than an article; split it, or give its text"
        )
    try:
        return _tree(data)
    except etree.XMLSyntaxError as error:
        found = UNKNOWN_ENTITY.search(str(error))
        if found is None:
            raise
        notes.append(f"the sign &{found['name']}; is not defined in the file and stands as it is")
        return _tree(data, recover=True)


class _Body:
    """One reading of a document's XML; ``notes`` say what was left out."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def lines(self, element: Any) -> Iterator[str]:
        """The lines of a container of paragraphs and tables."""
        for child in element:
            yield from self._block(child)

    def _block(self, child: Any) -> Iterator[str]:
        kind = _name(child)
        if kind == "p":
            yield from self._paragraph(child)
        elif kind == "tbl":
            yield from self._table(child)
        elif kind in UNREAD:
            self._tell(f"{UNREAD[kind]} is left out")
        elif kind == "AlternateContent":
            yield from self._block(_shown(child))
        elif kind == "sdt":
            yield from () if _is_prompt(child) else self.lines(child)
        elif kind not in PASSED_OVER:
            yield from self.lines(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        boxes: list[str] = []
        struck = paragraph.find("{*}pPr/{*}rPr/{*}del") is not None
        text = marks.without(self._inline(paragraph, boxes))
        yield text + RUNS_ON if struck else text.rstrip(" ")
        yield from boxes

    def _inline(self, element: Any, boxes: list[str]) -> list[marks.Piece]:
        """The text of a paragraph or run, piece by piece; text boxes come after it."""
        pieces: list[marks.Piece] = []
        for child in element:
            kind = _name(child)
            if kind in {"t", "sym"} or isinstance(child, etree._Entity):
                pieces.append(marks.Piece(self._sign(child, kind), False))
            elif kind in SIGNS:
                pieces.append(marks.Piece(SIGNS[kind], False))
            elif kind == "txbxContent":
                boxes += self.lines(child)
            elif kind == "AlternateContent":
                pieces += self._inline([_shown(child)], boxes)
            elif kind == "r":
                pieces += self._run(child, boxes)
            elif kind in PASSED_OVER:
                self._note_of(kind)
            elif kind != "sdt" or not _is_prompt(child):
                pieces += self._inline(child, boxes)
        return pieces

    def _sign(self, child: Any, kind: str) -> str:
        if kind == "t":
            below = "".join(self._sign(entity, "") for entity in child)
            return (child.text or "") + below
        if kind == "sym":
            self._note_of(kind)
            return ""
        self._tell(f"the sign {child.text} of the file's own is not read")
        return str(child.text) + (child.tail or "")

    def _run(self, run: Any, boxes: list[str]) -> list[marks.Piece]:
        held = {_name(sign): sign for sign in run.find("{*}rPr")} if _has(run, "rPr") else {}
        if "vanish" in held and _value(held["vanish"]) not in {"0", "false"}:
            self._tell("text that is marked as hidden is left out")
            return []
        raised = "vertAlign" in held and _value(held["vertAlign"]) == "superscript"
        pieces = self._inline(run, boxes)
        return [piece._replace(raised=True) for piece in pieces] if raised else pieces

    def _table(self, table: Any) -> Iterator[str]:
        """A row a line; rows may stand in content controls."""
        for row in _within(table, "tr"):
            if row.find("{*}trPr/{*}del") is not None:
                continue
            below: list[str] = []
            cells = [self._cell(cell, below) for cell in _within(row, "tc")]
            yield "\t".join(cells)
            yield from below

    def _cell(self, cell: Any, below: list[str]) -> str:
        own: list[str] = []
        for child in cell:
            target = below if _holds_table(child) else own
            target += self._block(child)
        return " ".join(line.replace("\n", " ") for line in own if line)

    def _note_of(self, kind: str) -> None:
        if kind in UNREAD:
            self._tell(f"{UNREAD[kind]} are left out")

    def _tell(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def _name(element: Any) -> str:
    """The name of an element without its namespace; nothing for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _has(element: Any, name: str) -> bool:
    return element.find(f"{{*}}{name}") is not None


def _value(element: Any) -> str:
    return next((str(v) for k, v in element.attrib.items() if k.endswith("val")), "true")


def _shown(alternate: Any) -> Any:
    """Of several writings of one thing the first that holds text, as Word shows it once."""
    held = [child for child in alternate if _name(child) in {"Choice", "Fallback"}]
    told = (child for child in held if any(True for _ in child.iter("{*}t")))
    return next(told, held[0] if held else etree.Element("empty"))


def _is_prompt(control: Any) -> bool:
    """A content control that nobody has filled in ("Click here to enter text")."""
    return control.find("{*}sdtPr/{*}showingPlcHdr") is not None


def _holds_table(child: Any) -> bool:
    return _name(child) == "tbl" or (_name(child) == "sdt" and _has_below(child, "tbl"))


def _has_below(element: Any, name: str) -> bool:
    return next(element.iter(f"{{*}}{name}"), None) is not None


def _within(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those in content controls and insertions."""
    for child in element:
        kind = _name(child)
        if kind == name:
            yield child
        elif kind in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _within(child, name)
