"""reportlab's drawings as marks of a page."""

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect, String
from reportlab.lib.colors import HexColor

from core.exporters.faces import Faces
from core.exporters.fonts import Role
from core.exporters.marks import Shape, Text
from core.exporters.picture.flat import marks, moved
from tests.core.exporters.invented import needs_chinese_font


def test_shapes_stand_where_their_groups_put_them() -> None:
    drawing = Drawing(50, 50)
    inner = Group(Rect(1, 2, 30, 4, fillColor=HexColor("#0000ff"), strokeColor=None))
    inner.translate(10, 20)
    drawing.add(inner)
    drawing.add(Line(0, 0, 5, 5, strokeColor=HexColor("#ff0000"), strokeWidth=0.6))
    rectangle, line = (moved(mark, 100.0, 200.0, 7) for mark in marks(drawing))
    assert rectangle == Shape((("re", (111.0, 222.0, 30, 4)),), (0.0, 0.0, 1.0), None, 1, 7)
    assert line == Shape((("m", (100.0, 200.0)), ("l", (105.0, 205.0))), None, (1.0, 0.0, 0.0), 0.6, 7)


@needs_chinese_font
def test_words_begin_where_their_anchor_says() -> None:
    face = Faces().name(Role.HEADING)
    drawing = Drawing(50, 50)
    for anchor in ("start", "middle", "end"):
        drawing.add(String(40, 0, "年报", fontName=face, fontSize=10, textAnchor=anchor))
    texts = [mark for mark in marks(drawing) if isinstance(mark, Text)]
    assert [round(text.x) for text in texts] == [40, 30, 20]


def test_what_leaves_no_trace_is_no_mark() -> None:
    drawing = Drawing(50, 50)
    drawing.add(Rect(0, 0, 1, 1, fillColor=None, strokeColor=None))
    drawing.add(String(0, 0, ""))
    assert list(marks(drawing)) == []


def test_what_our_charts_never_hold_is_not_dropped_in_silence() -> None:
    drawing = Drawing(50, 50)
    drawing.add(Circle(0, 0, 1))
    with pytest.raises(TypeError, match="Circle"):
        list(marks(drawing))
