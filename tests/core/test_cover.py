"""The cover: what its words say about year and kind of unit."""

import pytest

from core.cover import likely_org_type, parse_year
from core.report import OrgType


@pytest.mark.parametrize(("raw", "year"), [("2026", 2026), (" ２０２６年 ", 2026), ("2025年度", 2025)])
def test_a_year_is_read_however_it_is_written(raw: str, year: int) -> None:
    assert parse_year(raw) == year


@pytest.mark.parametrize("raw", ["", "202", "26", "1999", "20266", "今年"])
def test_what_is_no_year_of_a_report_is_no_year(raw: str) -> None:
    assert parse_year(raw) is None


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("云溪县统计局", OrgType.DEPARTMENT),
        ("云溪县发展和改革委员会", OrgType.DEPARTMENT),
        ("云溪县白石镇人民政府", OrgType.TOWNSHIP),
        ("云溪县城关街道办事处", OrgType.TOWNSHIP),
        ("云溪县人民政府", OrgType.GOVERNMENT),
        ("云溪县人民政府办公室", OrgType.GOVERNMENT_OFFICE),
        ("云溪县林业局（云溪县绿化办公室）", OrgType.DEPARTMENT),
        ("云溪经济开发区管理委员会", OrgType.OTHER),
    ],
)
def test_the_name_suggests_the_kind_of_unit(unit: str, kind: OrgType) -> None:
    assert likely_org_type(unit) is kind


@pytest.mark.parametrize("unit", ["", "云溪", "云溪县档案馆"])
def test_a_name_that_says_nothing_suggests_nothing(unit: str) -> None:
    assert likely_org_type(unit) is None
