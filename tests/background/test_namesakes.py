"""Firms, papers and clubs are no states; short forms, Congo and Georgia mean what the text says."""

import pytest

from legation import background, documents, mentions
from legation.model import Document, Reading


def read(text: str) -> Reading:
    document = Document(id="x", text=text, language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def codes(text: str) -> list[str]:
    return [a.actor for a in read(text).actors if a.actor and a.form != "pronoun"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan Airlines ordered nine planes.",
        "France 24 showed the bridge.",
        "Iran International showed the bridge.",
        "Air India ordered nine planes.",
        "Real Madrid lost the match.",
        "Japan Tobacco cut its price.",
    ],
)
def test_an_enterprise_is_no_state(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bank of Japan raised its rate.", ["JPN"]),
        ("Japan ordered nine planes.", ["JPN"]),
        ("China's daily exports grew.", ["CHN"]),
        ("French today means little to Ghana.", ["FRA", "GHA"]),
        ("Iranian international trade fell.", ["IRN"]),
    ],
)
def test_a_state_stays_one(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys of Timor-Leste came. Timor sells coffee.", ["TLS", "TLS"]),
        ("Envoys of Equatorial Guinea came. Guinea sells oil.", ["GNQ", "GNQ"]),
        ("Envoys of Guinea came. Guinea sells oil.", ["GIN", "GIN"]),
        ("Congo sells copper.", []),
        ("The Democratic Republic of Congo sells copper. Congo sells gold.", ["COD", "COD"]),
        ("The Georgia governor came. Georgia sells peaches.", ["USA", "USA"]),
        ("Georgia's president came. Georgia sells wine.", ["GEO", "GEO"]),
        ("The governor of Georgia's central bank left Tbilisi.", ["GEO", "GEO"]),
    ],
)
def test_a_name_means_the_land_that_the_text_tells(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
