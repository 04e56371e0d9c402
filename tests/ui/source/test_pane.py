"""The pane with the source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from core import exporters
from core.importers.extract import Box, Extract, Grid, Origin, Paragraph
from tests.examples import filled
from tests.ui.looking import child
from tests.ui.scans import write_picture, write_scan
from ui.source.pane import SourcePane

WORDS = Extract((Paragraph("青禾县水务局年度报告"), Grid((("一、本年新收", "12"),), "第 1 个表格")))
BOX = Box(0, 60, 60, 200, 80)
PRINTED = Extract((Paragraph("青禾县水务局年度报告", box=BOX),), lines=True, pages=3)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[SourcePane]:
    made = SourcePane(closable=True)
    qtbot.addWidget(made)
    made.resize(460, 600)
    made.show()
    yield made
    made.clear()


def told(pane: SourcePane, name: str) -> str:
    return child(pane, QLabel, name).text()


def has_picture(pane: SourcePane) -> bool:
    """Whether dark words are on the page in view."""
    image = pane.pages.viewport().grab().toImage()
    dots = (image.pixelColor(x, y).lightness() for y in range(20, image.height(), 3) for x in range(20, 400, 3))
    return pane.view() is pane.pages and min(dots) < 80


def test_a_word_file_is_shown_as_words_and_tables(pane: SourcePane) -> None:
    pane.show_reading("甲.docx", WORDS, Path("甲.docx"))
    pane.highlight(Origin(1, 0, 1))
    assert pane.view() is pane.blocks
    assert told(pane, "sourceName") == "原件：甲.docx"
    assert pane.blocks.place_rect(Origin(1, 0, 1)).height() > 10
    assert pane.blocks.accessibleDescription() == "12"


def test_pasted_words_have_no_file_and_are_shown_too(pane: SourcePane) -> None:
    pane.show_reading("粘贴的文字", PRINTED, None)
    assert pane.view() is pane.blocks


def test_a_pdf_is_shown_as_its_pages_with_the_place_framed(qtbot: QtBot, pane: SourcePane, tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    exporters.export(filled(), path)
    pane.show_reading("年报.pdf", PRINTED, path)
    pane.highlight(Origin(0))
    qtbot.waitUntil(lambda: told(pane, "sourceTold").startswith("第 1 页，共"), timeout=20_000)
    assert not pane.pages.marked_rect().isEmpty()
    qtbot.waitUntil(lambda: has_picture(pane), timeout=20_000)


def test_a_scan_is_shown_though_nothing_was_read(qtbot: QtBot, pane: SourcePane, tmp_path: Path) -> None:
    pane.show_pages(write_scan(tmp_path / "扫描.pdf"))
    qtbot.waitUntil(lambda: told(pane, "sourceTold") == "第 1 页，共 2 页 · 100 %", timeout=20_000)
    qtbot.waitUntil(lambda: has_picture(pane), timeout=20_000)


def test_a_picture_file_is_shown(qtbot: QtBot, pane: SourcePane, tmp_path: Path) -> None:
    pane.show_pages(write_picture(tmp_path / "照片.jpg"))
    qtbot.waitUntil(lambda: has_picture(pane), timeout=20_000)


def test_where_pages_cannot_be_drawn_the_words_are_shown_and_why(
    qtbot: QtBot, pane: SourcePane, tmp_path: Path
) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.4 and then nothing")
    pane.show_reading("坏.pdf", PRINTED, path)
    pane.highlight(Origin(0))
    qtbot.waitUntil(lambda: pane.view() is pane.blocks, timeout=20_000)
    assert told(pane, "sourceNote").startswith("● 页面显示不了：“坏.pdf”已损坏")
    assert told(pane, "sourceNote").endswith("下面是读到的文字。")
    assert pane.blocks.place_rect(Origin(0)).height() > 10


def test_another_file_takes_the_place_of_one_still_on_its_way(qtbot: QtBot, pane: SourcePane, tmp_path: Path) -> None:
    pane.show_pages(write_scan(tmp_path / "扫描.pdf"))
    pane.show_reading("甲.docx", WORDS, None)
    qtbot.wait(600)
    assert pane.view() is pane.blocks
    assert told(pane, "sourceTold") == ""


def test_the_buttons_zoom_and_ask_to_put_the_pane_away(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_reading("甲.docx", WORDS, None)
    before = pane.blocks.place_rect(Origin(0)).height()
    child(pane, QToolButton, "sourceLarger").click()
    assert pane.blocks.place_rect(Origin(0)).height() > before
    child(pane, QToolButton, "sourceSmaller").click()
    assert pane.blocks.place_rect(Origin(0)).height() == before
    with qtbot.waitSignal(pane.close_asked):
        child(pane, QToolButton, "sourceClose").click()


def test_a_click_in_the_source_tells_the_place(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_reading("甲.docx", WORDS, None)
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        qtbot.mouseClick(pane.blocks.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert chosen.args == [Origin(0)]


def test_a_long_name_is_cut_in_the_middle_and_whole_in_the_hint(pane: SourcePane) -> None:
    name = "青禾县水务局" * 12 + "年报.docx"
    pane.show_reading(name, WORDS, None)
    assert "…" in told(pane, "sourceName")
    assert child(pane, QLabel, "sourceName").toolTip() == name
