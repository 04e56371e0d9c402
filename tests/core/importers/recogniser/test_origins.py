"""Everything that was read can be found again in the file."""

from pathlib import Path

import pytest

from core import importers
from core.importers.extract import Grid, Origin, Paragraph
from core.importers.recogniser.recognise import Recognised
from tests.core.importers import papers


def read(tmp_path: Path, name: str, data: bytes) -> Recognised:
    path = tmp_path / name
    path.write_bytes(data)
    return importers.read_report(path)


PAPER = papers.paper()
IN_ALL_FORMATS = [
    ("年报.docx", papers.docx(papers.word_body(PAPER))),
    ("制表符.txt", papers.text_with("\t", PAPER).encode()),
    ("竖线.txt", papers.text_with("|", PAPER).encode()),
]


def words_at(recognised: Recognised, origin: Origin) -> str:
    block = recognised.extract.blocks[origin.block]
    if isinstance(block, Paragraph):
        return block.text
    assert isinstance(block, Grid)
    if origin.column is not None:
        return block.rows[origin.row][origin.column] or ""
    rows = block.rows[origin.row : origin.row + origin.rows]
    return " ".join(cell for row in rows for cell in row if cell)


@pytest.mark.parametrize(("name", "data"), IN_ALL_FORMATS)
def test_every_value_stands_in_the_cell_it_is_said_to_come_from(tmp_path: Path, name: str, data: bytes) -> None:
    recognised = read(tmp_path, name, data)
    written = {**recognised.report.typed, **recognised.report.printed}
    assert written
    for cell, entry in written.items():
        origin = recognised.origins[cell]
        assert origin.column is not None
        assert words_at(recognised, origin).strip() == entry.raw.strip()


def test_values_that_are_alike_come_from_different_places(tmp_path: Path) -> None:
    recognised = read(tmp_path, "年报.docx", papers.docx(papers.word_body(papers.paper())))
    cells = [*recognised.report.typed, *recognised.report.printed]
    assert len({recognised.origins[cell] for cell in cells}) == len(cells)


def test_title_and_texts_are_found_again(tmp_path: Path) -> None:
    recognised = read(tmp_path, "年报.docx", papers.docx(papers.word_body(papers.paper())))
    assert recognised.report.unit in words_at(recognised, recognised.origins["unit"])
    assert recognised.report.text("s1").split("\n")[0] in words_at(recognised, recognised.origins["s1"])


def test_one_cell_a_line_points_to_the_line_of_each_value() -> None:
    lines = ["三、收到和处理政府信息公开申请情况", "一、本年新收政府信息公开申请数量", *"1234560"[:6], "21"]
    recognised = importers.read_text("\n".join([*lines, "二、上年结转政府信息公开申请数量", *"0000000"]))
    values = [
        words_at(recognised, recognised.origins[f"t3.new_requests.{c}"]) for c in ("natural", "business", "total")
    ]
    assert values == ["1", "2", "21"]
