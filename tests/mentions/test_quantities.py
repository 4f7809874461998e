"""Quantities as newspapers write them."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from legation import language
from legation.mentions import dates, quantities
from legation.model import Document, Quantity, Repaired


def read(text: str, url: str | None = None) -> list[Quantity]:
    document = Document(id="x", text=text, url=url)
    parsed = tuple(language.sentences(Repaired(text, tuple(range(len(text) + 1)))))
    return list(quantities.find(document, parsed, tuple(dates.find(document, parsed))))


def told(text: str, url: str | None = None) -> Iterator[str]:
    """Each quantity as ``words = value unit``, a range as ``low..high``."""
    for q in read(text, url):
        amount = f"{q.range[0]}..{q.range[1]}" if q.range else str(q.value)
        yield f"{q.span.of(text)} = {amount} {q.unit}"


CASES = {
    "Bilateral trade reached €8.6bn in 2021.": ["€8.6bn = 8600000000 EUR"],
    "Sales came to US$ 1,250.5 million.": ["US$ 1,250.5 million = 1250500000 USD"],
    "Sales came to USD17.2 million and JPY 300.": [
        "USD17.2 million = 17200000 USD",
        "JPY 300 = 300 JPY",
    ],
    "Imports: 2 345,5 million EUR.": ["2 345,5 million EUR = 2345500000 EUR"],
    "Turnover of 1.234.567,8 euros": ["1.234.567,8 euros = 1234567.8 EUR"],
    "A loan of Rs 12,34,567 and ₹3.5 lakh crore": [
        "Rs 12,34,567 = 1234567 INR",
        "₹3.5 lakh crore = 3500000000000 INR",
    ],
    "Losses of MUSD 12 and 30 MEUR": ["MUSD 12 = 12000000 USD", "30 MEUR = 30000000 EUR"],
    "They lost 75 USD million.": ["75 USD million = 75000000 USD"],
    "Reserves of 2.1 trillion tenge": ["2.1 trillion tenge = 2100000000000 KZT"],
    "Aid of 40 million Australian dollars, C$3 million and R$5 million": [
        "40 million Australian dollars = 40000000 AUD",
        "C$3 million = 3000000 CAD",
        "R$5 million = 5000000 BRL",
    ],
    "It cost fifteen dollars and twenty cents.": ["fifteen dollars and twenty cents = 15.2 USD"],
    "a $ 4 billion deal, a $48 fee": ["$ 4 billion = 4000000000 USD", "$48 = 48 USD"],
    "Exports grew 12.5 per cent, 7 pct and twenty-five percent": [
        "12.5 per cent = 12.5 %",
        "7 pct = 7 %",
        "twenty-five percent = 25 %",
    ],
    "a gap of 1.5 percentage points after 25 basis points": [
        "1.5 percentage points = 1.5 pp",
        "25 basis points = 0.25 pp",
    ],
    "half a percentage point": ["half a percentage point = 0.5 pp"],
    "It shipped 3.5 mln tonnes, 900 kg and 1.2 million barrels per day": [
        "3.5 mln tonnes = 3500000 t",
        "900 kg = 0.9 t",
        "1.2 million barrels = 1200000 bbl",
    ],
    "a 250-MW plant, 3 GW of wind, 4.5 TWh and 1,200 kWh": [
        "250-MW = 250000000 W",
        "3 GW = 3000000000 W",
        "4.5 TWh = 4500000000000 Wh",
        "1,200 kWh = 1200000 Wh",
    ],
    "35 bcm of gas, or 35 billion cubic metres, over 120 km": [
        "35 bcm = 35000000000 m3",
        "35 billion cubic metres = 35000000000 m3",
        "120 km = 120 km",
    ],
    "The port moved 1.5 million TEU.": ["1.5 million TEU = 1500000 TEU"],
    "More than half of sales and two-thirds of jobs, a quarter of all loans, one in five firms": [
        "half = 50 %",
        "two-thirds = 66.66666666666666666666666667 %",
        "a quarter = 25 %",
        "one in five = 20 %",
    ],
    "Half a million people, two and a half billion euros, three quarters of a billion dollars": [
        "Half a million = 500000 count",
        "two and a half billion euros = 2500000000 EUR",
        "three quarters of a billion dollars = 750000000 USD",
    ],
    "Sales doubled and profit rose threefold.": ["doubled = 2 x", "threefold = 3 x"],
    "EUR 10–12bn, $3-4 billion, between 3 and 4 billion dollars": [
        "EUR 10–12bn = 10000000000..12000000000 EUR",
        "$3-4 billion = 3000000000..4000000000 USD",
        "3 and 4 billion dollars = 3000000000..4000000000 USD",
    ],
    "20 million to 30 million tonnes": ["20 million to 30 million tonnes = 20000000..30000000 t"],
    "Growth of 5 to 7 percent": ["5 to 7 percent = 5..7 %"],
    "It fell from 18.2 to 17.6 billion dollars.": [
        "18.2 = 18200000000 USD",
        "17.6 billion dollars = 17600000000 USD",
    ],
    "It rose from 5% to 7%.": ["5% = 5 %", "7% = 7 %"],
    "Costs fell by -3.5% to −2 million euros.": [
        "-3.5% = -3.5 %",
        "−2 million euros = -2000000 EUR",
    ],
    "The bloc's 27 members sent 1999 tonnes and 1,850 soldiers": [
        "27 = 27 count",
        "1999 tonnes = 1999 t",
        "1,850 = 1850 count",
    ],
}


@pytest.mark.parametrize("text", CASES, ids=str)
def test_a_quantity_is_read_with_its_unit(text: str) -> None:
    assert list(told(text)) == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "The G7 and the C5+1 met.",
        "Resolution 1701 and Article 5 were quoted.",
        "A Boeing 737 brought Covid-19 vaccines.",
        "Doors open at 10:30 GMT on 5 October 2024.",
        "On the one hand, one of them agreed.",
        "Call +7 701 123 45 67 or see https://example.org/?q=30%25&n=12.",
        "They lost 3-1 in the 21st minute.",
        "Ms Lee, 52, and a 45-year-old driver came.",
        "The second half and the third quarter of 2023 were weak.",
        "A third country asked to join the Group of Seven.",
        "ALL of us TRY to reach the TOP.",
        "5G, Windows 11 and EPCA 2.0",
        "key 123456789012345678901234567890",
        "double standards and twin-track talks",
    ],
)
def test_numbers_of_names_times_and_lists_are_no_quantities(text: str) -> None:
    assert list(told(text)) == []


def test_money_without_a_currency_takes_the_neighbour_s() -> None:
    first, second = read("Trade came to EUR 17.4 billion, with a surplus of 2.2 billion.")
    assert (first.unit, first.inherited) == ("EUR", ())
    assert (second.value, second.unit, second.inherited) == (Decimal(2200000000), "EUR", ("unit",))


def test_a_surplus_in_billions_is_money() -> None:
    text = (
        "Trade came to $9 billion, with a record 3.1 billion surplus, 50 million of steel for 2 "
        "million of them."
    )
    assert [(q.value, q.unit) for q in read(text)][1:] == [
        (Decimal(3100000000), "USD"),
        (Decimal(50000000), "USD"),
        (Decimal(2000000), "count"),
    ]


def test_people_in_millions_are_not_money() -> None:
    assert [q.unit for q in read("The fund of €3 billion serves 1.2 million farmers.")] == [
        "EUR",
        "count",
    ]


def test_up_from_takes_scale_and_unit() -> None:
    _, second = read("Imports reached €4.6 billion, up from 2.8.")
    assert (second.value, second.unit, second.inherited) == (
        Decimal(2800000000),
        "EUR",
        ("unit", "scale"),
    )


@pytest.mark.parametrize(
    ("url", "unit", "inherited"),
    [
        (None, "USD", ()),
        ("https://www.example.com.au/story", "AUD", ("unit",)),
        ("https://example.ca/x", "CAD", ("unit",)),
        ("https://example.de/x", "USD", ()),
        ("not [a url", "USD", ()),
    ],
)
def test_a_bare_dollar_is_the_publisher_s(
    url: str | None, unit: str, inherited: tuple[str, ...]
) -> None:
    (found,) = read("The minister pledged $4 million.", url)
    assert (found.unit, found.inherited) == (unit, inherited)


def test_a_dollar_with_its_country_is_never_the_publisher_s() -> None:
    (found,) = read("The minister pledged US$4 million.", "https://example.com.au")
    assert found.unit == "USD"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 20 ships", "about"),
        ("nearly €20 million", "about"),
        ("some 20 ships", "about"),
        ("more than 20 ships", "over"),
        ("at least 20 ships", "at_least"),
        ("up to 20 ships", "at_most"),
        ("less than 20 ships", "under"),
        ("20 ships or more", "exact"),
        ("€20 million or more", "at_least"),
        ("exactly 20 ships", "exact"),
    ],
)
def test_qualifiers_loosen_a_number(text: str, qualifier: str) -> None:
    (found,) = read(f"They sent {text}.")
    assert found.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("2 million tonnes a year", "year"),
        ("1.2 million barrels per day", "day"),
        ("1.9 million bpd", "day"),
        ("$80 a barrel", "barrel"),
        ("€5 billion annually", "year"),
        ("€5 billion a year earlier", None),
    ],
)
def test_rates_have_their_base(text: str, per: str | None) -> None:
    (found,) = read(f"It supplies {text}.")
    assert found.per == per


def test_a_count_knows_what_it_counts() -> None:
    found = read("It bought 20 large cargo vessels for a 12-nation group.")
    assert [(q.value, q.noun) for q in found] == [(Decimal(20), "vessels"), (Decimal(12), "nation")]


def test_fractions_in_words_are_never_exact() -> None:
    half, tonnes = read("Half of exports, or 3 tonnes.")
    assert (half.approximate_fraction, tonnes.approximate_fraction) == (True, False)
    assert half.interval.low < 50 < half.interval.high


def test_a_range_stands_for_all_between() -> None:
    (found,) = read("It will cost €10-12 billion.")
    assert (found.interval.low, found.interval.high) == (Decimal(9500000000), Decimal(12500000000))


def test_soft_hyphens_and_odd_spaces_do_not_matter() -> None:
    text = "Trade came to €1\u202f234\u00a0million and 2.5\u00a0mil\u00adlion tonnes."
    origin = [i for i, c in enumerate(text) if c != "\u00ad"]
    repaired = Repaired(
        "".join(text[i] for i in origin).replace("\u202f", " ").replace("\u00a0", " "),
        (*origin, len(text)),
    )
    document = Document(id="x", text=text)
    found = list(quantities.find(document, tuple(language.sentences(repaired)), ()))
    assert [(q.span.of(text), q.value) for q in found] == [
        ("€1\u202f234\u00a0million", Decimal(1234000000)),
        ("2.5\u00a0mil\u00adlion tonnes", Decimal(2500000)),
    ]


def test_a_falling_range_is_told_from_its_lower_end() -> None:
    (found,) = read("It fell by −5-7 % a year.")
    assert found.range == (Decimal(-7), Decimal(-5))
