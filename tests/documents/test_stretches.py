"""Files cut into stretches: read apart they are what they are together."""

import gzip
import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from legation.documents.collection import placed
from legation.documents.stretches import Piece, pieces
from legation.model import Document, Source, Unreadable

LINES = [
    b'{"id": "a", "text": "Kenya and Japan met.", "language": "en"}\n',
    b"\n",
    b"  \r\n",
    '{"id": "b", "text": "Café talks in Nairobi.", "language": "en"}\r\n'.encode(),
    b"not json\n",
    b'   {"id": "c", "text": ""}\n',
    b'{"id": 7, "text": "Peru spoke.", "language": "en", "published": "2024-02-30"}\n',
    b'{"text": "no id"}\n',
    b'{"id": "d", "text": "Chile spoke.", "language": "en"}',
]
DAY = date(2024, 5, 6)


def read(made: list[Piece]) -> list[tuple[Document | Unreadable, str]]:
    return list(placed(piece.source for piece in made))


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf", b"\n\n \n"], ids=["bare", "mark", "blank"])
@pytest.mark.parametrize("size", [1, 60, 70, 130, 260])
def test_stretches_are_read_as_the_whole_is(tmp_path: Path, lead: bytes, size: int) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes(lead + b"".join(LINES))
    cut = list(pieces([str(path)], DAY, size))
    assert len(cut) > 1
    assert all(piece.alone for piece in cut)
    whole = list(placed([Source(location=str(path), published=DAY)]))
    assert read(cut) == whole
    assert len(whole) == 7
    stretches = [piece.source.stretch for piece in cut]
    ends = [(s.start, s.end) for s in stretches if s is not None]
    assert all(end == start for (_, end), (start, _) in pairwise(ends))
    assert ends[-1][1] == path.stat().st_size


def test_a_line_longer_than_a_stretch_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    long = json.dumps({"id": "long", "text": "Peru and Chile met. " * 200_000}).encode() + b"\n"
    path.write_bytes(LINES[0] + long + LINES[-1])
    cut = list(pieces([str(path)], None, 100))
    assert [piece.source.stretch and piece.source.stretch.first_line for piece in cut] == [1, 3]
    assert read(cut) == list(placed([Source(location=str(path))]))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.jsonl", b'[{"id": "a", "text": "Kenya met Japan."},\n{"id": "b", "text": "x"}]'),
        ("one.json", b'{\n"id": "a",\n"text": "Kenya met Japan."\n}'),
        ("text.txt", b"Kenya met Japan.\nPeru met Chile.\n"),
        ("wire.jsonl.gz", gzip.compress(b"".join(LINES))),
    ],
)
def test_what_is_not_a_line_a_document_stays_whole(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    [piece] = pieces([str(path)], None, 5)
    assert piece.source == Source(location=str(path))
    assert piece.alone == name.endswith(".gz")


def test_a_folder_is_its_files_in_order_and_what_is_missing_is_told(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.jsonl"):
        (tmp_path / name).write_bytes(LINES[0])
    none = str(tmp_path / "none.txt")
    (tmp_path / "empty").mkdir()
    given = [str(tmp_path), none, str(tmp_path / "empty")]
    cut = list(pieces(given, None, 1000))
    assert [Path(piece.source.location).name for piece in cut[:3]] == ["a.txt", "b.txt", "c.jsonl"]
    assert read(cut) == list(placed(Source(location=path) for path in given))
    assert "does not exist" in str(read(cut)[3])
    assert "without documents" in str(read(cut)[4])
