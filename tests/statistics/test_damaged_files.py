"""What lies damaged in the cache costs itself, and never the others' answers."""

from pathlib import Path

import pytest

from legation.model import Definition, Question, year
from legation.statistics import queries as desk
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Query

BROKEN = (b"", b"{", b"PAR1 and no more", bytes(range(256)))


@pytest.mark.parametrize("content", BROKEN, ids=("empty", "half", "parquet", "noise"))
def test_damaged_files_of_every_kind_end_no_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setenv("LEGATION_CACHE", str(tmp_path))
    query = Query(provider="comext", dataset="DS-045409", key={}, start="2023", end="2023")
    for place in (
        tmp_path / "comext" / "DS-045409" / query.id / "2024-01-01.json",
        tmp_path / "worldbank" / "WDI" / "aaaa" / "2024-01-01.json",
        tmp_path / "baci" / "HS22" / "BACI_HS22_V202601.parquet",
        tmp_path / "comext" / "bulk" / "2023_2024-10-01.parquet",
        tmp_path / "comext" / "DS-045409" / "stray.json",
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    asked = (
        ("imports", "DEU", "USA", False),
        ("exports", "EUR", "KAZ", True),
    )
    questions = [
        Question(
            record=measure,
            definition=Definition(
                measure=measure,  # type: ignore[arg-type]
                reporter=one,
                partner=two,
                period=year(2023),
            ),
            licence="stated",
            because="",
        )
        for measure, one, two, _ in asked
    ]
    with desk.official() as library:
        answers = library.observe(questions)
    assert [answer.observation is not None for answer in answers] == [held for *_, held in asked]
    account, _ = desk.trade("EU", "KZ", year(2023))
    assert account.total.exports.value == 12_110_101_395
    assert Cache(tmp_path).find(query) is None
