"""What went wrong, said in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from tests.ui.looking import child, click
from ui.messages import Notice


def shown_notice(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def test_a_notice_tells_cause_and_next_step_until_it_is_read(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    assert notice.words() == ""
    notice.show_error(UserError("磁盘已满。", "请另存到别的磁盘。"))
    assert notice.words() == "▲ 磁盘已满。请另存到别的磁盘。"
    assert notice.accessibleName() == notice.words()
    click(qtbot, notice, "noticeClose")
    assert notice.words() == ""


def test_a_notice_can_offer_the_remedy(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    done: list[str] = []
    notice.show_error(UserError("写不进去。", "请换个地方。"), "另存为…", lambda: done.append("saved"))
    click(qtbot, notice, "noticeRemedy")
    assert done == ["saved"]
    assert not notice.isVisible()


def test_a_click_on_a_notice_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, notice = QLineEdit(page), Notice(page)
    column = QVBoxLayout(page)
    for part in (notice, field):
        column.addWidget(part)
    page.show()
    page.activateWindow()
    field.setFocus()
    notice.show_words("已撤回定稿。")
    qtbot.waitUntil(lambda: field.hasFocus() and notice.isVisible())
    click(qtbot, notice, "noticeClose")
    assert not notice.isVisible()
    assert field.hasFocus()


def test_enter_presses_the_button_of_a_notice_that_has_the_focus(qtbot: QtBot) -> None:
    notice = shown_notice(qtbot)
    done: list[str] = []
    notice.show_error(UserError("写不进去。", "请换个地方。"), "另存为…", lambda: done.append("saved"))
    remedy = child(notice, QPushButton, "noticeRemedy")
    remedy.setFocus()
    qtbot.keyClick(remedy, Qt.Key.Key_Return)
    assert done == ["saved"]
