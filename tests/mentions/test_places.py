"""Places in sentences of our own."""

from legation import documents, mentions
from legation.model import Document, Place


def places(text: str) -> list[Place]:
    return list(
        mentions.find(Document(id="x", text=text, language="en"), documents.repair(text)).places
    )


def test_a_city_where_something_is() -> None:
    found = places("The ministers met in Tashkent.")
    assert [(p.name, p.country, p.geonames) for p in found] == [("Tashkent", "UZB", 1512569)]


def test_a_capital_that_acts_is_no_place() -> None:
    assert not places("Tashkent rejected the offer.")


def test_a_visited_country() -> None:
    assert [p.country for p in places("The president visited Angola.")] == ["AGO"]
    assert [p.country for p in places("They work in Norway.")] == ["NOR"]


def test_the_brussels_based_group() -> None:
    assert [p.country for p in places("The Brussels-based group wrote a report.")] == ["BEL"]
