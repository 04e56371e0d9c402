"""What an edit changed of a page is drawn anew; its picture is then as if all of it had been."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.exporters.pdf import write
from core.printed_pages import PrintedPages
from core.report import Report
from tests.examples import TEXTS, filled
from ui.preview.press import Press, Pull
from ui.preview.tiles import SIDE, Look, Tile

Asked = list[Sequence[tuple[int, int]] | None]

REPORT = replace(filled(), texts=dict(TEXTS))
SIZES = ((300, 424), (1000, 1414))  # the larger one is cut into two tiles
EDITED = (
    edits.set_cell(REPORT, CellId("t3.new_requests.natural"), "12"),
    edits.set_cell(REPORT, CellId("t3.new_requests.natural"), "1234567"),
    edits.set_text(REPORT, "s1", "2024年，我局主动公开各类信息。\n（一）政府信息管理。一是完善目录。"),
    edits.set_text(REPORT, "s6", "2024年未收取信息处理费。\n没有其他事项。"),
    edits.set_text(REPORT, "preamble", ""),
)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    held = QObject()
    yield held
    held.deleteLater()


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Which rows of dots were asked for, drawing by drawing."""
    asked: Asked = []
    draw = PrintedPages.draw

    def noting(*given: Any, rows: Sequence[tuple[int, int]] | None = None) -> None:
        asked.append(rows)
        draw(*given, rows=rows)

    monkeypatch.setattr(PrintedPages, "draw", noting)
    return asked


def tiles(size: tuple[int, int]) -> list[Tile]:
    return [Tile(page, Look(0, *size), 0, row) for page in range(4) for row in range(-(-size[1] // SIDE))]


def pulled(qtbot: QtBot, press: Press, report: Report, size: tuple[int, int]) -> Pull:
    pulls: list[Pull] = []
    press.pulled.connect(pulls.append)
    press.ask(report, tiles(size))
    qtbot.waitUntil(lambda: press.is_idle)
    press.pulled.disconnect(pulls.append)
    return pulls[-1]


@pytest.mark.parametrize("size", SIZES)
def test_after_edits_every_page_is_dot_for_dot_that_of_the_exported_file(
    qtbot: QtBot, owner: QObject, rows: Asked, size: tuple[int, int]
) -> None:
    press = Press(owner)
    pulled(qtbot, press, REPORT, size)
    for edited in EDITED:
        del rows[:]
        pull = pulled(qtbot, press, edited, size)
        assert any(rows), "all of every page was drawn anew"
        exported = PrintedPages(write(edited)[0])
        for tile, ours in pull.tiles.items():
            theirs = QImage(ours.size(), QImage.Format.Format_RGB32)
            part = (ours.width(), ours.height(), theirs.bytesPerLine())
            exported.draw(tile.page, size, (tile.rect.x(), tile.rect.y()), theirs.bits(), part)
            assert ours == theirs
        exported.close()


def test_of_an_edited_number_only_its_row_and_those_of_the_totals_are_drawn(
    qtbot: QtBot, owner: QObject, rows: Asked
) -> None:
    press = Press(owner)
    before = pulled(qtbot, press, REPORT, SIZES[0])
    del rows[:]
    after = pulled(qtbot, press, edits.set_cell(REPORT, CellId("t3.granted.natural"), "12"), SIZES[0])
    assert before.versions != after.versions
    drawn = [each for each in rows if each]
    assert len(drawn) == 1
    assert len(drawn[0]) > 1
    assert sum(bottom - top for top, bottom in drawn[0]) < SIZES[0][1] / 3


def test_another_size_is_drawn_whole(qtbot: QtBot, owner: QObject, rows: Asked) -> None:
    press = Press(owner)
    pulled(qtbot, press, REPORT, SIZES[0])
    pulled(qtbot, press, EDITED[0], SIZES[1])
    assert not any(rows)
