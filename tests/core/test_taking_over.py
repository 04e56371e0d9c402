"""Taking a paragraph of last year's text into this year's."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.report import Report
from core.taking_over import take_paragraph

THEN = "总的说明。\n（一）主动公开。发布12条。\n（二）监督保障。培训2次。"


def beside(now: str, then: str = THEN) -> Report:
    last = edits.set_text(Report(year=2025), "s1", then)
    return replace(edits.set_text(Report(year=2026), "s1", now), last_year=last)


def stale(report: Report) -> list[str]:
    text = report.text("s1")
    return [text[each.start : each.start + each.length] for each in report.stale_sentences("s1")]


def test_it_takes_the_place_of_its_counterpart_and_is_still_to_be_updated() -> None:
    now = take_paragraph(beside("我局的说明。\n（一）主动公开。发布15条。"), "s1", 1)
    assert now.text("s1") == "我局的说明。\n（一）主动公开。发布12条。"
    assert stale(now) == ["发布12条。"]


def test_without_a_counterpart_it_goes_behind_the_paragraph_before_it() -> None:
    now = take_paragraph(beside("总的说明。\n（一）主动公开。发布15条。\n新的结尾。"), "s1", 2)
    assert now.text("s1") == "总的说明。\n（一）主动公开。发布15条。\n（二）监督保障。培训2次。\n新的结尾。"


def test_an_empty_text_begins_with_it() -> None:
    assert take_paragraph(beside(""), "s1", 2).text("s1") == "（二）监督保障。培训2次。"


def test_a_number_that_follows_the_table_follows_this_years() -> None:
    now = take_paragraph(beside("", "新收{新收总计}件。"), "s1", 0)
    assert now.texts["s1"] == "新收{t3.new_requests.total}件。"
    assert len(stale(now)) == 1


def test_without_last_years_report_or_such_a_paragraph_nothing_changes() -> None:
    report = beside("总的说明。")
    assert take_paragraph(report, "s1", 9) is report
    assert take_paragraph(Report(), "s1", 0) == Report()


PARTS = st.lists(
    st.sampled_from(["总的说明。", "（一）主动公开。发布12条。", "（一）主动公开。发布15条。", "", "培训2次。"]),
    max_size=5,
)


@given(PARTS, PARTS, st.integers(0, 4))
def test_what_is_taken_stands_in_the_text_and_only_its_counterpart_is_gone(
    then: list[str], now: list[str], line: int
) -> None:
    before = beside("\n".join(now), "\n".join(then))
    after = take_paragraph(before, "s1", line)
    if line < len(then) and then[line]:
        assert then[line] in after.text("s1").split("\n")
    lines = after.text("s1").split("\n")
    assert sum(each in lines for each in now) >= len([each for each in now if each]) - 1
