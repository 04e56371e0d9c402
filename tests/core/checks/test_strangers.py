"""Family S, names of other units: short forms, parents and neighbours that are lawfully named."""

from dataclasses import replace

import pytest

from core.checks import catalogue
from core.finding import Finding, Severity
from core.report import OrgType, Report
from tests.core.checks.golden_structure import adding, lawful
from tests.examples import TEXTS


def said(code: str, report: Report) -> list[Finding]:
    return [finding for finding in catalogue.run(report).findings if finding.code == code]


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


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("本报告由青禾县林业局办公室编制。", None),
        ("现公布青禾县林业局2024年政府信息公开工作年度报告。", None),
        ("现公布我局2024年政府信息公开工作年度报告。", None),
        ("请与青禾县林业局办公室联系（电话：0431-5551234）。", None),
        ("请与青禾县人民政府办公室联系。", None),
        ("可在松原市人民政府网站查阅。", None),
        ("可在青禾县人民政府网站查阅。", None),
        ("本报告由白石县林业局办公室编制。", Severity.ERROR),
        ("现公布白石县林业局2024年政府信息公开工作年度报告。", Severity.WARNING),
        ("请与白石县林业局办公室（电话：0431-5551234）联系。", Severity.WARNING),
        ("请与青禾县水利局办公室联系。", Severity.WARNING),
        ("可在白石县林业局网站查阅。", Severity.WARNING),
    ],
)
def test_the_preamble_names_the_unit_in_many_ways(sentence: str, weight: Severity | None) -> None:
    found = said("S03", lawful(preamble=TEXTS["preamble"] + sentence))
    assert [finding.severity for finding in found] == ([weight] if weight else [])


@pytest.mark.parametrize(
    ("unit", "sentence", "words"),
    [
        ("柳溪镇人民政府", "2024年，白沙镇以制度为抓手，做好公开工作。", "白沙镇"),
        ("柳溪镇人民政府", "2024年，柳溪镇以制度为抓手，做好公开工作。", None),
        ("柳溪镇人民政府", "特色小镇以网站为平台公开信息。", None),
        ("柳溪镇人民政府", "2024年，青禾县以制度为抓手，做好公开工作。", None),
        ("江北街道办事处", "2024年，河西街道办事处按照要求做好公开工作。", "河西街道"),
        ("江北街道办事处", "2024年，江北街道办事处按照要求做好公开工作。", None),
        ("青禾县林业局", "2024年，县水利局坚持以公开为常态。", "水利局"),
        ("青禾县林业局", "2024年，县林业局坚持以公开为常态。", None),
        ("青禾县林业局", "县卫生健康委没有收取信息处理费。", "卫生健康委"),
        ("青禾县人民政府", "县水利局坚持以公开为常态。", None),
    ],
)
def test_the_subject_of_the_report_is_its_unit(unit: str, sentence: str, words: str | None) -> None:
    found = said("S04", replace(adding(sentence), unit=unit))
    assert [finding.excerpt for finding in found] == ([words] if words else [])


def test_the_renown_of_another_place_is_a_hint() -> None:
    (finding,) = said("S04", adding("不断提升白石知名度。"))
    assert (finding.severity, finding.excerpt) == (Severity.HINT, "白石")
    assert said("S04", adding("不断提升青禾知名度，提升品牌知名度。")) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("白石县林业局以群众关切为导向，推进公开。", ["白石县林业局"]),
        ("青禾县林业局以群众关切为导向，推进公开。", []),
        ("组织人员赴白石县林业局学习经验做法。", []),
        ("白石市林业局以通知部署公开工作。", []),
    ],
)
def test_the_bureau_of_the_same_name_in_another_county_is_no_subject(sentence: str, found: list[str]) -> None:
    report = adding(sentence)
    assert [each.excerpt for each in said("S04", replace(report, unit="青禾县林业局"))] == found


def test_a_namesake_with_a_long_name_is_seen_too() -> None:
    report = replace(adding("白石县市场监督管理局紧盯群众关切。"), unit="青禾县市场监督管理局")
    assert [each.excerpt for each in said("S04", report)] == ["白石县市场监督管理局"]
