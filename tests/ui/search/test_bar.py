"""The bar in which words are looked for: what its keys ask for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.searching import Scope
from tests.ui.looking import child
from ui.search.bar import SearchBar

K, SHIFT, NONE = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("field", "press", "asked"),
    [
        ("searchWanted", (K.Key_Return, NONE), "next_asked"),
        ("searchWanted", (K.Key_Enter, NONE), "next_asked"),
        ("searchWanted", (K.Key_Return, SHIFT), "previous_asked"),
        ("searchBy", (K.Key_Return, NONE), "replace_asked"),
        ("searchWanted", (K.Key_Escape, NONE), "left"),
        ("searchBy", (K.Key_Escape, NONE), "left"),
    ],
)
def test_keys_ask(
    qtbot: QtBot, bar: SearchBar, field: str, press: tuple[Qt.Key, Qt.KeyboardModifier], asked: str
) -> None:
    bar.open("甲", replacing=True)
    with qtbot.waitSignal(getattr(bar, asked)):
        qtbot.keyClick(child(bar, QLineEdit, field), *press)


@pytest.mark.parametrize(
    ("kind", "name", "asked"),
    [
        (QPushButton, "btnFindNext", "next_asked"),
        (QPushButton, "btnFindPrevious", "previous_asked"),
        (QPushButton, "btnReplace", "replace_asked"),
        (QPushButton, "btnReplaceAll", "replace_all_asked"),
        (QToolButton, "btnSearchClose", "left"),
    ],
)
def test_buttons_ask(qtbot: QtBot, bar: SearchBar, kind: type[QPushButton], name: str, asked: str) -> None:
    bar.open("甲", replacing=True)
    with qtbot.waitSignal(getattr(bar, asked)):
        child(bar, kind, name).click()


def test_replacing_is_shown_only_when_asked_for(bar: SearchBar) -> None:
    bar.open("甲", replacing=False)
    assert not child(bar, QLineEdit, "searchBy").isVisible()
    bar.open("", replacing=True)
    assert child(bar, QLineEdit, "searchBy").isVisible()
    assert bar.wanted.text() == bar.wanted.selectedText() == "甲"


def test_another_scope_is_another_search(qtbot: QtBot, bar: SearchBar) -> None:
    scopes = [bar.scope]
    with qtbot.waitSignal(bar.changed):
        child(bar, QComboBox, "searchScope").setCurrentIndex(2)
    assert [*scopes, bar.scope] == [Scope.ALL, Scope.TABLES]


def test_it_says_what_it_is_told(bar: SearchBar) -> None:
    bar.tell("共 3 处")
    assert child(bar, QLabel, "searchTold").text() == "共 3 处"


def test_it_knows_whether_the_clerk_is_in_it(bar: SearchBar) -> None:
    assert not bar.has_focus
    bar.open("甲", replacing=False)
    assert bar.has_focus


def test_it_fits_a_small_screen(bar: SearchBar) -> None:
    bar.open("", replacing=True)
    assert bar.minimumSizeHint().width() <= 1090
    assert isinstance(bar, QWidget)
