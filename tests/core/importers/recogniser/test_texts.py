"""What of the lines is prose, and of which section."""

from core.form import F2021
from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.headings import find_headings
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.sections import sections_of
from core.importers.recogniser.texts import texts_of
from core.importers.recogniser.title import Title


def texts(*words: str) -> tuple[dict[str, str], dict[str, list[int]]]:
    lines = lines_of(Extract(tuple(map(Paragraph, words))))
    headings, _ = find_headings(lines)
    title = Title("云岭县林草局", 2024)
    return texts_of(lines, headings, sections_of(lines, headings), set(), title, form=F2021, printed_lines=False)


def test_prose_stands_under_its_heading_and_its_lines_are_known() -> None:
    found, spoken = texts(
        "本报告依照条例编写，数据如下。", "一、总体情况", "公开三十条。", "六、其他需要报告的事项", "无。"
    )
    assert found == {"preamble": "本报告依照条例编写，数据如下。", "s1": "公开三十条。", "s6": "无。"}
    assert spoken == {"preamble": [0], "s1": [2], "s6": [4]}


def test_captions_and_torn_labels_beside_a_table_are_no_prose() -> None:
    found, _ = texts(
        "二、主动公开政府信息情况",
        "单位：件（份、项、条）",
        "表二 主动公开情况表",
        "上表数据不含二级单位。",
        "本年制发件数 本年废止件数",
    )
    assert found == {"s2": "上表数据不含二级单位。"}


def test_the_unit_and_the_date_below_the_last_section_are_the_signature() -> None:
    found, _ = texts("六、其他需要报告的事项", "无。", "云岭县林草局", "2025年1月20日")
    assert found == {"s6": "无。", "signature": "云岭县林草局\n2025年1月20日"}
