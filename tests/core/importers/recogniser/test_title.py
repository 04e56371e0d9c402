"""Unit and year from the title, and only then from the text."""

import pytest

from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.title import find_title, year_in_prose


def title(*texts: str) -> tuple[str, int | None]:
    lines = lines_of(Extract(tuple(Paragraph(text) for text in texts)))
    found = find_title(lines, lines)
    return found.unit, found.year


@pytest.mark.parametrize(
    "text",
    [
        "石桥乡人民政府2024年政府信息公开工作年度报告",
        "石桥乡人民政府 2024 年度政府信息公开工作年度报告",
        "石桥乡人民政府2024年政府信息公开年度报告",
        "石桥乡人民政府关于2024年政府信息公开工作的年度报告",
        "2024石桥乡人民政府2024年度政府信息公开工作年度报告",
        "石桥乡人民政府2024年政府信息公开工作年度报告（定稿）",
        "《石桥乡人民政府2024年政府信息公开工作年度报告》",
        "石桥乡人民政府二〇二四年政府信息公开工作年度报告",
        "石桥乡人民政府关于二○二四年度政府信息公开工作的年度报告",
        "石桥乡人民政府２０２４年政府信息公开工作情况年度报告",
        "二〇二四年石桥乡人民政府政府信息公开工作年度报告",
        "石桥乡人民政府2024年度政府信息公开工作报告",
        "石桥乡人民政府2024年政府信息公开工作情况报告",
        "2024年石桥乡人民政府政府信息公开年报",
        "石桥乡人民政府2024年信息公开工作年度报告",
        "石桥乡人民政府2024年政务公开工作年度报告",
    ],
)
def test_one_line_tells_unit_and_year(text: str) -> None:
    assert title(text) == ("石桥乡人民政府", 2024)


def test_the_unit_may_stand_above() -> None:
    assert title("石桥乡人民政府", "", "2024年政府信息公开工作年度报告") == ("石桥乡人民政府", 2024)
    assert title("石桥乡人民政府", "关于2024年度政府信息公开工作的年度报告") == ("石桥乡人民政府", 2024)


@pytest.mark.parametrize(
    "unit", ["碧山农场", "碧山县消防救援大队", "碧山海关", "碧山县供销合作社联合社", "碧山银行分行"]
)
def test_many_kinds_of_units_stand_above(unit: str) -> None:
    assert title(unit, "2024年政府信息公开工作年度报告") == (unit, 2024)


@pytest.mark.parametrize(
    "above", ["附件1", "碧政办发〔2025〕3号", "目  录", "首页 > 政府信息公开年报", "碧山县政府门户网站"]
)
def test_what_stands_above_the_title_is_no_part_of_it(above: str) -> None:
    assert title(above, "碧山县统计局", "2024年政府信息公开工作年度报告") == ("碧山县统计局", 2024)
    assert title(above, "碧山县统计局2024年度", "政府信息公开工作年度报告") == ("碧山县统计局", 2024)


def test_a_title_may_break_anywhere() -> None:
    assert title("石桥乡人民政府2024年政府信息公开工作年度报", "告") == ("石桥乡人民政府", 2024)
    assert title("石桥乡人民政府", "2024年政府信息公开", "工作年度报告") == ("石桥乡人民政府", 2024)


@pytest.mark.parametrize(
    "name", ["政府信息公开报告", "政府信息公开年报", "石桥乡人民政府", "现将2024年信息公开工作报告如下"]
)
def test_the_name_of_a_page_or_an_announcement_is_no_title(name: str) -> None:
    assert title(name, "小河村委会2023年政府信息公开工作年度报告") == ("小河村委会", 2023)


def test_a_title_that_breaks_inside_its_fixed_words_is_one() -> None:
    assert title("松溪区人民政府河远街道办事处关于2024年度政", "府信息公开工作的年度报告") == (
        "松溪区人民政府河远街道办事处",
        2024,
    )


def test_page_furniture_above_is_no_unit() -> None:
    assert title("首页 > 公开年报", "欢迎访问石桥乡人民政府!", "石桥乡2024年政府信息公开工作年度报告") == (
        "石桥乡",
        2024,
    )
    assert title("正文", "2024年政府信息公开工作年度报告") == ("", 2024)


def test_a_cover_and_a_title_say_the_same_once() -> None:
    texts = (
        "石桥乡人民政府",
        "2024年政府信息公开工作年度报告",
        "二〇二五年一月",
        "石桥乡人民政府2024年政府信息公开工作年度报告",
    )
    assert title(*texts) == ("石桥乡人民政府", 2024)


def test_without_a_title_the_statistics_period_tells_the_year() -> None:
    assert title("统计期限自2023年1月1日至12月31日。") == ("", 2023)


def test_without_a_title_the_name_quoted_in_the_text_tells_both() -> None:
    text = "现公布《石桥乡人民政府 2023 年政府信息公开工作年度报告》，请予监督。"
    assert title(text) == ("石桥乡人民政府", 2023)


@pytest.mark.parametrize(
    "text", ["发布时间：2025-01-20", "2025年1月20日", "根据《中华人民共和国政府信息公开条例》编制。"]
)
def test_dates_and_laws_tell_nothing(text: str) -> None:
    assert title(text) == ("", None)


@pytest.mark.parametrize(
    ("overview", "year"),
    [
        ("2024年，我乡收到申请2件。", 2024),
        ("依据国办公开办函〔2021〕30号，2024年收到申请2件。", 2024),
        ("2023年收到1件，2024年收到2件。", None),
        ("全年收到申请2件。", None),
    ],
)
def test_the_overview_tells_the_year_only_if_it_names_one(overview: str, year: int | None) -> None:
    assert year_in_prose({"s1": overview}) == year


@pytest.mark.parametrize(
    "words", ["现公布2022年度报告。", "编制2022年政府信息公开工作年度报告。", "现公布二〇二二年年度报告。"]
)
def test_the_preamble_may_name_the_year_of_the_report(words: str) -> None:
    assert year_in_prose({"preamble": words, "s1": "2023年将加大力度。2021年增长。"}) == 2022


def test_two_years_in_the_preamble_name_none() -> None:
    assert year_in_prose({"preamble": "参照2020年度报告，现公布2021年度报告。"}) is None
