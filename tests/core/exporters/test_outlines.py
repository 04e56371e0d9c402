"""Glyphs as paths."""

import pytest
from reportlab.pdfbase import pdfmetrics

from core.exporters.faces import Faces
from core.exporters.font_files import faces
from core.exporters.fonts import Role
from core.exporters.hb_font import HbFont
from core.exporters.outlines import _Pen
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font


def fonts() -> list[HbFont]:
    """Faces of either kind of outline, those that this test knows."""
    wanted = ("LXGW WenKai", "Noto Serif CJK SC", "FangSong", "SimSun")
    found = {name: face for face in faces() for name in face.names if name in wanted}
    return [HbFont(f"T{i}", face.path, face.index) for i, face in enumerate(found.values())]


def test_an_outline_is_as_large_as_the_character_and_closed() -> None:
    for font in fonts():
        steps = font.outline("回")
        assert {letter for letter, _ in steps} <= {"m", "l", "c", "h"}
        assert [letter for letter, _ in steps].count("h") == [letter for letter, _ in steps].count("m") >= 3
        numbers = [number for _, each in steps for number in each]
        assert -0.2 < min(numbers) < 0.2
        assert 0.7 < max(numbers) < 1.0


def test_nothing_is_drawn_of_a_blank() -> None:
    font = pdfmetrics.getFont(Faces().name(Role.BODY))
    assert font.outline(" ") == ()


def test_a_curve_with_one_point_between_goes_through_the_same_places() -> None:
    pen = _Pen(1)
    pen.moveTo((0.0, 0.0))
    pen.qCurveTo((1.0, 2.0), (2.0, 0.0))
    (_, (x1, y1, x2, y2, x3, y3)) = pen.steps[1]
    middle = ((3 * x1 + 3 * x2 + x3) / 8, (3 * y1 + 3 * y2 + y3) / 8)
    assert middle == pytest.approx((1.0, 1.0))  # of the curve with one point: a quarter, a half, a quarter
