"""Format F2019 against the notice: labels, places and sums of what it does not share with F2021 (domain.md C)."""

from collections import Counter

from core.cells import CellKind
from core.form import F2019, F2021
from core.form.f2019 import MARKERS
from core.form.layout import Span

L2, T3, T4 = F2019.tables

L2_LABELS = """
0 0 1 4 第二十条第（一）项
1 0 1 1 信息内容
1 1 1 1 本年新制作数量
1 2 1 1 本年新公开数量
1 3 1 1 对外公开总数量
2 0 1 1 规章
3 0 1 1 规范性文件
4 0 1 4 第二十条第（五）项
5 0 1 1 信息内容
5 1 1 1 上一年项目数量
5 2 1 1 本年增/减
5 3 1 1 处理决定数量
6 0 1 1 行政许可
7 0 1 1 其他对外管理服务事项
8 0 1 4 第二十条第（六）项
9 0 1 1 信息内容
9 1 1 1 上一年项目数量
9 2 1 1 本年增/减
9 3 1 1 处理决定数量
10 0 1 1 行政处罚
11 0 1 1 行政强制
12 0 1 4 第二十条第（八）项
13 0 1 1 信息内容
13 1 1 1 上一年项目数量
13 2 1 2 本年增/减
14 0 1 1 行政事业性收费
15 0 1 4 第二十条第（九）项
16 0 1 1 信息内容
16 1 1 1 采购项目数量
16 2 1 2 采购总金额
17 0 1 1 政府集中采购
"""


def test_no_marker_of_the_old_format_is_printed_in_the_new_one() -> None:
    labels = "".join(label.text for table in F2021.tables for label in table.labels)
    assert [marker for marker in MARKERS if marker in labels] == []


def test_every_marker_is_printed_in_the_old_format() -> None:
    labels = "".join(label.text for label in L2.labels)
    assert all(marker in labels for marker in MARKERS)


def test_table_2_is_printed_as_the_notice_prints_it() -> None:
    places = {(label.span, label.text) for label in L2.labels}
    written = [line.split(" ", 4) for line in L2_LABELS.strip().splitlines()]
    assert places == {(Span(*map(int, numbers)), text) for *numbers, text in written}


def test_labels_and_values_tile_the_printed_grids_without_gap_or_overlap() -> None:
    for table, rows, columns in ((L2, 18, 4), (T3, 26, 10)):
        spans = [label.span for label in table.labels] + [slot.span for slot in table.slots]
        squares = Counter(
            (row, column)
            for span in spans
            for row in range(span.row, span.row + span.rows)
            for column in range(span.column, span.column + span.columns)
        )
        assert squares == Counter((row, column) for row in range(rows) for column in range(columns))


def test_the_values_of_table_2_are_named_as_the_old_notice_asks_for_them() -> None:
    assert [cell.id for cell in L2.cells] == [
        *(f"l2.{row}.{c}" for row in ("regulations", "normative_docs") for c in DOCUMENTS),
        *(f"l2.{row}.{c}" for row in ("licensing", "other_services", "penalties", "coercion") for c in ITEMS),
        *("l2.admin_fees.items_prev", "l2.admin_fees.items_delta", "l2.procurement.items", "l2.procurement.amount"),
    ]


DOCUMENTS = ("newly_made", "newly_published", "published_total")
ITEMS = ("items_prev", "items_delta", "decisions")


def test_only_changes_carry_a_sign_and_only_the_purchases_are_money() -> None:
    kinds = Counter(cell.kind for cell in F2019.cells.values())
    assert (kinds[CellKind.CHANGE], kinds[CellKind.MONEY], kinds[CellKind.MONEY_WAN]) == (5, 1, 0)


def test_table_3_has_the_rows_of_2021_with_one_row_for_the_other_ways() -> None:
    rows = [row.id for row in T3.rows]
    assert (len(rows), len(T3.cells), rows[-3:]) == (23, 161, ["other_all", "total_handled", "carried_forward"])
    assert rows[:20] == [row.id for row in F2021.table("t3").rows][:20]
    assert next(label.span.rows for label in T3.labels if label.upright) == 20


def test_the_sums_of_table_3_take_the_one_row_in() -> None:
    assert Counter(e.code for e in F2019.equations) == {"A01": 23, "A02": 7, "A03": 7, "A04": 3}
    (column,) = [e for e in F2019.equations if e.code == "A02" and e.subject == "自然人"]
    assert column.left[-1] == "t3.other_all.natural"
    assert len(column.left) == 19


def test_table_4_and_the_headings_are_those_of_2021() -> None:
    assert T4 is F2021.table("t4")
    assert [s.heading for s in F2019.sections] == [s.heading for s in F2021.sections]
    assert F2019.section("s2").table == "l2"
