"""Separated values, from the bytes on the disk to the report."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.importers import read_report
from core.importers.extract import Grid, Paragraph
from core.importers.workbook import csv_file
from tests.core.importers import papers

PAPER = papers.paper(t2__licensing__decisions="1,234", t3__granted__natural="17", t3__granted__total="17")


def saved(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "年报.csv"
    path.write_bytes(text.encode(encoding))
    return path


def rows(path: Path) -> tuple[tuple[str | None, ...], ...]:
    (block,) = csv_file.read(path).blocks
    assert isinstance(block, Grid)
    return block.rows


def written(separator: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    for block in PAPER.blocks():
        if isinstance(block, str):
            writer.writerow([block, *[""] * 9])
        else:
            writer.writerows(papers.grid(block, PAPER.cells, merged=""))
    return stream.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_report_is_read_whatever_separates_its_cells(tmp_path: Path, separator: str, encoding: str) -> None:
    recognised = read_report(saved(tmp_path, written(separator), encoding))
    assert recognised.doubts == ()
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert recognised.report.text("s1") == "\n".join(papers.S1)
    entries = {str(cell): entry.value for cell, entry in recognised.report.typed.items()}
    assert entries["t2.licensing.decisions"] == 1234
    assert entries["t3.granted.natural"] == 17


def test_the_separator_that_excel_is_told_is_believed(tmp_path: Path) -> None:
    assert rows(saved(tmp_path, "sep=;\r\n规章;1,5;2\r\n")) == (("规章", "1,5", "2"),)


def test_quoted_cells_keep_separators_and_line_breaks(tmp_path: Path) -> None:
    assert rows(saved(tmp_path, '"商业\r\n企业","1,234","说""明"\n')) == (("商业\n企业", "1,234", '说"明'),)


def test_cells_kept_as_text_lose_the_formula_around_them(tmp_path: Path) -> None:
    assert rows(saved(tmp_path, '规章,"=""0012""",="7"\n')) == (("规章", "0012", "7"),)


def test_what_a_short_row_does_not_have_is_no_blank_cell(tmp_path: Path) -> None:
    assert rows(saved(tmp_path, "规章,3,\n许可\n")) == (("规章", "3", ""), ("许可", None, None))


def test_lines_without_any_separator_are_paragraphs(tmp_path: Path) -> None:
    assert csv_file.read(saved(tmp_path, "规章\n\n3\n")).blocks == (Paragraph("规章"), Paragraph(""), Paragraph("3"))


@pytest.mark.parametrize(
    ("text", "said"),
    [("1," * 70_000, "太大"), ("1,2\n" * 40_000, "太大"), ('"' + "长" * 200_000, "损坏"), ("x" * 6_000_000, "太大")],
    ids=["wide", "long", "one endless cell", "bytes"],
)
def test_more_than_a_report_can_hold_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        csv_file.read(saved(tmp_path, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.csv"
    path.write_bytes(bytes(range(1, 256)) * 20)
    with pytest.raises(UserError, match="不是文字"):
        csv_file.read(path)


@given(st.lists(st.lists(st.text(st.sampled_from('甲3,;"\n =\t'), max_size=6), min_size=2, max_size=5), min_size=1))
def test_every_row_is_as_long_as_the_longest(tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows(cells)
    path = saved(tmp_path_factory.mktemp("csv"), "sep=,\n" + stream.getvalue())
    for block in csv_file.read(path).blocks:
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1
