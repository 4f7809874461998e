"""The mark-up of the corpus: plain text and spans come out as they were put in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from corpus.checking import complaints, decimal
from corpus.markup import Mark, MarkupError, Sample, read, sample, samples
from corpus.nearness import near_copies

HEAD = '<sentences style="agency" region="africa" published="2024-03-12">'


def made(tmp_path: Path, *inner: str) -> list[Sample]:
    path = tmp_path / "some.xml"
    path.write_text(
        HEAD + "".join(f"<s>{each}</s>" for each in inner) + "</sentences>", encoding="utf-8"
    )
    return list(read(path, "train"))


def test_nested_marks_keep_their_places(tmp_path: Path) -> None:
    (one,) = made(
        tmp_path,
        'A &amp; B <st id="1">that they <ev type="CONSULT" actors="KEN">met</ev> twice</st>.',
    )
    assert one.text == "A & B that they met twice."
    assert [(mark.tag, one.shown(mark)) for mark in one.marks] == [
        ("st", "that they met twice"),
        ("ev", "met"),
    ]


@given(
    st.lists(
        st.text(
            st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_span_moves(words: list[str]) -> None:
    node = etree.Element("s")
    node.text = "x "
    for word in words:
        child = etree.SubElement(node, "no", why="test")
        child.text, child.tail = word, " "
    root = etree.Element("sentences", style="agency", region="africa", published="2024-03-12")
    root.append(node)
    got = sample(node, root, "made", "train")
    assert [got.shown(mark) for mark in got.marks] == words


@pytest.mark.parametrize(
    ("inner", "fault"),
    [
        ('<ev type="MEET" actors="KEN">met</ev>', "none of"),
        ('<ev type="CONSULT" mode="riot" actors="KEN">met</ev>', "none of CONSULT's"),
        ('<ev type="CONSULT">met</ev>', "actors is missing"),
        ('<ev type="CONSULT" actors="Kenya">met</ev>', "no actor code"),
        ('<ev type="CONSULT" actors="XQX">met</ev>', "no actor code"),
        ('<cue st="1">said</cue>', "has no <st"),
        ('<st id="1">"yes</st>', "quotation marks"),
        ('<st id="1"> yes</st>', "begins or ends with a space"),
        ('<fig measure="exports" value="two" unit="USD">$2</fig>', "is no number"),
        ('<fig measure="exports" value="2" unit="USD" period="last year">$2</fig>', "no EDTF date"),
        ('<fig measure="exports" value="2" unit="USD">dollars</fig>', "no number in it"),
        ('<nothing why="x">a</nothing>', "no such tag"),
        ('<as kind="rank" colour="red">the largest</as>', "no attribute"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, inner: str, fault: str) -> None:
    (one,) = made(tmp_path, f"They {inner} there.")
    assert any(fault in each for each in complaints(one)), list(complaints(one))


def test_what_is_right_is_not_complained_of(tmp_path: Path) -> None:
    (one,) = made(
        tmp_path, 'Oman <ev type="SUPPORT" actors="OMN KEN" date="2024-03-10">signed</ev> it.'
    )
    assert not list(complaints(one))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.xml"
    path.write_text("<article><st>x</article>", encoding="utf-8")
    with pytest.raises(MarkupError, match=r"broken\.xml.*close every tag"):
        list(read(path, "train"))


def test_near_copies_are_found() -> None:
    texts = (
        "Chad and Niger signed a treaty on water in Paris.",
        "Chad and Niger signed a treaty on water in Rome.",
        "Rain fell.",
    )
    made_up = [
        Sample(str(n), "train", "sentence", "agency", "africa", "2024-01-01", "", t, (), 1)
        for n, t in enumerate(texts)
    ]
    assert [(one, other) for one, other, _ in near_copies(made_up)] == [("1", "0")]


def test_scales_are_read() -> None:
    assert [decimal(each) for each in ("2.1bn", "340m", "-4.2", "7k", "1tn")] == [
        ("2.1", 9),
        ("340", 6),
        ("-4.2", 0),
        ("7", 3),
        ("1", 12),
    ]


def test_no_sample_is_in_both_parts() -> None:
    parts = {name: {each.text for each in samples(name)} for name in ("train", "test")}
    assert not parts["train"] & parts["test"]


def test_a_mark_without_an_attribute_has_none() -> None:
    assert Mark("ev", 0, 1).get("mode") == ""
    assert Mark("ev", 0, 1, {"actors": "KEN OMN"}).codes("actors") == ("KEN", "OMN")
