"""The words of the last page."""

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.report import Report
from core.summary import Summary, summary
from ui.wizard.finish_words import columns_words, count_words, missing_words

NEW, GRANTED = CellId("t3.new_requests.natural"), CellId("t3.granted.natural")


def whole(report: Report) -> Summary:
    return summary(report, catalogue.run(report, typing=True))


def zeros() -> Report:
    report = Report(unit="云泽市统计局", year=2026)
    for table in report.form.tables:
        report = edits.fill_rest(report, table.id)
    return report


def test_columns_that_balance_are_counted() -> None:
    assert columns_words(whole(zeros())) == "✓ 7 列平。"


def test_columns_that_do_not_are_named_with_what_is_lacking() -> None:
    report = edits.set_cells(zeros(), {NEW: "12", GRANTED: "9"})
    assert columns_words(whole(report)) == "5 列平；▲ 不平：自然人差 3 件、总计差 3 件。"


def test_columns_that_are_not_filled_are_called_undecided() -> None:
    report = edits.clear(zeros(), (GRANTED,))
    assert columns_words(whole(report)) == "5 列平；有格没有数字，无法判断：自然人、总计。"


def test_where_no_column_is_filled_none_is_called_even() -> None:
    assert columns_words(whole(Report())).startswith("有格没有数字，无法判断：自然人、")


def test_what_is_missing_is_named_with_the_place_where_it_belongs() -> None:
    report = edits.set_text(edits.clear(zeros(), (GRANTED,)), "preamble", "依据条例编制。")
    assert missing_words(whole(report), report) == [
        ("表三还有 1 格没有填", "s3", GRANTED),
        ("“一、总体情况”还没有写", "s1", "s1"),
        ("“五、存在的主要问题及改进情况”还没有写", "s5", "s5"),
        ("“六、其他需要报告的事项”还没有写", "s6", "s6"),
    ]


def test_a_report_without_a_name_says_so_first_and_the_preamble_belongs_to_the_cover() -> None:
    report = Report()
    assert missing_words(whole(report), report)[0] == ("单位名称或年度没有填", "cover", "")
    assert ("“前言”还没有写", "cover", "preamble") in missing_words(whole(report), report)


def test_sentences_of_last_year_are_counted() -> None:
    last = edits.set_text(zeros(), "s5", "培训不够。栏目更新不及时。")
    report = edits.carry_over(last)
    assert ("“五、存在的主要问题及改进情况”还有 2 句是上年的文字，待更新", "s5", "s5") in missing_words(
        whole(report), report
    )


def test_a_figure_of_0_is_left_out() -> None:
    count = whole(zeros()).counts[3]
    assert count_words(4, count)[0] == "4  申请办理"
    assert set(count_words(4, count)[1:3]) == {""}
