from PySide6.QtGui import QImage, QPalette
from pytestqt.qtbot import QtBot

from tests.ui.matrix.conftest import Desk, Open


def shot(d: Desk) -> QImage:
    image: QImage = d.view.viewport().grab().toImage()
    return image


def test_table_3_shows_all_seven_columns_without_sideways_scrolling(desk: Open) -> None:
    d = desk()
    assert d.view.horizontalScrollBar().maximum() == 0


def test_the_table_takes_no_more_height_than_it_has(desk: Open) -> None:
    d = desk("t4")
    d.editor.resize(1000, 700)
    assert d.view.height() <= d.view.geometry_.height + 1


def test_rows_and_columns_are_as_high_and_wide_as_the_labels_beside_them(desk: Open) -> None:
    d = desk()
    geometry = d.view.geometry_
    index = d.editor.model.index_of(d.cell("other_unpaid_fee.research"))
    printed = geometry.rect(d.view.source.table.spans[d.cell("other_unpaid_fee.research")])
    assert d.view.visualRect(index).size() == printed.size()


def test_the_corner_covers_what_both_heads_leave_free(desk: Open) -> None:
    d = desk()
    assert d.view.corner.width() == d.view.geometry_.label_width
    assert d.view.corner.height() == d.view.geometry_.head_height
    assert not desk("t4").view.corner.isVisible()


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


def test_a_change_of_the_systems_colours_is_followed(desk: Open) -> None:
    d = desk()
    palette = d.editor.palette()
    palette.setColor(QPalette.ColorRole.Base, "#101010")
    palette.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    d.editor.setPalette(palette)
    assert d.view.delegate.colours.paper.name() == "#101010"


def test_a_larger_font_makes_larger_rows(desk: Open) -> None:
    d = desk()
    before = d.view.rowHeight(0)
    font = d.editor.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    d.editor.setFont(font)
    assert d.view.rowHeight(0) > before


def test_the_paper_ends_where_the_table_ends(desk: Open) -> None:
    d = desk("t2")
    d.editor.resize(1600, 700)
    image = d.view.grab().toImage()
    ground = d.view.palette().color(QPalette.ColorRole.Window)
    edge = d.view.geometry_.width + 8
    assert image.width() > edge + 100
    spots = [(x, y) for x in range(edge, image.width(), 20) for y in range(0, image.height(), 10)]
    assert {image.pixelColor(x, y).name() for x, y in spots} == {ground.name()}
