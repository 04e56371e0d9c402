"""Format F2021 against the notice: every label, place and sum is written out here once more (domain.md B)."""

from collections import Counter

import pytest

from core.cells import CellKind
from core.form import F2021
from core.form.layout import Label, Role, SectionKind, Span, Table

T2, T3, T4 = F2021.tables

T2_LABELS = """
0 0 1 4 第二十条第（一）项
1 0 1 1 信息内容
1 1 1 1 本年制发件数
1 2 1 1 本年废止件数
1 3 1 1 现行有效件数
2 0 1 1 规章
3 0 1 1 行政规范性文件
4 0 1 4 第二十条第（五）项
5 0 1 1 信息内容
5 1 1 3 本年处理决定数量
6 0 1 1 行政许可
7 0 1 4 第二十条第（六）项
8 0 1 1 信息内容
8 1 1 3 本年处理决定数量
9 0 1 1 行政处罚
10 0 1 1 行政强制
11 0 1 4 第二十条第（八）项
12 0 1 1 信息内容
12 1 1 3 本年收费金额（单位：万元）
13 0 1 1 行政事业性收费
"""

T3_LABELS = """
0 0 3 3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
0 3 1 7 申请人情况
1 3 2 1 自然人
1 4 1 5 法人或其他组织
1 9 2 1 总计
2 4 1 1 商业企业
2 5 1 1 科研机构
2 6 1 1 社会公益组织
2 7 1 1 法律服务机构
2 8 1 1 其他
3 0 1 3 一、本年新收政府信息公开申请数量
4 0 1 3 二、上年结转政府信息公开申请数量
5 0 22 1 三、本年度办理结果
5 1 1 2 （一）予以公开
6 1 1 2 （二）部分公开（区分处理的，只计这一情形，不计其他情形）
7 1 8 1 （三）不予公开
7 2 1 1 1.属于国家秘密
8 2 1 1 2.其他法律行政法规禁止公开
9 2 1 1 3.危及“三安全一稳定”
10 2 1 1 4.保护第三方合法权益
11 2 1 1 5.属于三类内部事务信息
12 2 1 1 6.属于四类过程性信息
13 2 1 1 7.属于行政执法案卷
14 2 1 1 8.属于行政查询事项
15 1 3 1 （四）无法提供
15 2 1 1 1.本机关不掌握相关政府信息
16 2 1 1 2.没有现成信息需要另行制作
17 2 1 1 3.补正后申请内容仍不明确
18 1 5 1 （五）不予处理
18 2 1 1 1.信访举报投诉类申请
19 2 1 1 2.重复申请
20 2 1 1 3.要求提供公开出版物
21 2 1 1 4.无正当理由大量反复申请
22 2 1 1 5.要求行政机关确认或重新出具已获取信息
23 1 3 1 （六）其他处理
23 2 1 1 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
24 2 1 1 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
25 2 1 1 3.其他
26 1 1 2 （七）总计
27 0 1 3 四、结转下年度继续办理
"""

T4_LABELS = """
0 0 1 5 行政复议
0 5 1 10 行政诉讼
1 0 2 1 结果维持
1 1 2 1 结果纠正
1 2 2 1 其他结果
1 3 2 1 尚未审结
1 4 2 1 总计
1 5 1 5 未经复议直接起诉
1 10 1 5 复议后起诉
2 5 1 1 结果维持
2 6 1 1 结果纠正
2 7 1 1 其他结果
2 8 1 1 尚未审结
2 9 1 1 总计
2 10 1 1 结果维持
2 11 1 1 结果纠正
2 12 1 1 其他结果
2 13 1 1 尚未审结
2 14 1 1 总计
"""

T3_ROWS = [
    "new_requests",
    "carried_in",
    "granted",
    "partial",
    "denied_state_secret",
    "denied_law_forbidden",
    "denied_safety_stability",
    "denied_third_party",
    "denied_internal_affairs",
    "denied_process_info",
    "denied_enforcement_file",
    "denied_admin_query",
    "unable_not_held",
    "unable_needs_creation",
    "unable_unclear",
    "rejected_petition",
    "rejected_duplicate",
    "rejected_publication",
    "rejected_excessive",
    "rejected_reconfirm",
    "other_no_correction",
    "other_unpaid_fee",
    "other_misc",
    "total_handled",
    "carried_forward",
]
PERSONS = ["natural", "business", "research", "public_welfare", "legal_service", "other_org"]
RESULTS = T3_ROWS[2:23]


def written_out(labels: str) -> list[Label]:
    found = []
    for line in labels.strip().splitlines():
        row, column, rows, columns, text = line.split(" ", 4)
        found.append(Label(Span(int(row), int(column), int(rows), int(columns)), text, Role.HEAD))
    return found


@pytest.mark.parametrize(("table", "labels"), [(T2, T2_LABELS), (T3, T3_LABELS), (T4, T4_LABELS)])
def test_every_label_stands_where_the_notice_prints_it_character_by_character(table: Table, labels: str) -> None:
    def places(some: list[Label]) -> set[tuple[Span, str]]:
        return {(label.span, label.text) for label in some}

    assert places(list(table.labels)) == places(written_out(labels))
    assert len(table.labels) == len(written_out(labels))


@pytest.mark.parametrize(("table", "rows", "columns"), [(T2, 14, 4), (T3, 28, 10), (T4, 4, 15)])
def test_labels_and_values_tile_the_printed_grid_without_gap_or_overlap(table: Table, rows: int, columns: int) -> None:
    spans = [label.span for label in table.labels] + [slot.span for slot in table.slots]
    squares = Counter(
        (row, column)
        for span in spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
    )
    assert squares == Counter((row, column) for row in range(rows) for column in range(columns))
    assert (table.grid_rows, table.grid_columns) == (rows, columns)


def test_the_form_holds_200_values_of_which_34_are_computed() -> None:
    sizes = {
        table.id: (sum(not c.computed for c in table.cells), sum(c.computed for c in table.cells))
        for table in F2021.tables
    }
    assert sizes == {"t2": (10, 0), "t3": (144, 31), "t4": (12, 3)}
    assert len(F2021.cells) == 200


def test_the_values_are_named_and_ordered_as_the_notice_prints_them() -> None:
    documents = [
        f"t2.{kind}.{column}"
        for kind in ("regulations", "normative_docs")
        for column in ("issued", "repealed", "in_force")
    ]
    decisions = ["t2.licensing.decisions", "t2.penalties.decisions", "t2.coercion.decisions"]
    requests = [f"t3.{row}.{column}" for row in T3_ROWS for column in [*PERSONS, "total"]]
    cases = [
        f"t4.{group}.{outcome}"
        for group in ("review", "lawsuit_direct", "lawsuit_after_review")
        for outcome in ("upheld", "corrected", "other", "pending", "total")
    ]
    assert list(F2021.cells) == [*documents, *decisions, "t2.admin_fees.amount_wan", *requests, *cases]


def test_every_value_is_printed_once_in_its_row_and_column() -> None:
    for table in F2021.tables:
        assert [slot.cell for slot in table.slots] == [cell.id for cell in table.cells]
    assert T2.spans[T2.cells[0].id] == Span(2, 1)
    assert T2.spans[T2.cells[6].id] == Span(6, 1, 1, 3)
    assert T3.spans[T3.cells[0].id] == Span(3, 3)
    assert T3.spans[T3.cells[174].id] == Span(27, 9)
    assert T4.spans[T4.cells[14].id] == Span(3, 14)


def test_only_the_fee_is_an_amount_of_money() -> None:
    money = [cell.id for cell in F2021.cells.values() if cell.kind is CellKind.MONEY_WAN]
    assert money == ["t2.admin_fees.amount_wan"]


def test_there_are_25_row_sums_7_column_sums_7_balances_and_3_case_sums() -> None:
    assert Counter(e.code for e in F2021.equations) == {"A01": 25, "A02": 7, "A03": 7, "A04": 3}


def test_each_row_sum_adds_the_six_kinds_of_applicants() -> None:
    rows = [e for e in F2021.equations if e.code == "A01"]
    assert {e.right: e.left for e in rows} == {
        (f"t3.{row}.total",): tuple(f"t3.{row}.{column}" for column in PERSONS) for row in T3_ROWS
    }


def test_each_column_sum_adds_the_21_results() -> None:
    columns = [e for e in F2021.equations if e.code == "A02"]
    assert {e.right: e.left for e in columns} == {
        (f"t3.total_handled.{column}",): tuple(f"t3.{row}.{column}" for row in RESULTS)
        for column in [*PERSONS, "total"]
    }


def test_each_balance_sets_intake_against_handled_and_carried_forward() -> None:
    assert [(e.left, e.right, e.fills) for e in F2021.equations if e.code == "A03"] == [
        (
            (f"t3.new_requests.{column}", f"t3.carried_in.{column}"),
            (f"t3.total_handled.{column}", f"t3.carried_forward.{column}"),
            None,
        )
        for column in [*PERSONS, "total"]
    ]


def test_each_case_sum_adds_four_outcomes() -> None:
    cases = [e for e in F2021.equations if e.code == "A04"]
    assert [(e.left, e.right) for e in cases] == [
        (tuple(f"t4.{group}.{o}" for o in ("upheld", "corrected", "other", "pending")), (f"t4.{group}.total",))
        for group in ("review", "lawsuit_direct", "lawsuit_after_review")
    ]


def test_every_computed_cell_is_filled_once_and_after_its_terms() -> None:
    filled: set[str] = set()
    for total, terms in F2021.filling:
        waiting = {term for term in terms if F2021.cells[term].computed}
        assert waiting <= filled
        assert total not in filled
        filled.add(total)
    assert filled == {cell.id for cell in F2021.cells.values() if cell.computed}


def test_the_six_headings_are_those_of_the_notice() -> None:
    assert [section.heading for section in F2021.sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    tables = [section.id for section in F2021.sections if section.kind is SectionKind.TABLE]
    assert tables == ["s2", "s3", "s4"]
    assert F2021.basis == "国办公开办函〔2021〕30号"
    assert F2021.id == "F2021"


def test_no_label_holds_a_half_width_bracket_or_quotation_mark() -> None:
    words = [label.text for table in F2021.tables for label in table.labels]
    words += [section.heading for section in F2021.sections]
    assert [text for text in words if set(text) & set("()\"',:")] == []
