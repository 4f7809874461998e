"""The text by paragraphs: nothing of it lost, every entry beside the words that it begins on."""

from hypothesis import given
from hypothesis import strategies as st

from legation.model import Span
from legation.views.cards import Card
from legation.views.paragraphs import paragraphs


def card(number: int, start: int, end: int, *, possible: bool = False) -> Card:
    return Card(
        number=number,
        kind="event",
        head="h",
        quote="q",
        possible=possible,
        spans=(Span(start, end),),
        record=str(number),
    )


TEXT = "First line.\nStill first.\n\n  Second one.\n \nThird."


def test_paragraphs_part_at_blank_lines() -> None:
    assert [p.text for p in paragraphs(TEXT, ())] == [
        "First line.\nStill first.",
        "Second one.",
        "Third.",
    ]


def test_without_blank_lines_every_line_is_one() -> None:
    assert [p.text for p in paragraphs("One.\nTwo.\n", ())] == ["One.", "Two."]


def test_a_card_stands_where_its_words_begin_and_the_less_certain_apart() -> None:
    at = TEXT.index("Second")
    cards = (card(1, 0, 5), card(2, at, at + 6), card(3, at, len(TEXT), possible=True))
    made = paragraphs(TEXT, cards[:1] + cards[2:], rest=cards[1:2])
    assert [[c.number for c in p.cards] for p in made] == [[1], [], []]
    assert [[c.number for c in p.possible] for p in made] == [[], [3, 2], []]
    marked = [(piece.text, piece.entries) for piece in made[1].pieces]
    assert marked == [("Second", (2, 3)), (" one.", (3,))]
    assert made[2].pieces[-1].ends == (3,)


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
)
def test_no_word_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    cards = [
        card(number, min(a, b, len(text)), min(max(a, b), len(text)))
        for number, (a, b) in enumerate(spans, start=1)
    ]
    made = paragraphs(text, cards)
    assert "".join("".join(p.text for p in made).split()) == "".join(text.split())
    if made:
        assert sorted(c.number for p in made for c in p.cards) == [c.number for c in cards]
