"""Pictures of pages, fetched in the background."""

import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.errors import UserError
from ui.source import page_store
from ui.source.page_store import PageStore


def drawn(_page: int, width: int, _called_off: threading.Event) -> QImage:
    image = QImage(width, 2 * width, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_pages_that_are_wanted_arrive_one_after_the_other(qtbot: QtBot, owner: QObject) -> None:
    store = PageStore(drawn, owner)
    arrived: list[int] = []
    store.arrived.connect(arrived.append)
    store.want([4, 3], 50)
    qtbot.waitUntil(lambda: arrived == [4, 3])
    picture = store.picture(4)
    assert picture is not None
    assert (picture.width(), picture.height()) == (50, 100)
    assert store.picture(9) is None


def test_another_width_is_fetched_anew_and_the_old_one_serves_meanwhile(qtbot: QtBot, owner: QObject) -> None:
    store = PageStore(drawn, owner)
    store.want([0], 50)
    qtbot.waitUntil(lambda: store.picture(0) is not None)
    store.want([0], 80)
    picture = store.picture(0)
    assert picture is not None
    assert picture.width() == 50
    qtbot.waitUntil(lambda: (now := store.picture(0)) is not None and now.width() == 80)


def test_what_is_kept_has_a_bound(qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_store, "MOST_BYTES", 3 * 50 * 100 * 4)
    store = PageStore(drawn, owner)
    for page in range(6):
        store.want([page], 50)
        qtbot.waitUntil(lambda page=page: store.picture(page) is not None)  # type: ignore[misc]  # its own page
    assert store.kept_bytes() == 3 * 50 * 100 * 4
    assert store.picture(0) is None


def test_a_page_that_cannot_be_had_is_told_once(qtbot: QtBot, owner: QObject) -> None:
    def broken(_page: int, _width: int, _called_off: threading.Event) -> QImage:
        raise UserError("这一页坏了。", "请换一份文件。")

    store = PageStore(broken, owner)
    with qtbot.waitSignal(store.failed) as told:
        store.want([0, 1], 50)
    assert told.args is not None
    assert told.args[0].message == "这一页坏了。"


def test_nothing_arrives_once_it_is_forgotten(qtbot: QtBot, owner: QObject) -> None:
    begun, go_on = threading.Event(), threading.Event()
    seen: list[threading.Event] = []

    def slow(page: int, width: int, called_off: threading.Event) -> QImage:
        seen.append(called_off)
        begun.set()
        go_on.wait(5)
        return drawn(page, width, called_off)

    store = PageStore(slow, owner)
    arrived: list[int] = []
    store.arrived.connect(arrived.append)
    store.want([0], 50)
    assert begun.wait(5)
    store.forget()
    assert seen[0].is_set()
    go_on.set()
    qtbot.wait(50)
    assert arrived == []
    store.want([1], 50)
    qtbot.wait(20)
    assert len(seen) == 1
