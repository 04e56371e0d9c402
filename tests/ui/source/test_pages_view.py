"""Pages as pictures."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.importers.extract import Box, Extract, Grid, Origin, Paragraph
from tests.ui.turning import turn_wheel
from ui.source.pages_view import PagesView

A4 = (595.0, 842.0)
EXTRACT = Extract(
    (
        Paragraph("标题", box=Box(0, 200, 60, 400, 80)),
        Grid(
            (("一、本年新收", "12"),),
            "第 1 个表格",
            {(0, 0): Box(2, 60, 400, 300, 420), (0, 1): Box(2, 300, 400, 360, 420)},
        ),
    ),
    pages=4,
)
asked: list[tuple[int, int]] = []


def draw(page: int, width: int, _called_off: threading.Event) -> QImage:
    asked.append((page, width))
    image = QImage(width, round(width * 842 / 595), QImage.Format.Format_RGB888)
    image.fill(QColor(10, 200, 10))
    return image


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PagesView]:
    asked.clear()
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show()
    made.show_pages((A4,) * 4, draw, EXTRACT)
    yield made
    made.clear()


def colour_at(view: PagesView, point: QPoint) -> str:
    return view.viewport().grab().toImage().pixelColor(point).name()


def test_only_pages_in_view_are_fetched_as_wide_as_they_are_shown(qtbot: QtBot, view: PagesView) -> None:
    middle = view.viewport().rect().center()
    qtbot.waitUntil(lambda: colour_at(view, middle) == "#0ac80a")
    assert asked == [(0, view.viewport().width() - 24)]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: bool(asked) and asked[-1][0] == 3)
    assert (1, asked[0][1]) not in asked


def test_a_page_on_its_way_is_white_paper(view: PagesView) -> None:
    assert colour_at(view, QPoint(30, 30)) == "#ffffff"


def test_a_marked_cell_stands_framed_in_the_middle_of_the_view(qtbot: QtBot, view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    rect = view.marked_rect()
    assert abs(rect.center().y() - view.viewport().height() // 2) < 4
    qtbot.waitUntil(lambda: (2, view.viewport().width() - 24) in asked)
    qtbot.waitUntil(lambda: colour_at(view, QPoint(5, rect.center().y() - 60)) != "#ffffff")
    assert colour_at(view, rect.center()) != colour_at(view, rect.center() - QPoint(0, 60))


def test_a_text_over_two_pages_is_framed_on_both(qtbot: QtBot, view: PagesView) -> None:
    lines = tuple(
        Paragraph("公开", box=Box(page, 60, top, 500, top + 20)) for page, top in ((0, 780), (0, 810), (1, 30))
    )
    view.show_pages((A4,) * 2, draw, Extract(lines, pages=2))
    view.highlight(Origin(0, rows=3))
    assert [round(mark.height()) > 10 for mark in view._marks()] == [True, True]
    assert view._marks()[1].top() > view._marks()[0].bottom()
    assert view.viewport().rect().intersects(view.marked_rect())


def test_no_place_marks_nothing_and_moves_nothing(view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    before = view.verticalScrollBar().value()
    view.highlight(None)
    assert view.marked_rect().isEmpty()
    assert view.verticalScrollBar().value() == before


def test_a_click_on_a_cell_tells_it_and_a_click_beside_all_tells_nothing(qtbot: QtBot, view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    with qtbot.waitSignal(view.place_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.marked_rect().center())
    assert told.args == [Origin(1, 0, 1)]
    with qtbot.assertNotEmitted(view.place_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_drag_moves_the_pages_and_is_no_click(qtbot: QtBot, view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    start, before = view.marked_rect().center(), view.verticalScrollBar().value()
    with qtbot.assertNotEmitted(view.place_chosen):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(view.viewport(), start - QPoint(0, 20))
        qtbot.mouseMove(view.viewport(), start - QPoint(0, 50))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(0, 50))
    assert view.verticalScrollBar().value() == before + 50


def test_ctrl_and_the_wheel_zoom_and_fetch_sharper_pictures(qtbot: QtBot, view: PagesView) -> None:
    told: list[str] = []
    view.told.connect(told.append)
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert told[-1] == "第 1 页，共 4 页 · 125 %"
    width = round((view.viewport().width() - 24) * 1.25)
    qtbot.waitUntil(lambda: asked[-1:] == [(0, width)])
    assert view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert told[-1].endswith("100 %")
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert told[-1].endswith("100 %")


def test_the_marked_place_stays_near_while_zooming(view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    before = view.marked_rect().center()
    view.zoom_by(1, view.marked_rect().center().toPointF())
    assert (view.marked_rect().center() - before).manhattanLength() < 40


def test_the_wheel_and_keys_scroll(qtbot: QtBot, view: PagesView) -> None:
    turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_a_wider_view_keeps_the_page_it_shows(qtbot: QtBot, view: PagesView) -> None:
    view.highlight(Origin(1, 0, 1))
    view.resize(700, 500)
    assert view.viewport().rect().contains(view.marked_rect().center())


def test_a_page_that_cannot_be_had_is_told(qtbot: QtBot, view: PagesView) -> None:
    def broken(_page: int, _width: int, _called_off: threading.Event) -> QImage:
        raise UserError("这一页坏了。", "")

    with qtbot.waitSignal(view.failed):
        view.show_pages((A4,), broken, EXTRACT)
