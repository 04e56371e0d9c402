"""From marks to the file."""

from io import BytesIO

import pdfplumber
import pytest

from core.exporters.compose import Piece
from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.ink import printed
from core.exporters.marks import Bookmark, Composed, Frame, Mark, Shape, Text, frozen
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


def test_shapes_and_coloured_words_have_their_colours() -> None:
    name = Faces().sorts("年", Role.BODY, 20.0)[0].font
    marks: list[Mark] = [
        Shape((("re", (100.0, 500.0, 50.0, 20.0)),), fill=(0.2, 0.4, 0.6)),
        Shape((("m", (10.0, 10.0)), ("l", (90.0, 10.0))), line=(0.5, 0.5, 0.5), width=2.0),
        Text((Piece(0.0, "年", name, 0.0),), 100.0, 600.0, 20.0, 0.0, bold=False, colour=(0.1, 0.2, 0.3)),
        Text((Piece(0.0, "报", name, 0.0),), 100.0, 400.0, 20.0, 0.0, bold=False),
    ]
    with pdfplumber.open(BytesIO(printed(Composed(frozen([marks]), (), (), "题", "单位")))) as pdf:
        page = pdf.pages[0]
        assert page.rects[0]["non_stroking_color"] == (0.2, 0.4, 0.6)
        assert (page.lines[0]["stroking_color"], page.lines[0]["linewidth"]) == ((0.5, 0.5, 0.5), 2)
        colours = [char["non_stroking_color"] for char in page.chars]
        assert colours[0] == (0.1, 0.2, 0.3)
        assert colours[1] in ((0,), (0, 0, 0), 0, None)
        assert "MarkInfo" not in pdf.doc.catalog  # no structure was given


def test_places_of_one_name_are_listed_apart_and_below_one_another() -> None:
    name = Faces().sorts("年", Role.BODY, 20.0)[0].font
    page: list[Mark] = [Text((Piece(0.0, "年", name, 0.0),), 100.0, 600.0, 20.0, 0.0, bold=False)]
    page += [Bookmark("一、", 700.0), Bookmark("表", 600.0, 1), Bookmark("一、", 500.0), Bookmark("表", 400.0, 1)]
    with pdfplumber.open(BytesIO(printed(Composed(frozen([page]), (), (), "题", "单位")))) as pdf:
        found = [(level, title) for level, title, *_ in pdf.doc.get_outlines()]
    assert found == [(1, "一、"), (2, "表"), (1, "一、"), (2, "表")]


def test_a_page_that_is_the_same_in_the_next_file_is_drawn_once_unless_its_fonts_changed() -> None:
    faces = Faces()
    pieces = [Piece(0.0, char, faces.sorts(char, Role.BODY, 20.0)[0].font, 0.0) for char in "年报甲乙"]
    texts = [Text((piece,), 100.0, 600.0, 20.0, 0.0, bold=False) for piece in pieces]
    first = Composed(frozen([[texts[0]], [texts[1]]]), (), (), "题", "单位")
    second = Composed(frozen([[texts[0]], [texts[2]]]), (), (), "题", "单位")
    before = printed(first)
    for composed, words in ((second, ["年", "甲"]), (first, ["年", "报"])):
        with pdfplumber.open(BytesIO(printed(composed))) as pdf:
            assert [page.extract_text() for page in pdf.pages] == words
    assert printed(first) == before
