"""When a table without cells is sure."""

from collections.abc import Sequence

import pytest

from core.form import F2021
from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.proofs import agrees, is_proved
from core.importers.recogniser.readings import Reading
from core.importers.recogniser.recognise import recognise

T2 = ("规章  1  2  3", "行政规范性文件  -  5  6", "行政许可  7", "行政处罚  8", "行政强制  0", "行政事业性收费  1.5")
T4 = "1  0  0  2  3  0  0  0  0  0  0  1  0  0  1"


def proved(table: str, lines: Sequence[str], rows: Sequence[tuple[str, ...]]) -> bool:
    form = F2021.table(table)
    columns = [
        [cell.id.split(".")[2] for cell in F2021.cells.values() if cell.id.startswith(f"{table}.{row.id}.")]
        for row in form.rows
    ]
    readings = [
        Reading(dict(zip(names, values, strict=True))).named(table, row.id, at)
        for at, (row, names, values) in enumerate(zip(form.rows, columns, rows, strict=False))
    ]
    flat = lines_of(Extract(tuple(map(Paragraph, lines)), lines=True))
    return is_proved(table, flat, readings, F2021)


def t2_rows() -> list[tuple[str, ...]]:
    return [tuple(line.split()[1:]) for line in T2]


def t4_rows(line: str) -> list[tuple[str, ...]]:
    values = line.split()
    return [tuple(values[start : start + 5]) for start in (0, 5, 10)]


def test_rows_that_stand_whole_on_their_lines_are_sure() -> None:
    assert proved("t2", T2, t2_rows())


def test_sums_that_agree_are_sure() -> None:
    assert proved("t4", [T4], t4_rows(T4))


def test_sums_that_are_off_are_not_sure() -> None:
    off = T4.replace("3", "4", 1)
    assert not proved("t4", [off], t4_rows(off))


def test_a_total_for_no_numbers_is_not_sure() -> None:
    odd = " ".join(["-"] * 4 + ["3"] + ["0"] * 10)
    assert not proved("t4", [odd], t4_rows(odd))


def test_a_value_that_slipped_to_the_next_line_is_not_sure() -> None:
    slipped = ("规章  1  3", "2", *T2[1:])
    assert not proved("t2", slipped, [("1", "3", "2"), *t2_rows()[1:]])


@pytest.mark.parametrize("rest", ["18", "69/4件  32/2"])
def test_digits_left_over_are_not_sure(rest: str) -> None:
    assert not proved("t4", [T4, rest], t4_rows(T4))


def test_a_missing_row_is_not_sure() -> None:
    assert not proved("t2", T2[:-1], t2_rows()[:-1])


def test_a_torn_number_is_not_sure() -> None:
    torn = T4.replace("3", "0/3", 1)
    assert not proved("t4", [torn], t4_rows(torn))


def test_a_row_with_a_doubt_is_not_sure() -> None:
    reading = Reading({}, reason="对不上列").named("t2", "regulations", 0)
    assert not is_proved("t2", (), [reading], F2021)


@pytest.mark.parametrize(
    ("second", "where"), [(T2[1], set()), (T2[1].replace("5", "", 1), {"t2", "t2.normative_docs"})]
)
def test_a_table_of_a_page_that_is_not_sure_is_doubted_as_a_whole(second: str, where: set[str]) -> None:
    heads = ("二、主动公开政府信息情况", "信息内容  本年制发件数  本年废止件数  现行有效件数")
    printed = tuple(map(Paragraph, (*heads, T2[0], second, *T2[2:])))
    found = recognise(Extract(printed, lines=True, pages=1))
    assert {doubt.where for doubt in found.doubts if doubt.where.startswith("t2")} == where
    typed = recognise(Extract(printed, lines=True))
    assert {doubt.where for doubt in typed.doubts if doubt.where.startswith("t2")} == where - {"t2"}


def copied(*lines: str) -> set[str]:
    """Return the doubts about whole tables in the text of a page, its table 2 whole."""
    blocks = tuple(
        Paragraph(line) for line in ("二、主动公开政府信息情况", *lines, "五、存在的主要问题及改进情况", "无。")
    )
    return {doubt.where for doubt in recognise(Extract(blocks, lines=True)).doubts if "格线" in doubt.reason}


HEADS_T2 = ("信息内容  本年制发件数  本年废止件数  现行有效件数",)
TORN_ROW = ("1.申请人无正当理由逾期", "不补正、行政机关不再处", "理其政府信息公开申请", "0  0  0  0  0  0  0")


def test_a_table_copied_whole_line_by_line_is_sure() -> None:
    assert copied(*HEADS_T2, *T2) == set()


def test_a_table_copied_with_its_labels_torn_is_doubted_unless_its_sums_prove_it() -> None:
    torn = ("三、收到和处理政府信息公开申请情况", "一、本年新收政府信息公开申请数量  1  0  0  0  0  0  1", *TORN_ROW)
    assert copied(*HEADS_T2, *T2, *torn) == {"t3"}


def test_a_blank_cell_leaves_no_trace_in_a_table_whose_labels_are_torn() -> None:
    torn = ("三、收到和处理政府信息公开申请情况", "一、本年新收政府信息公开申请数量  1  0  0  0  0  0  1", *TORN_ROW)
    assert copied(*HEADS_T2, *T2[:2], "行政许可", *T2[3:], *torn) == {"t2", "t3"}


def test_values_that_stand_before_their_labels_doubt_the_table() -> None:
    before = (
        "规章",
        "1",
        "2",
        "3",
        "行政规范性文件",
        "4",
        "5",
        "6",
        "7",
        "行政许可",
        "8",
        "行政处罚",
        "行政强制",
        "行政事业性收费",
    )
    assert copied(*HEADS_T2, *before) == {"t2"}


def flat_t3(**other: str) -> list[Reading]:
    columns = ("natural", "business", "research", "public_welfare", "legal_service", "other_org", "total")
    given = {"new_requests": "3 0 0 0 0 0 3", "granted": "3 0 0 0 0 0 3", "total_handled": "3 0 0 0 0 0 3", **other}
    return [
        Reading(dict(zip(columns, given.get(row.id, "0 0 0 0 0 0 0").split(), strict=True))).named("t3", row.id, at)
        for at, row in enumerate(F2021.table("t3").rows)
    ]


def test_sums_both_ways_prove_a_torn_table() -> None:
    assert agrees("t3", flat_t3(), F2021)


def test_values_that_changed_rows_or_columns_prove_nothing() -> None:
    assert not agrees("t3", flat_t3(granted="0 3 0 0 0 0 3"), F2021)
    assert not agrees("t3", flat_t3(new_requests="2 0 0 0 0 0 2"), F2021)
    assert not agrees("t3", flat_t3()[1:], F2021)
