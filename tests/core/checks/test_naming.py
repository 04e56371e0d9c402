"""Family S, title and names: short forms, parents and neighbours that are lawfully named."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import OrgType, Report
from tests.core.checks.golden_structure import adding, imported, lawful
from tests.examples import TEXTS


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


def test_the_year_of_a_title_that_the_clerk_put_right_is_no_finding() -> None:
    assert said("S01", imported({"title": "青禾县林业局2023年政府信息公开工作年度报告"})) != []
    assert said("S01", imported({"title": "青禾县林业局2024年政府信息公开工作年度报告"})) == []


def test_a_title_without_a_year_is_warned_of() -> None:
    (finding,) = said("S01", imported({"title": "青禾县林业局政府信息公开工作年度报告"}))
    assert (finding.severity, finding.message) == (Severity.WARNING, "标题里没有年份，请补上。")


@pytest.mark.parametrize(
    ("title", "mend"),
    [
        ("2024年政府信息公开工作年度报告", None),
        ("青禾县林业局2024年度政府信息公开工作年度报告", None),
        ("2024年政府信息公开年度报告", "政府信息公开工作年度报告"),
        ("2024年政府信息公开工作的年度报告", "政府信息公开工作年度报告"),
    ],
)
def test_the_wording_of_the_title_is_proposed(title: str, mend: str | None) -> None:
    assert [finding.replacement for finding in said("S02", imported({"title": title}))] == ([mend] if mend else [])


def test_a_year_that_stands_twice_is_said() -> None:
    assert len(said("S02", imported({"title": "2024青禾县林业局2024年政府信息公开工作年度报告"}))) == 1


@pytest.mark.parametrize(
    ("unit", "signature", "weight"),
    [
        ("青禾县林业局", "县林业局", None),
        ("青禾县发改委", "青禾县发展和改革委员会", None),
        ("青禾县人民政府", "青禾县人民政府办公室", None),
        ("青禾县住建局", "青禾县住房和城乡建设局", None),
        ("柳溪镇", "青禾县柳溪镇人民政府", None),
        ("青禾县公安局", "白石市公安局青禾分局", None),
        ("青禾县林业局", "白石县林业局", Severity.ERROR),
        ("青禾县人民政府", "白石县人民政府", Severity.ERROR),
        ("青禾县农业局", "青禾县水利局", Severity.WARNING),
        ("青禾县林业局", "2025年1月20日", None),
    ],
)
def test_names_of_one_unit_may_be_short(unit: str, signature: str, weight: Severity | None) -> None:
    report = replace(lawful(signature=f"{signature}\n2025年1月20日"), unit=unit)
    assert [finding.severity for finding in said("S03", report)] == ([weight] if weight else [])


def test_the_preamble_names_its_unit_too() -> None:
    report = lawful(preamble=f"{TEXTS['preamble']}本报告由白石县林业局编制。")
    (finding,) = said("S03", report)
    assert (finding.section, finding.excerpt) == ("preamble", "白石县林业局")


@pytest.mark.parametrize(
    "sentence",
    [
        "全县高度重视政府信息公开工作。",
        "各乡镇认真落实公开要求。",
        "组织人员赴南京学习。",
        "苏州工业园区开展交流。",
        "柳溪镇积极推进公开。",
        "我县始终坚持公开为常态。",
        "落实《白石县政务公开办法》。",
        "县水利局配合开展宣传。",
    ],
)
def test_others_may_be_named(sentence: str) -> None:
    assert said("S04", adding(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("为盐城高质量发展作出贡献。", "为盐城高质量"),
        ("助力新扬州现代化建设。", "新扬州现代化"),
        ("白石县认真贯彻条例。", "白石县"),
        ("2024 年，白石县深入贯彻条例。", "白石县"),
        ("不断提升盐城知名度。", "提升盐城知名度"),
        ("谱写中国式现代化盐城新实践。", "现代化盐城新实践"),
        ("青禾县水利局高度重视政府信息公开工作。", "水利局"),
    ],
)
def test_a_name_that_stands_where_the_own_one_belongs_is_doubted(sentence: str, words: str) -> None:
    assert [finding.excerpt for finding in said("S04", adding(sentence))] == [words]


def test_a_city_named_again_and_again_is_the_parent_of_a_county() -> None:
    report = adding("落实盐城市部署。\n按照盐城市要求公开。\n为盐城高质量发展作出贡献。")
    assert said("S04", report) == []


def test_a_government_speaks_of_its_own_counties_and_departments() -> None:
    report = replace(adding("白石县认真贯彻条例。"), unit="松原市人民政府", org_type=OrgType.GOVERNMENT)
    assert said("S04", report) == []


def test_a_street_may_call_itself_so() -> None:
    report = replace(adding("我街道全年举办培训。"), unit="青禾市柳溪街道办事处")
    assert [f.excerpt for f in said("S05", report) if "街" in (f.excerpt or "")] == []


@pytest.mark.parametrize("sentence", ["我县林业发展较快。", "“我镇”栏目上线。", "改变本局面。", "我局开展检查。"])
def test_a_bureau_may_speak_so(sentence: str) -> None:
    assert said("S05", adding(sentence)) == []


def test_two_names_for_oneself_are_a_hint() -> None:
    (finding,) = said("S05", adding("本局开展检查。"))
    assert (finding.severity, finding.replacement) == (Severity.HINT, "我局")
