"""The manifest, the files and the rows hold together."""

import hashlib
from importlib.resources import files

import pytest

from legation.model.errors import StatisticsError
from legation.statistics import reading

FOLDER = files("legation.statistics").joinpath("snapshot")
LIMIT = 5_000_000


def test_every_file_is_in_the_manifest_and_the_other_way_round() -> None:
    held = {item.name for item in FOLDER.iterdir() if item.name.endswith(".parquet")}
    assert held == {f"{name}.parquet" for name in reading.manifest()}


@pytest.mark.parametrize("name", sorted(reading.manifest()))
def test_the_manifest_is_true_of_the_file(name: str) -> None:
    entry, content = reading.manifest()[name], FOLDER.joinpath(f"{name}.parquet").read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry.sha256
    assert len(content) == entry.bytes
    ((rows, first, last),) = reading.rows(
        name, "SELECT count(*), min(period), max(period) FROM {table}"
    )
    assert (rows, first, last) == (entry.rows, entry.first, entry.last)


@pytest.mark.parametrize("name", sorted(reading.manifest()))
def test_every_row_names_dataset_source_vintage_and_licence(name: str) -> None:
    entry = reading.manifest()[name]
    found = reading.rows(name, "SELECT DISTINCT dataset, source, vintage, licence FROM {table}")
    assert found == [(entry.dataset, entry.source, entry.vintage, entry.licence)]
    assert all(found[0])


def test_the_snapshot_is_small_enough_for_a_package() -> None:
    assert sum(entry.bytes for entry in reading.manifest().values()) < LIMIT


def test_a_table_that_is_not_there_is_a_named_error() -> None:
    with pytest.raises(StatisticsError, match=r"snapshot/nothing\.parquet cannot be read"):
        reading.rows("nothing", "SELECT * FROM {table}")


@pytest.mark.parametrize(
    ("vintage", "known"),
    [("2024-11", "2024-11-30"), ("2023-01-13", "2023-01-13"), ("2023", "2023-12-31")],
)
def test_a_vintage_is_known_when_the_period_that_it_names_is_over(vintage: str, known: str) -> None:
    origin = reading.Origin(dataset="d", source="s", vintage=vintage, licence="l")
    assert origin.known.isoformat() == known
