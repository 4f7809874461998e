"""Figures: measure, parties, period, goods and nature, on sentences of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import background, documents, mentions
from legation.model import Document, Figure
from legation.records import figures


def read(text: str, published: str = "2024-10-07") -> list[Figure]:
    document = Document(id="t", text=text, published=date.fromisoformat(published), language="en")
    return figures.extract(background.survey(mentions.find(document, documents.repair(text))), [])


def only(text: str, measure: str) -> Figure:
    found = [f for f in read(text) if f.measure == measure]
    assert len(found) == 1, [(f.measure, f.value.written) for f in read(text)]
    return found[0]


def slots(figure: Figure) -> tuple[str, str | None, str | None, str | None]:
    return (
        figure.measure,
        figure.reporter,
        figure.partner,
        figure.period.edtf if figure.period else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade between Canada and Mexico totalled $40 billion in 2022.",
            ("trade_total", "CAN", "MEX", "2022"),
        ),
        (
            "Morocco's exports to Spain reached €9.1 billion in 2022.",
            ("exports", "MAR", "ESP", "2022"),
        ),
        (
            "Exports from Chile to the EU were worth €9.5 billion in 2021.",
            ("exports", "CHL", "EUR", "2021"),
        ),
        (
            "EU imports from Vietnam stood at €51 billion in 2022.",
            ("imports", "EUR", "VNM", "2022"),
        ),
        (
            "Imports into Germany from Poland stood at 81 billion euros in 2023.",
            ("imports", "DEU", "POL", "2023"),
        ),
        (
            "Turkey exported goods worth $1.2 billion to Kenya in 2022.",
            ("exports", "TUR", "KEN", "2022"),
        ),
        (
            "Kenya bought $300 million worth of wheat from Argentina in 2021.",
            ("imports", "KEN", "ARG", "2021"),
        ),
        (
            "Saudi Arabia invested $1.5 billion in Egypt in 2022.",
            ("investment", "SAU", "EGY", "2022"),
        ),
        (
            "Morocco imported 2.5 million tonnes of French wheat in 2022.",
            ("imports", "MAR", "FRA", "2022"),
        ),
        (
            "Trade between Mexico and the European Union reached €80 billion in 2023.",
            ("trade_total", "EUR", "MEX", "2023"),
        ),
        (
            "China is Angola's largest trading partner, with two-way trade of $23 billion in 2023.",
            ("trade_total", "CHN", "AGO", "2023"),
        ),
        (
            "Brazil's total exports amounted to $335 billion in 2022.",
            ("exports", "BRA", None, "2022"),
        ),
        (
            "Brazil's overall exports amounted to $335 billion in 2022.",
            ("exports", "BRA", "WLD", "2022"),
        ),
        (
            "South Korea ran a trade surplus of $6 billion with Mexico in 2022.",
            ("balance", "KOR", "MEX", "2022"),
        ),
    ],
)
def test_whose_number_with_whom_and_when(
    text: str, expected: tuple[str, str, str | None, str]
) -> None:
    assert slots(read(text)[0]) == expected


def test_missing_slots_come_from_the_figure_before_and_say_so() -> None:
    text = (
        "The EU's trade in goods with Ghana totalled €5.4 billion in 2022. "
        "EU exports were worth €3.1 billion, and imports from Ghana reached €2.3 billion."
    )
    total, exports, imports = read(text)
    assert slots(total) == ("trade_total", "EUR", "GHA", "2022")
    assert not total.inherited
    assert slots(exports) == ("exports", "EUR", "GHA", "2022")
    assert set(exports.inherited) == {"partner", "period"}
    assert slots(imports) == ("imports", "EUR", "GHA", "2022")
    assert set(imports.inherited) == {"reporter", "period"}


def test_what_no_words_and_no_context_fill_stays_empty() -> None:
    figure = only("Exports rose to $4 billion.", "exports")
    assert (figure.reporter, figure.partner, figure.period) == (None, None, None)


def test_a_change_has_a_sign_and_its_levels_have_their_own_years() -> None:
    growth, end, start = read(
        "Trade between Brazil and Peru fell 12 percent to $4.4 billion in 2022 from $5 "
        "billion in 2021."
    )
    assert growth.measure == "growth"
    assert growth.value.middle == -12
    assert growth.of == "trade"
    assert growth.change is not None
    assert growth.change.kind == "percent"
    assert [f.period.edtf for f in (growth, end, start) if f.period] == ["2022", "2022", "2021"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fell one per cent", -1),
        ("were up 41 percent", 41),
        ("grew by about 65 per cent", 65),
        ("rose 12%", 12),
        ("saw a 10% drop", -10),
        ("shrank by more than 3 percent", -3),
    ],
)
def test_growth_is_signed(words: str, expected: int) -> None:
    assert only(f"Japan's exports to Peru {words} in 2023.", "growth").value.middle == expected


@pytest.mark.parametrize(
    "words",
    [
        "rose to $5 billion",
        "fell from $5 billion",
        "grew to more than $5 billion",
        "were up to $5 billion",
    ],
)
def test_where_a_change_leads_is_a_level(words: str) -> None:
    assert only(f"Japan's exports to Peru {words} last year.", "exports").unit == "USD"


def test_doubling_is_a_factor() -> None:
    figure = only("Exports from Chile to China doubled between 2019 and 2022.", "growth")
    assert figure.change is not None
    assert figure.change.kind == "factor"
    assert figure.value.middle == 2
    assert figure.period is not None
    assert figure.change.base is not None
    assert (figure.change.base.edtf, figure.period.edtf) == ("2019", "2022")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trade balance was $1.2 billion in favour of Kenya.", "KEN"),
        ("Vietnam's trade surplus with the United States hit $104 billion.", "VNM"),
        ("India's trade deficit with China widened to $85 billion.", "CHN"),
        ("The trade balance with Peru was $2 billion.", None),
    ],
)
def test_in_whose_favour_a_balance_stands(text: str, expected: str | None) -> None:
    assert only(text, "balance").in_favour_of == expected


def test_in_whose_favour_is_not_whose_number() -> None:
    found = read(
        "EU imports from Kenya reached €1.5 billion in 2022. The trade balance was €0.4 "
        "billion in favour of Kenya."
    )
    balance = next(f for f in found if f.measure == "balance")
    assert (balance.reporter, balance.partner, balance.in_favour_of) == ("EUR", "KEN", "KEN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China accounted for 20.1% of Japan's trade in 2004.", ("share", "JPN", "CHN", "2004")),
        (
            "Norway supplied 30 percent of the EU's natural gas in 2023.",
            ("share", "EUR", "NOR", "2023"),
        ),
        (
            "The EU is Ukraine's largest trading partner, accounting for 39.5% of its trade "
            "in 2021.",
            ("share", "UKR", "EUR", "2021"),
        ),
        (
            "About half of Zambia's exports went to Switzerland in 2020.",
            ("share", "ZMB", None, "2020"),
        ),
    ],
)
def test_shares(text: str, expected: tuple[str, str, str, str]) -> None:
    figure = only(text, "share")
    assert (figure.measure, figure.reporter, figure.period.edtf if figure.period else None) == (
        expected[0],
        expected[1],
        expected[3],
    )
    if expected[2]:
        assert figure.partner == expected[2]


def test_a_share_names_its_whole_and_its_goods() -> None:
    figure = only("Oil accounts for 57% of Gabon's exports to China.", "share")
    assert figure.of == "Gabon's exports to China"
    assert figure.product is not None
    assert (figure.product.scheme, figure.product.code) == ("HS", "27")


def test_goods_of_the_whole_lose_their_code() -> None:
    """Thirty per cent of the oil imports is no share of oil in all imports."""
    figure = only("Iraq accounts for 30% of India's oil imports.", "share")
    assert figure.product is not None
    assert figure.product.code == ""


def test_a_share_goes_on_in_the_next_clause() -> None:
    first, second = read(
        "China accounted for 20% of Laos's trade in 2020, compared with 18% for Japan."
    )
    assert slots(first) == ("share", "LAO", "CHN", "2020")
    assert slots(second) == ("share", "LAO", "JPN", "2020")


def test_a_tariff_is_no_share() -> None:
    assert (
        only("The United States set a 19 percent tariff on goods from Laos.", "other").unit == "%"
    )


def test_respectively() -> None:
    first, second = read(
        "Serbia's exports to China and Egypt reached $1.2 billion and $0.9 billion, respectively."
    )
    assert (first.partner, second.partner) == ("CHN", "EGY")
    out, back = read("Nepal's exports and imports were $1 billion and $9 billion respectively.")
    assert (out.measure, back.measure) == ("exports", "imports")


def test_a_party_of_its_own_redirects_a_number() -> None:
    found = read(
        "Ireland's exports to Germany reached 5 billion euros in 2023 and to France 3 "
        "billion euros."
    )
    assert [f.partner for f in found] == ["DEU", "FRA"]


def test_a_second_currency_repeats_the_figure() -> None:
    first, second = read("Japan's exports to Peru added up to 22.2bn yen ($214.6m) in 2004.")
    assert [f.unit for f in (first, second)] == ["JPY", "USD"]
    assert slots(first) == slots(second)


def test_exports_and_imports_together_are_trade() -> None:
    assert (
        only(
            "Oman's imports from and exports to Iran added up to $2 billion.", "trade_total"
        ).value.middle
        == 2_000_000_000
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan pledged $30 billion in investment for Africa.", "pledge"),
        ("Saudi Arabia plans to invest $10 billion in Pakistan by 2030.", "pledge"),
        ("Turkey and Uzbekistan aim to raise bilateral trade to $5 billion by 2026.", "target"),
        ("Trade between Canada and Mexico is expected to reach $60 billion in 2025.", "forecast"),
        (
            "Since 2005, Chinese companies have invested a total of $9.2 billion in Peru.",
            "cumulative",
        ),
        ("EU foreign direct investment stock in Mexico stood at €200 billion.", "stock"),
        (
            "Trade between Canada and Mexico reached $60 billion, the ministry said it expected.",
            "flow",
        ),
    ],
)
def test_natures(text: str, expected: str) -> None:
    assert read(text)[0].nature == expected


def test_a_target_year_is_its_period() -> None:
    figure = read("Turkey and Uzbekistan aim to raise bilateral trade to $5 billion by 2026.")[0]
    assert slots(figure) == ("trade_total", "TUR", "UZB", "2026")


def test_the_same_period_of_another_year() -> None:
    first, second = read(
        "Exports to Iran were $3 billion in January-June 2023, compared with $5 billion in "
        "the same period of 2022."
    )
    assert [f.period.edtf for f in (first, second) if f.period] == [
        "2023-01/2023-06",
        "2022-01/2022-06",
    ]


def test_a_price_is_no_trade() -> None:
    assert [f.measure for f in read("Oil exports suffered as crude sold at $82 a barrel.")] == [
        "price"
    ]


def test_goods() -> None:
    figure = only("The EU's exports of machinery to Tunisia were worth €2 billion.", "exports")
    assert figure.product is not None
    assert (figure.product.scheme, figure.product.code) == ("HS", "84")
    assert only("EU exports to Tunisia were worth €2 billion.", "exports").product is None


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the three best days.",
        "He turned 64 in 2019.",
        "The minister spoke for 20 minutes.",
        "The two sides met again.",
        "The krone slid to 11.2 to the dollar.",
        "He gave three reasons.",
    ],
)
def test_numbers_without_a_public_meaning_are_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The blast killed 14 miners.", "14"),
        ("Police rounded up 310 marchers in Tbilisi.", "310"),
        ("The camp, built for 25,000, is full.", "25,000"),
        ("Twelve trawlers were towed into port.", "Twelve"),
    ],
)
def test_people_and_things_are_counted(text: str, value: str) -> None:
    (figure,) = read(text)
    assert (figure.measure, figure.unit, figure.value.written, figure.tier) == (
        "count",
        "count",
        value,
        "possible",
    )


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The new pipeline is 340 km long.", "other"),
        ("Kelp fetched $3.10 the kilo in Busan.", "price"),
        ("Potash was quoted at $290/t in Santos.", "price"),
        ("Of 90 tenders opened in May, 40 percent went to firms from Spain.", "share"),
        ("Gas stores in Austria were 84% full.", "share"),
        ("Zinc stocks 41,000 t, -3.2% on the week.", "growth"),
    ],
)
def test_lengths_rates_and_parts(text: str, measure: str) -> None:
    assert read(text)[-1].measure == measure


def test_a_colon_gives_a_year_to_the_number_after_it() -> None:
    figures = read("Trade between Chile and Peru: $3.1bn (2018: $2.9bn; 2016: $2.4bn).")
    assert [f.period.edtf if f.period else None for f in figures] == [None, "2018", "2016"]


def test_a_share_held_against_that_of_another_year() -> None:
    figures = read(
        "Copra made up 4 percent of Tonga's exports in 2021, against more than a third in 1985."
    )
    assert [f.period.edtf for f in figures if f.period] == ["2021", "1985"]


def test_counts_are_less_sure() -> None:
    figure = only("About 3,500 Nigerian students study in Malaysia.", "count")
    assert figure.tier == "possible"


def test_evidence_is_tight_and_holds_no_other_number() -> None:
    text = (
        "Brazil's exports to Peru rose 3.1% to $2.1bn in 2022 and imports fell 4% to $1.9bn, "
        "according to the ministry of trade."
    )
    numbers = ["3.1%", "$2.1bn", "4%", "$1.9bn"]
    for figure, number in zip(read(text), numbers, strict=True):
        words = " ".join(span.of(text) for span in figure.evidence)
        assert number in words
        assert not [n for n in numbers if n != number and n in words]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "trade",
                "exports",
                "imports",
                "surplus",
                "share",
                "of",
                "from",
                "to",
                "with",
                "EU",
                "China",
                "rose",
                "5%",
                "$3bn",
                "2022",
                "billion",
                "(",
                ")",
                ",",
                "and",
                "respectively",
                "doubled",
            ]
        ),
        max_size=20,
    )
)
def test_nothing_raises_and_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for figure in read(text):
        assert all(0 <= span.start < span.end <= len(text) for span in figure.evidence)
        assert figure.value.low <= figure.value.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australia's exports to Fiji in 1993-94 were valued at $111 million.", "1993-07/1994-06"),
        ("India's exports to Nepal in 2020-21 were valued at $6 billion.", "2020-04/2021-03"),
        ("China's exports to Nepal in 2020-21 were valued at $1 billion.", "2020/2021"),
        ("Japan's exports to Peru were worth $3 billion over the past decade.", "2014/2024"),
    ],
)
def test_fiscal_years_and_long_stretches(text: str, expected: str) -> None:
    period = only(text, "exports").period
    assert period is not None
    assert period.edtf == expected


def test_a_figure_said_twice_lends_its_year() -> None:
    lead, full = read(
        "Ghana's record $4 billion trade surplus with Togo will shrink. Officials expect a fall. "
        "They gave no reasons. The port is full. Last year Ghana ran a $4 billion trade "
        "surplus with Togo."
    )
    assert lead.period is not None
    assert lead.period.edtf == "2023"
    assert "period" in lead.inherited
    assert full.period == lead.period


def test_a_day_is_no_period_of_trade() -> None:
    assert (
        only(
            "Two-way trade between Fiji and Samoa stood at $3 million on Tuesday.", "trade_total"
        ).period
        is None
    )


def test_a_sentence_torn_by_a_blank_line_is_one() -> None:
    figure = only("In 1998 Norway's exports to Vietnam\n\ngrew to $386 million.", "exports")
    assert slots(figure) == ("exports", "NOR", "VNM", "1998")


def test_goods_left_out_have_no_code() -> None:
    figure = only("Kenya's non-oil exports amounted to $6 billion.", "exports")
    assert figure.product is not None
    assert (figure.product.name, figure.product.code) == ("non-oil", "")


def test_an_owner_by_pronoun_is_context() -> None:
    figure = only(
        "Ghana is a large producer and its exports to Togo reached $3 billion.", "exports"
    )
    assert figure.reporter is None or "reporter" in figure.inherited


@pytest.mark.parametrize(
    "text",
    [
        "The mill was sold for $800m.",
        "They will provide $44 million for trade and investment ties.",
    ],
)
def test_deals_are_no_trade(text: str) -> None:
    assert not [
        f
        for f in read(text)
        if f.measure in ("exports", "imports", "trade_total") and f.tier == "sure"
    ]


def test_our_exports_are_those_of_the_office_that_publishes() -> None:
    text = "In 2022 our exports to Fiji reached $300 million."
    office = Document(id="t", text=text, url="https://www.pm.gov.nz/release/1", language="en")
    paper = Document(id="t", text=text, url="https://www.paper.co.nz/1", language="en")
    found = [
        figures.extract(background.survey(mentions.find(d, documents.repair(text))), [])[0]
        for d in (office, paper)
    ]
    assert [f.reporter for f in found] == ["NZL", None]
    assert "reporter" in found[0].inherited


def test_whose_share_it_is() -> None:
    figure = only("Vietnam's share of Japanese coffee imports rose to 40% in 2020.", "share")
    assert slots(figure) == ("share", "JPN", "VNM", "2020")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Danish exports to Ghana came to $40 million in 2021 and imports from Ghana to "
            "$25 million.",
            [("exports", "DNK", "GHA"), ("imports", "DNK", "GHA")],
        ),
        (
            "In 2021 Danish imports from Ghana stood at $25 million, and exports to the "
            "country at $40 million.",
            [("imports", "DNK", "GHA"), ("exports", "DNK", "GHA")],
        ),
        (
            "Danish exports to Ghana amounted to $40 million in 2021, imports from Ghana $25 "
            "million, the surplus $15 million.",
            [("exports", "DNK", "GHA"), ("imports", "DNK", "GHA"), ("balance", "DNK", "GHA")],
        ),
    ],
)
def test_a_noun_whose_verb_is_left_out_measures_its_own_number(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(f.measure, f.reporter, f.partner) for f in read(text)] == expected


def test_growths_that_share_a_verb_share_its_direction() -> None:
    first, second = read("Peru's exports to Spain fell by 5% in 2021 and imports by 3%.")
    assert (first.of, second.of) == ("exports", "imports")
    assert [f.value.middle for f in (first, second)] == [-5, -3]


def test_nobody_trades_with_itself() -> None:
    for figure in read(
        "Omani exports of copper to Oman reached $3 billion in 2020. Imports from Oman to "
        "Oman were $2 billion."
    ):
        assert figure.reporter is None or figure.reporter != figure.partner


def test_the_time_of_a_target_is_not_that_of_what_follows() -> None:
    goal, share = read(
        "By 2032, Ghana aims to export 2 million tonnes of bauxite to Japan. China buys over "
        "70 percent of Ghana's ore."
    )
    assert (goal.nature, goal.period and goal.period.edtf) == ("target", "2032")
    assert share.period is None


def test_half_of_the_exports_is_of_those_just_named() -> None:
    found = read(
        "Danish exports to Ghana came to $40 million in 2021 and imports to $25 million. "
        "Half of the exports were fish."
    )
    assert slots(found[2]) == ("share", "DNK", "GHA", "2021")


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, Peru's exports to Spain were 2.4 times more compared to the previous year.",
        "Peru's exports to Spain reached $3 billion in 2022, which is 2.4 times more than in 2021.",
        "Peru exported 9,000 tonnes of grapes to Spain in 2022. This is 2.4 times more "
        "compared to the previous year.",
    ],
)
def test_times_more_is_a_growth_with_the_year_it_began(text: str) -> None:
    growth = read(text)[-1]
    assert slots(growth) == ("growth", "PER", "ESP", "2022")
    assert growth.change is not None
    assert growth.change.kind == "factor"
    assert growth.change.base is not None
    assert growth.change.base.edtf == "2021"
