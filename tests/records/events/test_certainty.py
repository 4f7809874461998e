"""How likely the core of an event is right: each veto and each doubt that bars has its sentence."""

import pytest
from msgspec.structs import replace

from legation import background, documents, mentions
from legation.model import Document
from legation.records.events import drafts_of, verifier
from legation.records.events.candidates.drafts import Draft
from legation.records.events.features.core import NONE
from legation.records.events.features.doubts import against
from legation.records.events.verifier import BARRED, CAP, RIGHT, certain, judged, typed
from legation.records.ranking import Linear

SENTENCES = {
    "_through_things": "Norway eased tensions in Chad.",
    "_of_states": "Norway invited former French republics.",
    "_dateline": "Norway (Oslo), signed a treaty with Chad.",
    "_oblique": "The minister of Niger scolded Chad's envoy, and Norway praised him.",
    "_aside": "Norway agreed to share data, according to Chad.",
    "_at_itself": "Norway invited Norway to talks.",
    "_far": "On the eve of a visit by the king of Niger to Chad, Norway freed its prisoners.",
    "_with_words": "President Macron attacked Chad.",
    "_half_told": "I met the king of Chad.",
    "_victim": "Norway condemned the bombing in Chad.",
}
"""For each doubt that bars a sentence that raises it."""


def drafts(text: str) -> list[Draft]:
    document = Document(id="made", text=text, published=None, language="en")
    return drafts_of(background.survey(mentions.find(document, documents.repair(text))))


@pytest.fixture
def believing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that takes everything for right."""
    sure = Linear(classes=(RIGHT, "wrong"), bias=(9.0, 0.0), weights={})
    monkeypatch.setattr(verifier, "core", lambda: sure)


@pytest.mark.parametrize(("doubt", "text"), SENTENCES.items())
@pytest.mark.usefixtures("believing")
def test_what_a_doubt_bars_is_never_sure(
    doubt: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [d for d in drafts(text) if doubt in against(d)]
    assert held, f"nothing raises {doubt}"
    assert all(certain(d, {}) <= CAP for d in held)
    monkeypatch.setattr(verifier, "BARRED", BARRED - set(against(held[0])))
    assert certain(held[0], {}) > CAP


def test_every_doubt_that_bars_has_a_sentence() -> None:
    assert set(SENTENCES) == BARRED


@pytest.mark.usefixtures("believing")
def test_what_nothing_bars_is_as_likely_as_the_model_says() -> None:
    (draft,) = drafts("Norway and Chad signed a treaty.")
    assert certain(draft, {}) > 0.99


def test_an_open_draft_needs_a_likely_type_and_a_known_side() -> None:
    (loose,) = (d for d in drafts("Germany conferred on Monday.") if d.frame == "open")
    named = replace(loose, actors=loose.actors or drafts("Germany and Chad met.")[0].actors)
    likely = {NONE: 0.2, "CONSULT": 0.7, "AID": 0.1}
    assert [d.type for d, _ in typed(named, likely)] == ["CONSULT"]
    assert [d.type for d, _ in typed(named, likely | {"AID": 0.75, "CONSULT": 0.05})] == ["AID"]
    assert not list(typed(named, likely | {"CONSULT": verifier.OPENED - 0.01, NONE: 0.5}))
    assert not list(typed(replace(named, actors=(), recipients=()), likely | {"CONSULT": 1.0}))


@pytest.mark.parametrize(
    ("sides", "beside", "needed"),
    [(2, (), "OPENED"), (1, (), "LONE"), (2, ("AID",), "BESIDE"), (1, ("AID",), "BESIDE")],
)
def test_what_an_open_draft_must_be_as_likely_as(
    sides: int, beside: tuple[str, ...], needed: str
) -> None:
    (signed,) = drafts("Norway and Chad signed a treaty.")
    loose = replace(signed, frame="open", actors=signed.actors[:sides], beside=beside)
    limit: float = getattr(verifier, needed)
    assert not list(typed(loose, {NONE: 0.0, "SUPPORT": limit - 0.01}))
    assert list(typed(loose, {NONE: 0.0, "SUPPORT": limit + 0.01}))


def test_one_happening_is_told_by_one_of_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    (signed,) = drafts("Norway and Chad signed a treaty.")
    tokens = {t.text: t for t in signed.sentence.tokens}
    noun = replace(signed, frame="open", trigger=tokens["treaty"], nominal=True)
    monkeypatch.setattr(verifier, "opinion", lambda _: {NONE: 0.0, "SUPPORT": 1.0})
    assert [d.frame for d in judged([signed, noun])] == ["exact"]
    assert [d.frame for d in judged([noun])] == ["open"]


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya visited Uganda on Monday.",
        "Norway and Poland signed an agreement on gas.",
        "Chile and Peru held talks in Lima on Tuesday.",
    ],
)
def test_the_plainest_of_news_is_likelier_than_not(text: str) -> None:
    (draft,) = judged(drafts(text))
    assert draft.certain is not None
    assert draft.certain > CAP
