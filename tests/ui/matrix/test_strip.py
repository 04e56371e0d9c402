from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core import edits
from core.form import F2021
from tests.ui.matrix.conftest import Desk, Open

T3 = F2021.table("t3")
COLUMN = {"new_requests": "12", "carried_in": "3", "granted": "9", "unable_not_held": "4", "carried_forward": "1"}


def test_a_click_on_a_term_goes_to_its_cell(desk: Open) -> None:
    d = desk()
    line = d.editor.strip.lines[0]
    QTest.mouseClick(
        line,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        line.place_of(d.cell("carried_forward.natural")),
    )
    assert d.at == "carried_forward.natural"
    assert d.view.hasFocus()


def test_the_strip_follows_cell_and_value(desk: Open) -> None:
    d = desk("t3", COLUMN and {f"{row}.natural": raw for row, raw in COLUMN.items()})
    d.go("carried_in.business")
    assert d.editor.strip.lines[0].text().startswith("商业企业")
    d.session.edit("改", edits.set_cell, d.cell("carried_in.business"), "77")
    assert "77" in d.editor.strip.lines[0].text()


def test_table_2_has_no_equations_and_no_strip(desk: Open) -> None:
    assert not desk("t2").editor.strip.isVisible()


def test_the_strip_grows_with_the_font(desk: Open) -> None:
    d = desk()
    before = d.editor.strip.lines[0].height()
    font = d.editor.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    d.editor.setFont(font)
    assert d.editor.strip.lines[0].maximumHeight() > before


def wide_desk(desk: Open) -> Desk:
    d = desk("t3")
    long = {cell.id: "12345" for cell in T3.cells if cell.column.id == "natural" and not cell.computed}
    d.session.edit("改", edits.set_cells, long)
    d.editor.resize(700, 700)
    return d


def test_an_equation_that_is_too_long_says_how_many_terms_it_leaves_out(desk: Open) -> None:
    d = wide_desk(desk)
    d.go("total_handled.natural")
    line = d.editor.strip.lines[1]
    assert "其余" in line.text()
    assert line.sizeHint().width() <= line.width()
    assert "已合计" in line.text()
    assert "其余" not in line.whole_text()
    assert line.whole_text().count("12345") == 21


def test_on_a_wide_window_the_terms_come_back(desk: Open) -> None:
    d = wide_desk(desk)
    d.go("total_handled.natural")
    narrow = d.editor.strip.lines[1].text().count("12345")
    d.editor.resize(1500, 700)
    assert d.editor.strip.lines[1].text().count("12345") > narrow
    d.editor.resize(560, 700)
    assert all(line.text() for line in d.editor.strip.lines)
    assert all(line.sizeHint().width() <= line.width() for line in d.editor.strip.lines)


def test_on_a_very_narrow_page_the_sums_and_how_they_stand_are_left(desk: Open) -> None:
    d = wide_desk(desk)
    d.go("total_handled.natural")
    d.editor.resize(330, 700)
    assert d.editor.strip.lines[1].text() == "自然人：259245 ＝ 259245    ✓ 已合计"
