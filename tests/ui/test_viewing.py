from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.matrix.editor import TableEditor
from ui.memory import Memory
from ui.session import Session
from ui.viewing import ZOOMS, Viewing


def test_sizes_go_step_by_step_and_end_at_both_ends(qtbot: QtBot) -> None:
    viewing = Viewing(Memory())
    told: list[int] = []
    viewing.changed.connect(lambda zoom, _: told.append(zoom))
    for _ in range(9):
        viewing.turn(1)
    assert told == [110, 125, 150, 175, 200]
    for _ in range(9):
        viewing.turn(-1)
    assert viewing.zoom == ZOOMS[0] == 80
    viewing.turn_back()
    assert viewing.zoom == 100


def test_the_size_is_kept_for_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    memory = Memory(tmp_path / "settings.json")
    viewing = Viewing(memory)
    viewing.turn(1)
    viewing.show_traces(shown=False)
    memory.write()
    again = Viewing(Memory(tmp_path / "settings.json"))
    assert (again.zoom, again.traces_shown) == (110, False)


@pytest.mark.parametrize(("kept", "shown"), [(0, 80), (-5, 80), (104, 100), (1_000_000, 200)])
def test_a_size_that_there_is_not_means_the_nearest(kept: int, shown: int, qtbot: QtBot) -> None:
    memory = Memory()
    memory.change(zoom=kept)
    assert Viewing(memory).zoom == shown


def test_a_table_follows_from_the_first_and_by_its_own_wheel(qtbot: QtBot) -> None:
    memory = Memory()
    memory.change(zoom=150)
    viewing, editor = Viewing(memory), TableEditor(Session(), "t3")
    qtbot.addWidget(editor)
    plain = editor.view.rowHeight(3)
    viewing.follow(editor)
    assert editor.view.rowHeight(3) > plain
    editor.view.zoom_turned.emit(-1)
    assert viewing.zoom == 125
    viewing.show_traces(shown=False)
    assert not editor.view.traces_shown


def test_a_table_that_is_gone_follows_no_more(qtbot: QtBot) -> None:
    viewing, editor = Viewing(Memory()), TableEditor(Session(), "t3")
    viewing.follow(editor)
    editor.deleteLater()
    qtbot.waitUntil(lambda: not _is_there(editor))
    viewing.turn(1)


def _is_there(editor: TableEditor) -> bool:
    try:
        editor.objectName()
    except RuntimeError:
        return False
    return True
