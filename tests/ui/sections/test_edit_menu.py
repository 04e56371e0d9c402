"""The context menu of a field: Chinese, and undo is the document's."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core import edits
from ui.sections.edit_menu import edit_menu
from ui.sections.line_field import LineField
from ui.session import Session


def action(menu: QMenu, beginning: str) -> QAction:
    return next(one for one in menu.actions() if one.text().startswith(beginning))


def menu_of(qtbot: QtBot, session: Session, *, has_selection: bool = False) -> tuple[QMenu, LineField]:
    field = LineField(session, "fieldUnit", "单位名称")
    qtbot.addWidget(field)
    return edit_menu(field, session, field, has_selection=has_selection), field


def test_nothing_to_undo_greys_the_entry_out(qtbot: QtBot) -> None:
    menu, _ = menu_of(qtbot, Session())
    assert not action(menu, "撤销").isEnabled()
    assert not action(menu, "剪切").isEnabled()
    assert action(menu, "粘贴").isEnabled()


def test_undo_names_the_last_step_and_takes_it_back(qtbot: QtBot) -> None:
    session = Session()
    session.edit("修改单位名称", edits.set_unit, "云溪县水务局")
    menu, _ = menu_of(qtbot, session)
    undo = action(menu, "撤销")
    assert undo.text() == "撤销：修改单位名称"
    undo.trigger()
    assert session.report.unit == ""


def test_select_all_selects_the_field(qtbot: QtBot) -> None:
    menu, field = menu_of(qtbot, Session())
    field.setText("云溪县")
    action(menu, "全选").trigger()
    assert field.selectedText() == "云溪县"
