"""Quotation marks of every style, paired or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation import documents, language
from legation.mentions import quotations
from legation.model import Document, Quotation, Sentence, Token, sentence


def paragraphs(text: str) -> list[Sentence]:
    made: list[Sentence] = []
    offset, i = 0, 0
    for number, line in enumerate(text.split("\n")):
        tokens, first, at = [], i, 0
        for word in line.split():
            at = line.index(word, at)
            tokens.append(
                Token(
                    i,
                    word,
                    word.lower(),
                    "NN",
                    "dep",
                    first,
                    "",
                    offset + at,
                    offset + at + len(word),
                )
            )
            at, i = at + len(word), i + 1
        if tokens:
            made.append(sentence(len(made), number, tuple(tokens)))
        offset += len(line) + 1
    return made


def found(text: str) -> list[Quotation]:
    return list(quotations.find(Document(id="x", text=text, language="en"), paragraphs(text)))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "we agree" and left.', ["we agree"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("«Да» и »nein« und „gut“ och ”bra”.", ["Да", "nein", "gut", "bra"]),
        ("``old'' style ''x''", ["old", "x"]),
        ("the ministers' meeting on 'green energy' in '90s", ["green energy"]),
        ("‘The ministers’ meeting is on,’ she said.", ["The ministers’ meeting is on,"]),
        ('a 6\'2" man said "hello" about a 14" pipe', ["hello"]),
        (
            "“He called it ‘a “big” deal’ now,” she said",
            ["He called it ‘a “big” deal’ now,", "a “big” deal", "big"],
        ),
        ("don't can't it's the states' own", []),
        ("spirit”.“There is” more", ["There is"]),
        ('"We grew by 5" said he', ["We grew by 5"]),
        ('said:"We go".He said "no".', ["We go", "no"]),
        ('"" and “ ” are empty', []),
        ("'We will,' he said, 'don't you think?'", ["We will,", "don't you think?"]),
    ],
)
def test_styles(text: str, inside: list[str]) -> None:
    assert [q.span.of(text) for q in found(text)] == inside


def test_a_speech_over_several_paragraphs() -> None:
    text = "“We start here.\n“We go on.”\nHe left."
    assert [(q.span.of(text), q.closed, q.paragraph) for q in found(text)] == [
        ("We start here.", False, 0), ("We go on.", True, 1),
    ]  # fmt: skip


def test_a_paragraph_that_runs_on_without_a_mark() -> None:
    text = '"We start\nand go on," he said.'
    assert [(q.span.of(text), q.closed) for q in found(text)] == [
        ("We start", False),
        ("and go on,", True),
    ]


def test_an_unpaired_mark_ends_with_its_paragraph() -> None:
    text = 'He said "we are here. Nobody closed it.\nNext "day" came.'
    assert [(q.span.of(text), q.closed) for q in found(text)] == [
        ("we are here. Nobody closed it.", False),
        ("day", True),
    ]


def test_outer_holds_the_marks() -> None:
    text = "It is «done» now."
    assert [q.outer.of(text) for q in found(text)] == ["«done»"]


@given(st.text(alphabet="ab \"'“”‘’«»„`.,5\n", max_size=60))
def test_nothing_raises_and_spans_hold(text: str) -> None:
    for q in found(text):
        assert q.outer.holds(q.span)
        assert text[q.span.start : q.span.end].strip() == text[q.span.start : q.span.end] != ""


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            '"We will wait for you, Kenyan Trade Minister Ali Otieno said. He left.',
            "We will wait for you",
        ),
        (
            "«We never cut the line,- said the spokesman of the ministry, to local reporters. "
            "He left.",
            "We never cut the line",
        ),
        (
            '"Our offer is good, and it stands, she said on Monday in Lima. He left.',
            "Our offer is good, and it stands",
        ),
        (
            '"This is how we see it, the president said, and nobody objected.',
            "This is how we see it",
        ),
        (
            '"We go on, and the minister said so last year.',
            "We go on, and the minister said so last year.",
        ),
        (
            '"The port is open. The bank, they say, will follow.',
            "The port is open. The bank, they say, will follow.",
        ),
        (
            '"My father, a miner, said little. He worked.',
            "My father, a miner, said little. He worked.",
        ),
        ('"I met him, and he said that it was over.', "I met him, and he said that it was over."),
    ],
)
def test_without_a_closing_mark_a_quotation_ends_before_its_cue(text: str, inside: str) -> None:
    document = Document(id="x", text=text, language="en")
    made = list(quotations.find(document, list(language.sentences(documents.repair(text)))))
    assert [q.span.of(text) for q in made] == [inside]
    assert not made[0].closed
