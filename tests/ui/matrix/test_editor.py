import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.cells import CellId
from ui.matrix.editor import TableEditor
from ui.session import Session

Key = Qt.Key
NATURAL = CellId("t3.new_requests.natural")


def t3(name: str) -> CellId:
    return CellId(f"t3.{name}")


@pytest.fixture
def session() -> Session:
    return Session()


def opened(qtbot: QtBot, session: Session, table: str = "t3") -> TableEditor:
    editor = TableEditor(session, table)
    qtbot.addWidget(editor)
    editor.resize(860, 700)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.view.setFocus()
    return editor


def press(editor: TableEditor, *keys: Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where a clerk's fingers would land: in the open cell editor if there is one, else in the table."""
    for key in keys:
        target = editor.view.editor() or editor.view
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key, held)


def test_a_typed_number_and_enter_write_the_cell_and_go_down(qtbot: QtBot, session: Session) -> None:
    editor = opened(qtbot, session)
    for figure in "12":
        press(editor, figure)
    press(editor, Key.Key_Return)
    assert session.report.entry(NATURAL).raw == "12"
    assert editor.current_cell() == t3("carried_in.natural")
