"""Sentences and numbers put into a text by button, menu and key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.storage.project import Project
from tests.examples import filled
from tests.ui.looking import child
from ui.sections.insert_tools import InsertTools
from ui.sections.number_picker import NumberPicker
from ui.sections.prose_field import ProseField
from ui.session import Session

NEW = CellId("t3.new_requests.natural")
PAGES: list[QWidget] = []  # kept alive while the tests run
K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def opened(
    qtbot: QtBot, text: str = "", key: str = "s1", cells: dict[str, int] | None = None
) -> tuple[Session, ProseField, InsertTools]:
    session = Session()
    session.start(Project(edits.set_text(filled({NEW: 12, **(cells or {})}), key, text)))
    page = QWidget()
    PAGES.append(page)
    field = ProseField(session, key, "一、总体情况")
    tools = InsertTools(session, field)
    column = QVBoxLayout(page)
    column.addWidget(tools)
    column.addWidget(field)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    field.setFocus()
    return session, field, tools


def sentences(tools: InsertTools) -> list[str]:
    menu = child(tools, QMenu, "phrases")
    menu.aboutToShow.emit()
    return [action.text().partition("：")[0] for action in menu.actions()]


def take(tools: InsertTools, title: str) -> None:
    next(action for action in child(tools, QMenu, "phrases").actions() if action.text().startswith(title)).trigger()


def picker(field: ProseField) -> NumberPicker:
    return child(field.window(), NumberPicker, "numberPicker")


def wanted(field: ProseField) -> QLineEdit:
    return child(picker(field), QLineEdit, "numberWanted")


def test_the_sentences_follow_what_the_tables_say(qtbot: QtBot) -> None:
    session, _, tools = opened(qtbot)
    assert "没有收到申请" not in sentences(tools)
    session.edit("改", edits.set_cell, NEW, "0")
    assert "没有收到申请" in sentences(tools)


def test_a_sentence_comes_in_with_live_numbers_as_one_step(qtbot: QtBot) -> None:
    session, field, tools = opened(qtbot, "全年平稳。")
    field.selectAll()
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    sentences(tools)
    take(tools, "申请人的类型")
    assert field.toPlainText() == ("全年平稳。本年新收的政府信息公开申请中，自然人申请12件，法人或其他组织申请0件。")
    session.edit("改", edits.set_cell, NEW, "13")
    assert "自然人申请13件" in field.toPlainText()
    session.undo()
    session.undo()
    assert field.toPlainText() == "全年平稳。"


def test_the_first_blank_of_a_sentence_is_selected_to_be_typed_over(qtbot: QtBot) -> None:
    _, field, tools = opened(qtbot, key="s6", cells={"t2.admin_fees.amount_wan": 1})
    sentences(tools)
    take(tools, "收取信息处理费")
    qtbot.keyClicks(field, "3")
    assert "发出收费通知3件，总金额＿＿元" in field.toPlainText()


def test_a_text_without_sentences_has_no_button_for_them(qtbot: QtBot) -> None:
    _, _, tools = opened(qtbot, key="s5")
    assert tools.findChild(QToolButton, "btnPhrases") is None


def test_ctrl_k_opens_the_list_and_enter_puts_the_number_in(qtbot: QtBot) -> None:
    session, field, _ = opened(qtbot, "收到件")
    cursor = field.textCursor()
    cursor.setPosition(2)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, K.Key_K, CONTROL)
    assert picker(field).isVisible()
    wanted(field).setText("新收 总计")
    qtbot.keyClick(wanted(field), K.Key_Return)
    assert session.report.texts["s1"] == "收到{t3.new_requests.total}件"
    assert not picker(field).isVisible()
    assert session.document.undo_label == "插入数字“新收总计”"


def test_escape_puts_the_list_away_and_leaves_the_text(qtbot: QtBot) -> None:
    session, field, tools = opened(qtbot, "收到件")
    tools.ask_number()
    qtbot.keyClick(wanted(field), K.Key_Escape)
    assert not picker(field).isVisible()
    assert field.window().focusWidget() is field
    assert session.report.texts["s1"] == "收到件"


def test_going_on_in_the_text_puts_the_list_away(qtbot: QtBot) -> None:
    _, field, tools = opened(qtbot, "收到件")
    field.window().activateWindow()
    tools.ask_number()
    qtbot.waitUntil(wanted(field).hasFocus)
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert not picker(field).isVisible()


def test_the_button_opens_the_list_again_as_it_was_at_first(qtbot: QtBot) -> None:
    _, field, tools = opened(qtbot)
    button = child(tools, QToolButton, "btnNumber")
    button.click()
    qtbot.keyClicks(wanted(field), "xyz")
    qtbot.keyClick(wanted(field), K.Key_Escape)
    button.click()
    assert wanted(field).text() == ""
