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
    "us-goods": """partner,year,us_exports_musd,us_imports_musd,vintage
EUU,2012,1,2,2023-03
EUU,2019,10.5,20,2023-03
EUU,2020,11,,2023-03
SCG,2003,0.1,0.2,2023-03
DEU,2023,76865.9,159169.0,2026-10
""",
    "us-duties": """partner,year,imports_for_consumption_usd,calculated_duty_usd,rate_percent
European Union,2024,1000,12,1.2
"Korea, South",2024,500,1,0.2
""",
    "us-duties-chapters": "census_code,partner,hs2,imports,duty\n0003,European Union,01,400,5\n",
    "gdp": '"Country Name","Country Code","Year","Value"\nGermany,DEU,2023,4.5e12\n'
    "European Union,EUU,2023,18349388450765.61\nArab World,ARB,2023,5\n",
    "population": "Country Name,Country Code,Year,Value\nKosovo,XKX,2024,1527324\n",
    "factbook": """gec,country,field,year,text
GM,Germany,Real GDP growth rate,2023,-0.3% (2023 est.)
GM,Germany,GDP (official exchange rate),,$4.66 trillion (2024 est.)
GM,Germany,Exports,2023,$1.958 trillion (2023 est.)
GM,Germany,Exports - partners,,"USA 10%, C&ocirc;te d'Ivoire 8%, Antigua &amp; Barbuda <1% (2023)"
EE,,Exports,2023,$9.689 trillion (2023 est.)
EE,,Exports - partners,,"US 20%, UK 12% (2023)"
WE,West Bank,Exports,2023,$1 billion (2023 est.)
""",
    "facts": """reporter,partner,flow,measure,year,value,unit,source,url,licence,note
EU27,CHN,balance,goods,2023,-291,bn EUR,News of March,https://a.eu/w/ddn-20240304-2,CC BY 4.0 (x),
EU27,CHN,import,share of extra-EU imports,2023,20.5,percent,same,same,CC BY 4.0 (x),
DEU,CHN,total,goods,2023,254.5,bn EUR,Destatis,https://a.de,dl-de/by-2-0,
EU27,Central Asia (5),import,goods,2018,21.9,bn EUR,A page (EU28 then),https://a.eu,CC BY 4.0,
""",
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


def test_of_two_vintages_come_two_tables_and_of_the_union_of_the_day_two_unions(
    built: Path,
) -> None:
    old = rows(built / "one", "us_goods_to_2022", "partner, flow, period, value")
    assert sorted(old, key=str) == [
        ("EUR", "exports", "2020", 11_000_000),
        ("EUR:EU28", "exports", "2019", 10_500_000),
        ("EUR:EU28", "imports", "2019", 20_000_000),
        ("SCG", "exports", "2003", 100_000),
        ("SCG", "imports", "2003", 200_000),
    ]
    new = rows(built / "one", "us_goods_since_2023", "partner, flow, value, unit, vintage")
    assert ("DEU", "imports", 159_169_000_000, "USD", "2026-10") in new


def test_duty_stands_beside_the_imports_that_it_was_collected_on(built: Path) -> None:
    found = rows(built / "one", "us_duties_annual", "partner, flow, product, period, value")
    assert ("EUR", "duties", "01", "2024", 5) in found
    assert ("KOR", "consumption", "TOTAL", "2024", 500) in found
    held = json.loads((built / "one" / "manifest.json").read_text(encoding="utf-8"))["tables"]
    duties = next(entry for entry in held if entry["file"] == "us_duties_annual.parquet")
    assert (duties["unit"], duties["valued"]["duties"]) == ("USD", "calculated duty")


def test_of_the_bank_come_countries_and_no_other_groups(built: Path) -> None:
    found = rows(built / "one", "gdp_annual", "country, period, CAST(value AS VARCHAR)")
    assert found == [
        ("DEU", "2023", "4500000000000.0000"),
        ("EUR", "2023", "18349388450765.6100"),
    ]


def test_the_factbook_s_texts_become_numbers(built: Path) -> None:
    growth = rows(built / "one", "factbook_annual", "country, indicator, period, value::VARCHAR")
    assert growth == [
        ("DEU", "gdp", "2024", "4660000000000.0000"),
        ("DEU", "gdp_growth", "2023", "-0.3000"),
    ]
    trade = rows(built / "one", "factbook_trade_annual", "reporter, partner, scheme, value")
    assert trade == [("DEU", "WLD", "GS", 1_958_000_000_000)]
    partners = rows(built / "one", "factbook_partners", "reporter, place, partner, share::VARCHAR")
    assert sorted(partners) == [
        ("DEU", 1, "USA", "10.0"),
        ("DEU", 2, "CIV", "8.0"),
        ("DEU", 3, "ATG", "1.0"),
        ("EUR", 1, "USA", "20.0"),
        ("EUR", 2, "GBR", "12.0"),
    ]


def test_figures_of_pages_that_may_not_be_passed_on_are_left_out(built: Path) -> None:
    found = rows(
        built / "one", "official_facts", "partner, measure, flow, value::VARCHAR, half::VARCHAR"
    )
    assert found == [
        ("CHN", "balance", "", "-291000000000.00", "500000000.00"),
        ("CHN", "share", "imports", "20.50", "0.05"),
    ]


def test_a_folder_of_inputs_will_do(built: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--inputs", str(built), "--out", str(built / "none")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "no easycomext_eu27" in done.stderr


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
