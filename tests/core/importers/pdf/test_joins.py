"""Tables cut by a page break are whole again."""

from core.importers.extract import Box
from core.importers.pdf.grids import RuledCell, RuledGrid
from core.importers.pdf.joins import goes_on, joined
from core.importers.pdf.words import PrintedLine

WIDE = 60.0


def grid(*rows: list[str | None], page: int = 0, wide: float = WIDE, high: float = 20) -> RuledGrid:
    """A table; None stands for a place that the cell above covers."""
    cells = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is None:
                continue
            down = 1
            while row + down < len(rows) and rows[row + down][column] is None:
                down += 1
            box = Box(page, column * wide, row * high, (column + 1) * wide, (row + down) * high)
            printed = tuple(
                PrintedLine(part, box.left + 5, box.top, box.left + 5 + 10 * len(part), box.top + 10, 10, last=10)
                for part in text.split("/")
                if part
            )
            cells.append(RuledCell(row, column, down, 1, box, printed))
    edges = tuple(wide * place for place in range(len(rows[0]) + 1))
    return RuledGrid(edges, len(rows), tuple(cells), 0, high * len(rows))


def rows(table: RuledGrid) -> list[list[str | None]]:
    found: list[list[str | None]] = [[None] * (len(table.edges) - 1) for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = cell.text
    return found


def test_rows_of_the_next_page_follow_and_repeated_heads_are_dropped() -> None:
    upper = grid(["项目", "件数"], ["甲", "1"])
    lower = grid(["项目", "件数"], ["乙", "2"], page=1)
    assert rows(joined(upper, lower)) == [["项目", "件数"], ["甲", "1"], ["乙", "2"]]


def test_a_label_cut_by_the_break_is_joined_with_its_values_above() -> None:
    joint = joined(grid(["（四）无法", "12", "3"]), grid(["提供", "", ""], page=1))
    assert rows(joint) == [["（四）无法提供", "12", "3"]]


def test_a_label_cut_by_the_break_is_joined_with_its_values_below() -> None:
    joint = joined(grid(["（四）无法", "", ""]), grid(["提供", "12", "3"], page=1))
    assert rows(joint) == [["（四）无法提供", "12", "3"]]


def test_a_label_that_moved_to_the_next_page_meets_its_values() -> None:
    joint = joined(grid(["", "12", "3"]), grid(["无法提供", "", ""], page=1))
    assert rows(joint) == [["无法提供", "12", "3"]]


def test_a_label_beside_rows_of_both_pages_is_one_cell() -> None:
    joint = joined(grid(["三本年/度办", "甲", "1"], [None, "乙", "2"]), grid(["", "丙", "3"], page=1))
    assert rows(joint) == [["三本年度办", "甲", "1"], [None, "乙", "2"], [None, "丙", "3"]]


def test_a_new_row_with_blank_values_stays_a_row() -> None:
    upper, lower = grid(["1.重复申请", "", ""]), grid(["2.其他", "", ""], page=1)
    assert rows(joined(upper, lower)) == [["1.重复申请", "", ""], ["2.其他", "", ""]]


def test_numbers_on_both_sides_of_the_break_are_never_one_number() -> None:
    joint = joined(grid(["甲", "4", "5"]), grid(["", "6", "7"], page=1))
    assert rows(joint) == [["甲", "4", "5"], ["", "6", "7"]]


def test_a_blank_row_of_values_below_heads_stays() -> None:
    joint = joined(grid(["结果/维持", "结果/纠正"]), grid(["", ""], page=1))
    assert rows(joint) == [["结果维持", "结果纠正"], ["", ""]]


def test_values_below_heads_that_fill_their_cells_are_a_row_of_their_own() -> None:
    joint = joined(grid(["结果/维持结", "结果/纠正结"]), grid(["3", "/"], page=1))
    assert rows(joint)[0] == ["结果维持结", "结果纠正结"]
    assert len(rows(joint)) == 2


def test_a_table_of_another_width_is_another_table() -> None:
    assert goes_on(grid(["甲", "1"]), grid(["乙", "2"], page=1))
    assert not goes_on(grid(["甲", "1"]), grid(["乙", "2"], wide=90, page=1))


def test_a_page_that_shows_fewer_column_edges_keeps_its_columns() -> None:
    joint = joined(grid(["甲", "1", "2", "3"]), grid(["说明", "见后"], wide=120, page=1))
    assert rows(joint) == [["甲", "1", "2", "3"], ["说明", None, "见后", None]]


def test_a_value_that_slipped_below_the_break_fills_the_blank_of_its_row() -> None:
    joint = joined(grid(["（一）予以公开", "12", "", "3"]), grid(["", "", "-", ""], page=1))
    assert rows(joint) == [["（一）予以公开", "12", "-", "3"]]


def test_a_value_without_a_label_below_a_value_stays_a_row() -> None:
    joint = joined(grid(["（一）予以公开", "12", "5", "3"]), grid(["", "", "-", ""], page=1))
    assert rows(joint) == [["（一）予以公开", "12", "5", "3"], ["", "", "-", ""]]
