"""The 图解 as a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from core import depicting, edits
from core.cells import CellId
from core.errors import UserError
from core.exporters import Exported, pdf
from core.exporters.ink import printed
from core.exporters.picture import svg
from core.exporters.picture.appended import appended
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


@pytest.mark.parametrize("suffix", depicting.FORMATS)
def test_what_was_written_is_read_back_and_told(tmp_path: Path, suffix: str) -> None:
    exported = depicting.export(full_report(), tmp_path / f"图解{suffix}")
    assert exported.proof is not None
    assert exported.proof.words == "核对 37/37，文字 34/34 段"


def off_by_one() -> Report:
    return edits.set_cell(full_report(), CellId("t2.licensing.decisions"), "98765433")


DAMAGES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a PDF of another number": (".pdf", lambda _: printed(compose(off_by_one()))),
    "a torn PDF": (".pdf", lambda data: data[: len(data) // 2]),
    "an SVG with another digit": (".svg", lambda data: data.replace(*outlines(data))),
    "an SVG of another number": (".svg", lambda _: svg.written(compose(off_by_one()))),
    "a torn SVG": (".svg", lambda data: data[: len(data) // 2]),
    "a PNG of another number": (".png", lambda _: depicting._png(compose(off_by_one()))),
    "a PNG with one bit turned": (".png", lambda data: data[:9000] + bytes([data[9000] ^ 1]) + data[9001:]),
}


def outlines(data: bytes) -> tuple[bytes, bytes]:
    first, second, *_ = re.findall(rb' d="[^"]*"', data)
    return first, second


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_not_given_away_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    suffix, harm = DAMAGES[damage]
    whole = depicting.FORMATS[suffix]
    monkeypatch.setattr(depicting, "FORMATS", {suffix: lambda composed: harm(whole(composed))})
    place = tmp_path / f"图解{suffix}"
    place.write_text("上一份", encoding="utf-8")
    with pytest.raises(UserError, match=rf"没有导出“图解\{suffix}”：写出") as caught:
        depicting.export(full_report(), place)
    assert caught.value.hint.startswith("原来的文件没有改动。")
    assert place.read_text("utf-8") == "上一份"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_last_page_that_shows_another_number_stops_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(report: Report) -> tuple[bytes, tuple[str, ...]]:
        return printed(appended(pdf.compose(report), compose(off_by_one()))), ()

    monkeypatch.setattr(depicting, "_with_report", other)
    with pytest.raises(UserError, match="与图解应有的内容不一致：“行政许可”应为 98765432，读到 98765433"):
        depicting.export_with_report(full_report(), tmp_path / "年报.pdf")
    assert list(tmp_path.iterdir()) == []


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
