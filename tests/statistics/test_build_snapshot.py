"""The build of the snapshot on small inputs in the shape of the real ones: same bytes, and a loud
end where one is wrong.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import duckdb
import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "build_snapshot.py"
FUELS = '"MINERAL FUELS, MINERAL OILS [27]"'
INPUTS = {
    "annual": """REPORTER,PARTNER,PRODUCT,FLOW,y,VALUE_IN_EUR
EU27_2020,Guinea,Total,2,2015,15
EU27_2020,Guinée,TOTAL-Total,2,2016,16
EU27_2020,Guinea,TOTAL-Total,2,2016,7
EU27_2020,"Switzerland (incl. Liechtenstein 'LI' -> 1994)",Total,2,2015,100
""",
    "monthly": """reporter,partner,product,flow,month,value_eur
Austria,Kazakhstan,TOTAL,EXPORT,2019-04,10
"European Union - 27 countries (AT, BE)",Kazakhstan,TOTAL,EXPORT,2019-04,10
"Euro area - 20 countries (AT)",Kazakhstan,TOTAL,EXPORT,2019-04,10
United Kingdom,Kazakhstan,TOTAL,EXPORT,2019-04,3
""",
    "monthly-products": f"""reporter,partner,product,flow,month,value,year
Austria,Kazakhstan,{FUELS},IMPORT,2020-01,,2020
Austria,Kazakhstan,Total [TOTAL],IMPORT,2020-01,12.6,2020
Austria,Kazakhstan,Total [TOTAL],IMPORT,2020-02,:,2020
:,Kazakhstan,Total [TOTAL],IMPORT,2020-02,5,2020
Austria,not available,Total [TOTAL],IMPORT,2020-02,5,2020
""",
    "products": """reporter,partner,flow,product_code,month,value_eur
Austria,Russian Federation,EXPORT,8471,2020-02,4162
Austria,Belarus,EXPORT,84713000,2020-02,62
Austria,Belarus,EXPORT,84713000,2020-03,:
""",
    "critical": """DECLARANT_ISO,PARTNER_ISO,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS
EL,XS,25041000,1,2022,1
GR,GB,25041000,1,2022,2
""",
    "supply-eu": "Material,Stage,Country,Share,t\nLithium,E,Chile,<0.1%,1\n",
    "supply-world": "Material,Stage,Country,Share,t\nLithium,P,Chile,24%,1.0\n",
    "hs-titles": "section,hscode,description,parent,level\nV,27,Mineral fuels ,TOTAL,2\n",
    "hs-sitc": "HS,HS title,SITC,SITC title\n270900,Crude,3330,Petroleum oils\n",
    "hs2017-bec": "\ufeffHS 2017,BEC,Relationship\n270900,31,n:1\n",
    "hs2022-bec": "HS 2022,BEC 4,Relationship\n270900,31,n:1\n,,\n",
    "criticality": "Material,Year,SR,EI\nLithium,2011,-,5.8\n",
}
RATES = "Date,USD,RUB,\n2022-03-02,1.1,N/A,\n2022-03-01,1.2,117.2,\n"


def build(folder: Path, out: str, **changed: str) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, str(SCRIPT), "--out", str(folder / out)]
    for name, text in INPUTS.items():
        path = folder / f"{name}.csv"
        path.write_text(
            changed.get(name.replace("-", "_"), text),
            encoding="latin-1" if "supply" in name else "utf-8",
        )
        arguments += [f"--{name}", str(path)]
    with zipfile.ZipFile(folder / "rates.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("eurofxref-hist.csv"), RATES)
    return subprocess.run(
        [*arguments, "--rates", str(folder / "rates.zip")],
        capture_output=True,
        text=True,
        check=False,
    )


def rows(folder: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    found = (
        duckdb.connect()
        .execute(f"SELECT {columns} FROM read_parquet('{folder / f'{table}.parquet'}')")
        .fetchall()
    )
    return [tuple(row) for row in found]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    done = build(folder, "one")
    assert done.returncode == 0, done.stderr
    return folder


def test_the_same_inputs_give_the_same_bytes(built: Path) -> None:
    assert build(built, "two").returncode == 0
    for path in (built / "one").iterdir():
        assert path.read_bytes() == (built / "two" / path.name).read_bytes(), path.name


def test_labels_of_2016_are_read_in_french(built: Path) -> None:
    found = rows(built / "one", "eu27_annual", "partner, period, value")
    assert sorted(found, key=str) == [
        ("CHE", "2015", 100),
        ("GIN", "2015", 15),
        ("GIN", "2016", 16),
        ("GNB", "2016", 7),
    ]


def test_published_sums_of_members_are_left_out(built: Path) -> None:
    assert rows(built / "one", "members_monthly", "reporter, value") == [("AUT", 10), ("GBR", 3)]


def test_an_absent_cell_is_no_zero(built: Path) -> None:
    assert rows(built / "one", "members_products_monthly", "reporter, partner, product, value") == [
        ("AUT", "KAZ", "TOTAL", 13)
    ]


def test_products_are_headings_and_cn_codes(built: Path) -> None:
    found = rows(built / "one", "products_monthly", "partner, scheme, product, value")
    assert found == [("RUS", "HS", "8471", 4162), ("BLR", "CN", "84713000", 62)]


def test_greece_and_serbia_under_all_their_codes(built: Path) -> None:
    assert sorted(rows(built / "one", "critical_annual", "reporter, partner")) == [
        ("GRC", "GBR"),
        ("GRC", "SRB"),
    ]


def test_shares_written_as_less_than(built: Path) -> None:
    found = rows(
        built / "one", "supply_shares", "reporter, stage, CAST(value AS VARCHAR), qualifier"
    )
    assert found == [
        ("EUR", "extraction", "0.10", "under"),
        ("WLD", "processing", "24.00", "exact"),
    ]


def test_rates_are_means_of_the_days_that_have_one(built: Path) -> None:
    found = rows(built / "one", "exchange_rates", "currency, period, CAST(rate AS VARCHAR), days")
    assert found == [("RUB", "2022-03", "117.200000", 1), ("USD", "2022-03", "1.150000", 2)]


def test_classifications_lead_from_one_to_another(built: Path) -> None:
    assert rows(built / "one", "correspondences", "code, period, scheme, other") == [
        ("270900", "2017", "BEC4", "31"),
        ("270900", "2022", "BEC4", "31"),
        ("270900", "all editions", "SITC4", "3330"),
    ]
    assert rows(built / "one", "hs_titles", "code, section, title") == [
        ("27", "V", "Mineral fuels")
    ]


def test_the_manifest_names_inputs_by_hash_and_no_folder_of_the_builder(built: Path) -> None:
    text = (built / "one" / "manifest.json").read_text(encoding="utf-8")
    assert str(built) not in text
    assert all(entry["inputs"] and entry["licence"] for entry in json.loads(text)["tables"])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"annual": INPUTS["annual"] + "EU27_2020,Ruritania,Total,2,2015,1\n"},
            "no code for 'Ruritania'",
        ),
        ({"critical": INPUTS["critical"] + "EL,XS,25041000,1,2022,1\n"}, "two rows for"),
    ],
)
def test_a_wrong_input_stops_the_build(tmp_path: Path, changed: dict[str, str], words: str) -> None:
    done = build(tmp_path, "out", **changed)
    assert done.returncode != 0
    assert words in done.stderr
