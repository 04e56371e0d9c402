"""PDF files: what is read of them, and what is told of those that cannot be read."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.cells import CellId
from core.errors import UserError
from core.form import F2021
from core.form.layout import Table
from core.importers import read_report
from core.importers.extract import Grid, Paragraph, Part, ScannedError
from core.importers.limits import MOST_PAGE_OBJECTS
from core.importers.pdf import reader as pdf
from tests.core.importers.drawn_papers import FONT, lines, plain_cells, table, write
from tests.core.importers.drawn_papers import pdf as write_pdf
from tests.core.importers.papers import PREAMBLE, S1, S5, S6, TITLE

DATA = Path(__file__).resolve().parents[3] / "data" / "pdf"


def picture(path: Path) -> ImageReader:
    """A small grey picture, as a scanner might give it."""
    path.write_bytes(b"P5 8 8 255 " + b"\xdd" * 64)
    return ImageReader(str(path))


def draw(canvas: Canvas, form: Table, top: float) -> None:
    values = {slot.cell: str(number % 10) for number, slot in enumerate(form.slots)}
    cells = [(s.span.row, s.span.column, s.span.rows, s.span.columns, values[s.cell]) for s in form.slots]
    cells += [(s.span.row, s.span.column, s.span.rows, s.span.columns, s.text) for s in form.labels]
    even = (470 / form.grid_columns,) * form.grid_columns
    widths = (28, 60, 190, *(28,) * 7) if form.id == "t3" else even
    table(canvas, cells, left=50, top=top, widths=widths, heights=(24, 24, 40) if form.id == "t3" else (), high=23)


def report(path: Path) -> Path:
    """A whole report of one page for each table, drawn by hand."""
    heading = {section.id: section.heading for section in F2021.sections}

    def page(*texts: str, form: str = "") -> object:
        def drawing(canvas: Canvas) -> None:
            lines(canvas, *texts, top=40, size=12)
            if form:
                draw(canvas, F2021.table(form), 60 + 24 * len(texts))

        return drawing

    pages = [
        page(TITLE, PREAMBLE, heading["s1"], *S1),
        page(heading["s2"], form="t2"),
        page(heading["s3"], form="t3"),
        page(heading["s4"], form="t4"),
        page(heading["s5"], *S5, heading["s6"], *S6),
    ]
    return write_pdf(path, *pages, filler="")  # type: ignore[arg-type]  # each is a function that draws


def test_a_whole_report_is_read_without_a_doubt(tmp_path: Path) -> None:
    found = read_report(report(tmp_path / "年报.pdf"))
    assert (found.report.unit, found.report.year) == ("云岭县林草局", 2024)
    for name in ("t2", "t3", "t4"):
        for number, slot in enumerate(F2021.table(name).slots):
            entry = found.report.typed.get(slot.cell) or found.report.printed[slot.cell]
            assert entry.raw == str(number % 10), slot.cell
    assert found.report.texts["s1"] == "\n".join(S1)
    assert [doubt for doubt in found.doubts if "之和" not in doubt.reason] == []


def test_each_line_and_cell_tells_the_page_it_stands_on(tmp_path: Path) -> None:
    extract = pdf.read(report(tmp_path / "年报.pdf"))
    assert (extract.lines, extract.pages) == (True, 5)
    first, *_ = extract.blocks
    assert isinstance(first, Paragraph)
    assert first.box is not None
    assert (first.box.page, round(first.box.left), round(first.box.top)) == (0, 70, 40)
    pages = [next(iter(block.boxes.values())).page for block in extract.blocks if isinstance(block, Grid)]
    assert pages == [1, 2, 3]


def test_a_page_head_stands_behind_the_text_once(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 70, 30, "云岭县林草局")
        lines(canvas, "正文里的一行字", "正文里的又一行字", top=200)

    blocks = pdf.read(write_pdf(tmp_path / "页眉.pdf", page, page, filler="")).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert texts.count("云岭县林草局") == 1
    assert blocks[-2:] == (Part("页眉"), Paragraph("云岭县林草局"))


def test_a_table_over_two_pages_is_one(tmp_path: Path) -> None:
    head = ["项目", "件数", "合计"]
    path = write_pdf(
        tmp_path / "跨页.pdf",
        lambda canvas: table(canvas, plain_cells([head, ["甲", "1", "2"]]), top=700),
        lambda canvas: table(canvas, plain_cells([head, ["乙", "3", "4"]]), top=60),
        filler="",
    )
    (grid,) = (block for block in pdf.read(path).blocks if isinstance(block, Grid))
    assert [list(row) for row in grid.rows] == [head, ["甲", "1", "2"], ["乙", "3", "4"]]
    assert [grid.boxes[row, 0].page for row in range(3)] == [0, 0, 1]


def test_columns_without_ruling_lines_keep_their_gaps(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for column, word in enumerate(["规章", "3", "0", "12"]):
            write(canvas, 70 + 90 * column, 100, word)

    first = pdf.read(write_pdf(tmp_path / "无线.pdf", page)).blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == "规章  3  0  12"


def test_white_words_are_read_only_on_a_dark_ground(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(60, A4[1] - 130, 200, 50, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 70, 100, "深底上的白字")
        write(canvas, 70, 300, "白底上的白字")
        canvas.setFillColorRGB(0, 0, 0)

    texts = [
        block.text for block in pdf.read(write_pdf(tmp_path / "白.pdf", page)).blocks if isinstance(block, Paragraph)
    ]
    assert "深底上的白字" in texts
    assert "白底上的白字" not in texts


# ---------------------------------------------------------------- what cannot be read


def test_a_scan_is_told_with_its_number_of_pages(tmp_path: Path) -> None:
    image = picture(tmp_path / "图.pgm")

    def page(canvas: Canvas) -> None:
        canvas.drawImage(image, 0, 0, *A4)

    with pytest.raises(ScannedError, match="是扫描件") as caught:
        pdf.read(write_pdf(tmp_path / "扫描.pdf", page, page, page, filler=""))
    assert caught.value.pages == 3
    assert "对照图片手工填写" in caught.value.hint


def test_what_a_machine_guessed_under_a_scan_is_not_taken(tmp_path: Path) -> None:
    image = picture(tmp_path / "图.pgm")

    def page(canvas: Canvas) -> None:
        canvas.drawImage(image, 0, 0, *A4)
        text = canvas.beginText(70, 700)
        text.setFont(FONT, 12)
        text.setTextRenderMode(3)
        text.textOut("机器从图片上认出来的文字，数字可能认错，12可能是10")
        canvas.drawText(text)

    with pytest.raises(ScannedError, match="认错"):
        pdf.read(write_pdf(tmp_path / "扫描.pdf", page, filler=""))


def test_a_text_page_with_a_large_picture_is_read(tmp_path: Path) -> None:
    image = picture(tmp_path / "图.pgm")

    def page(canvas: Canvas) -> None:
        canvas.drawImage(image, 0, 0, *A4)
        lines(canvas, *["背景图片上面的一行字，照样读得出来"] * 5)

    assert len(pdf.read(write_pdf(tmp_path / "底图.pdf", page, filler="")).blocks) == 5


def test_an_empty_file_of_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScannedError, match="没有文字"):
        pdf.read(write_pdf(tmp_path / "空.pdf", lambda canvas: canvas.line(0, 0, 100, 100), filler=""))


def test_a_font_that_does_not_tell_its_letters_is_told_not_guessed() -> None:
    with pytest.raises(ScannedError, match="乱码"):
        pdf.read(DATA / "fonts_without_codes.pdf")


def test_a_page_with_endless_lines_ends_in_a_sentence(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas._code.extend(["0 0 m 9 9 l S"] * (MOST_PAGE_OBJECTS + 1))

    with pytest.raises(UserError, match="太大"):
        pdf.read(write_pdf(tmp_path / "线.pdf", page))


def test_a_report_that_an_office_program_printed_is_read() -> None:
    found = read_report(DATA / "office_report.pdf")
    assert (found.report.unit, found.report.year) == ("云岭县林草局", 2024)
    assert found.found == frozenset({"t2", "t3", "t4"})
    assert found.doubts == ()
    assert found.report.typed[CellId("t3.granted.natural")].raw == "7"
