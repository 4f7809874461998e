"""Paragraphs of our own in the styles of the field, with the slots that each figure must get.

A row is the number as written, its measure, whose with whom, when, and what else it must say. Invented throughout.
"""

from typing import Any, NamedTuple


class Row(NamedTuple):
    """What one figure must get. A slot in ``gaps`` is known to be missing or wrong, and why."""

    written: str
    measure: str
    sides: str
    period: str
    more: dict[str, str]
    gaps: dict[str, str]


class Paragraph(NamedTuple):
    """A paragraph with its date and its figures."""

    style: str
    published: str
    text: str
    rows: tuple[Row, ...]


def row(written: str, measure: str, sides: str, period: str, gaps: dict[str, str] | None = None, **more: Any) -> Row:
    """``sides`` as "KEN>ARE", a dash where there must be none."""
    return Row(written, measure, sides, period, more, gaps or {})


def at(published: str, style: str, text: str, *rows: Row) -> Paragraph:
    """A paragraph of a date."""
    return Paragraph(style, published, text, rows)


PARAGRAPHS = (
    at(
        "2024-02-06",
        "wire of a state agency, yearly customs data",
        "BEIJING, Feb. 6 -- China's trade with Laos expanded 9.3 percent year on year to 7.1 billion U.S. dollars in 2023, "
        "customs data showed Tuesday. China's imports from Laos totaled 3.75 billion dollars, up 11.2 percent, while its "
        "exports to the neighbor grew 7.4 percent to 3.35 billion dollars.",
        row("9.3 percent", "growth", "CHN>LAO", "2023", sign="+", of="trade", base="2022"),
        row("7.1 billion U.S. dollars", "trade_total", "CHN>LAO", "2023"),
        row("3.75 billion dollars", "imports", "CHN>LAO", "2023"),
        row("11.2 percent", "growth", "CHN>LAO", "2023", sign="+", of="imports"),
        row("7.4 percent", "growth", "CHN>LAO", "2023", sign="+", of="exports"),
        row("3.35 billion dollars", "exports", "CHN>LAO", "2023"),
    ),
    at(
        "2024-04-18",
        "news agency, minister's word",
        "ANKARA, April 18. Trade turnover between Russia and Türkiye decreased by 16% in 2023 and amounted to $56.5 billion, "
        "Deputy Minister Oleg Rudakov told reporters. He noted that Russian deliveries to Türkiye totalled $45.6 billion, "
        "against $58.9 billion a year earlier.",
        row("16%", "growth", "RUS>TUR", "2023", sign="-", of="trade"),
        row("$56.5 billion", "trade_total", "RUS>TUR", "2023"),
        row("$45.6 billion", "exports", "RUS>TUR", "2023"),
        row("$58.9 billion", "exports", "RUS>TUR", "2022"),
    ),
    at(
        "2024-05-20",
        "agency of Central Asia, months and shares",
        "Mutual trade between Kazakhstan and Uzbekistan amounted to $1.3 billion in January–April 2024. Exports from Kazakhstan "
        "to Uzbekistan stood at $870 million, imports at $430 million. Uzbekistan accounts for 3.1% of "
        "Kazakhstan's foreign trade.",
        row("$1.3 billion", "trade_total", "KAZ>UZB", "2024-01/2024-04"),
        row("$870 million", "exports", "KAZ>UZB", "2024-01/2024-04"),
        row("$430 million", "imports", "KAZ>UZB", "2024-01/2024-04"),
        row("3.1%", "share", "KAZ>UZB", "2024-01/2024-04"),
    ),
    at(
        "2024-06-12",
        "agency of the Caucasus, tonnes",
        "Azerbaijan exported 5.2 million tons of oil to Italy in the first quarter of 2024, which is 14 percent less than in the "
        "same period of 2023. The value of these exports came to $3.1 billion.",
        row("5.2 million tons", "exports", "AZE>ITA", "2024-Q1", code="27"),
        row("14 percent", "growth", "AZE>ITA", "2024-Q1", sign="-", base="2023-01/2023-03"),
        row("$3.1 billion", "exports", "AZE>ITA", "2024-Q1"),
    ),
    at(
        "2023-08-15",
        "business wire, monthly deficit",
        "India's merchandise trade deficit with China narrowed to $7.2 billion in July from $8.1 billion a month earlier, "
        "government data showed on Tuesday. Imports fell 4.5% to $8.6 billion.",
        row("$7.2 billion", "balance", "IND>CHN", "2023-07", favour="CHN"),
        row("$8.1 billion", "balance", "IND>CHN", "2023-06", favour="CHN"),
        row("4.5%", "growth", "IND>CHN", "2023-07", sign="-", of="imports"),
        row("$8.6 billion", "imports", "IND>CHN", "2023-07"),
    ),
    at(
        "2024-03-21",
        "Asian business daily, yen",
        "TOKYO -- Japan's exports to South Korea dropped 3.2% on the year to 550.4 billion yen in February, the Ministry of "
        "Finance said Thursday. Imports of steel from South Korea rose 6.1% to 62 billion yen.",
        row("3.2%", "growth", "JPN>KOR", "2024-02", sign="-", of="exports"),
        row("550.4 billion yen", "exports", "JPN>KOR", "2024-02"),
        row("6.1%", "growth", "JPN>KOR", "2024-02", sign="+", of="imports"),
        row("62 billion yen", "imports", "JPN>KOR", "2024-02", code="72"),
    ),
    at(
        "2024-11-28",
        "release of the European Commission",
        "The EU is Tunisia's largest trading partner, accounting for 57.9% of its trade in 2023. Total trade in "
        "goods between the "
        "EU and Tunisia amounted to €25.6 billion. EU imports from Tunisia were worth €12.9 billion and EU exports to Tunisia "
        "€12.7 billion, leaving the EU with a deficit of €0.2 billion.",
        row("57.9%", "share", "TUN>EUR", "2023"),
        row("€25.6 billion", "trade_total", "EUR>TUN", "2023"),
        row("€12.9 billion", "imports", "EUR>TUN", "2023"),
        row("€12.7 billion", "exports", "EUR>TUN", "2023"),
        row("€0.2 billion", "balance", "EUR>TUN", "2023", favour="TUN"),
    ),
    at(
        "2024-09-13",
        "bulletin of a statistics office",
        "In July 2024, Poland's exports to Ukraine amounted to PLN 4.6 bn and imports from Ukraine to PLN 1.7 bn, which resulted "
        "in a surplus of PLN 2.9 bn. As compared with July 2023, exports increased by 12.4%, and imports by 3.8%.",
        row("PLN 4.6 bn", "exports", "POL>UKR", "2024-07"),
        row("PLN 1.7 bn", "imports", "POL>UKR", "2024-07"),
        row("PLN 2.9 bn", "balance", "POL>UKR", "2024-07", favour="POL"),
        row("12.4%", "growth", "POL>UKR", "2024-07", sign="+", of="exports", base="2023-07"),
        row("3.8%", "growth", "POL>UKR", "2024-07", sign="+", of="imports", base="2023-07"),
    ),
    at(
        "2024-07-02",
        "list with dashes",
        "Georgia's trade with Armenia in 2023:\n\n- Exports: $790 million\n\n- Imports: $340 million\n\n- Trade "
        "surplus: $450 million",
        row("$790 million", "exports", "GEO>ARM", "2023"),
        row("$340 million", "imports", "GEO>ARM", "2023"),
        row("$450 million", "balance", "GEO>ARM", "2023", favour="GEO"),
    ),
    at(
        "2024-01-30",
        "euros beside dollars",
        "Serbian exports to Hungary reached EUR 1.9 billion (USD 2.06 billion) last year, of which electrical machinery made up "
        "EUR 410 million. Hungary is the fourth largest buyer of Serbian goods.",
        row("EUR 1.9 billion", "exports", "SRB>HUN", "2023"),
        row("USD 2.06 billion", "exports", "SRB>HUN", "2023"),
        row("EUR 410 million", "exports", "SRB>HUN", "2023", goods="electrical machinery"),
    ),
    at(
        "2024-05-09",
        "of which",
        "Total imports of Moldova from Romania reached $1.5 billion in 2023, of which fuels $620 million and food $190 million.",
        row("$1.5 billion", "imports", "MDA>ROU", "2023"),
        row("$620 million", "imports", "MDA>ROU", "2023", code="27"),
        row("$190 million", "imports", "MDA>ROU", "2023", goods="food"),
    ),
    at(
        "2024-02-27",
        "from one to the other",
        "Between 2015 and 2022, Chinese exports to Peru rose from $6.4 billion to $13.9 billion. Peru's exports "
        "to China went from "
        "$7.4 billion in 2015 to $20.9 billion in 2022.",
        row("$6.4 billion", "exports", "CHN>PER", "2015"),
        row("$13.9 billion", "exports", "CHN>PER", "2022"),
        row("$7.4 billion", "exports", "PER>CHN", "2015"),
        row("$20.9 billion", "exports", "PER>CHN", "2022"),
    ),
    at(
        "2024-06-03",
        "respectively",
        "Vietnam's exports to Thailand and Malaysia stood at $7.2 billion and $5.0 billion respectively in 2023, whereas its "
        "imports from the two came to $11.8 billion and $7.7 billion, respectively.",
        row("$7.2 billion", "exports", "VNM>THA", "2023"),
        row("$5.0 billion", "exports", "VNM>MYS", "2023"),
        row("$11.8 billion", "imports", "VNM>-", "2023"),
        row("$7.7 billion", "imports", "VNM>-", "2023"),
    ),
    at(
        "2024-08-19",
        "each month",
        "Algeria ships about 320 million cubic metres of gas to Tunisia a month. In 2023, Tunisia imported 3.1 billion cubic "
        "metres of gas from Algeria, 8% more than in 2022.",
        row("320 million cubic metres", "exports", "DZA>TUN", "-"),
        row("3.1 billion cubic metres", "imports", "TUN>DZA", "2023", code="27"),
        row("8%", "growth", "TUN>DZA", "2023", sign="+", base="2022"),
    ),
    at(
        "2024-10-02",
        "cumulative investment",
        "Since 2005, Dutch companies have invested a total of $9.8 billion in Kenya. In 2023 alone, foreign direct investment "
        "from the Netherlands in Kenya amounted to $310 million.",
        row("$9.8 billion", "investment", "NLD>KEN", "2005/", nature="cumulative"),
        row("$310 million", "investment", "NLD>KEN", "2023", nature="flow"),
    ),
    at(
        "2024-04-11",
        "stock and flow",
        "The stock of Swiss direct investment in Singapore stood at CHF 54 billion at the end of 2022. Flows in 2022 were "
        "negative. Singapore held CHF 8.3 billion of direct investment in Switzerland.",
        row("CHF 54 billion", "investment", "CHE>SGP", "2022-12", nature="stock"),
        row("CHF 8.3 billion", "investment", "SGP>CHE", "-"),
    ),
    at(
        "2024-07-23",
        "transit",
        "Transit through Georgia to Azerbaijan came to 1.1 million tonnes in the first half of 2024. Container transit rose "
        "21 percent to 61,000 TEU.",
        row("1.1 million tonnes", "volume", "GEO>-", "2024-H1"),
        row("21 percent", "growth", "GEO>-", "2024-H1", sign="+"),
        row("61,000 TEU", "volume", "GEO>-", "2024-H1"),
    ),
    at(
        "2024-03-05",
        "oil by the day, target",
        "Iraq exported 3.4 million barrels of crude oil per day in February. Baghdad aims to raise its exports to 5 million "
        "barrels per day by 2028. Oil makes up more than 90 percent of the country's revenue.",
        row("3.4 million barrels", "exports", "IRQ>-", "2024-02", nature="flow", code="27"),
        row("5 million barrels", "exports", "IRQ>-", "2028", nature="target"),
        row("90 percent", "share", "IRQ>-", "-"),
    ),
    at(
        "2024-09-25",
        "share of a total",
        "In 2023 Germany accounted for 27.8 percent of Poland's exports and 19.5 percent of its imports. China's share of "
        "Polish imports was 13.9 percent.",
        row("27.8 percent", "share", "POL>DEU", "2023"),
        row("19.5 percent", "share", "POL>DEU", "2023"),
        row("13.9 percent", "share", "POL>CHN", "2023"),
    ),
    at(
        "2024-01-19",
        "rank with number",
        "Spain was Morocco's top trading partner for the twelfth year in a row, with two-way trade of €22.4 billion in 2023. "
        "France came second with €14.1 billion.",
        row("€22.4 billion", "trade_total", "ESP>MAR", "2023"),
        row(
            "€14.1 billion",
            "trade_total",
            "FRA>MAR",
            "2023",
            dict.fromkeys(("measure", "reporter", "partner", "period"), "a rank without a measure word"),
        ),
    ),
    at(
        "2024-05-30",
        "forecast and pledge",
        "Bilateral trade between Brazil and Nigeria is expected to reach $5 billion by 2026, up from $1.6 billion in 2023. "
        "Brazil also pledged $200 million for farms in Nigeria.",
        row("$5 billion", "trade_total", "BRA>NGA", "2026", nature="forecast"),
        row("$1.6 billion", "trade_total", "BRA>NGA", "2023"),
        row("$200 million", "other", "-", "-", nature="pledge"),
    ),
    at(
        "2024-06-20",
        "whose statistics",
        "According to Chinese customs, China's imports from Australia fell 5.4 percent to $142 billion in 2023. "
        "Australian figures "
        "put exports to China at A$219 billion.",
        row("5.4 percent", "growth", "CHN>AUS", "2023", sign="-", of="imports"),
        row("$142 billion", "imports", "CHN>AUS", "2023"),
        row("A$219 billion", "exports", "AUS>CHN", "2023"),
    ),
    at(
        "2024-02-15",
        "opinion",
        "Washington lectures others, but US imports from Vietnam have nearly tripled since 2017. Last year America bought goods "
        "worth $114 billion from Vietnam and sold it $9.8 billion. No wonder the deficit with Hanoi hit $104 billion.",
        row("$114 billion", "imports", "USA>VNM", "2023"),
        row("$9.8 billion", "exports", "USA>VNM", "2023"),
        row("$104 billion", "balance", "USA>VNM", "2023", favour="VNM"),
    ),
    at(
        "2024-08-08",
        "in favour of",
        "The trade balance between Belarus and Kazakhstan in 2023 was $640 million in favour of Belarus. Trade "
        "doubled over five years.",
        row("$640 million", "balance", "BLR>KAZ", "2023", favour="BLR"),
    ),
    at(
        "2024-10-29",
        "months of two years",
        "From January to September 2024, Finland imported goods worth €1.1 billion from Canada, compared with "
        "€1.3 billion in the "
        "same period last year. Exports to Canada were €0.9 billion.",
        row("€1.1 billion", "imports", "FIN>CAN", "2024-01/2024-09"),
        row("€1.3 billion", "imports", "FIN>CAN", "2023-01/2023-09"),
        row("€0.9 billion", "exports", "FIN>CAN", "2024-01/2024-09"),
    ),
    at(
        "2024-07-11",
        "goods and services",
        "Trade in goods and services between the United Kingdom and Norway was worth £38.1 billion in 2023. UK exports of goods "
        "alone reached £5.2 billion; services exports amounted to £4.4 billion.",
        row("£38.1 billion", "trade_total", "GBR>NOR", "2023"),
        row("£5.2 billion", "exports", "GBR>NOR", "2023"),
        row("£4.4 billion", "exports", "GBR>NOR", "2023"),
    ),
    at(
        "2024-04-24",
        "cars, pieces and prices",
        "Mexico exported 2.9 million vehicles to the United States in 2023. The average price was $27,000 per unit. Mexican "
        "exports of vehicles to the US rose 14.7 percent.",
        row(
            "14.7 percent",
            "growth",
            "MEX>USA",
            "2023",
            {"period": "a price stands between it and the year"},
            sign="+",
            code="87",
        ),
    ),
    at(
        "2024-03-14",
        "two in one subject",
        "German and French exports to Algeria totalled €2.4 billion and €4.5 billion in 2022. Algeria's imports from Italy were "
        "€2.9 billion in the same year.",
        row("€2.9 billion", "imports", "DZA>ITA", "2022"),
    ),
    at(
        "2024-05-06",
        "loans are no trade",
        "The Asian Development Bank approved a $150 million loan to Mongolia on Monday. Mongolia's exports to "
        "China, mostly coal, "
        "reached $13.9 billion in 2023, 34.6 percent up from 2022.",
        row("$150 million", "other", "->MNG", "2024-05-06"),
        row("$13.9 billion", "exports", "MNG>CHN", "2023"),
        row("34.6 percent", "growth", "MNG>CHN", "2023", sign="+", base="2022"),
    ),
    at(
        "2024-06-27",
        "interview",
        '"Last year our exports to Japan grew by 25 percent," Chilean Trade Minister Rosa Fuentes said. Chile sold Japan copper '
        "worth $4.8 billion and salmon worth $1.2 billion in 2023.",
        row("25 percent", "growth", "CHL>JPN", "2023", sign="+", of="exports"),
        row("$4.8 billion", "exports", "CHL>JPN", "2023", code="74"),
        row("$1.2 billion", "exports", "CHL>JPN", "2023", goods="salmon"),
    ),
)
