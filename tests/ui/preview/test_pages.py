"""The view of pages: what is asked for, what is shown, and where it stays."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.preview.column import FIT_PAGE, FIT_WIDTH, GAP
from ui.preview.pages import PagesView
from ui.preview.tiles import Tile


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(620, 500)
    made.show()
    return made


def drawn(view: PagesView, versions: tuple[int, ...], colour: Qt.GlobalColor = Qt.GlobalColor.blue) -> None:
    """Show pages of one colour, as if they came off the press."""
    needed = view.needed()
    tiles = {}
    for tile in needed:
        if tile.page < len(versions):
            image = QImage(tile.rect.size(), QImage.Format.Format_RGB32)
            image.fill(colour)
            tiles[tile._replace(look=tile.look._replace(version=versions[tile.page]))] = image
    view.show_pages(versions, tiles)


def middle(view: PagesView) -> tuple[int, int, int]:
    colour = view.viewport().grab().toImage().pixelColor(view.viewport().rect().center())
    return colour.red(), colour.green(), colour.blue()


def test_before_the_first_pages_those_of_an_a4_page_are_asked_for(view: PagesView) -> None:
    needed = view.needed()
    assert [tile.page for tile in needed] == [0]
    width = view.viewport().width() - 2 * GAP
    assert (needed[0].look.width, needed[0].look.height) == (width, round(width * 297 / 210))
    assert view.page == -1


def test_what_was_drawn_is_shown_sharp(view: PagesView) -> None:
    drawn(view, (1, 1, 1))
    assert view.is_fresh
    assert middle(view) == (0, 0, 255)
    assert view.page == 0


def test_the_older_picture_stays_until_the_fresh_one_is_there(view: PagesView) -> None:
    drawn(view, (1, 1))
    view.show_pages((2, 1), {})
    assert not view.is_fresh
    assert middle(view) == (0, 0, 255)
    drawn(view, (2, 1), Qt.GlobalColor.red)
    assert middle(view) == (255, 0, 0)


def test_another_size_stretches_the_older_picture_meanwhile(view: PagesView) -> None:
    drawn(view, (1, 1))
    view.set_zoom(150)
    assert not view.is_fresh
    assert middle(view) == (0, 0, 255)


def test_the_scroll_place_stays_when_pages_come_and_go(view: PagesView) -> None:
    drawn(view, (1, 1, 1, 1))
    view.turn_to(1)
    place = view.verticalScrollBar().value()
    assert place > 0
    drawn(view, (1, 2, 1, 1, 1))
    assert view.verticalScrollBar().value() == place
    assert view.page == 1


def test_only_what_is_in_view_is_asked_for(qtbot: QtBot, view: PagesView) -> None:
    drawn(view, (1,) * 9)
    with qtbot.waitSignal(view.wanted):
        view.turn_to(5)
    assert {tile.page for tile in view.needed()} <= {5, 6}


def test_a_page_at_400_per_cent_takes_no_more_than_the_view_needs(view: PagesView) -> None:
    drawn(view, (1, 1))
    view.set_zoom(400)
    assert round(view.percent) == 400
    assert len(view.needed()) <= 4
    assert all(isinstance(tile, Tile) and tile.rect.width() <= 1280 for tile in view.needed())


def test_the_wheel_with_ctrl_keeps_the_point_under_the_mouse(view: PagesView) -> None:
    drawn(view, (1, 1, 1))
    view.set_zoom(100)
    point = QPointF(300, 200)
    before = view._column.place(point + view._shift())
    wheel = QWheelEvent(
        point,
        QPointF(view.viewport().mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    after = view._column.place(point + view._shift())
    assert round(view.percent) == 110
    assert before is not None
    assert after == pytest.approx(before, abs=1.0)


def test_pages_fit_the_view_and_stay_so_when_it_grows(view: PagesView) -> None:
    drawn(view, (1, 1))
    for zoom in (FIT_PAGE, FIT_WIDTH):
        view.set_zoom(zoom)
        assert view.horizontalScrollBar().maximum() == 0
    view.set_zoom(FIT_PAGE)
    small = view.percent
    view.resize(620, 900)
    assert view.percent > small
    assert view._column.page_size[1] <= view.viewport().height()


def test_a_whole_page_begins_at_its_top(view: PagesView) -> None:
    drawn(view, (1, 1, 1))
    view.set_zoom(150)
    view.verticalScrollBar().setValue(round(view._column.rect(1).top() + 300))
    view.set_zoom(FIT_PAGE)
    assert view.page == 1
    assert view.verticalScrollBar().value() == round(view._column.rect(1).top()) - GAP


def test_what_is_told_is_the_page_in_view_and_its_size(view: PagesView) -> None:
    told: list[tuple[int, int, int]] = []
    view.told.connect(lambda *words: told.append(words))
    drawn(view, (1, 1, 1))
    view.set_zoom(100)
    view.turn_to(2)
    assert told[-1] == (3, 3, 100)


def test_what_is_cleared_takes_no_memory(view: PagesView) -> None:
    drawn(view, (1,))
    view.clear()
    assert view.page == -1
    assert view.bytes() == 0
