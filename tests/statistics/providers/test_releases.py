"""BACI from a small zip of our own, over a local server: fetched, summed, kept, and answering for
any two countries.
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from far_ends import local
from msgspec.structs import replace

from legation.model import Answer, Definition, Question, year
from legation.model.errors import BadQuery, NotData, ProviderError, TooLarge, Unreachable
from legation.statistics.cells import Shelf
from legation.statistics.combined import RECONCILED, Library
from legation.statistics.observing import found_for
from legation.statistics.providers import releases, totals
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import Provider, provider
from legation.statistics.providers.transport import Transport

COUNTRIES = (
    "country_code,country_name,country_iso2,country_iso3\n404,Kenya,KE,KEN\n784,United Arab "
    "Emirates,AE,ARE\n156,China,CN,CHN\n"
    '688,Serbia,RS,SRB\n276,Germany,DE,DEU\n251,France,FR,FRA\n398,Kazakhstan,KZ,KAZ\n490,"Other '
    'Asia, nes",,S19\n'
    '697,"Europe EFTA, nes",,R20\n'
)
HEAD = "t,i,j,k,v,q\n"
Y2022 = HEAD + "2022,404,784,090240,100,30\n2022,784,404,271019,1000,5\n"
Y2023 = HEAD + (
    "2023,404,784,090240,      120.5,     "
    "31\n2023,404,784,710812,80.25,NA\n2023,784,404,271019,900,4\n"
    "2023,404,276,060311,50,9\n2023,404,251,060311,25,4\n2023,404,697,060311,5,1\n2023,404,490,090240,7,1\n"
    "2023,156,688,854231,3000.001,2\n2023,688,156,260300,500,9\n2023,276,251,870323,9999,9\n2023,276,398,870323,40,9\n"
    "2023,251,398,870323,60,9\n2023,398,276,270900,700,9\n"
)


def release(
    version: str = "202501",
    *,
    years: dict[int, str] | None = None,
    countries: str | None = COUNTRIES,
) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as out:
        for of, text in (years or {2022: Y2022, 2023: Y2023}).items():
            out.writestr(f"BACI_HS22_Y{of}_V{version}.csv", text)
        if countries is not None:
            out.writestr(f"country_codes_V{version}.csv", countries)
        out.writestr(f"product_codes_HS22_V{version}.csv", "code,description\n090240,Tea\n")
    return packed.getvalue()


class Server(BaseHTTPRequestHandler):
    """Answers by name of file; ``cut`` ends in the middle, as a lost connection does."""

    files: ClassVar[dict[str, bytes]] = {}
    cut: ClassVar[bool] = False

    def do_GET(self) -> None:
        content = self.files.get(self.path.rsplit("/", 1)[-1])
        self.send_response(200 if content else 404)
        self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write((content or b"")[: len(content or b"") // 2 if self.cut else None])

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(files: dict[str, bytes] | None = None, *, cut: bool = False) -> Iterator[Provider]:
    kind = type(
        "Kind",
        (Server,),
        {"files": {f"{name}.zip": content for name, content in (files or {}).items()}, "cut": cut},
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield replace(provider("baci"), address=f"http://127.0.0.1:{server.server_port}/baci")
        finally:
            server.shutdown()
            thread.join()


def query(version: str = "202501") -> Query:
    return Query(
        provider="baci", dataset="HS22", key={"release": version}, start="2022", end="2024"
    )


def bring(cache: Cache, version: str = "202501", content: bytes | None = None) -> releases.Release:
    with (
        served({f"BACI_HS22_V{version}": content or release(version)}) as row,
        Transport(local(), attempts=1) as transport,
    ):
        return releases.bring(query(version), transport, cache, row=row)[0]


def ask(
    library: Library, measure: Any, reporter: str, partner: str, when: int = 2023, **more: Any
) -> Answer:
    definition = Definition(
        measure=measure, reporter=reporter, partner=partner, period=year(when), **more
    )
    (answer,) = library.observe(
        [Question(record="r", definition=definition, licence="stated", because="")]
    )
    return answer


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    made = Cache(tmp_path_factory.mktemp("cache"))
    bring(made)
    return made


def test_only_the_sums_are_kept_with_their_pedigree(cache: Cache) -> None:
    assert files(cache.folder) == ["BACI_HS22_V202501.parquet"]
    (held,) = releases.kept(cache)
    assert (held.origin.dataset, held.origin.vintage, held.origin.known) == (
        "BACI_HS22_V202501",
        "2025-01",
        date(2025, 1, 31),
    )
    assert (held.origin.licence, held.first, held.last) == (
        "CEPII, Etalab Open Licence 2.0",
        2022,
        2023,
    )
    assert held.origin.source.endswith("/BACI_HS22_V202501.zip")


@pytest.mark.parametrize(
    ("measure", "reporter", "partner", "when", "dollars"),
    [
        ("exports", "KEN", "ARE", 2023, 200_750),
        ("imports", "ARE", "KEN", 2023, 200_750),
        ("imports", "KEN", "ARE", 2023, 900_000),
        ("trade_total", "KEN", "ARE", 2023, 1_100_750),
        ("balance", "KEN", "ARE", 2022, -900_000),
        ("exports", "CHN", "SRB", 2023, 3_000_001),
        ("balance", "CHN", "SRB", 2023, 2_500_001),
        ("exports", "KEN", "TWN", 2023, 7_000),
        ("exports", "KEN", "EUR", 2023, 75_000),
        ("exports", "KEN", "WLD", 2023, 287_750),
    ],
)
def test_any_two_countries_in_dollars(
    cache: Cache, measure: str, reporter: str, partner: str, when: int, dollars: int
) -> None:
    seen = ask(Library(cache), measure, reporter, partner, when, unit="USD").observation
    assert seen is not None
    assert (seen.value, seen.unit, seen.dataset, seen.vintage) == (
        Decimal(dollars),
        "USD",
        "BACI_HS22_V202501",
        "2025-01",
    )
    assert "reconciled mirror data, FOB" in seen.definition
    assert "CIF" not in seen.definition


def test_the_eu_is_the_sum_of_its_members_without_what_they_sell_each_other(cache: Cache) -> None:
    shelf = Shelf(None, (), releases.kept(cache), snapshot=False)
    for partner, dollars in (("KAZ", 100_000), ("WLD", 100_000)):
        asked = Definition(
            measure="exports", reporter="EUR", partner=partner, period=year(2023), unit="USD"
        )
        found = found_for(asked, shelf)
        assert getattr(found, "value", found) == dollars
        assert "sum of 27 members" in getattr(found, "said", "")


def test_in_euros_at_the_mean_of_the_year(cache: Cache) -> None:
    seen = ask(Library(cache), "exports", "KEN", "ARE").observation
    assert seen is not None
    assert seen.unit == "EUR"
    assert Decimal(184_000) < seen.value < Decimal(187_000)
    assert "at the ECB's mean" in seen.definition


def test_nobody_s_own_number_never_settles_whose_number_is_asked(cache: Cache) -> None:
    found = ask(Library(cache), "exports", "KEN", "ARE")
    assert (found.question.licence, found.question.because) == ("mirror", RECONCILED)
    own = ask(Library(cache), "exports", "EUR", "KAZ")
    assert (own.question.licence, own.observation and own.observation.dataset) == (
        "stated",
        "Comext (EasyComext)",
    )


def test_a_reconciled_number_is_given_once_and_not_from_both_sides(cache: Cache) -> None:
    definition = Definition(
        measure="exports", reporter="KEN", partner="ARE", period=year(2023), unit="USD"
    )
    stated = Question(record="r", definition=definition, licence="stated", because="")
    mirror = replace(stated, definition=definition.mirror, licence="mirror")
    one, other = Library(cache).observe([stated, mirror])
    assert one.observation is not None
    assert (other.observation, other.reason) == (
        None,
        "no series at hand: the United Arab Emirates' imports from Kenya",
    )
    (alone,) = Library(cache).observe([mirror])
    assert alone.observation is not None


def test_one_flow_of_a_balance_is_never_reconciled_and_the_other_not(cache: Cache) -> None:
    """EU exports to Kazakhstan in 2023 are in the snapshot, imports are not: the balance is all of
    BACI.
    """
    seen = ask(Library(cache), "balance", "EUR", "KAZ", unit="USD").observation
    assert seen is not None
    assert (seen.value, seen.dataset) == (Decimal(100_000 - 700_000), "BACI_HS22_V202501")


def test_ranks_and_shares_are_of_all_partners(cache: Cache) -> None:
    rank = ask(Library(cache), "rank", "KEN", "ARE", flow="exports").observation
    assert rank is not None
    assert rank.value == 1
    assert "4 partners, " in rank.definition
    share = ask(Library(cache), "share", "KEN", "ARE", flow="exports", of="WLD").observation
    assert share is not None
    assert share.value == Decimal("69.7654")


def test_what_is_not_in_it_is_no_zero(cache: Cache) -> None:
    for answer in (
        ask(Library(cache), "exports", "SRB", "KEN"),
        ask(Library(cache), "exports", "KEN", "ARE", 2019),
        ask(Library(cache), "exports", "KEN", "ARE", product="09"),
    ):
        assert answer.observation is None
        assert answer.reason


def test_a_date_picks_the_release_that_was_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    bring(cache)
    revised = Y2023.replace("120.5,", "219.75,")
    bring(cache, "202601", release("202601", years={2023: revised}))
    assert files(tmp_path) == ["BACI_HS22_V202501.parquet", "BACI_HS22_V202601.parquet"]
    values = {}
    for as_of in (None, date(2026, 1, 30), date(2025, 1, 31), date(2025, 1, 30)):
        seen = ask(Library(cache, as_of=as_of), "exports", "KEN", "ARE", unit="USD").observation
        values[as_of] = (seen.value, seen.vintage) if seen else None
    assert values == {
        None: (Decimal(300_000), "2026-01"),
        date(2026, 1, 30): (Decimal(200_750), "2025-01"),
        date(2025, 1, 31): (Decimal(200_750), "2025-01"),
        date(2025, 1, 30): None,
    }
    older = ask(Library(cache), "exports", "KEN", "ARE", 2022, unit="USD").observation
    assert older is not None
    assert older.vintage == "2025-01", "the newest release that has the year"
    growth = ask(Library(cache), "growth", "KEN", "ARE", flow="exports").observation
    assert growth is not None
    assert (growth.vintage, growth.value) == ("2025-01", Decimal("100.7500")), (
        "both years of one release"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (release()[:-40], "no whole zip of BACI"),
        (b"PK\x03\x04 and nothing after", "no whole zip of BACI"),
        (release(countries=None), "no file of country codes"),
        (release(countries="code,name\n1,A\n"), "no columns country_code and country_iso3"),
        (
            release(years={2023: "t,i,j,k,v\n2023,404,784,090240,1\n"}),
            "other columns than t,i,j,k,v,q",
        ),
        (release(years={2023: Y2023 + "2023,404,78"}), "breaks off or holds no numbers"),
        (release(years={2023: Y2023.replace("120.5", "many")}), "breaks off or holds no numbers"),
        (release(years={2023: HEAD}), "no trade at all"),
        (b"<!DOCTYPE html><title>CEPII</title>", "a web page in place of data"),
    ],
)
def test_what_is_no_release_is_an_error_and_leaves_nothing(
    tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises(ProviderError, match=words):
        bring(Cache(tmp_path), content=content)
    assert files(tmp_path) == []


def test_a_connection_lost_half_way_leaves_nothing(tmp_path: Path) -> None:
    lost = pytest.raises((NotData, Unreachable))
    with (
        served({"BACI_HS22_V202501": release()}, cut=True) as row,
        Transport(local(), attempts=1) as transport,
        lost,
    ):
        releases.bring(query(), transport, Cache(tmp_path), row=row)
    assert files(tmp_path) == []


def test_a_release_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        served() as row,
        Transport(local(), attempts=1) as transport,
        pytest.raises(BadQuery, match=r"V209901\.zip"),
    ):
        releases.bring(query("209901"), transport, Cache(tmp_path), row=row)


def test_more_bytes_than_the_disk_should_bear_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.statistics.providers.transport.LARGEST_FILE", 100)
    with pytest.raises(TooLarge, match="more than 100 bytes"):
        bring(Cache(tmp_path))
    assert files(tmp_path) == []


KILLED = """
import sys, time
from pathlib import Path
from legation.statistics.providers import baci, releases
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import provider
from legation.statistics.providers.transport import Transport
from legation.network import Fetcher, is_loopback
from msgspec.structs import replace
real = releases._packed
def slow(text, target, facts):
    real(text, target, facts)
    print("made", flush=True)
    time.sleep(30)
releases._packed = slow
row = replace(provider("baci"), address=sys.argv[2])
query = Query(provider="baci", dataset="HS22", key={"release": "202601"}, start="2022", end="2024")
releases.bring(query, Transport(Fetcher(allowed=is_loopback)), Cache(Path(sys.argv[1])), row=row)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killing_a_fetch_half_way_leaves_the_old_release_and_no_half_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    bring(cache)
    with served({"BACI_HS22_V202601": release("202601")}) as row:
        command = [sys.executable, "-c", KILLED, str(tmp_path), row.address]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == "made"
            child.send_signal(signal.SIGKILL)
            child.wait(timeout=10)
    assert [held.origin.dataset for held in releases.kept(cache)] == ["BACI_HS22_V202501"]
    assert ask(Library(cache), "exports", "KEN", "ARE").observation is not None


def test_a_damaged_release_is_left_aside(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    bring(cache)
    (tmp_path / "baci" / "HS22" / "BACI_HS22_V202601.parquet").write_bytes(b"PAR1 no more")
    assert [held.origin.vintage for held in releases.kept(cache)] == ["2025-01"]


def test_a_plan_with_all_sources_says_how_much_and_how_long() -> None:
    planned = totals.plan(2022, 2024, sources=totals.SOURCES)
    assert planned.words == "8 queries, at most 145,776 cells, 299 MB, about 5 minutes"
    assert [query.dataset for query in totals.plan(2016, 2024, sources=("baci",)).queries] == [
        "HS12"
    ]
    assert totals.plan(1990, 1993, sources=("baci",)).queries == ()


def test_the_verb_brings_it_with_the_others_and_one_failure_stops_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    with (
        served({"BACI_HS22_V202601": release("202601")}) as row,
        Transport(local(), attempts=1) as transport,
    ):
        monkeypatch.setattr(releases, "provider", lambda name: row)
        planned = totals.plan(2022, 2023, sources=("baci",))
        gone = replace(planned, queries=(query("209901"), *planned.queries))
        found, failed = totals.bring(
            gone, transport, Cache(tmp_path), lambda _, outcome: told.append(outcome)
        )
    assert [fetched.vintage for fetched in found] == ["2026-01"]
    assert len(failed) == 1
    assert told[1] == "14 totals of dyads, BACI_HS22_V202601"


def test_no_single_series_is_asked_of_it() -> None:
    with Transport() as transport, pytest.raises(BadQuery, match="legation fetch totals"):
        fetch(query(), transport)
