"""The words and tables of a file in a view that lays out only what is seen."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.importers.extract import Extract, Grid, Origin, Paragraph, Part
from tests.ui.turning import turn_wheel
from ui.source.blocks_view import BlocksView

REPORT = Extract(
    (
        *(Paragraph(f"第 {number} 段，主动公开情况。" * 6) for number in range(30)),
        Grid(
            tuple(("三、办理结果" if row == 0 else None, f"（{row}）情形", *"0000000") for row in range(25)),
            "第 1 个表格",
        ),
        *(Paragraph(f"第 {number} 段，存在问题。" * 6) for number in range(30, 60)),
    )
)
TABLE = 30


@pytest.fixture
def view(qtbot: QtBot) -> BlocksView:
    made = BlocksView()
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show_extract(REPORT)
    made.show()
    return made


@pytest.mark.parametrize("origin", [Origin(TABLE, 12, 4), Origin(TABLE, 24), Origin(45), Origin(3, rows=2)])
def test_a_marked_place_stands_whole_in_the_view(view: BlocksView, origin: Origin) -> None:
    view.highlight(origin)
    rect = view.place_rect(origin)
    height = view.viewport().height()
    assert rect.height() > 10
    assert height // 8 <= rect.top()
    assert rect.bottom() <= height * 7 // 8


def test_the_first_and_the_last_paragraph_are_reached_too(view: BlocksView) -> None:
    for origin in (Origin(60), Origin(0)):
        view.highlight(origin)
        assert view.place_rect(origin).height() > 10
    assert view.verticalScrollBar().value() == 0


def test_a_place_that_is_well_in_view_does_not_move_the_view(view: BlocksView) -> None:
    view.highlight(Origin(TABLE, 12, 4))
    before = view.verticalScrollBar().value()
    view.highlight(Origin(TABLE, 13, 4))
    assert view.verticalScrollBar().value() == before


def test_a_cell_that_a_merged_one_covers_marks_the_merged_one(view: BlocksView) -> None:
    view.highlight(Origin(TABLE, 5, 0))
    assert view.place_rect(Origin(TABLE, 5, 0)).height() > view.place_rect(Origin(TABLE, 5, 1)).height() * 5


def test_no_place_and_a_place_beyond_the_file_mark_nothing(view: BlocksView) -> None:
    view.highlight(None)
    view.highlight(Origin(999, 3, 4))
    view.repaint()
    assert view.place_rect(Origin(999, 3, 4)).isEmpty()


def test_a_click_tells_the_cell_under_it(qtbot: QtBot, view: BlocksView) -> None:
    view.highlight(Origin(TABLE, 12, 4))
    middle = view.place_rect(Origin(TABLE, 12, 4)).center()
    with qtbot.waitSignal(view.place_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [Origin(TABLE, 12, 4)]


def test_a_click_tells_the_paragraph_under_it(qtbot: QtBot, view: BlocksView) -> None:
    with qtbot.waitSignal(view.place_chosen) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert told.args == [Origin(0)]


def test_what_was_clicked_is_copied_and_so_is_what_was_dragged_over(qtbot: QtBot, view: BlocksView) -> None:
    port = view.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == REPORT.blocks[0].text  # type: ignore[union-attr]  # a paragraph
    second = view.place_rect(Origin(1)).center()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    qtbot.mouseMove(port, second)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=second)
    assert view.marked_words().count("\n") == 1
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view.repaint()
    assert "三、办理结果\t（0）情形\t0" in view.marked_words()


def test_keys_scroll_to_both_ends(qtbot: QtBot, view: BlocksView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.place_rect(Origin(60)).bottom() >= view.viewport().height() - 12
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.place_rect(Origin(0)).top() == 0


def test_the_wheel_with_ctrl_makes_the_words_larger(view: BlocksView) -> None:
    before = view.place_rect(Origin(0)).height()
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.place_rect(Origin(0)).height() > before
    turn_wheel(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.place_rect(Origin(0)).height() == before


def test_the_wheel_scrolls(view: BlocksView) -> None:
    turn_wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0


def test_a_narrower_view_keeps_the_row_at_its_upper_edge(view: BlocksView) -> None:
    view.highlight(Origin(45))
    first = view._top
    view.resize(320, 500)
    QApplication.processEvents()
    assert view._top == first


@pytest.mark.parametrize(
    "extract",
    [
        Extract(tuple(Paragraph("依法公开" * (number % 60)) for number in range(20_000))),
        Extract((Grid(tuple(tuple(f"{row}" for _ in range(10)) for row in range(6000)), "大表"),)),
        Extract((Grid(tuple(tuple(f"{row}" for _ in range(256)) for row in range(234)), "宽表"),)),
        Extract((Paragraph("公开" * 1_000_000),)),
    ],
    ids=["paragraphs", "cells", "columns", "one paragraph"],
)
def test_the_largest_files_are_there_at_once(view: BlocksView, extract: Extract) -> None:
    before = time.process_time()
    view.show_extract(extract)
    view.repaint()
    view.highlight(Origin(len(extract.blocks) // 2, 200))
    view.repaint()
    assert time.process_time() - before < 5


def test_a_file_without_content_is_an_empty_view(view: BlocksView) -> None:
    view.show_extract(Extract(()))
    view.highlight(Origin(0))
    view.repaint()
    assert view.verticalScrollBar().maximum() == 0


ODD = ("", "公开" * 30, "一\n二\n\n三", "\ud800", "\0\t\u202e", "\U0001f468\u200d\U0001f467")
WORDS = st.one_of(st.text(max_size=40), st.sampled_from(ODD))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns = draw(st.integers(0, 5))
    row = st.tuples(*[st.one_of(st.none(), WORDS)] * columns)
    return Grid(tuple(draw(st.lists(row, max_size=6))), "表")


BLOCKS = st.one_of(st.builds(Paragraph, WORDS, st.booleans()), st.builds(Part, WORDS), grids())
ORIGINS = st.builds(
    Origin, st.integers(0, 9), st.integers(0, 9), st.one_of(st.none(), st.integers(0, 9)), st.integers(1, 9)
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BLOCKS, max_size=8), ORIGINS, st.tuples(st.integers(40, 900), st.integers(0, 300)))
def test_whatever_a_file_holds_can_be_shown_marked_and_clicked(
    view: BlocksView, qtbot: QtBot, blocks: list[Paragraph | Part | Grid], origin: Origin, corner: tuple[int, int]
) -> None:
    width, y = corner
    view.resize(width, 300)
    view.show_extract(Extract(tuple(blocks)))
    view.highlight(origin)
    view.repaint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(width // 3, y))
    view.marked_words()
    assert 0 <= view.verticalScrollBar().value() <= view.verticalScrollBar().maximum()
