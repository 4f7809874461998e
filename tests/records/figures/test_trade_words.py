"""Words of trade and of change outside the plain ones: flows in other words, uncommon verbs, one
verb for two percentages, hopes that are no flows.
"""

from collections.abc import Iterator

import pytest

import legation

FLOWS = {
    "Inbound shipments from Kenya were worth $12 million to Malawi in 2021.": "imports MWI KEN",
    "India's inward shipments from Oman fell to $3 billion in 2022.": "imports IND OMN",
    "Japan's outbound shipments to India stood at $1.6 billion in 2024.": "exports JPN IND",
    "Malta spent 90 million euros on products from Tunisia in 2022.": "imports MLT TUN",
    "Lesotho spends $50 million a year on goods from Botswana.": "imports LSO BWA",
}
CHANGES: dict[str, list[float]] = {
    "Kenya's flower exports to Japan dived 2.1 percent in 2021.": [-2.1],
    "Fiji's exports to Samoa nosedived 23 percent in 2020.": [-23],
    "Peru's imports from Chile shed 12 percent in 2023.": [-12],
    "Laos's exports to China ballooned by 40 percent in 2022.": [40],
    "Ghana's exports to Togo dipped 2 percent in 2020 and 3 percent in 2021.": [-2, -3],
    "Iran's exports to Oman retreated 31 percent in 2019, and its imports 6 percent.": [-31, -6],
    "Chad's exports to Mali fell 4 percent in 2020 and rose 9 percent in 2021.": [-4, 9],
}
NATURES = {
    "Chad and Niger aspire to reach a trade volume of $600 million.": "target",
    "Officials are working to raise Qatari investment in Rwanda to $3 billion.": "target",
    "There is scope for Thai exports to Nepal to touch $55 million.": "forecast",
    "Mali's exports to Togo have the potential to exceed $90 million.": "forecast",
    "Qatar and Peru are determined to bring trade to $2 billion.": "target",
    "Serbia's exports to Egypt came to $400 million, and officials work to raise more.": "flow",
    "Oman's exports to Iran rose to $4 billion and have room to grow.": "flow",
}


def figures(text: str) -> Iterator[legation.Figure]:
    ledger = legation.read(text, checked=False)
    return (r for r in ledger.records if isinstance(r, legation.Figure))


@pytest.mark.parametrize("text", FLOWS, ids=str)
def test_a_flow_in_other_words(text: str) -> None:
    [figure] = figures(text)
    assert f"{figure.measure} {figure.reporter} {figure.partner}" == FLOWS[text]


def test_goods_are_no_roads() -> None:
    [figure] = figures("Chad spent $90 million on roads from Mao to Zigey.")
    assert figure.measure == "other"


@pytest.mark.parametrize("text", CHANGES, ids=str)
def test_a_change_has_its_sign(text: str) -> None:
    held = [f for f in figures(text) if f.measure == "growth"]
    middle = sorted(float(f.value.low + f.value.high) / 2 for f in held)
    assert middle == sorted(CHANGES[text])


@pytest.mark.parametrize("text", NATURES, ids=str)
def test_a_hope_is_no_flow(text: str) -> None:
    [figure] = figures(text)
    assert figure.nature == NATURES[text]


def test_a_share_behind_a_change_is_no_change() -> None:
    text = "Fuel exports to Peru fell 4 percent and made up 60 percent of Bolivia's sales."
    assert [f.measure for f in figures(text)].count("growth") == 1


BALANCES = {
    "In 2022 trade between Fiji and Laos came to $9 million, with a negative balance of $2 million "
    "for Fiji.": "FJI LAO LAO",
    "Trade with Spain reached $610 million in 2023, with a positive balance of $70 million for "
    "Ecuador.": "ECU ESP ECU",
    "Goods exchange with Morocco left Senegal $130 million in the red in 2024.": ("SEN MAR MAR"),
    "Trade between Peru and Chile totaled $800 million, with a negative balance —of $49 million— "
    "for Peru.": "PER CHL CHL",
    "Trade with Fiji left Samoa with a deficit of $20 million.": "WSM FJI FJI",
    "The balance of trade with Chile was $90 million in favour of Peru in 2022.": "PER CHL PER",
}


@pytest.mark.parametrize("text", BALANCES, ids=lambda text: text[-50:])
def test_a_balance_is_his_whom_the_words_beside_it_name(text: str) -> None:
    [figure] = (f for f in figures(text) if f.measure == "balance")
    assert f"{figure.reporter} {figure.partner} {figure.in_favour_of}" == BALANCES[text]
