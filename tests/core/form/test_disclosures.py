"""How the blocks of table 2 become one table."""

from core.cells import CellKind
from core.form.disclosures import table_2
from core.form.layout import Column, Row, Span

A, B = Column("a", "甲"), Column("b", "乙")
TABLE = table_2("t2", (("一项", (A, B), (Row("x", "行", "行"),)), ("二项", (B,), (Row("y", "列", "列"),))), {})


def test_each_block_has_a_caption_and_a_line_of_heads_above_its_rows() -> None:
    assert [(label.span.row, label.text) for label in TABLE.labels] == [
        *((0, "一项"), (1, "信息内容"), (1, "甲"), (1, "乙"), (2, "行")),
        *((3, "二项"), (4, "信息内容"), (4, "乙"), (5, "列")),
    ]


def test_the_last_column_takes_what_is_left_of_the_width() -> None:
    assert [slot.span for slot in TABLE.slots] == [Span(2, 1), Span(2, 2, 1, 2), Span(5, 1, 1, 3)]


def test_a_column_may_hold_something_else_than_counts() -> None:
    kinds = [
        cell.kind for cell in table_2("t2", (("一项", (A, B), (Row("x", "行", "行"),)),), {B: CellKind.MONEY}).cells
    ]
    assert kinds == [CellKind.COUNT, CellKind.MONEY]
