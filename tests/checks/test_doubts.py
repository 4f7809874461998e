"""Sentences that no figure may be called different for, read through every room; the true numbers
are in the snapshot.
"""

from datetime import date

import pytest

from legation import pipeline
from legation.model import Document, Figure
from legation.statistics import embedded

TRUE = [
    "EU exports to Kazakhstan rose from €5.49 billion in 2021 to €10.3 billion in 2022 and "
    "€12.1 billion in 2023.",
    "EU exports to the United States, China and Japan were €509 billion, €230 billion and "
    "€71.3 billion in 2022.",
    "The EU's exports to Georgia and Armenia reached €2.05 billion and €757 million "
    "respectively in 2021.",
    "EU exports to Georgia and its neighbours came to €4.3 billion in 2021.",
    "In 2021 the EU imported €17.5 billion of goods from Kazakhstan, €15.8 billion of it "
    "mineral fuels.",
    "Between 2019 and 2023, EU exports to Kazakhstan rose by €6.2 billion, from €5.92 "
    "billion to €12.1 billion.",
    "Latvia and Lithuania exported 5.0 billion euros of goods to Russia in 2022.",
    "Since independence the EU has exported €70 billion of goods to Kazakhstan.",
    "EU exports of aircraft to Kazakhstan were worth €900 million in 2023.",
    "EU exports to China averaged about €19 billion a month in 2022.",
    "EU exports to Egypt were €20.9 billion in 2022. To Morocco the EU sold €31.6 billion worth.",
    "The trade turnover between the European Union and Kazakhstan was $39.9 billion in 2022.",
    "European exports to Kazakhstan were worth €13.4 billion in 2023.",
]
FALSE = [
    "EU exports to Kazakhstan rose from €5.49 billion in 2021 to €13.9 billion in 2022.",
    "According to Eurostat, the EU's exports of goods to Mexico in 2017 were €43 billion.",
    "In 2022, the EU exported €27.7 billion worth of goods to Egypt.",
    pytest.param(
        "A deal entered into force in 2016. EU trade in goods with Georgia was €2.86 billion in "
        "2021. EU exports were €2.61 billion.",
        marks=pytest.mark.xfail(
            reason="a figure whose side and time the sentence before gives is only possible now",
            strict=True,
        ),
    ),
    "Germany's exports to Kazakhstan fell to €2.1 billion in 2022, Eurostat said.",
]


def verdicts(text: str) -> list[str]:
    document = Document(id="d", text=text, published=date(2024, 6, 1), language="en")
    return [
        r.check.verdict
        for r in pipeline.ledger(document, embedded()).records
        if isinstance(r, Figure) and r.check
    ]


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_is_never_called_false(text: str) -> None:
    assert not {"differs", "inconsistent"} & set(verdicts(text))


@pytest.mark.parametrize("text", FALSE)
def test_a_false_one_beside_it_is(text: str) -> None:
    assert "differs" in verdicts(text)
