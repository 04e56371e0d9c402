"""Grids between ruling lines: what a person drew is read back, whatever is merged."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.importers.extract import Grid
from core.importers.pdf import reader as pdf
from core.importers.pdf.grids import grids_of, nearest
from core.importers.pdf.rules import Drawn
from tests.core.importers.drawn_papers import Cell, plain_cells, table
from tests.core.importers.drawn_papers import pdf as write_pdf

ROWS, COLUMNS = 5, 4


@st.composite
def any_cells(draw: st.DrawFn) -> list[Cell]:
    """Cells that tile a grid, cut at random; each row and column of the grid is begun by some cell."""
    free = {(row, column) for row in range(ROWS) for column in range(COLUMNS)}
    cells: list[Cell] = []
    while free:
        row, column = min(free)
        wide = 1
        while (row, column + wide) in free and draw(st.booleans()):
            wide += 1
        high = 1
        while all((row + high, column + place) in free for place in range(wide)) and draw(st.booleans()):
            high += 1
        free -= {(row + down, column + along) for down in range(high) for along in range(wide)}
        cells.append((row, column, high, wide, draw(st.text("甲乙丙丁0123456789", max_size=9))))
    return cells


def grids(path: Path) -> list[Grid]:
    return [block for block in pdf.read(path).blocks if isinstance(block, Grid)]


def anchored(cells: list[Cell]) -> list[Cell]:
    """A frame of cells around, so that every row and column of the grid has edges of its own."""
    frame = [(row, 0, 1, 1, f"行{row}") for row in range(1, ROWS + 1)]
    head = [(0, column, 1, 1, f"列{column}") for column in range(COLUMNS + 1)]
    return [*head, *frame, *((row + 1, column + 1, high, wide, text) for row, column, high, wide, text in cells)]


@given(any_cells())
def test_a_drawn_grid_with_any_merged_cells_is_read_back(cells: list[Cell]) -> None:
    drawn = anchored(cells)
    want: list[list[str | None]] = [[None] * (COLUMNS + 1) for _ in range(ROWS + 1)]
    for row, column, _, _, text in drawn:
        want[row][column] = text
    with TemporaryDirectory() as folder:
        path = write_pdf(Path(folder) / "表.pdf", lambda canvas: table(canvas, drawn, widths=(70,) * (COLUMNS + 1)))
        (grid,) = grids(path)
    assert [list(row) for row in grid.rows] == want


def test_a_table_open_at_its_sides_keeps_its_outer_columns(tmp_path: Path) -> None:
    rows = [["项目", "件数", "合计"], ["规章", "3", "12"]]
    path = write_pdf(tmp_path / "表.pdf", lambda canvas: table(canvas, plain_cells(rows), open_sides=True))
    (grid,) = grids(path)
    assert [list(row) for row in grid.rows] == rows


def test_a_label_that_stands_upright_in_a_narrow_cell_is_one_word(tmp_path: Path) -> None:
    cells: list[Cell] = [(0, 0, 4, 1, "三本年度办"), *((row, 1, 1, 1, str(row)) for row in range(4))]
    path = write_pdf(tmp_path / "表.pdf", lambda canvas: table(canvas, cells, widths=(24, 80)))
    assert grids(path)[0].rows[0][0] == "三本年度办"


def test_a_number_wider_than_its_cell_goes_to_one_cell_whole(tmp_path: Path) -> None:
    def page(canvas: object) -> None:
        table(canvas, plain_cells([["甲", "", "乙"]]), widths=(60, 30, 60))
        canvas.drawString(108, 842 - 112, "1234567")  # type: ignore[attr-defined]  # of the canvas

    assert grids(write_pdf(tmp_path / "表.pdf", page))[0].rows[0] == ("甲", "1234567", "乙")


def test_a_frame_around_words_is_no_table(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "框.pdf",
        lambda canvas: table(
            canvas, [(0, 0, 1, 1, "方框里的一句话，写得长一些，够三十个字才算有文字，所以再写几个字")], widths=(400,)
        ),
    )
    assert grids(path) == []


def test_every_cell_tells_its_place_on_the_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "表.pdf", lambda canvas: table(canvas, plain_cells([["甲", "乙"], ["丙", "丁"]])))
    box = grids(path)[0].boxes[1, 0]
    assert (box.page, round(box.left), round(box.top), round(box.right), round(box.bottom)) == (0, 60, 124, 140, 148)


def test_more_lines_than_any_table_has_are_too_many() -> None:
    drawn = Drawn(across=[(place * 4.0, 0, 500) for place in range(2000)], down=[(0.0, 0, 8000)])
    assert grids_of(drawn, [], 0) == ([], [])
    assert drawn.too_many


def test_the_nearest_of_several_places_is_found_on_both_sides() -> None:
    assert [nearest((0, 10, 20), at) for at in (-5, 4, 6, 19, 40)] == [0, 0, 1, 2, 2]
