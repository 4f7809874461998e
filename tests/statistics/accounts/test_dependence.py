"""Who supplies which raw materials."""

from decimal import Decimal

from legation import lexicon
from legation.statistics import materials
from legation.statistics.accounts import dependence
from legation.statistics.accounts.dependence import depend


def test_one_material_with_its_suppliers_concentration_and_risk() -> None:
    found = depend("EU", "Phosphorus")
    (supplies,) = found.supplies
    assert (supplies.title, supplies.stage, supplies.study) == ("phosphorus", "processing", 2023)
    assert [(s.country.code, s.share) for s in supplies.suppliers[:2]] == [
        ("KAZ", Decimal(62)),
        ("VNM", Decimal(22)),
    ]
    assert supplies.listed == 99
    assert supplies.concentration == 4590
    assert [(risk.study, risk.critical) for risk in found.risks["phosphorous"]] == [
        (2011, None),
        (2014, None),
        (2017, True),
        (2020, True),
        (2023, True),
    ]
    assert "phosphorus: the study gives no shares for extraction" in found.missing


def test_all_materials_of_the_eu_and_of_the_world() -> None:
    european, world = depend("EU"), depend("WLD")
    assert len(european.supplies) > 80
    assert {s.stage for s in world.supplies} == {"extraction", "processing"}
    assert european.licence.endswith("CC BY 4.0")


def test_by_supplier_the_largest_first() -> None:
    found = depend("EU", supplier="KZ")
    assert [s.material for s in found.supplies[:3]] == [
        "phosphorous",
        "titanium metal",
        "beryllium",
    ]


def test_rare_earths_take_the_risk_of_their_group() -> None:
    assert depend("WLD", "neodymium").risks["neodymium"]


def test_an_unknown_material_or_reporter_says_so() -> None:
    unknown = depend("EU", "unobtanium")
    assert unknown.supplies == ()
    assert unknown.missing == ("supply of unobtanium to the EU: not in the study of 2023",)
    assert "magnesium" in depend("EU", "magnes").similar
    assert depend("CN").missing == ("supply of raw materials to China: not in the study of 2023",)


def test_the_names_of_materials_hold_together() -> None:
    rows = lexicon.table("raw_materials", materials.Material)
    names = [name for row in rows for name in (row.name, *row.aliases)]
    assert len(set(names)) == len(names)
    assert {key[1] for key in materials.supplies()} <= {row.name for row in rows}
    assert {row.risk for row in rows if row.risk} <= set(dependence._risks())
