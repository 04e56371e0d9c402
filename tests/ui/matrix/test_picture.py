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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_lines_are_whole_pixels_of_the_screen_at_every_scale(
    desk: Open, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    d = desk("t3", {"granted.natural": "0", "granted.business": "0"})
    monkeypatch.setattr(d.view, "devicePixelRatioF", lambda: ratio, raising=False)
    d.view._lay_out()
    geometry, grid = d.view.geometry_, d.view.delegate.colours.grid
    image = d.view._picture._drawn(geometry).pixmap.toImage()
    assert image.width() >= geometry.width * ratio
    middle = round((geometry.ys[5] + geometry.ys[6]) / 2 * ratio)
    edges = [geometry.xs[i] * ratio for i in range(geometry.left + 1, geometry.left + 7)]
    assert all(edge == round(edge) for edge in edges)
    thick = int(ratio)
    for edge in map(round, edges):
        seen = [image.pixelColor(edge + by, middle) == grid for by in range(-thick - 1, 1)]
        assert seen == [False, *[True] * thick, False]
