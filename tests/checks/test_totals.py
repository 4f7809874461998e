"""Totals of years and partners, growth in another currency, changes since a year, multiples.

EU exports, bn EUR: Georgia 2.045 (2021), 3.228 (2022), 3.623 (2023); Armenia 0.757 (2021), 1.886
(2022), 2.162 (2023); Kazakhstan 10.348 (2022), 12.110 (2023); Germany to Kazakhstan 3.218, France
1.099 (2023). In dollars exports to Georgia rose 15.2 % in 2023, in euros 12.2 % (Eurostat Comext
and the ECB's mean rates, the embedded snapshot).
"""

import pytest

from legation import pipeline
from legation.model import Document, Figure
from legation.statistics import embedded

GOOD = {"matches", "matches_alt", "close"}
TRUE = [
    "EU exports to Georgia in 2022 and 2023 together came to €6.9 billion.",
    "EU exports to Georgia and Armenia together were worth €5.8 billion in 2023.",
    "The EU exported a combined €5.8 billion to Georgia and Armenia in 2023.",
    "EU exports to Georgia and Armenia were €5.8 billion in 2023.",
    "EU exports to Kazakhstan, Georgia and Armenia totalled €17.9 billion in 2023.",
    "Germany and France together exported goods worth €4.3 billion to Kazakhstan in 2023.",
    "EU exports to Georgia rose 15.2 percent in dollars in 2023.",
    "Measured in US dollars, EU exports to Georgia rose 15.2% in 2023.",
    "EU exports to Georgia have risen 77% since 2021, figures for 2023 show.",
    "EU exports to Armenia more than doubled in 2022.",
    "In 2023, EU exports were worth €12.1 billion to Kazakhstan and €3.6 billion to Georgia.",
    "Of the €12.1 billion that the EU exported to Kazakhstan in 2023, €3.2 billion came from "
    "Germany.",
]
FALSE = [
    "EU exports to Georgia in 2022 and 2023 together came to €9.4 billion.",
    "EU exports to Georgia and Armenia together were worth €8.8 billion in 2023.",
    "In dollar terms EU exports to Georgia rose 31% in 2023.",
    "EU exports to Armenia more than quadrupled in 2022.",
    "EU exports to Kazakhstan fell by half in 2023.",
]
UNSAID = [
    "EU exports to Georgia totalled €6.9 billion over 2022 and 2023.",
    "EU exports to Georgia and Armenia were €9.8 billion in 2023.",
    "EU exports to Georgia or Armenia were €5.8 billion in 2023.",
    "EU exports to Georgia and Armenia were €5.8 billion each in 2023.",
    "EU exports to Georgia have doubled, figures for 2023 show.",
    "EU exports to Georgia have risen 77% since 2021.",
    "EU exports to Georgia last year were 12 percent larger than in 2022, Eurostat said in April.",
    "EU exports to Georgia were up last year, 12 percent more than in 2022.",
]
"""Nothing says what is added up, or since when."""


def verdicts(text: str) -> set[str]:
    made = pipeline.ledger(Document(id="x", text=text, language="en"), embedded())
    return {r.check.verdict for r in made.records if isinstance(r, Figure) and r.check}


@pytest.mark.parametrize("text", TRUE)
def test_a_true_number_is_confirmed(text: str) -> None:
    assert verdicts(text) <= GOOD
    assert verdicts(text)


@pytest.mark.parametrize("text", FALSE)
def test_a_false_number_is_refuted(text: str) -> None:
    assert verdicts(text) == {"differs"}


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_not_said_is_held_in_neither_direction(text: str) -> None:
    assert verdicts(text) == {"not_checkable"}
