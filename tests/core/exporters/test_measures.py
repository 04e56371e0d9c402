"""The printed page measured against GB/T 9704-2012, by readers that know nothing of ours; half a millimetre is allowed.

Where lines stand is taken from the file, where ink stands from a picture of the page.
"""

from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from core.exporters.pdf import write
from core.report import Report
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font
MM = 72 / 25.4
ALLOWED = 0.5 * MM
DPI = 300


@cache
def long_report() -> bytes:
    return write(Report(unit="棠溪县", year=2031, texts={"s1": "国" * 28 * 60}))[0]


def lines_of(number: int) -> list[list[dict[str, Any]]]:
    """Return the characters of each line of a page, from top to bottom; without the page number."""
    with pdfplumber.open(BytesIO(long_report())) as pdf:
        chars = [char for char in pdf.pages[number].chars if char["text"] == "国"]
    lines: dict[float, list[dict[str, Any]]] = {}
    for char in chars:
        lines.setdefault(round(char["matrix"][5], 1), []).append(char)
    return [sorted(lines[at], key=lambda char: char["x0"]) for at in sorted(lines, reverse=True)]


def ink(number: int, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return what is not white within left, top, right, bottom of a page, all in mm from its upper left corner."""
    document = pypdfium2.PdfDocument(long_report())
    picture = document[number].render(scale=DPI / 72, grayscale=True)
    dots, stride = bytes(picture.buffer), picture.stride
    document.close()
    left, top, right, bottom = (round(value / 25.4 * DPI) for value in box)
    rows = {y: dots[y * stride + left : y * stride + right] for y in range(top, bottom)}
    inked = [y for y, row in rows.items() if min(row) < 128]
    across = [x for row in rows.values() for x, dot in enumerate(row, start=left) if dot < 128]
    return tuple(value * 25.4 / DPI for value in (min(across), min(inked), max(across) + 1, max(inked) + 1))  # type: ignore[return-value]  # four


def test_the_paper_is_a4() -> None:
    with pdfplumber.open(BytesIO(long_report())) as pdf:
        assert {(round(page.width / MM, 1), round(page.height / MM, 1)) for page in pdf.pages} == {(210.0, 297.0)}


def test_a_page_has_22_lines_of_28_characters_of_size_3() -> None:
    lines = lines_of(1)
    assert [len(line) for line in lines] == [28] * 22
    assert {round(char["size"], 1) for line in lines for char in line} == {16.0}


def test_the_lines_fill_the_width_between_the_margins() -> None:
    for line in lines_of(1):
        assert line[0]["x0"] == pytest.approx(28 * MM, abs=ALLOWED)
        assert line[-1]["x1"] == pytest.approx((210 - 26) * MM, abs=ALLOWED)
        steps = [right["x0"] - left["x0"] for left, right in pairwise(line)]
        assert max(steps) - min(steps) < 0.05
        assert sum(steps) / 27 == pytest.approx(156 * MM / 28, abs=ALLOWED / 28)


def test_the_lines_share_the_height_between_the_margins() -> None:
    baselines = [297 * MM - line[0]["matrix"][5] for line in lines_of(1)]
    steps = [lower - upper for upper, lower in pairwise(baselines)]
    assert all(step == pytest.approx(225 * MM / 22, abs=0.02) for step in steps)
    middle = (baselines[0] + baselines[-1]) / 2 - 0.36 * 16  # from the line to the middle of a character
    assert middle == pytest.approx((37 + 225 / 2) * MM, abs=ALLOWED)


def test_the_ink_stays_between_the_margins() -> None:
    left, top, right, bottom = ink(1, (5, 30, 205, 264))
    assert left == pytest.approx(28, abs=0.9)  # with the blank edge of 国
    assert right == pytest.approx(184, abs=0.9)
    assert 37 <= top <= 37 + 225 / 22 / 2
    assert 262 - 225 / 22 / 2 <= bottom <= 262


@pytest.mark.parametrize("page", [0, 1])
def test_the_dashes_of_the_page_number_stand_7_mm_below_one_character_from_the_outer_edge(page: int) -> None:
    left, _, right, _ = ink(page, (5, 264, 205, 290))
    if page % 2 == 0:
        assert right == pytest.approx(210 - 26 - 14 / MM, abs=ALLOWED)
        dash = ink(page, (right - 4, 264, right, 290))
    else:
        assert left == pytest.approx(28 + 14 / MM, abs=ALLOWED)
        dash = ink(page, (left, 264, left + 4, 290))
    assert dash[1] == pytest.approx(297 - 35 + 7, abs=0.5)
