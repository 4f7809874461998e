"""Kinds of amounts that were once misread: marks of other dollars, letters of a country's press,
amounts in two scales, ranges, second currencies in brackets, pounds that weigh, and tournaments.
"""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from legation import language
from legation.mentions import dates, quantities
from legation.model import Document, Repaired


def told(text: str) -> Iterator[str]:
    """Each quantity as ``value unit``, a range as ``low..high unit``."""
    document = Document(id="x", text=text)
    parsed = tuple(language.sentences(Repaired(text, tuple(range(len(text) + 1)))))
    for q in quantities.find(document, parsed, tuple(dates.find(document, parsed))):
        yield f"{q.range[0]}..{q.range[1]} {q.unit}" if q.range else f"{q.value} {q.unit}"


MARKED = {
    "The clinic cost $A2.5 million ($US1.6 million).": ["2500000 AUD", "1600000 USD"],
    "Rooms were NZ $120 in Napier and HK $900 in Kowloon.": ["120 NZD", "900 HKD"],
    "The ferry was sold for S $14 million.": ["14000000 SGD"],
    "A $3bn deal was signed.": ["3000000000 USD"],
    "The ministry's $40 million is spent.": ["40000000 USD"],
    "Fiji borrowed $NZ30m, Tonga $A12m.": ["30000000 NZD", "12000000 AUD"],
    "It paid C $75,000 a head.": ["75000 CAD"],
}
LETTERS = {
    "Trade with Jordan rose to SR12.4 billion.": ["12400000000 SAR"],
    "Doha lent QR900 million and Muscat RO 5 million.": ["900000000 QAR", "5000000 OMR"],
    "The road cost N61 billion, the bridge R2.3bn.": ["61000000000 NGN", "2300000000 ZAR"],
    "Zambia owes K450 million.": ["450000000 ZMW"],
    "Martin Luther King Sr 12 spoke.": [],
    "The team of R&D5 and Article N 4": ["4 count"],
}
COMPOUND = {
    "Imports were 3 billion 45 million dollars.": ["3045000000 USD"],
    "They sold for 12 million 700 thousand euros.": ["12700000 EUR"],
    "Exports made up 1 trillion 250 billion tenge.": ["1250000000000 KZT"],
    "It sent 5 million and 300 thousand tonnes.": ["5300000 t"],
    "Turnover was USD 2, 318 mln.": ["2318000000 USD"],
}
RANGES = {
    "Fees lie between $US4 million and $US6 million.": ["4000000..6000000 USD"],
    "Tin fetched between $US21 a kilo and $US24 a kilo.": ["21..24 USD"],
    "Tickets cost from $40 to $1,200.": ["40..1200 USD"],
    "The forecast went from 2 to 4 per cent down to 1 to 3 per cent.": ["2..4 %", "1..3 %"],
    "Exports went from $40 million to $60 million.": ["40000000 USD", "60000000 USD"],
    "The tariff was cut from 12 to 4 per cent.": ["12 %", "4 %"],
}
BRACKETS = {
    "Repairs took 4 billion rand ($210 million) and paint 90 million.": [
        "4000000000 ZAR",
        "210000000 USD",
        "90000000 ZAR",
    ],
    "She gave 3 million Australian dollars ($2 million) away.": ["3000000 AUD", "2000000 USD"],
    "The yacht cost 8 million Canadian dollars ($5.9 million).": ["8000000 CAD", "5900000 USD"],
}
POUNDS = {
    "The calf weighed 95 pounds at birth.": ["95 lb"],
    "Divers found 60 pounds of silver.": ["60 lb"],
    "He came down to 180 pounds.": ["180 lb"],
    "Set the bolt to 55 pound-feet.": ["55 lb ft"],
    "The fine was 800 pounds.": ["800 GBP"],
    "In London he was given 20 pounds.": ["20 GBP"],
    "A loan of 40 million pounds was agreed.": ["40000000 GBP"],
    "The army dropped a 500-pound bomb.": ["500 lb"],
}
OTHERS = {
    "He played at Euro 2012 and Euro 2020.": [],
    "It pays euro 2,024 a month.": ["2024 EUR"],
    "The register stood at 18,340, 6 per cent more than in May.": ["18340 count", "6 %"],
    "Rates of 5, 7 per cent were named.": ["5 %", "7 %"],
}
ALL = MARKED | LETTERS | COMPOUND | RANGES | BRACKETS | POUNDS | OTHERS


@pytest.mark.parametrize("text", ALL, ids=str)
def test_an_amount_of_a_kind(text: str) -> None:
    assert list(told(text)) == ALL[text]


def test_a_compound_amount_is_exact_to_its_smaller_scale() -> None:
    text = "Imports were 3 billion 45 million dollars."
    document = Document(id="x", text=text)
    parsed = tuple(language.sentences(Repaired(text, tuple(range(len(text) + 1)))))
    [found] = quantities.find(document, parsed, ())
    assert found.interval is not None
    assert (found.interval.low, found.interval.high) == (
        Decimal(3_044_500_000),
        Decimal(3_045_500_000),
    )
