"""Table 3, 收到和处理政府信息公开申请情况: one row for each result, one column for each kind of applicant."""

from collections.abc import Iterator, Sequence

from core.cells import CellId
from core.form.layout import Cell, Column, Equation, Label, Role, Row, Slot, Span, Table

COLUMNS = (
    Column("natural", "自然人"),
    Column("business", "商业企业", ("商业企事业",)),
    Column("research", "科研机构"),
    Column("public_welfare", "社会公益组织"),
    Column("legal_service", "法律服务机构"),
    Column("other_org", "其他"),
    Column("total", "总计", ("合计",)),
)
"""The kinds of applicants, the total last."""

_APPLICANTS, _TOTAL = COLUMNS[:-1], COLUMNS[-1]
_RESULTS = "三、本年度办理结果"
_BALANCE_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_HEAD = 3  # lines of heads
_WIDTHS = (754, 921, 3271, *(685,) * len(COLUMNS))


def table_3(rows: Sequence[Row]) -> Table:
    """Return table 3 with these rows: 新收, 上年结转, the results, their 总计, 结转下年度."""
    total_handled = rows[-2]
    cells = tuple(
        Cell(_cell(row, column), "t3", row, column, computed=column is _TOTAL or row is total_handled)
        for row in rows
        for column in COLUMNS
    )
    slots = tuple(
        Slot(Span(line, 3 + i), _cell(row, column))
        for line, row in enumerate(rows, start=_HEAD)
        for i, column in enumerate(COLUMNS)
    )
    return Table("t3", "s3", "表三", cells, tuple(_labels(rows)), slots, _WIDTHS, _HEAD, tuple(_equations(rows)))


def _cell(row: Row, column: Column) -> CellId:
    return CellId(f"t3.{row.id}.{column.id}")


# ---------------------------------------------------------------- labels


def _labels(rows: Sequence[Row]) -> Iterator[Label]:
    yield Label(Span(0, 0, 3, 3), _BALANCE_NOTE, Role.HEAD)
    yield Label(Span(0, 3, 1, 7), "申请人情况", Role.HEAD)
    yield Label(Span(1, 3, 2), COLUMNS[0].label, Role.HEAD)
    yield Label(Span(1, 4, 1, 5), "法人或其他组织", Role.HEAD)
    yield Label(Span(1, 9, 2), _TOTAL.label, Role.HEAD)
    for i, column in enumerate(_APPLICANTS[1:]):
        yield Label(Span(2, 4 + i), column.label, Role.HEAD)
    yield Label(Span(_HEAD + 2, 0, len(rows) - 3), _RESULTS, Role.GROUP, upright=True)
    seen: set[str] = set()
    for line, row in enumerate(rows, start=_HEAD):
        if row.group:
            if row.group not in seen:
                seen.add(row.group)
                size = sum(other.group == row.group for other in rows)
                yield Label(Span(line, 1, size), row.group, Role.GROUP)
            yield Label(Span(line, 2), row.label, Role.ROW)
        elif row.address.startswith("三"):
            yield Label(Span(line, 1, 1, 2), row.label, Role.ROW)
        else:
            yield Label(Span(line, 0, 1, 3), row.label, Role.ROW)


# ---------------------------------------------------------------- sums


def _equations(rows: Sequence[Row]) -> Iterator[Equation]:
    new, carried_in, *results, handled, forward = rows
    for row in (new, carried_in, *results, forward):
        yield _row_total(row)
    for column in _APPLICANTS:
        yield _column_total(column, results, handled, fills=True)
    yield _row_total(handled)
    yield _column_total(_TOTAL, results, handled, fills=False)  # follows from the row totals; judges a printed table
    for column in COLUMNS:
        left = (_cell(new, column), _cell(carried_in, column))
        right = (_cell(handled, column), _cell(forward, column))
        yield Equation("A03", "t3", column.label, left, right)


def _row_total(row: Row) -> Equation:
    total = _cell(row, _TOTAL)
    return Equation("A01", "t3", row.label, tuple(_cell(row, c) for c in _APPLICANTS), (total,), fills=total)


def _column_total(column: Column, results: Sequence[Row], handled: Row, *, fills: bool) -> Equation:
    total = _cell(handled, column)
    terms = tuple(_cell(row, column) for row in results)
    return Equation("A02", "t3", column.label, terms, (total,), fills=total if fills else None)
