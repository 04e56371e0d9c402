from dataclasses import replace

from core import edits
from core.cells import CellId, parse
from core.form import F2021
from core.report import Report
from ui.matrix import equations
from ui.matrix.equations import equations_for, sentence, spoken

T3, T4 = F2021.table("t3"), F2021.table("t4")
COLUMN = {"new_requests": "12", "carried_in": "3", "granted": "9", "unable_not_held": "4", "carried_forward": "1"}


def filled(**changes: str) -> Report:
    """Table 3 with one column as in COLUMN and 0 elsewhere."""
    raws = {CellId(f"t3.{row}.natural"): raw for row, raw in {**COLUMN, **changes}.items()}
    return edits.fill_rest(edits.set_cells(Report(), raws), "t3")


def plain(report: Report, table_cell: str, nth: int = 0) -> str:
    table = T4 if table_cell.startswith("t4") else T3
    equation = equations_for(table, CellId(table_cell))[nth]
    return " ".join(equations.plain(sentence(report, equation, 8)).split())


def test_the_column_is_weighed_in_the_words_of_the_form() -> None:
    assert plain(filled(), "t3.granted.natural") == "自然人：一 12 ＋ 二 3 ＝ 15 ≠ 三(七) 13 ＋ 四 1 ＝ 14 ▲ 差 1 件"


def test_a_column_that_balances_says_so() -> None:
    assert plain(filled(granted="10"), "t3.granted.natural").endswith("＝ 三(七) 14 ＋ 四 1 ＝ 15 ✓ 平")


def test_a_column_with_blanks_says_how_many_are_left() -> None:
    report = edits.clear(filled(), [CellId("t3.granted.natural"), CellId("t3.carried_in.natural")])
    assert plain(report, "t3.granted.natural").endswith("○ 还有 2 格没有填数")
    assert "二 □" in plain(report, "t3.granted.natural")


def test_the_second_line_is_the_sum_that_the_cell_belongs_to() -> None:
    assert plain(filled(), "t3.new_requests.business", 1).startswith("一：自然人 12 ＋ 商业 0")


def test_of_a_long_sum_only_what_is_not_zero_is_named() -> None:
    assert (
        plain(filled(), "t3.total_handled.natural", 1)
        == "自然人：三(一) 9 ＋ 三(四)1 4 ＋ 其余 19 项都是 0 ＝ 三(七) 13 ✓ 已合计"
    )


def test_a_group_of_table_4_is_summed() -> None:
    report = edits.fill_rest(edits.set_cell(Report(), CellId("t4.review.upheld"), "2"), "t4")
    assert plain(report, "t4.review.pending") == "行政复议：维持 2 ＋ 纠正 0 ＋ 其他 0 ＋ 未审结 0 ＝ 总计 2 ✓ 已合计"


def test_a_total_that_the_file_prints_otherwise_is_named() -> None:
    report = replace(filled(), printed={CellId("t3.new_requests.total"): parse("13")})
    assert plain(report, "t3.new_requests.total", 1).endswith("＝ 总计 12 ▲ 原表印 13")


def test_how_it_stands_is_said_in_plain_words() -> None:
    equation = equations_for(T3, CellId("t3.granted.natural"))[0]
    assert spoken(filled(), equation) == "自然人：差 1 件"
    assert spoken(filled(granted="10"), equation) == "自然人：平"


def test_every_term_leads_to_its_cell() -> None:
    equation = equations_for(T3, CellId("t3.granted.natural"))[0]
    led = {piece.cell for piece in sentence(filled(), equation, 8) if piece.cell}
    assert led == set(equation.cells)
