"""How sure a figure is: each thing that speaks against it costs something, and one is enough."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from legation.model import Quantity, Span, Value, year
from legation.records.figures import verifier
from legation.records.figures.candidates.drafts import Draft, Settled
from legation.records.figures.features.case import Case
from legation.records.figures.slots.ruled_sides import Surroundings
from legation.records.figures.verifier import CONFIDENCE, DOUBT, LENT, certainty, verified
from legation.records.measures import Sides

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
