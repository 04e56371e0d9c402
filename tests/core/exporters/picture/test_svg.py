"""The 图解 as SVG, opened by Qt and by an XML reader."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pypdfium2
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from core.exporters.ink import printed
from core.exporters.picture import svg
from core.exporters.picture.page import compose
from tests.core.exporters.invented import RARE, full_report, needs_chinese_font

pytestmark = needs_chinese_font

SPACE = "{http://www.w3.org/2000/svg}"
WIDE, HIGH, SMALL = 1190, 1684, (119, 168)


def test_all_words_stand_in_the_description_and_none_needs_a_font() -> None:
    composed = compose(full_report())
    root = ET.fromstring(svg.written(composed))
    assert root.findtext(f"{SPACE}title") == composed.title
    words = (root.findtext(f"{SPACE}desc") or "").splitlines()
    assert {"98765432", "行政许可", "自然人"} <= set(words)
    assert root.findall(f".//{SPACE}text") == []
    names = {each.get("id") for each in root.iter(f"{SPACE}path") if each.get("id")}
    assert {(each.get("href") or "")[1:] for each in root.iter(f"{SPACE}use")} == names


def test_what_would_be_markup_is_escaped() -> None:
    composed = compose(replace(full_report(), unit="“A&B<局>”"))
    root = ET.fromstring(svg.written(composed))
    assert (root.findtext(f"{SPACE}title") or "").startswith("“A&B<局>”")


def test_it_looks_as_the_printed_page() -> None:
    composed = compose(full_report())
    renderer = QSvgRenderer(QByteArray(svg.written(composed)))
    assert renderer.isValid()
    drawn = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    with pypdfium2.PdfDocument(printed(composed)) as document:
        paper = document[0].render(scale=2.0).to_pil().convert("L").resize(SMALL, Image.Resampling.BOX)
    small = drawn.scaled(*SMALL, mode=Qt.TransformationMode.SmoothTransformation)
    apart = [
        abs(QColor(small.pixel(x, y)).lightness() - int(str(paper.getpixel((x, y)))))
        for x in range(SMALL[0])
        for y in range(SMALL[1])
    ]
    assert sum(apart) / len(apart) < 4


def test_rare_characters_are_drawn_too() -> None:
    plain = svg.written(compose(replace(full_report(), unit="青禾县")))
    rare = svg.written(compose(replace(full_report(), unit=f"青禾县{RARE}")))
    assert rare.count(b"<path id=") == plain.count(b"<path id=") + len(RARE)


def test_the_same_page_gives_the_same_file() -> None:
    assert svg.written(compose(full_report())) == svg.written(compose(full_report()))
