"""The structure as another reader finds it."""

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from core.cells import CellId
from core.exporters.marks import Composed, Mark, Shape, Tag, frozen
from core.exporters.pdf import compose, printed, write
from core.form.layout import Table
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = [
    needs_chinese_font,
    pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils are not installed"),
]


def outline(data: bytes, folder: Path) -> list[str]:
    """Return the lines of what pdfinfo tells of the structure, words included."""
    file = folder / "年报.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is told of the full report; pdfinfo takes long to tell it."""
    return outline(write(full_report())[0], tmp_path_factory.mktemp("full"))


def words(lines: list[str], kind: str) -> list[str]:
    """Return the words of all elements of a kind that hold no others."""
    found = []
    for at, line in enumerate(lines):
        if re.fullmatch(rf" *{kind}( .*|:)?", line):
            indent = len(line) - len(line.lstrip())
            inside = []
            for each in lines[at + 1 :]:
                if len(each) - len(each.lstrip()) <= indent:
                    break
                inside.append(each.strip())
            found.append("".join(each.strip('"') for each in inside if each.startswith('"')))
    return found


def test_headings_and_whole_paragraphs_are_told(full: list[str]) -> None:
    report, lines = full_report(), full
    assert words(lines, "H1") == [section.heading for section in report.form.sections]
    assert words(lines, "H2") == ["（一）主动公开", "（三）政府信息管理"]
    assert words(lines, "P")[0] == report.unit + report.standard_title
    assert report.text("preamble") in words(lines, "P")


def test_a_heading_of_second_order_that_comes_first_of_all_is_told_as_one_of_first_order(tmp_path: Path) -> None:
    lines = outline(write(Report(texts={"preamble": "（一）说明\n（二）口径", "s1": "（一）公开"}))[0], tmp_path)
    assert words(lines, "H1")[:2] == ["（一）说明", "一、总体情况"]
    assert words(lines, "H2") == ["（二）口径", "（一）公开"]


def test_a_paragraph_over_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    text = "公开透明" * 400
    lines = outline(write(Report(texts={"s1": text}))[0], tmp_path)
    assert text in words(lines, "P")


def test_a_table_has_all_its_cells_and_each_head_says_what_it_heads(full: list[str]) -> None:
    report, lines = full_report(), full
    assert words(lines, "TD") == [report.entry(cell).raw for table in report.form.tables for cell in by_row(table)]
    heads = [label.text for table in report.form.tables for label in table.labels]
    assert sorted(words(lines, "TH")) == sorted(heads)
    stripped = [line.strip() for line in lines]
    assert stripped.count("Table (block)") == 3
    assert stripped.count("/Scope /Column") + stripped.count("/Scope /Row") == len(heads)
    assert "/RowSpan 22" in stripped
    assert "/ColSpan 10" in stripped


def by_row(table: Table) -> list[CellId]:
    slots = sorted(table.slots, key=lambda slot: (slot.span.row, slot.span.column))
    return [slot.cell for slot in slots]


def test_page_numbers_and_the_mark_of_a_draft_are_not_told(full: list[str]) -> None:
    told = "".join(full)
    assert "— 1 —" not in told
    assert "草稿" not in told


def test_a_picture_is_told_in_words(tmp_path: Path) -> None:
    text = compose(Report()).pages[0]
    page: list[Mark] = [*text, Shape((("re", (100.0, 100.0, 50.0, 20.0)),), fill=(0.2, 0.4, 0.6), tag=0)]
    composed = Composed(frozen([page]), (), (), "题", "单位", (Tag("Figure", alt="（一）图"), Tag("P"), Tag("P")) * 99)
    data = printed(composed)
    assert any(line.strip().startswith("Figure") for line in outline(data, tmp_path))
    (elements,) = re.findall(rb"/Type /ObjStm [^\n]*\nstream\n(.*?)\nendstream", data, re.DOTALL)
    assert "（一）图".encode("utf-16-be").hex().encode() in zlib.decompress(elements)
