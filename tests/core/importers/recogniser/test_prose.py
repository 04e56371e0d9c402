"""Prose put together again."""

import pytest

from core.importers.recogniser.prose import is_furniture, joined, preamble_of, without_ending


@pytest.mark.parametrize(
    "text", ["发布时间：2025-01-20", "来源: 镇政府", "【打印】 【字体：大 中 小】", "浏览次数：12", "分享到："]
)
def test_what_a_web_page_adds_is_furniture(text: str) -> None:
    assert is_furniture(text)


def test_the_preamble_begins_with_its_first_sentence() -> None:
    texts = ["发布时间：2025-01-20", "（办公室 2025年1月）", "本报告按条例编写。", "联系电话：0000-1234567"]
    assert preamble_of(texts) == ["本报告按条例编写。", "联系电话：0000-1234567"]
    assert preamble_of(["石桥乡人民政府"]) == []


def test_a_preamble_may_begin_with_half_a_sentence() -> None:
    texts = ["石桥乡人民政府", "现将石桥乡人民政府2024年度政府信息公开工作情况", "报告如下。"]
    assert preamble_of(texts) == texts[1:]


def test_unit_and_date_at_the_end_are_the_signature() -> None:
    texts = ["没有其他事项。", "石桥乡人民政府", "2025年1月15日", "扫一扫在手机打开"]
    assert without_ending(texts, "石桥乡人民政府") == (["没有其他事项。"], ["石桥乡人民政府", "2025年1月15日"])


def test_without_a_date_only_the_unit_itself_signs() -> None:
    assert without_ending(["无。", "石桥乡人民政府"], "石桥乡人民政府") == (["无。"], ["石桥乡人民政府"])
    assert without_ending(["没有其他事项", "特此报告"], "石桥乡人民政府") == (["没有其他事项", "特此报告"], [])


def test_a_sentence_with_a_date_is_no_signature() -> None:
    texts = ["系统已于2025年1月15日上线。"]
    assert without_ending(texts, "") == (texts, [])


def test_lines_that_a_page_broke_are_joined() -> None:
    lines = [
        "    今年以来，全乡围绕便民服务推进公开工作，完善目录，培训人员，检查栏目，处",
        "理来信，答复申请，汇总数据，公布年报，各项任务都按时完成，没有发生差错，群众",
        "满意。",
        "    （一）主动公开。通过网站和公告栏公布惠农补贴、道路养护、低保名单等内容共计",
        "四十条。",
    ]
    paragraphs = joined(lines, printed_lines=True)
    assert [text[:4] for text in paragraphs] == ["今年以来", "（一）主"]
    assert paragraphs[0].endswith(
        "处理来信，答复申请，汇总数据，公布年报，各项任务都按时完成，没有发生差错，群众满意。"
    )


def test_whole_paragraphs_stay_apart() -> None:
    texts = ["全乡收到申请两件。", "", "都已经答复。"]
    assert joined(texts, printed_lines=True) == ["全乡收到申请两件。", "都已经答复。"]
    assert joined(texts, printed_lines=False) == ["全乡收到申请两件。", "都已经答复。"]


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    assert joined(["坚持公开，", "及时更新。"], printed_lines=False) == ["坚持公开，及时更新。"]
    assert joined(["工作如下，", "（一）公开。"], printed_lines=False) == ["工作如下，", "（一）公开。"]


def test_a_preamble_may_begin_with_a_line_that_breaks_off() -> None:
    lines = ["目录", "    根据《某某条例》和《某某办公室关于印发某某报告格式的通知》要求编制", "本报告。"]
    assert preamble_of(lines) == lines[1:]


@pytest.mark.parametrize(
    "line", ["版权所有：碧山县人民政府办公室  网站标识码：3200000001", "浙ICP备0000000号", "关于我们 | 网站地图"]
)
def test_long_lines_of_a_page_behind_the_report_are_left_out(line: str) -> None:
    assert without_ending(["无。", "【打印本页】 【关闭窗口】", line], "") == (["无。"], [])


@pytest.mark.parametrize("line", ["填表人：某某", "填报日期：2025年1月3日", "审核人：某某"])
def test_who_filled_in_a_form_is_no_other_matter(line: str) -> None:
    assert without_ending(["无。", line], "") == (["无。"], [])
