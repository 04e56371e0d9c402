"""How a report stands before the final act."""

from dataclasses import replace
from pathlib import Path

from core import edits
from core.cells import CellId
from core.checks import catalogue
from core.exporters.check_number import check_number
from core.finding import Finding
from core.report import Final, Report
from tests.examples import TEXTS, column, filled
from ui.final.case import MOST_OPEN, Case, case_of, final_words

WHOLE = replace(filled(column("natural", new=2, granted=2)), texts=TEXTS)


def case(report: Report) -> Case:
    return case_of(report, catalogue.run(report), Path("下"))


def test_a_report_that_holds_may_go_on_into_a_folder_of_its_own() -> None:
    told = case(WHOLE)
    assert told.may_go_on
    assert told.asks_particulars
    assert told.head.endswith("可以定稿。")
    assert told.folder == Path("下") / "青禾县林业局2024年政府信息公开工作年度报告（定稿）"
    assert told.open_lines == ()


def test_what_stands_in_the_way_is_listed_each_with_its_place() -> None:
    report = edits.clear(replace(filled(column("natural", new=3, granted=2)), texts={**TEXTS, "s6": ""}), ())
    report = edits.set_cell(report, CellId("t2.penalties.decisions"), "")
    told = case(report)
    assert not told.may_go_on
    assert told.head == f"▲ 还有 {len(told.places)} 处必须改好或说明原因，才能定稿。"
    assert [words for _, words in told.open_lines][:2] == ["表二还有 1 格没有填", "“六、其他需要报告的事项”还没有写"]
    assert told.places[:2] == (("s2", "t2.penalties.decisions"), ("s6", "s6"))
    assert "A03" in [place.code for place in told.places if isinstance(place, Finding)]
    assert told.warning_lines == ()


def test_words_still_to_be_brought_up_to_date_are_told_once_and_not_as_errors_too() -> None:
    old = "全年新收政府信息公开申请9件。"
    report = replace(WHOLE, texts={**TEXTS, "s1": f"{old}工作有序。"})
    as_this_year = case(report)
    assert [place.section for place in as_this_year.places if isinstance(place, Finding)] == ["s1"]
    told = case(replace(report, carried={"s1": frozenset({old})}))
    assert [words for _, words in told.open_lines] == ["“一、总体情况”还有 1 句是上年的文字，待更新"]
    assert not told.may_go_on


def test_of_many_the_rest_is_counted() -> None:
    told = case(replace(filled({f"t3.{row}.natural": "x" for row in _ROWS}), texts=TEXTS))
    assert len(told.open_lines) == MOST_OPEN + 1
    assert told.open_lines[-1][1].startswith("还有 ")
    assert len(told.places) > MOST_OPEN


def test_warnings_are_shown_and_may_stand() -> None:
    told = case(edits.set_cell(WHOLE, CellId("t2.normative_docs.issued"), "5"))
    assert told.may_go_on
    assert told.head == "● 可以定稿，还有 1 处要说明。"
    assert [words for _, words in told.warning_lines] == [
        "“行政规范性文件”本年制发 5 件，但现行有效 0 件 + 本年废止 0 件还不到 5 件，请核对。"
    ]
    assert told.head.startswith("● ")


def test_one_that_is_final_is_only_written_again() -> None:
    final = replace(WHOLE, final=Final("苏禾", "2025-01-20", check_number(WHOLE)))
    told = case(final)
    assert told.may_go_on
    assert not told.asks_particulars
    assert told.deed.startswith("写出文件")
    assert told.head == f"✓ 已定稿：2025年1月20日，经办人苏禾，校验号 {check_number(WHOLE)}。"


def test_one_that_was_changed_elsewhere_is_not_written() -> None:
    told = case(replace(WHOLE, final=Final("苏禾", "2025-01-20", "3F7K-9Q2M")))
    assert not told.may_go_on
    assert "定稿时校验号 3F7K-9Q2M" in told.head


def test_a_day_that_somebody_wrote_into_the_file_otherwise_is_shown_as_it_stands() -> None:
    assert final_words(replace(WHOLE, final=Final("", "年初", "3F7K-9Q2M"))) == "年初，校验号 3F7K-9Q2M"
    assert final_words(WHOLE) == ""


_ROWS = tuple(row.id for row in filled().form.table("t3").rows if row.id != "total_handled")
