"""Pointing at the pages: every value and text leads to where it is made."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.exporters.marks import Composed
from core.exporters.pdf import compose
from tests.examples import TEXTS, filled
from ui.preview.column import FIT_PAGE, GAP
from ui.preview.press import Pull
from ui.preview.view import PreviewView

REPORT = replace(filled(), texts=dict(TEXTS))
GRANTED = "t3.granted.natural"


@pytest.fixture(scope="module")
def composed() -> Composed:
    return compose(REPORT)


@pytest.fixture
def view(qtbot: QtBot, composed: Composed) -> PreviewView:
    made = PreviewView()
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    made.setFocus()
    made.show_pull(Pull(REPORT, composed, (1,) * len(composed.pages), {}))
    return made


def centre(view: PreviewView, target: str) -> QPoint:
    view.bring_in(view.rect_of(target).translated(view._shift()))
    return view.rect_of(target).center().toPoint()


def hover(view: PreviewView, at: QPoint) -> None:
    """Move the mouse there; the one of the display may be there already."""
    point, none = QPointF(at), Qt.MouseButton.NoButton
    spot = QPointF(view.viewport().mapToGlobal(at))
    move = QMouseEvent(QEvent.Type.MouseMove, point, spot, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), move)


@pytest.mark.parametrize("target", [GRANTED, "s1", "s5", "preamble", "title", "t2.normative_docs.issued"])
def test_a_click_leads_to_what_stands_there(qtbot: QtBot, view: PreviewView, target: str) -> None:
    with qtbot.waitSignal(view.chosen) as taken:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, target))
    assert taken.args == [target]


def test_a_click_on_the_margin_leads_nowhere(qtbot: QtBot, view: PreviewView) -> None:
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_a_drag_is_no_click(qtbot: QtBot, view: PreviewView) -> None:
    at = centre(view, GRANTED)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(0, 40))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_mouse_frames_what_it_points_at_and_names_it(qtbot: QtBot, view: PreviewView) -> None:
    at = centre(view, GRANTED)
    with qtbot.waitSignal(view.named) as taken:
        hover(view, at)
    assert taken.args == ["表三　三(一) 予以公开 · 自然人"]
    assert view.marked == GRANTED
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.marked == ""


def test_the_hint_says_what_it_is_and_what_a_click_does(view: PreviewView, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: told.append(words))
    at = centre(view, GRANTED)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert told == ["表三　三(一) 予以公开 · 自然人\n点一下，转到这里"]


def test_the_arrows_go_from_value_to_value_and_enter_goes_there(qtbot: QtBot, view: PreviewView) -> None:
    at = centre(view, GRANTED)
    hover(view, at)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.marked == "t3.granted.business"
    assert view.accessibleDescription().endswith("表三　三(一) 予以公开 · 商业企业")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.chosen) as taken:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert taken.args == [GRANTED]


def test_the_first_arrow_frames_what_is_in_view(qtbot: QtBot, view: PreviewView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.marked == "title"


def test_the_first_arrow_on_a_view_without_pages_does_nothing(qtbot: QtBot) -> None:
    empty = PreviewView()
    qtbot.addWidget(empty)
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    qtbot.keyClick(empty, Qt.Key.Key_Return)
    assert empty.marked == ""


def test_the_place_where_the_clerk_is_at_work_is_brought_into_view(view: PreviewView) -> None:
    view.show_here(GRANTED)
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())
    place = view.verticalScrollBar().value()
    view.show_here("t3.granted.business")  # beside it: nothing moves
    assert view.verticalScrollBar().value() == place


def test_where_whole_pages_are_shown_the_page_at_work_is_shown_from_its_top(view: PreviewView) -> None:
    view.set_zoom(FIT_PAGE)
    for target in (GRANTED, "s1", "t4.review.total"):
        view.show_here(target)
        page = next(spot.page for spot in view._spots if spot.target == target)
        assert view.page == page
        assert view.verticalScrollBar().value() == round(view._column.rect(page).top()) - GAP


@pytest.mark.parametrize("widths", [(380, 1200), (1200, 380), (120, 1200), (1200, 60, 380)])
def test_the_place_at_work_stays_in_view_however_the_view_grows_and_shrinks(
    view: PreviewView, widths: tuple[int, ...]
) -> None:
    view.show_here(GRANTED)
    for width in widths:
        view.resize(width, 700)
        QApplication.processEvents()
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())


def test_a_place_that_was_seen_only_because_the_pages_were_small_is_seen_when_they_are_large(view: PreviewView) -> None:
    view.resize(160, 700)
    QApplication.processEvents()
    view.show_here(GRANTED)
    view.resize(1200, 700)
    QApplication.processEvents()
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())


def test_who_leafed_elsewhere_stays_there_unless_the_place_is_asked_for_again(view: PreviewView) -> None:
    view.show_here(GRANTED)
    view.turn_to(0)
    view.resize(1200, 700)
    QApplication.processEvents()
    view.show_here(GRANTED)
    assert view.page == 0
    view.seek_here(GRANTED)
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())


def test_on_fresh_pages_the_place_at_work_stays_in_view(view: PreviewView, composed: Composed) -> None:
    view.show_here(GRANTED)
    longer = replace(REPORT, texts={**TEXTS, "preamble": "青禾县林业局依法公开。" * 400})
    grown = compose(longer)
    view.show_pull(Pull(longer, grown, (2,) * len(grown.pages), {}))
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())
    view.turn_to(0)
    view.show_pull(Pull(REPORT, composed, (3,) * len(composed.pages), {}))
    assert view.page == 0


def test_in_another_report_the_place_is_searched_afresh(view: PreviewView, composed: Composed) -> None:
    view.clear()
    view.show_here(GRANTED)  # before its pages are there: those of the other report must not count
    view.show_pull(Pull(REPORT, composed, (2,) * len(composed.pages), {}))
    assert view.viewport().rect().contains(view.rect_of(GRANTED).toRect())


def test_page_keys_home_and_end_move_through_the_pages(qtbot: QtBot, view: PreviewView) -> None:
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    view.set_zoom(-1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 0


def test_a_screen_reader_is_told_page_and_size(view: PreviewView, composed: Composed) -> None:
    view.set_zoom(100)
    view.turn_to(1)
    assert view.accessibleName() == "打印预览"
    assert view.accessibleDescription() == f"第 2 页，共 {len(composed.pages)} 页，100%"


def test_what_is_framed_stays_so_on_fresh_pages(view: PreviewView, composed: Composed) -> None:
    hover(view, centre(view, GRANTED))
    view.show_pull(Pull(REPORT, composed, (2,) * len(composed.pages), {}))
    assert view.marked == GRANTED
