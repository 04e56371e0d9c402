from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.matrix.conftest import Desk, Open
from ui.matrix.heads import Head

LEFT = Qt.MouseButton.LeftButton


def click(d: Desk, head: Head, words: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    label = next(label for label in d.view.source.table.labels if label.text == words)
    place = d.view.geometry_.rect(label.span).center() + head.origin()
    assert head.label_at(place) == label
    QTest.mouseClick(head.viewport(), LEFT, held, place)


def test_a_row_label_selects_its_row(desk: Open) -> None:
    d = desk()
    click(d, d.view.heads[0], "（一）予以公开")
    assert len(d.chosen) == 7
    assert d.at == "granted.natural"


def test_a_merged_row_label_selects_all_its_rows(desk: Open) -> None:
    d = desk()
    click(d, d.view.heads[0], "（四）无法提供")
    assert len(d.chosen) == 21
    assert d.at == "unable_not_held.natural"


def test_a_column_head_selects_its_column_and_a_merged_one_all_of_its_columns(desk: Open) -> None:
    d = desk()
    click(d, d.view.heads[1], "科研机构")
    assert len(d.chosen) == 25
    click(d, d.view.heads[1], "法人或其他组织")
    assert len(d.chosen) == 125


def test_the_corner_selects_everything(desk: Open) -> None:
    d = desk()
    QTest.mouseClick(d.view.corner, LEFT)
    assert len(d.chosen) == 175


def test_row_and_column_of_the_current_cell_are_lit(desk: Open) -> None:
    d = desk()
    d.go("denied_third_party.research")
    drawing = d.view.drawing()
    hot = {label.text for label in drawing.labels if drawing.is_hot(label)}
    assert hot == {
        "申请人情况",
        "法人或其他组织",
        "科研机构",
        "三、本年度办理结果",
        "（三）不予公开",
        "4.保护第三方合法权益",
    }


def test_in_table_2_only_the_row_is_lit(desk: Open) -> None:
    d = desk("t2")
    d.go("licensing.decisions")
    drawing = d.view.drawing()
    assert [label.text for label in drawing.labels if drawing.is_hot(label)] == ["行政许可"]


def test_the_heads_stay_in_view_while_the_values_scroll(desk: Open) -> None:
    d = desk()
    d.editor.resize(860, 320)
    d.view.verticalScrollBar().setValue(d.view.verticalScrollBar().maximum())
    assert d.view.verticalScrollBar().value() > 0
    assert d.view.heads[1].height() == d.view.geometry_.head_height
    assert d.view.heads[0].origin().y() == -d.view.geometry_.head_height - d.view.verticalScrollBar().value()


def test_the_words_of_a_tall_label_stay_in_what_can_be_seen_of_it(desk: Open) -> None:
    d = desk()
    d.editor.resize(860, 400)
    d.view.verticalScrollBar().setValue(60)
    image = d.view.heads[0].viewport().grab().toImage()
    column = range(3, d.view.geometry_.xs[1] - 3)
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 128 for x in column)]
    assert min(inked) > 3
    assert max(inked) < image.height() - 3
    assert max(inked) - min(inked) > 100


def test_the_head_of_the_current_column_has_a_bar_that_does_not_need_colour(desk: Open) -> None:
    d = desk()
    d.go("granted.research")
    image = d.view.heads[1].viewport().grab().toImage()
    geometry, accent = d.view.geometry_, d.view.delegate.colours.accent
    middle = (geometry.xs[5] + geometry.xs[6]) // 2 - geometry.label_width
    assert image.pixelColor(middle, image.height() - 1) == accent
    assert image.pixelColor(middle + 2 * (geometry.xs[6] - geometry.xs[5]), image.height() - 1) != accent
