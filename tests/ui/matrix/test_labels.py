from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from core.form import F2021
from ui.matrix.geometry import measure
from ui.matrix.labels import Drawing

T3 = F2021.table("t3")


def test_the_labels_of_row_and_column_are_hot_with_all_that_are_merged_over_them(qtbot: QtBot) -> None:
    cell = next(cell for cell in T3.cells if cell.id == "t3.granted.total")
    drawing = Drawing(T3.labels, measure(T3, 860, QFont()), T3.spans[cell.id])
    assert {label.text for label in drawing.hot} == {"申请人情况", "总计", "三、本年度办理结果", "（一）予以公开"}


def test_without_a_current_cell_no_label_is_hot(qtbot: QtBot) -> None:
    assert Drawing(T3.labels, measure(T3, 860, QFont()), None).hot == ()
