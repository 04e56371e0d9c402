"""The 图解 as a file."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from core import depicting, edits
from core.errors import UserError
from core.exporters import Exported, pdf
from core.exporters.picture.page import compose
from core.isolation import desk
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = needs_chinese_font


@pytest.mark.parametrize("suffix", depicting.FORMATS)
def test_each_format_is_written_and_the_same_again(tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"图解{suffix}", tmp_path / f"再{suffix.upper()}"
    exported = depicting.export(full_report(), first)
    depicting.export(full_report(), second)
    assert exported.path == first
    assert first.read_bytes() == second.read_bytes()
    assert len(first.read_bytes()) < 600_000


def test_the_dots_are_those_of_the_printed_page(tmp_path: Path) -> None:
    for suffix in (".png", ".pdf"):
        depicting.export(full_report(), tmp_path / f"a{suffix}")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        paper = document[0].render(scale=200 / 72).to_pil()
    image = Image.open(tmp_path / "a.png")
    assert image.size == (1654, 2339)
    assert abs(paper.size[0] - 1654) <= 1
    blue = (0x1F, 0x4E, 0x8C)
    assert blue in {image.getpixel((x, 600)) for x in range(1654)} | {image.getpixel((200, y)) for y in range(2339)}


def test_the_size_can_be_chosen() -> None:
    rgb, width, height = depicting.dots(compose(full_report()), 72)
    assert (width, height, len(rgb)) == (595, 842, 595 * 842 * 3)


def test_another_format_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"图解\.jpg") as caught:
        depicting.export(full_report(), tmp_path / "图解.jpg")
    assert ".png、.pdf、.svg" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_as_the_last_page_of_the_report_it_is_proved_with_it_and_not_read_for_it(tmp_path: Path) -> None:
    place = tmp_path / "年报.pdf"
    exported = depicting.export_with_report(full_report(), place)
    assert exported.proof is not None
    assert exported.proof.words.startswith("核对 200/200")
    alone = tmp_path / "单独.pdf"
    alone.write_bytes(pdf.write(full_report())[0])
    with pypdfium2.PdfDocument(place) as more, pypdfium2.PdfDocument(alone) as less:
        assert len(more) == len(less) + 1
    assert desk.read_file(place).report.texts == desk.read_file(alone).report.texts


def test_the_report_with_its_picture_is_pdf_only(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"年报\.docx"):
        depicting.export_with_report(full_report(), tmp_path / "年报.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [depicting.export, depicting.export_with_report])
def test_nothing_is_drawn_of_a_final_report_that_was_changed_elsewhere(
    tmp_path: Path, write: Callable[[Report, Path], Exported]
) -> None:
    final = edits.finalise(full_report(), "苏禾", "2025-01-20", "3F7K-9Q2M")
    with pytest.raises(UserError, match="定稿以后内容在别处被改过"):
        write(final, tmp_path / "图解.pdf")
    assert list(tmp_path.iterdir()) == []
