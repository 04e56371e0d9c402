"""The line above the preview."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, children
from ui.preview.bar import PreviewBar
from ui.preview.column import FIT_PAGE, FIT_WIDTH


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What the line lies in: as in the pane, it is as narrow as that is."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 100)
    return made


@pytest.fixture
def bar(host: QWidget) -> PreviewBar:
    made = PreviewBar(host)
    made.resize(1000, 36)
    host.show()
    return made


def test_page_and_size_are_shown(bar: PreviewBar) -> None:
    bar.tell(3, 7, 150, 150)
    assert child(bar, QSpinBox, "previewPage").value() == 3
    assert child(bar, QSpinBox, "previewPage").maximum() == 7
    assert child(bar, QComboBox, "previewSize").currentText() == "150%"
    bar.tell(3, 7, 83, FIT_WIDTH)
    assert child(bar, QComboBox, "previewSize").currentText() == "适合宽度"
    assert "83%" in child(bar, QComboBox, "previewSize").toolTip()


def test_telling_what_is_shown_asks_for_nothing(qtbot: QtBot, bar: PreviewBar) -> None:
    with qtbot.assertNotEmitted(bar.page_chosen), qtbot.assertNotEmitted(bar.zoom_chosen):
        bar.tell(2, 6, 100, 100)


def test_a_page_that_is_typed_is_turned_to(qtbot: QtBot, bar: PreviewBar) -> None:
    bar.tell(1, 6, 100, 100)
    field = child(bar, QSpinBox, "previewPage")
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(bar.page_chosen) as taken:
        qtbot.keyClicks(field, "4")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert taken.args == [3]


def test_in_the_page_field_the_keys_turn_the_pages_as_over_them(qtbot: QtBot, bar: PreviewBar) -> None:
    bar.tell(6, 6, 100, 100)
    field = child(bar, QSpinBox, "previewPage")
    for key, page in ((Qt.Key.Key_PageUp, 5), (Qt.Key.Key_Up, 4), (Qt.Key.Key_Down, 5), (Qt.Key.Key_PageDown, 6)):
        qtbot.keyClick(field, key)
        assert field.value() == page
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.value() == 6


def test_before_there_are_pages_none_can_be_typed(bar: PreviewBar) -> None:
    bar.tell(0, 0, 100, FIT_WIDTH)
    assert not child(bar, QSpinBox, "previewPage").isEnabled()


def test_a_size_that_is_picked_is_asked_for(qtbot: QtBot, bar: PreviewBar) -> None:
    size = child(bar, QComboBox, "previewSize")
    with qtbot.waitSignal(bar.zoom_chosen) as taken:
        size.activated.emit(size.findText("整页"))
    assert taken.args == [FIT_PAGE]
    with qtbot.waitSignal(bar.zoom_turned) as taken:
        qtbot.mouseClick(child(bar, QToolButton, "previewLarger"), Qt.MouseButton.LeftButton)
    assert taken.args == [1]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("previewBack", "left"),
        ("previewPrint", "print_asked"),
        ("previewExport", "export_asked"),
        ("previewBeside", "beside_asked"),
    ],
)
def test_every_button_asks_for_what_it_says(qtbot: QtBot, bar: PreviewBar, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(child(bar, QPushButton, name), Qt.MouseButton.LeftButton)


def test_beside_the_text_only_the_small_tools_have_room(qtbot: QtBot, bar: PreviewBar) -> None:
    assert not child(bar, QToolButton, "previewClose").isVisible()
    bar.show_beside(beside=True)
    assert not child(bar, QPushButton, "previewPrint").isVisible()
    with qtbot.waitSignal(bar.left):
        qtbot.mouseClick(child(bar, QToolButton, "previewClose"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.whole_asked):
        qtbot.mouseClick(child(bar, QToolButton, "previewWhole"), Qt.MouseButton.LeftButton)


def test_every_tool_has_a_name_for_those_who_do_not_see(bar: PreviewBar) -> None:
    for tool in children(bar, QToolButton):
        assert len(tool.accessibleName()) > 1


def test_a_document_of_one_page_has_no_leafing(bar: PreviewBar) -> None:
    bar.show_subject("导出图解…", single=True)
    assert child(bar, QPushButton, "previewExport").text() == "导出图解…"
    assert not child(bar, QSpinBox, "previewPage").isVisibleTo(bar)
    bar.show_beside(beside=False)
    assert not child(bar, QSpinBox, "previewPage").isVisibleTo(bar)
    bar.show_subject("导出 PDF…", single=False)
    assert child(bar, QSpinBox, "previewPage").isVisibleTo(bar)


def test_whether_the_picture_is_the_last_page_is_asked_of_the_report_only(qtbot: QtBot, bar: PreviewBar) -> None:
    box = child(bar, QCheckBox, "previewAppended")
    bar.show_appended(appended=True)
    assert box.isChecked()
    with qtbot.waitSignal(bar.appended_chosen) as chosen:
        box.click()
    assert chosen.args == [False]
    for single, beside in ((True, False), (False, True), (True, True)):
        bar.show_subject("导出", single=single)
        bar.show_beside(beside=beside)
        assert not box.isVisibleTo(bar)
    bar.show_subject("导出", single=False)
    bar.show_beside(beside=False)
    assert box.isVisibleTo(bar)


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("width", [1000, 700, 594, 480, 400])
def test_no_word_is_cut_however_narrow_the_line_is(qtbot: QtBot, bar: PreviewBar, width: int, *, beside: bool) -> None:
    bar.show_beside(beside=beside)
    bar.tell(2, 6, 100, FIT_WIDTH)
    bar.resize(width, bar.height())
    shown = [part for part in children(bar, QWidget) if part.parent() is bar and part.isVisible()]

    def cut() -> list[str]:
        return [part.objectName() for part in shown if part.width() < min(part.sizeHint().width(), part.maximumWidth())]

    qtbot.waitUntil(lambda: not cut())
    assert max(part.geometry().right() for part in shown) <= width


def test_a_wide_line_has_all_again(bar: PreviewBar) -> None:
    smaller, appended = child(bar, QToolButton, "previewSmaller"), child(bar, QCheckBox, "previewAppended")
    bar.resize(560, bar.height())
    assert not smaller.isVisible()
    bar.resize(1000, bar.height())
    assert smaller.isVisible()
    assert appended.isVisible()
