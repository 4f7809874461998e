"""Every face of a brief says that somebody denies, doubts or declines; nothing denied heads it."""

from datetime import date

import pytest
from msgspec.structs import replace

from legation.export import brief_markdown
from legation.model import Document, Event, Ledger, Party, Span, Stance, Statement
from legation.views import brief

TEXT = "Ruritania's minister spoke of the claim that Freedonia had left the pact."
MINISTER = Party(mention=Span(0, 20), actor="RUR", name="Ruritania", person="Rudolf Rassendyll")
HELD = TEXT.index("that Freedonia")
CONTENT = Span(HELD, len(TEXT) - 1)
STATEMENT = Statement(
    id="s1",
    evidence=(CONTENT,),
    sentence=Span(0, len(TEXT)),
    confidence=0.9,
    tier="sure",
    speaker=MINISTER,
    mode="indirect",
    content=(CONTENT,),
)
WORDS: dict[Stance, str] = {
    "denies": "denies",
    "doubts": "doubts",
    "declines": "declines to say",
}


def ledger(*records: Statement | Event) -> Ledger:
    document = Document(id="d", text=TEXT, published=date(2024, 5, 1))
    return Ledger(document=document, records=records, pair=("FRD", "RUR"))


@pytest.mark.parametrize(("stance", "word"), WORDS.items())
def test_the_head_of_a_card_says_how_its_speaker_stands(stance: Stance, word: str) -> None:
    (card,) = brief(ledger(replace(STATEMENT, stance=stance))).sections[0].cards
    assert card.head.endswith(word)
    assert card.label is not None
    assert card.label.startswith(word)


@pytest.mark.parametrize(("stance", "word"), WORDS.items())
def test_markdown_says_it_in_the_heading(stance: Stance, word: str) -> None:
    told = brief_markdown(brief(ledger(replace(STATEMENT, stance=stance))))
    assert f"{word}**" in told


def test_who_affirms_needs_no_word() -> None:
    (card,) = brief(ledger(STATEMENT)).sections[0].cards
    assert not any(word in card.head for word in WORDS.values())


def test_who_is_known_by_name_denies_as_visibly() -> None:
    twice = (STATEMENT, replace(STATEMENT, id="s2", stance="denies"))
    cards = brief(ledger(*twice)).sections[0].cards
    assert cards[1].head == "Rudolf Rassendyll denies"


def test_what_did_not_happen_makes_no_pair_in_the_heading() -> None:
    visit = Event(
        id="e1",
        evidence=(CONTENT,),
        sentence=Span(0, len(TEXT)),
        confidence=0.9,
        tier="sure",
        type="CONSULT",
        actors=(Party(mention=None, actor="FRD", name="Freedonia"),),
        recipients=(MINISTER,),
        status="negated",
    )
    assert brief(ledger(visit)).dyad is None
    assert brief(ledger(replace(visit, status="actual"))).dyad is not None
