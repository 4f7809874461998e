"""SDMX-ML through ``sdmx1``, where it is installed: samples of our own, and recorded ones where
there are any.
"""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import httpx
import pytest
from far_ends import made_up

from legation.model.errors import BadQuery, Busy, NotData, TooLarge
from legation.statistics.providers import eurostat, sdmxml
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Query
from legation.statistics.providers.registry import dataset, provider
from legation.statistics.providers.transport import Payload, Transport

MESSAGE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
NAMES = (
    f'xmlns:m="{MESSAGE}/message" xmlns:g="{MESSAGE}/data/generic" '
    f'xmlns:c="{MESSAGE}/common" xmlns:s="{MESSAGE}/structure"'
    f' xmlns:f="{MESSAGE}/message/footer" xmlns:d="{MESSAGE}/data/structurespecific"'
    " "
    'xmlns:u="urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=ESTAT:NAMA_10_GDP(32.1):ObsLevelDim:TIME_PERIOD"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
HEADER = (
    "<m:Header><m:ID>X1</m:ID><m:Test>false</m:Test><m:Prepared>2026-10-21T11:00:00</m:Prepared>"
    "<m:Sender "
    'id="ESTAT"/>'
    '<m:Structure structureID="S1" dimensionAtObservation="TIME_PERIOD"><c:Structure>'
    '<Ref agencyID="ESTAT" id="NAMA_10_GDP" version="1.0"/></c:Structure></m:Structure></m:Header>'
)
SPECIFIC = (
    f"<m:StructureSpecificData {NAMES}>{HEADER}"
    '<u:DataSet d:structureRef="S1" d:dataScope="DataStructure" xsi:type="u:DataSetType">'
    '<Series freq="A" unit="CP_MEUR" na_item="P6" geo="PT"><Obs TIME_PERIOD="2023" '
    'OBS_VALUE="126543.2" OBS_FLAG="p"/>'
    '<Obs TIME_PERIOD="2024" OBS_VALUE="NaN"/></Series></u:DataSet></m:StructureSpecificData>'
)
KEYS = "".join(
    f'<g:Value id="{name}" value="{code}"/>'
    for name, code in (("FREQ", "A"), ("UNIT", "CP_MEUR"), ("NA_ITEM", "P6"), ("GEO", "PT"))
)
GENERIC = (
    f"<m:GenericData {NAMES}>{HEADER}<m:DataSet "
    f'structureRef="S1"><g:Series><g:SeriesKey>{KEYS}</g:SeriesKey>'
    '<g:Obs><g:ObsDimension id="TIME_PERIOD" value="2023"/><g:ObsValue value="126543.2"/></g:Obs>'
    "</g:Series></m:DataSet></m:GenericData>"
)
FOOTER = (
    '<m:GenericData {names}>{header}<f:Footer><f:Message code="{code}" severity="Information">'
    '<c:Text xml:lang="en">{text}</c:Text></f:Message></f:Footer></m:GenericData>'
)
STRUCTURE = (
    "<m:Structure "
    f"{NAMES}>{HEADER.split('<m:Structure ')[0]}</m:Header><m:Structures><s:Codelists>"
    '<s:Codelist id="NA_ITEM" agencyID="ESTAT" version="1.0"><c:Name xml:lang="en">Items</c:Name>'
    '<s:Code id="P6"><c:Name xml:lang="en">Exports of goods and services</c:Name></s:Code>'
    '<s:Code id="P7"><c:Name xml:lang="en">Imports of goods and services</c:Name></s:Code>'
    "</s:Codelist></s:Codelists></m:Structures></m:Structure>"
)
KEY = {"freq": "A", "unit": "CP_MEUR", "na_item": "P6", "geo": "PT"}
ABOUT = dataset(provider("eurostat"), "nama_10_gdp")
RECORDED = Path(os.environ.get("LEGATION_SDMX_SAMPLES", "../shared/data/api/sdmx"))
needs_extra = pytest.mark.skipif(
    not sdmxml.installed(), reason="sdmx1 is not installed (legation[sdmx])"
)
needs_samples = pytest.mark.skipif(
    not RECORDED.is_dir(), reason=f"no recorded SDMX-ML at {RECORDED}; set LEGATION_SDMX_SAMPLES"
)


def payload(text: str) -> Payload:
    return Payload(
        content=text.encode(), kind="application/xml", address="https://example.org/data"
    )


@needs_extra
@pytest.mark.parametrize("text", [SPECIFIC, GENERIC], ids=["specific", "generic"])
def test_both_kinds_of_data_message_give_the_same_cells(text: str) -> None:
    first, *others = sdmxml.cells(ABOUT, payload(text))
    assert (first.key, first.period, first.value) == (KEY, "2023", Decimal("126543.2"))
    assert [cell.value for cell in others] == ([None] if text is SPECIFIC else [])
    assert first.status == ("p" if text is SPECIFIC else "")
    assert sdmxml.vintage(payload(text)) == "2026-10-21"


@needs_extra
def test_a_fetch_takes_it_in_place_of_csv() -> None:
    client = made_up(lambda request: httpx.Response(200, text=SPECIFIC))
    query = Query(provider="eurostat", dataset="nama_10_gdp", key=KEY, start="2023", end="2024")
    with Transport(client) as transport:
        found = fetch(query, transport, today=date(2026, 11, 23))
    assert found.values() == {"2023": Decimal("126543.2"), "2024": None}
    assert found.vintage == "2026-10-21"


@needs_extra
@pytest.mark.parametrize(
    ("code", "text", "error", "words"),
    [
        (
            413,
            "The answer will be written to http://example.org/file/x1",
            Busy,
            "http://example.org/file/x1",
        ),
        (413, "Too many observations", TooLarge, "Too many observations"),
        (100, "No results found", BadQuery, "No results found"),
    ],
)
def test_a_footer_in_place_of_data_is_heeded(
    code: int, text: str, error: type[Exception], words: str
) -> None:
    message = FOOTER.format(
        names=NAMES, header=HEADER.split("<m:Structure ")[0] + "</m:Header>", code=code, text=text
    )
    with pytest.raises(error, match=words):
        list(sdmxml.cells(ABOUT, payload(message)))


@needs_extra
def test_code_lists_of_a_structure_message() -> None:
    assert sdmxml.code_lists(payload(STRUCTURE)) == {
        "NA_ITEM": {"P6": "Exports of goods and services", "P7": "Imports of goods and services"}
    }


@needs_extra
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SPECIFIC[:-60], "cannot be read"),
        (SPECIFIC.replace(' geo="PT"', ""), "without the dimension geo"),
        (SPECIFIC.replace("126543.2", "many"), "'many' where a number should stand"),
    ],
)
def test_half_a_message_is_no_data(text: str, words: str) -> None:
    with pytest.raises(NotData, match=words):
        list(sdmxml.cells(ABOUT, payload(text)))


def test_without_the_extra_it_says_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sdmxml, "installed", lambda: False)
    with pytest.raises(BadQuery, match=r"install legation\[sdmx\]"):
        list(eurostat.cells(ABOUT, payload(SPECIFIC)))


def test_what_is_recognised_and_where_structures_are() -> None:
    assert [
        sdmxml.recognised(payload(text))
        for text in (SPECIFIC, GENERIC, STRUCTURE, "<html/>", "<env:Envelope/>")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
    asked = sdmxml.structure_request(provider("comext"), "DS-045409")
    assert asked.address.endswith("/comext/dissemination/sdmx/2.1/dataflow/ESTAT/DS-045409/latest")


@needs_extra
@needs_samples
def test_the_recorded_messages_can_all_be_read() -> None:
    lengths = {}
    for path in sorted(RECORDED.glob("*.xml")):
        recorded = Payload(content=path.read_bytes(), kind="", address=path.name)
        assert sdmxml.recognised(recorded)
        if path.name.startswith("footer"):
            with pytest.raises(Busy, match="diss-web/file"):
                list(sdmxml.cells(ABOUT, recorded))
        elif "structure" in path.name:
            lengths[path.name] = len(sdmxml.code_lists(recorded))
        elif path.name.startswith("NAMA"):
            lengths[path.name] = len(list(sdmxml.cells(ABOUT, recorded)))
    assert lengths == {"NAMA_10_GDP-ss.xml": 4, "demography-structure.xml": 8}
