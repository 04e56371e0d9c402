from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from core import edits
from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.delegate import CellDelegate


def counted(d: Desk, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note every cell that is drawn."""
    drawn: list[object] = []
    paint = CellDelegate.paint_face

    def note(self: CellDelegate, painter: Any, rect: Any, face: Any, **how: Any) -> None:
        drawn.append(rect)
        paint(self, painter, rect, face, **how)

    monkeypatch.setattr(CellDelegate, "paint_face", note)
    return drawn


def test_an_edit_draws_the_cell_and_its_sums_and_no_other(desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    d = desk("t3", {"granted.natural": "9"})
    d.view.grab()
    drawn = counted(d, monkeypatch)
    d.session.edit("改", edits.set_cell, d.cell("granted.natural"), "7")
    QApplication.processEvents()
    spans = d.view.source.table.spans
    cells = ("granted.natural", "granted.total", "total_handled.natural", "total_handled.total")
    assert sorted(map(repr, drawn)) == sorted(repr(d.view.geometry_.rect(spans[d.cell(cell)])) for cell in cells)


def test_going_from_cell_to_cell_draws_none_afresh(desk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    d = desk()
    d.view.grab()
    drawn = counted(d, monkeypatch)
    d.go("granted.business")
    QApplication.processEvents()
    assert not drawn


@pytest.mark.parametrize("table", ["t2", "t3", "t4"])
def test_the_picture_kept_is_the_picture_drawn_afresh(desk: Open, table: str) -> None:
    d = desk(table)
    d.view.grab()
    cell = next(cell for cell in d.view.grid.places if d.view.is_open(cell))
    d.session.edit("改", edits.set_cell, cell, "31")
    kept = d.view.grab().toImage()
    d.view.repaint_all()
    assert d.view.grab().toImage() == kept
