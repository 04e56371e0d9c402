from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.matrix.conftest import Desk, Open


def shot(d: Desk) -> QImage:
    image: QImage = d.view.viewport().grab().toImage()
    return image


def test_a_flash_goes_out_by_itself(desk: Open, qtbot: QtBot) -> None:
    d = desk()
    dark = shot(d)
    d.view.flash(d.cell("granted.natural"))
    assert shot(d) != dark
    qtbot.waitUntil(lambda: shot(d) == dark, timeout=3000)


def test_the_copied_cells_are_framed(desk: Open) -> None:
    d = desk()
    before = shot(d)
    d.view.frame((d.cell("granted.business"), d.cell("granted.research")))
    assert shot(d) != before
    d.view.frame(())
    assert shot(d) == before


def test_a_lock_shows_on_the_current_cell_where_it_is_computed(desk: Open) -> None:
    d = desk()
    d.go("granted.total")
    rect = d.view.visualRect(d.editor.model.index_of(d.view.current))
    muted = d.view.delegate.colours.muted
    image = shot(d)
    assert any(image.pixelColor(rect.left() + x, rect.bottom() - 5) == muted for x in range(4, 12))
