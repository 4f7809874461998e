"""How sure a figure is: each thing that speaks against it costs something, and one is enough."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from legation.model import CORE, Figure, Quantity, Span, Value, year
from legation.records.confidence import SURE
from legation.records.figures import verifier
from legation.records.figures.candidates.drafts import Draft, Settled
from legation.records.figures.features import context_doubts, telling
from legation.records.figures.features.case import Case
from legation.records.figures.slots.ruled_sides import Surroundings
from legation.records.figures.verifier import CONFIDENCE, DOUBT, LENT, certainty, verified
from legation.records.measures import Sides
from legation.records.ranking import Preference

VALUE = Value(low=Decimal(45), high=Decimal(55), written="5")
QUANTITY = Quantity(
    span=Span(8, 9), digits=Span(8, 9), value=Decimal(50), unit="EUR", interval=VALUE
)


AROUND = Surroundings(pair=None, our=None)


def figure(**changed: Any) -> Settled:
    """Exports of the EU in 2023, told by grammar, with nothing against them."""
    told = {k: v for k, v in changed.items() if k in ("measure", "of", "how")}
    plain = Draft(quantity=QUANTITY, measure="exports", anchor=None, how="grammar", value=VALUE)
    drafted = replace(plain, **told)
    made = Settled(
        draft=drafted, sides=Sides("EUR", "KAZ"), favour=None, period=year(2023), base=None,
        product=None, evidence=(Span(0, 9),), inherited=(),
    )  # fmt: skip
    return replace(made, **{k: v for k, v in changed.items() if k not in told})


def test_a_plain_figure_is_as_sure_as_its_grammar() -> None:
    assert certainty(figure()) == CONFIDENCE["grammar"]


@pytest.mark.parametrize(
    ("changed", "cost"),
    [
        ({"inherited": ("reporter", "partner")}, 0.0),
        ({"inherited": ("reporter", "partner", "period")}, LENT),
        ({"is_doubtful": True}, DOUBT),
        ({"period": None}, DOUBT),
        ({"sides": Sides()}, DOUBT),
        ({"sides": Sides(partner="KAZ")}, 0.0),
        ({"nature": "pledge"}, DOUBT),
        ({"nature": "forecast"}, DOUBT),
        ({"nature": "disbursed"}, 0.0),
        ({"measure": "share", "of": "imports"}, 0.0),
        ({"measure": "share"}, DOUBT),
        ({"measure": "growth", "period": None}, 0.0),
    ],
)
def test_what_speaks_against_a_figure_costs_something(changed: dict[str, Any], cost: float) -> None:
    assert certainty(figure(**changed)) == pytest.approx(CONFIDENCE["grammar"] - cost)


def test_costs_add_up_but_never_to_nothing() -> None:
    lent = ("reporter", "partner", "period")
    worst = figure(how="none", measure="count", inherited=lent, is_doubtful=True)
    assert certainty(worst) == verifier.LEAST


@pytest.mark.parametrize("number", range(len(verifier.DOUBTS)))
def test_one_doubt_is_enough(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    doubts = [lambda _, answer=n == number: answer for n in range(len(verifier.DOUBTS))]
    monkeypatch.setattr(verifier, "DOUBTS", tuple(doubts))
    case: Any = replace(Case(passage=None, settled=figure(), earlier=(), around=AROUND))  # type: ignore[arg-type]
    assert verified(case).is_doubtful


def test_without_a_doubt_a_figure_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "DOUBTS", (lambda _: False,))
    made = figure()
    assert verified(Case(passage=None, settled=made, earlier=(), around=AROUND)) == made  # type: ignore[arg-type]


def case_of(**changed: Any) -> Any:
    return Case(passage=None, settled=figure(**changed), earlier=(), around=AROUND)  # type: ignore[arg-type]


def raising(*names: str) -> tuple[Any, ...]:
    """Doubts by these names, each raised."""

    def doubt(name: str) -> Any:
        def raised(_: Any) -> bool:
            return True

        raised.__name__ = name
        return raised

    return tuple(doubt(name) for name in names)


CONTEXTUAL, WORDED = "several_owners", "of_a_mark"


@pytest.mark.parametrize(
    ("chance", "changed", "raised", "tier"),
    [
        (SURE["figure"], {}, (), "sure"),
        (SURE["figure"] - 0.001, {}, (), "possible"),
        (SURE["figure"], {}, (CONTEXTUAL,), "sure"),
        (0.99, {}, (CONTEXTUAL, "no_trader"), "possible"),
        (0.99, {}, (WORDED,), "possible"),
        (0.99, {"nature": "forecast"}, (), "possible"),
        (0.99, {"sides": Sides()}, (), "possible"),
        (0.99, {"sides": Sides(partner="KAZ")}, (), "sure"),
        (0.99, {"sides": Sides(), "measure": "growth"}, (), "sure"),
        (0.99, {"measure": "count"}, (), "possible"),
        (verifier.OTHERS, {"measure": "other"}, (), "sure"),
        (verifier.OTHERS - 0.001, {"measure": "other"}, (), "possible"),
    ],
)
def test_what_is_shown_as_sure(
    chance: float,
    changed: dict[str, Any],
    raised: tuple[str, ...],
    tier: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(verifier, "DOUBTS", raising(*raised))
    assert verifier.shown(case_of(**changed), chance) == tier


def test_every_doubt_has_its_reason_in_words_and_a_field_of_the_core() -> None:
    assert sorted(verifier.told()) == sorted(doubt.__name__ for doubt in verifier.DOUBTS)
    assert {row.field for row in verifier.told().values()} <= set(CORE[Figure])


def test_a_doubt_is_told_by_the_field_that_it_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "DOUBTS", (context_doubts.several_owners, telling.not_done))
    monkeypatch.setattr(context_doubts.several_owners, "__code__", (lambda case: True).__code__)
    monkeypatch.setattr(telling.not_done, "__code__", (lambda case: False).__code__)
    assert verifier.reasons(case_of()) == {"reporter": "several are spoken of before"}


def test_weights_move_the_chance_and_doubts_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "signs", lambda _: ["measure=exports"])
    monkeypatch.setattr(verifier, "DOUBTS", ())
    assert verifier.confidence(case_of(), Preference({})) == 0.5
    plain = verifier.confidence(case_of(), Preference({"measure=exports": 2.0}))
    monkeypatch.setattr(verifier, "DOUBTS", (telling.not_done,))
    monkeypatch.setattr(telling.not_done, "__code__", (lambda case: True).__code__)
    weights = Preference({"measure=exports": 2.0, "doubt=not_done": -3.0})
    assert verifier.confidence(case_of(), weights) < 0.5 < plain


def test_without_weights_a_figure_is_as_sure_as_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifier, "DOUBTS", ())
    assert verifier.confidence(case_of(), None) == certainty(figure())
