"""What a written section has of its contents, and beginning what it lacks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.form.outline import ACCOUNTS, ASPECTS, FEE, TOPICS, Topic
from core.outline import Item, Status, begin, headings, outline, untold
from core.report import OrgType, Report

ORDINAL = re.compile("^（[一二三四五六七八九十]+）")
BY_NAME = {topic.name: topic for topics in (*TOPICS.values(), ACCOUNTS) for topic in topics}


def report_of(text: str, key: str = "s1", kind: OrgType = OrgType.DEPARTMENT) -> Report:
    return edits.set_text(Report(unit="云溪县水务局", org_type=kind), key, text)


def told(text: str, key: str = "s1", kind: OrgType = OrgType.DEPARTMENT) -> dict[str, Status]:
    return {item.topic.name: item.status for item in outline(report_of(text, key, kind), key)}


def item_of(report: Report, name: str, key: str = "s1") -> Item:
    return next(item for item in outline(report, key) if item.topic.name == name)


def begun(text: str, topic: Topic, key: str = "s1") -> str:
    return begin(report_of(text, key), key, topic).texts[key]


def test_an_empty_section_has_everything_still_to_be_written() -> None:
    assert list(told("")) == ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"]
    assert set(told("").values()) == {Status.MISSING}


def test_governments_tell_of_three_things_more() -> None:
    assert list(told("", kind=OrgType.GOVERNMENT))[5:] == ["工作考核", "社会评议", "责任追究"]
    assert told("（五）监督保障。开展了社会评议。", kind=OrgType.GOVERNMENT)["社会评议"] is Status.WRITTEN


def test_sub_headings_are_known_in_their_usual_forms() -> None:
    text = (
        "（一）主动公开情况。发布12条。\n( 二)依申请公开方面\n没有收到。\n政府信息管理情况。清理目录。\n"
        "（四）政府信息公开平台建设\n\n监督保障：举办培训。"
    )
    found = [text[each.place.start : each.place.start + each.place.length] for each in headings(text, ASPECTS)]
    assert found == [
        "（一）主动公开情况。",
        "( 二)依申请公开方面",
        "政府信息管理情况。",
        "（四）政府信息公开平台建设",
        "监督保障：",
    ]
    assert told(text)["平台建设"] is Status.BARE
    assert told(text)["依申请公开"] is Status.WRITTEN


def test_without_a_sub_heading_the_words_that_tell_of_it_count() -> None:
    report = report_of("全年发布信息12条。收到申请3件。")
    place = item_of(report, "依申请公开").place
    assert place is not None
    assert report.text("s1")[place.start : place.start + place.length] == "申请"
    assert told("全年发布信息12条。")["依申请公开"] is Status.MISSING


def test_among_sub_headings_of_the_others_a_content_wants_one_too() -> None:
    text = "（一）主动公开。网站发布12条。\n（二）依申请公开。没有收到。"
    assert told(text)["平台建设"] is Status.MENTIONED
    assert begun(text, BY_NAME["平台建设"]).endswith("\n（三）政府信息公开平台建设。")


def test_what_no_words_tell_is_untold() -> None:
    assert [topic.name for topic in untold("发布信息，举办培训。", ASPECTS)] == [
        "依申请公开",
        "政府信息管理",
        "平台建设",
    ]


def test_a_missing_content_is_begun_where_it_belongs_and_those_behind_it_are_numbered_anew() -> None:
    text = "（一）主动公开。发布12条。\n（二）平台建设。运行平稳。\n（三）监督保障。举办培训。"
    assert begun(text, BY_NAME["依申请公开"]) == (
        "（一）主动公开。发布12条。\n（二）依申请公开。\n（三）平台建设。运行平稳。\n（四）监督保障。举办培训。"
    )


def test_where_the_number_was_left_free_nothing_is_numbered_anew() -> None:
    text = "（一）主动公开\n发布12条。\n（三）政府信息管理\n清理目录。"
    assert begun(text, BY_NAME["依申请公开"]) == (
        "（一）主动公开\n发布12条。\n（二）依申请公开\n\n（三）政府信息管理\n清理目录。"
    )


def test_an_empty_text_gets_its_sub_headings_in_order_however_they_are_asked_for() -> None:
    report = report_of("")
    for name in ("监督保障", "主动公开", "政府信息管理"):
        report = begin(report, "s1", BY_NAME[name])
    assert report.text("s1") == "（一）主动公开\n\n（二）政府信息管理\n\n（三）监督保障\n"
    assert item_of(report, "主动公开").body == len("（一）主动公开\n")
    assert item_of(report, "监督保障").body == len(report.text("s1"))


def test_a_text_without_sub_headings_gets_a_paragraph() -> None:
    assert begun("全年发布12条。", BY_NAME["依申请公开"]) == "全年发布12条。\n依申请公开："
    assert begun("没有其他事项。\n", FEE, "s6") == "没有其他事项。\n收取信息处理费情况："
    assert begun("", FEE, "s6") == "收取信息处理费情况："


def test_what_governments_add_goes_to_the_end_of_the_paragraphs_about_supervision() -> None:
    report = report_of("（五）监督保障\n举办培训。\n（六）其他\n无。", kind=OrgType.GOVERNMENT)
    now = begin(report, "s1", BY_NAME["社会评议"])
    assert now.text("s1") == "（五）监督保障\n举办培训。\n社会评议情况：\n（六）其他\n无。"
    assert item_of(now, "社会评议").status is Status.BARE


def test_a_sentence_that_only_got_another_ordinal_stays_last_years() -> None:
    last = edits.set_text(
        Report(unit="云溪县水务局", year=2025), "s1", "（一）平台建设：运行平稳。\n（二）监督保障。督导。"
    )
    draft = edits.carry_over(last)
    now = begin(draft, "s1", BY_NAME["主动公开"])
    text = now.text("s1")
    stale = [text[each.start : each.start + each.length] for each in now.stale_sentences("s1")]
    assert stale == ["（二）平台建设：运行平稳。", "督导。"]


def test_a_number_that_follows_the_table_goes_on_following_it() -> None:
    report = report_of("（一）依申请公开。新收{新收总计}件。")
    assert "{t3.new_requests.total}" in begin(report, "s1", BY_NAME["主动公开"]).texts["s1"]


def test_problems_and_measures_belong_to_section_five() -> None:
    assert told("公开的及时性还不够。", "s5") == {"主要问题": Status.WRITTEN, "改进情况": Status.MISSING}
    assert told("（一）存在的主要问题\n解读单一。\n（二）改进措施\n加强培训。", "s5") == {
        "主要问题": Status.WRITTEN,
        "改进情况": Status.WRITTEN,
    }


def test_a_section_with_a_table_has_no_outline() -> None:
    assert outline(report_of("x", "s3"), "s3") == ()


LINES = st.sampled_from(
    [
        "（一）主动公开。发布12条。",
        "（二）监督保障",
        "（三）平台建设：运行平稳。",
        "督导检查。",
        "",
        "（二）其他情况",
        "依申请公开情况。没有。",
    ]
)


@given(st.lists(LINES, max_size=6), st.sampled_from(ASPECTS))
def test_what_is_begun_stands_there_and_nothing_else_is_lost(lines: list[str], topic: Topic) -> None:
    last = edits.set_text(Report(unit="云溪县水务局", year=2025), "s1", "\n".join(lines))
    draft = edits.carry_over(last)
    now = begin(draft, "s1", topic)
    assert item_of(now, topic.name).status is not Status.MISSING
    assert len(now.stale_sentences("s1")) >= len(draft.stale_sentences("s1"))
    kept = iter(ORDINAL.sub("", line) for line in now.text("s1").split("\n"))
    assert all(ORDINAL.sub("", line) in kept for line in lines if line)
