"""About, and the short help."""

from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import children, words
from ui.dialogs.about import show_about, show_help


def test_about_says_what_it_is_and_that_nothing_leaves_the_machine(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_about(parent, "0.1.0")
    dialog = children(parent, QDialog)[0]
    assert "年报编制 0.1.0" in words(dialog)
    assert "不上传任何内容" in words(dialog)
    assert not dialog.isModal()


def test_help_names_the_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_help(parent)
    text = children(parent, QTextBrowser)[0].toPlainText()
    for key in ("Ctrl+PgDn", "F8", "F9", "Ctrl+S", "Alt+1", "Alt+O", "Ctrl+回车", "F5", "Ctrl+[", "Shift+F2"):
        assert key in text


def test_what_the_program_is_made_of_is_named_with_its_licence(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    show_about(parent, "1.2.3")
    said = words(children(parent, QDialog)[0])
    assert "LGPL 3.0" in said
    assert "第三方组件.txt" in said
