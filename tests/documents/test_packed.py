"""Cut, damaged and swollen files: what stands before a cut is read, the rest is told."""

import gzip
import json
import time
from pathlib import Path

import pytest

from legation import documents
from legation.model import Document, Unreadable

PROSE = "".join(
    f"<p>Laos and Nepal spoke for the {n} time of a shared consulate on the coast, and both "
    "foreign ministries said that it would open in spring.</p>"
    for n in ("first", "second", "third", "fourth", "fifth")
)


def record(number: int, length: int | None = None, body: str = PROSE) -> bytes:
    page = f"<html><head><title>W</title></head><body><article>{body}</article></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://w.example/{number}\r\n"
        "WARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer) if length is None else length}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read(folder: Path, name: str, content: bytes) -> list[Document | Unreadable]:
    path = folder / name
    path.write_bytes(content)
    return list(documents.read(documents.sources([str(path)])))


def names(found: list[Document | Unreadable]) -> list[str]:
    return [entry.id for entry in found if isinstance(entry, Document)]


def test_what_stands_before_a_cut_is_read(tmp_path: Path) -> None:
    packed = gzip.compress(record(1) + record(2) + record(3))
    found = read(tmp_path, "a.warc.gz", packed[: len(packed) * 4 // 5])
    assert names(found)[0] == "https://w.example/1"
    assert isinstance(found[-1], Unreadable)
    assert "breaks off or is damaged; what stands before was read" in found[-1].error


def test_a_page_that_is_cut_says_so(tmp_path: Path) -> None:
    whole = record(1) + record(2)
    found = read(tmp_path, "a.warc", whole[: len(whole) - 200])
    assert names(found) == ["https://w.example/1", "https://w.example/2"]
    assert isinstance(found[1], Document)
    assert found[1].notes[0] == "the archive breaks off within this page"


@pytest.mark.parametrize("length", [90, 700, 1_500, 400_000, 90_000_000])
def test_a_wrong_length_loses_no_other_page(tmp_path: Path, length: int) -> None:
    found = read(tmp_path, "a.warc", record(1, length) + record(2) + record(3))
    assert names(found)[-2:] == ["https://w.example/2", "https://w.example/3"]


def test_bytes_between_records_are_passed_over(tmp_path: Path) -> None:
    content = record(1) + b"\x00garbage\r\n" * 30_000 + record(2)
    assert names(read(tmp_path, "a.warc", content)) == [
        "https://w.example/1",
        "https://w.example/2",
    ]


def test_members_of_a_gzip_file_are_one_file(tmp_path: Path) -> None:
    packed = b"".join(gzip.compress(record(n)) for n in (1, 2)) + b"\x00" * 64
    assert names(read(tmp_path, "a.warc.gz", packed)) == [
        "https://w.example/1",
        "https://w.example/2",
    ]


def test_a_cut_file_of_lines_gives_its_whole_lines(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": f"Laos {n * n} {n}."}) + "\n" for n in range(400)]
    packed = gzip.compress("".join(rows).encode())
    found = read(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])
    assert names(found)[:3] == ["0", "1", "2"]
    assert isinstance(found[-1], Unreadable)
    assert "what stands before" in found[-1].error


@pytest.mark.parametrize("content", [b"\n", b"a"])
def test_what_swells_beyond_any_text_is_refused_in_seconds(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wb") as packed:
        for _ in range(60):
            packed.write(content * (1_000_000 // len(content)))
    begun = time.process_time()
    found = list(documents.read(documents.sources([str(path)])))
    assert isinstance(found[-1], Unreadable)
    assert "times its size" in found[-1].error or "longer than" in found[-1].error
    assert time.process_time() - begun < 10


def test_millions_of_blank_lines_are_passed_over(tmp_path: Path) -> None:
    begun = time.process_time()
    found = read(tmp_path, "a.jsonl", b"\n" * 30_000_000 + b'{"id": "a", "text": "Laos."}\n')
    assert names(found) == ["a"]
    assert time.process_time() - begun < 3
