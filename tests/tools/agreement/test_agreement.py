"""The draw shows no marks and is the same each time; pairs tell what two authors see otherwise."""

from pathlib import Path

import pytest
from lxml import etree

import agree
from agreement.draws import drawn, files, newcomers, unmarked
from agreement.pairs import FIELDS, TOGETHER, agreement, commonest, paired
from corpus.checking import complaints
from corpus.holding import KINDS
from corpus.markup import Sample, read

HEAD = '<sentences style="agency" region="africa" published="2024-03-12">'
SOLD = '<fig measure="{measure}" value="{value}" unit="USD" reporter="{reporter}" period="{period}"'


def made(folder: Path, *inner: str) -> list[Sample]:
    path = folder / "some.xml"
    path.write_text(
        HEAD + "".join(f"<s>{each}</s>" for each in inner) + "</sentences>", encoding="utf-8"
    )
    return list(read(path, "train"))


def figure(**told: str) -> str:
    slots = {"measure": "exports", "value": "2m", "reporter": "KEN", "period": "2023", **told}
    return f"It sold for {SOLD.format(**slots)} {told.get('more', '')}>$2 million</fig>."


def differing(folder: Path, one: str, other: str) -> list[tuple[bool, tuple[str, ...]]]:
    ((first,), (second,)) = made(folder, one), made(folder, other)
    return [(pair.both, pair.differ) for pair in paired(first, second)]


def test_what_was_written_without_marks_has_the_text_and_nothing_else(tmp_path: Path) -> None:
    (sample,) = made(tmp_path, 'A &amp; B <ev type="CONSULT" actors="KEN">met</ev>.')
    node = etree.fromstring(unmarked(sample))
    assert (node.text, len(node), node.get("published")) == ("A & B met.", 0, "2024-03-12")
    ((name, text),) = files([sample])
    assert name == "sentences.xml"
    assert etree.fromstring(text)[0].text == sample.text


def test_the_draw_is_the_same_each_time_and_takes_its_share_of_each_form(tmp_path: Path) -> None:
    found = made(tmp_path, *(f"Word {number}." for number in range(40)))
    once = drawn(found, 0.1, 3)
    assert len(once) == 4
    assert once == drawn(list(reversed(found)), 0.1, 3)
    assert once != drawn(found, 0.1, 4)


def test_what_was_only_marked_anew_is_not_new(tmp_path: Path) -> None:
    before = made(tmp_path, "They met.", "They left.")
    now = made(tmp_path, 'They <ev type="CONSULT" actors="KEN">met</ev>.', "They came.")
    assert [each.text for each in newcomers(now, before)] == ["They came."]


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (figure(), ()),
        (figure(value="2000k"), ()),
        (figure(period="2023-01/2023-12"), ()),
        (figure(value="3m"), ("value",)),
        (figure(reporter="UGA"), ("parties",)),
        (figure(more='partner="WLD"'), ()),
        (figure(more='nature="target"', period="2024"), ("period", "nature")),
    ],
)
def test_a_figure_is_held_to_what_it_means(
    tmp_path: Path, other: str, differ: tuple[str, ...]
) -> None:
    assert differing(tmp_path, figure(), other) == [(True, differ)]


def test_trade_between_two_is_the_same_from_either_side(tmp_path: Path) -> None:
    one = figure(measure="trade_total", more='partner="OMN"')
    other = figure(measure="trade_total", reporter="OMN", more='partner="KEN"')
    assert differing(tmp_path, one, other) == [(True, ())]
    assert differing(tmp_path, one.replace("trade_total", "exports"), other) == [
        (True, ("measure", "parties"))
    ]


def test_what_one_alone_marked_stands_alone(tmp_path: Path) -> None:
    assert differing(tmp_path, figure(), "It sold for $2 million.") == [(False, ())]


def test_two_marks_of_one_kind_go_to_their_likest(tmp_path: Path) -> None:
    one = '<st id="1" speaker="KEN">that rain fell</st>'
    two = f'{one}, <st id="2" speaker="OMN">that it did not</st>'
    first, second = made(tmp_path, f"They said {two}.")[0], made(tmp_path, f"They said {two}.")[0]
    pairs = list(paired(first, second))
    assert [(pair.both, pair.differ) for pair in pairs] == [(True, ()), (True, ())]
    row = next(line for line in agreement(pairs) if line.startswith("| statement "))
    assert "| 2 | 2 | 2 | 100.0 | speaker, stance | 100.0 |" in row


def test_what_one_alone_fills_is_told_from_what_two_fill_otherwise(tmp_path: Path) -> None:
    (first,), (second,) = (
        made(tmp_path, figure(reporter=code, period=period))
        for code, period in (("?north", "2023"), ("KEN", "2024"))
    )
    told = [line for line in commonest([*paired(first, second)]) if line.startswith("| figure")]
    assert told == ["| figure, parties | 1 | 0 | 1 | 0 |", "| figure, period | 1 | 0 | 0 | 1 |"]


def test_every_kind_has_its_fields() -> None:
    assert {*KINDS} == FIELDS.keys() == TOGETHER.keys()
    assert all({*names} <= FIELDS[kind].keys() for kind, names in TOGETHER.items())


def test_the_second_authors_marks_are_as_the_guidelines_say() -> None:
    found = agree.second()
    assert [sample.form for sample in found].count("article") == 15
    assert len(found) == 95
    assert not [each for sample in found for each in complaints(sample)]


def test_a_text_that_was_not_drawn_is_told(tmp_path: Path) -> None:
    one, other = made(tmp_path, "They met.", "They left.")
    with pytest.raises(SystemExit, match="not drawn"):
        agree.pairs([one], [one, other])
    with pytest.raises(SystemExit, match="no text like it"):
        agree.pairs([one, other], [one])


def test_what_is_kept_holds_no_text(tmp_path: Path) -> None:
    (one,) = made(tmp_path, figure())
    agree.keep(agree.pairs([one], [one]), tmp_path / "kept.csv")
    assert (tmp_path / "kept.csv").read_text(encoding="utf-8") == (
        "sample,kind,first,second,differ\nsome:1,figure,1,1,\n"
    )
