"""Reports in the format of 2019, in the containers that offices use."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cells import CellId
from core.commands import check, new_year
from core.errors import UserError
from core.form import F2019, F2021
from core.importers import read_report, read_text
from core.importers.recogniser.answer import recognised_as_json
from core.storage import project as storage
from tests.core.importers import papers
from tests.core.importers.measures import TEXTS, differing, raws, unread
from tests.core.importers.papers import Paper, old_paper

SIZE = len(F2019.cells)
SIGNED = {
    "l2__licensing__items_prev": "8",
    "l2__licensing__items_delta": "增10",
    "l2__licensing__decisions": "18",
    "l2__coercion__items_delta": "-2",
    "l2__penalties__items_delta": "+1",
    "l2__admin_fees__items_delta": "减4",
    "l2__procurement__items": "3",
    "l2__procurement__amount": "251000元",
    "t3__other_all__natural": "2",
    "t3__other_all__total": "2",
    "t3__carried_forward__natural": "1",
    "t3__carried_forward__total": "1",
}


@settings(max_examples=25, deadline=None)
@given(st.lists(raws, min_size=SIZE, max_size=SIZE), st.sampled_from(sorted(TEXTS)))
def test_no_value_differs_in_silence_in_any_layout_of_text(words: list[str], layout: str) -> None:
    if layout == "one blank":
        words = [word.replace(" ", "") for word in words]
    written = Paper(dict(zip(F2019.cells, words, strict=True)), form=F2019)
    try:
        recognised = read_text(TEXTS[layout](written))
    except UserError:
        return
    assert differing(recognised, written) == []
    assert recognised.format == "F2019"


@pytest.mark.parametrize("layout", sorted(TEXTS))
def test_a_plain_report_is_read_without_a_doubt(layout: str) -> None:
    written = old_paper(**SIGNED)
    recognised = read_text(TEXTS[layout](written))
    assert (unread(recognised, written), recognised.doubts) == (0, ())
    assert (recognised.report.form, recognised.report.unit, recognised.report.year) == (F2019, "云岭县林草局", 2020)


@pytest.mark.parametrize("vertical", [True, False])
def test_a_word_file_is_read_without_a_doubt(tmp_path: Path, *, vertical: bool) -> None:
    written = old_paper(**SIGNED)
    path = tmp_path / "年报.docx"
    path.write_bytes(papers.docx(papers.word_body(written, vertical=vertical)))
    recognised = read_report(path)
    assert (unread(recognised, written), recognised.doubts) == (0, ())


def test_a_workbook_is_read_without_a_doubt(tmp_path: Path) -> None:
    written = old_paper(**SIGNED)
    path = tmp_path / "年报.xlsx"
    path.write_bytes(workbook(written))
    recognised = read_report(path)
    assert (unread(recognised, written), recognised.doubts) == (0, ())


def workbook(written: Paper) -> bytes:
    """A sheet for each block one below the other, covered places empty."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for block in written.blocks():
        if isinstance(block, str):
            sheet.append([block])
            continue
        for row in papers.grid(block, written.cells):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_one_row_of_other_ways_is_listed_with_table_3() -> None:
    tables = recognised_as_json(read_text(papers.text_with("\t", old_paper(**SIGNED))))["tables"]
    assert isinstance(tables, dict)
    assert (list(tables), tables["t3"]["other_all"]["natural"]) == (["l2", "t3", "t4"], 2)


def test_sub_rows_of_the_new_form_are_not_taken_for_the_one_row() -> None:
    rows = [*papers.grid(F2021.table("t3"), dict.fromkeys(F2021.cells, "7"), merged="")]
    text = papers.text_with("\t", old_paper())
    start, end = text.index("（本列数据的"), text.index("四、政府信息公开行政复议")
    mixed = text[:start] + "\n".join("\t".join(cell or "" for cell in row) for row in rows) + "\n" + text[end:]
    recognised = read_text(mixed)
    assert recognised.format == "F2019"
    assert "t3.other_all" not in recognised.rows
    assert {"t3.other_all", "file"} <= {doubt.where for doubt in recognised.doubts}


def test_table_3_alone_with_one_row_of_other_ways_is_doubted() -> None:
    rows = papers.grid(F2019.table("t3"), old_paper(t3__other_all__natural="2").cells)
    recognised = read_text("\n".join("\t".join(cell or "" for cell in row) for row in rows))
    assert recognised.extra[CellId("t3.other_all.natural")].value == 2
    (doubt,) = [doubt for doubt in recognised.doubts if doubt.where == "t3.other_all"]
    assert "2019年旧格式" in doubt.reason


def test_a_report_of_2020_without_table_2_is_in_the_old_form() -> None:
    text = papers.text_with("\t", old_paper(**SIGNED))
    start, end = text.index("第二十条第（一）项"), text.index("三、收到和处理")
    recognised = read_text(text[:start] + text[end:])
    assert (recognised.format, recognised.report.form) == ("F2019", F2019)
    assert [doubt.where for doubt in recognised.doubts] == ["l2"]


def test_check_and_new_year_work_on_an_old_file(tmp_path: Path) -> None:
    path, out = tmp_path / "旧.txt", tmp_path / "新.nianbao"
    path.write_text(papers.text_with("\t", old_paper(**SIGNED)), encoding="utf-8")
    codes = {finding["code"] for finding in check(path)[0]["findings"]}
    assert codes <= {"A01", "A02", "A03", "A08", "C02", "C08", "A05", "S13"}
    assert {"A02", "A03"} & codes
    new_year(path, out)
    draft = storage.load(out)[0].report
    assert (draft.form.id, draft.year) == ("F2021", 2021)
    assert draft.value(CellId("t3.carried_in.natural")) == 1
