"""Datelines parted from their sentence."""

import pytest

from legation.documents import repair


@pytest.mark.parametrize(
    "line",
    [
        "NAIROBI (Savannah Wire) – |Kenya concluded talks.",
        "TBILISI, March 16, 2022 (Strait News Agency) – |The union's trade grew.",
        "CAIRO, 20 December 2020 (Nile Dispatch) - |Egypt accused Ethiopia.",
        "ADDIS ABABA, Ethiopia — |“We will not sign,” she said.",
        "NEW DELHI, Oct. 3 -- |India will buy more gas.",
        "BAKU /Caspian Wire/ - |A delegation arrived.",
    ],
)
def test_a_dateline_ends_a_line(line: str) -> None:
    before, after = line.split("|")
    assert repair(before + after).text == f"{before}\n{after}"


@pytest.mark.parametrize(
    "line",
    [
        "NATO - which has 32 members - welcomed the vote.",
        "Kenya – the region's largest economy – signed first.",
        "The EU-Georgia summit - the third so far - was held in Tbilisi.",
        "COVID-19 - a disease.",
    ],
)
def test_a_dash_within_a_sentence_does_not(line: str) -> None:
    assert "\n" not in repair(line).text
