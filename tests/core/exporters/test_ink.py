"""From marks to the file."""

from io import BytesIO

import pdfplumber
import pytest

from core.exporters.compose import Piece
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.ink import printed
from core.exporters.marks import Bookmark, Composed, Frame, Mark, Text, frozen
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font


def test_marks_are_printed_where_they_stand() -> None:
    name = Faces().sorts("年", Role.BODY, 20.0)[0].font
    marks: list[Mark] = [
        Bookmark("一、总体情况", 700.0),
        Text((Piece(5.0, "年报", name, 3.0),), 100.0, 600.0, 20.0, 1.0, bold=True),
        Frame(100.0, 500.0, 50.0, 20.0),
    ]
    with pdfplumber.open(BytesIO(printed(Composed(frozen([marks, marks]), (), (), "题", "单位")))) as pdf:
        assert len(pdf.pages) == 2
        page = pdf.pages[1]
        assert [round(char["x0"], 1) for char in page.chars] == [105.0, 129.0]
        assert page.chars[0]["size"] == pytest.approx(20, abs=4)
        (frame,) = page.rects
        assert (frame["x0"], frame["width"], frame["height"]) == (100, 50, 20)
