"""草稿 in the margin."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2

from core.exporters.draft import SIZE
from core.exporters.marks import Stamp
from core.exporters.paper import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from core.exporters.pdf import compose, printed
from core.importers.pdf import reader
from core.report import Final, Report
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = needs_chinese_font
DRAFT = full_report()
FINAL = replace(DRAFT, final=Final("程远", "2032-01-20", "3F7K-9Q2M"))


def extents(stamp: Stamp) -> tuple[float, float, float, float]:
    ends = [numbers[-2:] for _, numbers in stamp.steps if numbers]
    across, up = zip(*ends, strict=True)
    return min(across), min(up), max(across), max(up)


def stamps(report: Report) -> list[list[Stamp]]:
    return [[mark for mark in page if isinstance(mark, Stamp)] for page in compose(report).pages]


def test_every_page_of_a_draft_is_marked_and_none_of_a_final_report() -> None:
    assert all(len(page) == 1 for page in stamps(DRAFT))
    assert not any(stamps(FINAL))


def test_the_mark_stands_in_the_upper_margin_at_the_outer_edge_clear_of_the_text() -> None:
    for at, (stamp,) in enumerate(stamps(DRAFT)):
        left, lower, right, upper = extents(stamp)
        assert PAGE_HEIGHT - TOP + SIZE / 2 < lower < upper < PAGE_HEIGHT - SIZE
        assert right - left < 3 * SIZE
        assert abs(right - (PAGE_WIDTH - RIGHT)) < 4 if at % 2 == 0 else abs(left - LEFT) < 4


def test_no_reader_finds_it_as_text_or_lines_but_the_eye_does() -> None:
    draft, final = printed(compose(DRAFT)), printed(compose(FINAL))
    with pdfplumber.open(BytesIO(draft)) as one, pdfplumber.open(BytesIO(final)) as other:
        for drafted, finished in zip(one.pages, other.pages, strict=True):
            assert drafted.extract_text() == finished.extract_text()
            assert drafted.extract_tables() == finished.extract_tables()
            assert len(drafted.curves) == len(finished.curves) == 0
    assert inked(draft) > inked(final) == 0


def test_our_own_reader_reads_a_draft_as_it_reads_a_final_report(tmp_path: Path) -> None:
    files = [tmp_path / "稿.pdf", tmp_path / "定.pdf"]
    for file, report in zip(files, (DRAFT, FINAL), strict=True):
        file.write_bytes(printed(compose(report)))
    draft, final = (reader.read(file) for file in files)
    assert draft.blocks == final.blocks


def inked(data: bytes) -> int:
    """Return how many dots of the upper margin of the first page are not white."""
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=1, grayscale=True)
    width, high = picture.width, int(TOP - SIZE / 2)
    dots = bytes(picture.buffer)
    document.close()
    return sum(value < 250 for row in range(high) for value in dots[row * picture.stride :][:width])
