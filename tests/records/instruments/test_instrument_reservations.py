"""True statements that look false to the register: one party's own step, a law's effect, a
protocol beside, a later meeting.
"""

from datetime import date

import pytest

from legation import background, documents, mentions
from legation.model import Document, Verdict
from legation.records import instruments


def verdicts(sentence: str, published: str) -> list[Verdict]:
    document = Document(
        id="made", text=sentence, published=date.fromisoformat(published), language="en"
    )
    found = instruments.extract(
        background.survey(mentions.find(document, documents.repair(sentence))), []
    )
    return [each.check.verdict for each in found if each.check is not None]


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        ("2018-05-20", "Syria signed the Paris Agreement in November 2017."),
        ("2022-05-20", "The Paris Agreement entered into force for Turkey in November 2021."),
        ("2022-05-20", "Sudan signed the Abraham Accords in January 2021."),
        ("2023-08-20", "The United Kingdom signed the CPTPP in July 2023."),
        ("2025-01-20", "The CPTPP entered into force for the United Kingdom in December 2024."),
        ("2014-12-20", "Armenia signed the Treaty on the Eurasian Economic Union in October 2014."),
        ("2018-05-20", "The EU signed the Istanbul Convention in June 2017."),
        ("2022-06-10", "RCEP took effect in South Korea in February 2022."),
        ("2015-05-20", "Turkey has not signed UNCLOS."),
        ("2028-05-20", "The EU-Central Asia Summit was held in Samarkand in May 2028."),
        ("2028-05-20", "The African Union-European Union Summit was held in Brussels in May 2028."),
        (
            "2024-05-20",
            "A protocol to the EU-Japan Economic Partnership Agreement was signed in January 2024.",
        ),
        ("2018-10-10", "The GDPR took effect in May 2018."),
        ("2024-10-10", "The Digital Services Act came into force in February 2024."),
        ("2023-10-10", "The CBAM took effect in October 2023."),
        ("2012-05-20", "The EU-South Korea Free Trade Agreement entered into force in July 2011."),
        ("2012-05-20", "The EU-South Korea Free Trade Agreement is in force."),
    ],
)
def test_what_may_be_true_beside_the_register_is_not_contradicted(
    published: str, sentence: str
) -> None:
    assert "contradicted" not in verdicts(sentence, published)


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        ("2024-05-20", "The Paris Agreement entered into force in November 2019."),
        ("2024-05-20", "The Abraham Accords were signed in March 2018."),
        ("2024-05-20", "The USMCA entered into force in 2015."),
        ("2024-05-20", "The GDPR entered into force in 2011."),
        ("2025-06-20", "The EU-Central Asia Summit was held in Astana in April 2025."),
    ],
)
def test_what_cannot_be_true_still_is(published: str, sentence: str) -> None:
    assert "contradicted" in verdicts(sentence, published)
