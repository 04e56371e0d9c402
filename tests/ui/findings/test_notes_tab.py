"""Looking a word up in the filling notes, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextEdit
from pytestqt.qtbot import QtBot

from core.report import Report
from tests.ui.composing import compose
from tests.ui.looking import child
from ui import theme
from ui.findings.notes_tab import NOTHING, NotesTab


@pytest.fixture
def tab(qtbot: QtBot) -> NotesTab:
    made = NotesTab()
    qtbot.addWidget(made)
    made.resize(290, 500)
    made.tell(Report(), "t3.partial.natural")
    made.show()
    return made


def field(tab: NotesTab) -> QLineEdit:
    return child(tab, QLineEdit, "notesSearch")


def found(tab: NotesTab) -> QListWidget:
    return child(tab, QListWidget, "notesFound")


def lines(tab: NotesTab) -> list[str]:
    return [found(tab).item(row).text() for row in range(found(tab).count())]


def test_without_a_search_the_notes_of_the_place_are_read(tab: NotesTab) -> None:
    assert child(tab, QTextEdit, "notesTab").isVisible()
    assert not found(tab).isVisible()


def test_typing_lists_the_places_at_once_each_with_the_words_that_fit(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "隐去身份证")
    assert lines(tab) == ["三(二) 部分公开\n一份名册隐去身份证号后给了申请人，只在这里计1件。"]
    assert found(tab).isVisible()


def test_enter_in_the_field_leads_to_the_first_place(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "重复申请")
    with qtbot.waitSignal(tab.place_wanted) as told:
        qtbot.keyClick(field(tab), Qt.Key.Key_Return)
    assert told.args == ["t3.rejected_duplicate.natural"]


def test_down_goes_into_the_list_and_enter_there_to_its_line(qtbot: QtBot, tab: NotesTab) -> None:
    tab.window().activateWindow()
    compose(field(tab), "补正")
    qtbot.keyClick(field(tab), Qt.Key.Key_Down)
    qtbot.keyClick(found(tab), Qt.Key.Key_Down)
    with qtbot.waitSignal(tab.place_wanted) as told:
        qtbot.keyClick(found(tab), Qt.Key.Key_Enter)
    assert told.args == [found(tab).item(1).data(Qt.ItemDataRole.UserRole)]


def test_a_click_on_a_line_leads_to_its_place(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "科研机构")
    where = found(tab).visualItemRect(found(tab).item(0)).center()
    with qtbot.waitSignal(tab.place_wanted) as told:
        qtbot.mouseClick(found(tab).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == ["t3.new_requests.research"]


def test_escape_leaves_the_search_and_the_notes_are_back(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "补正")
    qtbot.keyClick(field(tab), Qt.Key.Key_Escape)
    assert field(tab).text() == ""
    assert child(tab, QTextEdit, "notesTab").isVisible()


def test_where_nothing_is_found_it_says_so_and_enter_leads_nowhere(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "海底隧道")
    assert lines(tab) == [NOTHING]
    with qtbot.assertNotEmitted(tab.place_wanted):
        qtbot.keyClick(field(tab), Qt.Key.Key_Return)


def test_a_screen_reader_hears_the_field_the_list_and_its_lines(qtbot: QtBot, tab: NotesTab) -> None:
    assert field(tab).accessibleName() == "查找口径"
    assert found(tab).accessibleName() == "找到的口径"
    compose(field(tab), "隐去身份证")
    spoken = found(tab).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("三(二) 部分公开。")


def test_the_clerk_who_moves_on_while_searching_keeps_the_search(qtbot: QtBot, tab: NotesTab) -> None:
    compose(field(tab), "补正")
    tab.tell(Report(), "t3.granted.natural")
    assert found(tab).isVisible()
    tab.leave_search()
    assert child(tab, QTextEdit, "notesTab").toPlainText().startswith("三(一) 予以公开")


def test_another_palette_sets_the_words_in_its_colours(tab: NotesTab) -> None:
    view = child(tab, QTextEdit, "notesTab")
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.Base, QColor("#1b1c1e"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e6e6e6"))
    tab.setPalette(dark)
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("举例") + 1)
    assert cursor.charFormat().foreground().color() == theme.colours(dark).accent
