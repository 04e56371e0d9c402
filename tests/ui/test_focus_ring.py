"""Where the keyboard is, is seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looking import child, children
from ui import theme
from ui.focus_ring import FocusRing, Line


def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    FocusRing(made)
    row = QHBoxLayout(made)
    for widget in (QPlainTextEdit("甲"), QPlainTextEdit("乙"), QPushButton("丙")):
        row.addWidget(widget)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def texts(made: QWidget) -> list[QPlainTextEdit]:
    return children(made, QPlainTextEdit)


def has_line(pane: QWidget) -> bool:
    return any(line.isVisible() for line in children(pane, Line))


def test_the_line_goes_with_the_keyboard(qtbot: QtBot) -> None:
    made = window(qtbot)
    one, other = texts(made)
    one.setFocus()
    assert (has_line(one), has_line(other)) == (True, False)
    other.setFocus()
    assert (has_line(one), has_line(other)) == (False, True)


def test_it_is_a_line_of_one_pixel_in_the_accent_at_the_edge_and_nothing_inside(qtbot: QtBot) -> None:
    made = window(qtbot)
    one = texts(made)[0]
    one.setFocus()
    line = child(one, Line, "focusLine")
    image: QImage = one.grab().toImage()
    accent = theme.colours(one.palette()).accent
    assert image.pixelColor(image.width() - 1, image.height() // 2) == accent
    assert not line.mask().contains(one.rect().center())


def test_it_follows_the_size_of_its_pane(qtbot: QtBot) -> None:
    made = window(qtbot)
    one = texts(made)[0]
    one.setFocus()
    made.resize(700, 300)
    line = child(one, Line, "focusLine")
    assert line.geometry() == one.rect()


def test_clicks_go_through_it(qtbot: QtBot) -> None:
    made = window(qtbot)
    one = texts(made)[0]
    one.setFocus()
    line = child(one, Line, "focusLine")
    assert line.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_buttons_show_their_own_frame_before_any_key_was_pressed(qtbot: QtBot) -> None:
    made = window(qtbot)
    button = children(made, QPushButton)[0]
    texts(made)[0].setFocus()
    before = button.grab().toImage()
    button.setFocus()
    assert button.grab().toImage() != before


def test_a_pane_that_goes_takes_its_line_along(qtbot: QtBot) -> None:
    made = window(qtbot)
    one, other = texts(made)
    one.setFocus()
    one.setParent(None)
    one.deleteLater()
    other.setFocus()
    assert has_line(other)


def test_it_stays_while_something_inside_its_pane_is_typed_into(qtbot: QtBot) -> None:
    made = window(qtbot)
    one, other = texts(made)
    editor = QLineEdit(one.viewport())
    editor.show()
    one.setFocus()
    editor.setFocus()
    assert has_line(one)
    other.setFocus()
    assert not has_line(one)
