from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core import edits
from core.cells import CellId
from core.report import Report
from tests.ui.looking import children
from ui.controls import plain
from ui.wizard.place_links import PlaceLinks, notes


def test_notes_are_listed_in_the_order_of_the_form_and_lead_to_their_cells() -> None:
    report = edits.set_note(Report(), CellId("t4.review.upheld"), "已核对")
    report = edits.set_note(report, CellId("t3.granted.natural"), "与信访科核对过")
    assert notes(report) == [
        ("三(一) 予以公开 · 自然人：与信访科核对过", "s3", "t3.granted.natural"),
        ("行政复议 · 结果维持：已核对", "s4", "t4.review.upheld"),
    ]
    assert notes(Report()) == []


def test_a_line_that_is_clicked_asks_for_its_place(qtbot: QtBot) -> None:
    links = PlaceLinks("links", plain("批注"))
    qtbot.addWidget(links)
    links.tell([("三(一)：<b>甲", "s3", "t3.granted.natural")])
    line = children(links, QLabel)[-1]
    assert line.text().endswith("三(一)：&lt;b>甲</a>")
    with qtbot.waitSignal(links.asked) as asked:
        line.linkActivated.emit("s3 t3.granted.natural")
    assert asked.args == ["s3", "t3.granted.natural"]


def test_without_a_line_it_is_not_there(qtbot: QtBot) -> None:
    links = PlaceLinks("links", plain("批注"))
    qtbot.addWidget(links)
    links.tell([("三(一)", "s3", "t3.granted.natural")])
    links.tell([])
    assert links.isHidden()
    links.tell([], "✓ 都填齐了。")
    assert not links.isHidden()
