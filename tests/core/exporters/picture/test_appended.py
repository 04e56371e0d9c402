"""The 图解 as the last page of a report's PDF."""

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from core.exporters import pdf
from core.exporters.ink import printed
from core.exporters.marks import Composed
from core.exporters.picture import page
from core.exporters.picture.appended import appended, compose
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font
from tests.examples import filled

pytestmark = needs_chinese_font

BOTH = replace(full_report(), last_year=filled({"t2.licensing.decisions": 40}))


@pytest.fixture(scope="module")
def both() -> Composed:
    return appended(pdf.compose(full_report()), page.compose(full_report()))


def last_page(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        drawn: Image.Image = document[len(document) - 1].render(scale=1.0).to_pil()
        return drawn.convert("L")


def test_it_looks_as_the_picture_by_itself(both: Composed) -> None:
    difference = ImageChops.difference(last_page(printed(both)), last_page(printed(page.compose(full_report()))))
    assert ImageStat.Stat(difference).mean[0] < 3


def test_no_program_reads_its_words_as_part_of_the_report(both: Composed) -> None:
    with (
        pdfplumber.open(BytesIO(printed(both))) as read,
        pdfplumber.open(BytesIO(printed(pdf.compose(full_report())))) as alone,
    ):
        assert len(read.pages) == len(alone.pages) + 1
        assert [each.extract_text() for each in read.pages[:-1]] == [each.extract_text() for each in alone.pages]
        assert read.pages[-1].extract_text() == ""


def test_those_who_cannot_see_it_hear_its_words(both: Composed) -> None:
    assert both.tags[-1].kind == "Figure"
    assert "行政许可" in both.tags[-1].alt
    assert "98765432" in both.tags[-1].alt


@pytest.mark.parametrize("report", [BOTH, filled(), filled({"t3.new_requests.natural": ""})])
def test_no_two_pauses_are_heard_on_end(report: Report) -> None:
    heard = compose(report).tags[-1].alt
    assert not re.search("[，。：；、]，", heard)
    assert "年度报告图解，" in heard


def test_its_rows_lead_to_their_cells_on_its_own_page(both: Composed) -> None:
    spots = [spot for spot in both.spots if spot.page == len(both.pages) - 1]
    assert "t2.licensing.decisions" in {spot.target for spot in spots}


def test_a_document_without_structure_stays_one() -> None:
    plain = replace(pdf.compose(full_report()), tags=())
    assert appended(plain, page.compose(full_report())).tags == ()


def test_a_report_is_set_with_its_picture_in_one_go(both: Composed) -> None:
    assert compose(full_report()) == both
