"""The looks of the workbook."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from core.exporters.xlsx_book import Book
from core.exporters.xlsx_cells import put
from core.exporters.xlsx_marks import Rule, lay
from core.exporters.xlsx_styles import Lines, Look, Mark, number_format


def dressed(*looks: tuple[Look, str, bool]) -> list[Cell]:
    book = Book()
    sheet = book.sheet("甲")
    for row, (look, shown, unlocked) in enumerate(looks, start=1):
        put(sheet, row, 1, "字", book.styles.of(look, shown, unlocked=unlocked))
    found = load_workbook(BytesIO(book.packed("甲")))["甲"]
    assert isinstance(found, Worksheet)
    cells = [cell for (cell,) in found.iter_rows()]
    assert all(isinstance(cell, Cell) for cell in cells)
    return [cell for cell in cells if isinstance(cell, Cell)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12", "General"),
        ("0.5", "0.0"),
        ("72701.257801", "0.000000"),
        ("3.00", "0.00"),
        ("1E+3", "General"),
        ("98765432", "General"),
        ("987654321", "0"),
    ],
)
def test_a_number_keeps_the_digits_it_was_typed_with(value: str, shown: str) -> None:
    assert number_format(Decimal(value)) == shown
    assert number_format(None) == "General"


def test_every_look_comes_out_as_it_is_described() -> None:
    for cell, look in zip(dressed(*((look, "General", False) for look in Look)), Look, strict=True):
        style = look.value
        assert (cell.font.name, cell.font.size, bool(cell.font.bold)) == (style.font, style.size, style.bold)
        assert cell.font.color
        assert cell.font.color.rgb == f"FF{style.color[1:]}"
        assert cell.alignment.horizontal == style.horizontal
        assert bool(cell.alignment.shrink_to_fit) == style.shrink != bool(cell.alignment.wrap_text)
        assert cell.alignment.indent == style.indent
        edges = [bool(side and side.style) for side in (cell.border.left, cell.border.top, cell.border.bottom)]
        assert (
            edges == {Lines.NONE: [False] * 3, Lines.BOX: [True] * 3, Lines.BELOW: [False, False, True]}[style.border]
        )


def test_formats_and_locks_are_kept_apart_from_looks() -> None:
    cells = dressed((Look.NUMBER, "0.000000", True), (Look.NUMBER, "0", False), (Look.NUMBER, "0.0", True))
    assert [cell.number_format for cell in cells] == ["0.000000", "0", "0.0"]
    assert [cell.protection.locked for cell in cells] == [False, True, False]


def test_a_style_is_made_once() -> None:
    styles = Book().styles
    assert styles.of(Look.TEXT) is styles.of(Look.TEXT) is not styles.of(Look.TEXT, unlocked=True)
    assert styles.mark(Mark.ODD) is styles.mark(Mark.ODD) is not styles.mark(Mark.WRONG)


def test_marks_lie_over_cells_as_they_are_described() -> None:
    book = Book()
    lay(book.sheet("甲"), [Rule("A1:B2", "A1<1", mark) for mark in Mark], book.styles)
    found = load_workbook(BytesIO(book.packed("甲")))["甲"].conditional_formatting
    rules = [rule for each in found for rule in each.rules]
    assert [rule.priority for rule in rules] == [1, 2, 3]
    for rule, mark in zip(rules, Mark, strict=True):
        laid, look = mark.value, rule.dxf
        assert look.fill.bgColor.rgb == f"FF{laid.fill[1:]}"
        assert bool(look.font and look.font.b) == laid.bold
        assert (look.font.color.rgb if look.font else "") == (f"FF{laid.color[1:]}" if laid.color else "")
        assert (look.border.left.color.rgb if look.border else "") == (f"FF{laid.edge[1:]}" if laid.edge else "")


def test_columns_are_measured_by_a_font_of_every_machine() -> None:
    book = Book()
    book.sheet("甲")
    cell = load_workbook(BytesIO(book.packed("甲")))["甲"]["A1"]
    assert (cell.font.name, cell.font.size) == ("Times New Roman", 10.5)
