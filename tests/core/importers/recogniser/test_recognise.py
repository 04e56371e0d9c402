"""Whole reports, in every container, against the values they were written from."""

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from core.cells import CellId
from core.errors import UserError
from core.exporters import xlsx as our_xlsx
from core.form import F2021
from core.importers import read_report, read_text
from core.importers.extract import Extract, Grid, Paragraph
from core.importers.recogniser.recognise import recognise
from tests.core.importers import papers
from tests.core.importers.measures import TEXTS, differing, raws, unread
from tests.core.importers.papers import Paper, paper
from tests.examples import filled

SHARED = Path(__file__).resolve().parents[5] / "shared" / "corpus"
ROOT = Path(__file__).resolve().parents[4]


@settings(max_examples=25, deadline=None)
@given(st.lists(raws, min_size=200, max_size=200), st.sampled_from(sorted(TEXTS)))
def test_no_value_differs_in_silence_in_any_layout_of_text(words: list[str], layout: str) -> None:
    if layout == "one blank":
        words = [word.replace(" ", "") for word in words]  # two numbers in a cell cannot be told from two cells there
    written = Paper(dict(zip(F2021.cells, words, strict=True)))
    try:
        recognised = read_text(TEXTS[layout](written))
    except UserError:
        return
    assert differing(recognised, written) == []


@settings(max_examples=10, deadline=None)
@given(st.lists(raws, min_size=200, max_size=200), st.sampled_from(["tabs", "bars", "markdown"]))
def test_where_cells_are_kept_apart_every_value_is_read(words: list[str], layout: str) -> None:
    written = Paper(dict(zip(F2021.cells, words, strict=True)) | {CellId("t2.admin_fees.amount_wan"): "2.02"})
    assert unread(read_text(TEXTS[layout](written)), written) == 0


@pytest.mark.parametrize("layout", sorted(TEXTS))
def test_a_plain_report_is_read_without_a_doubt(layout: str) -> None:
    written = paper(t2__admin_fees__amount_wan="12.5", t3__granted__natural="3", t3__granted__total="3")
    recognised = read_text(TEXTS[layout](written))
    assert (unread(recognised, written), recognised.doubts) == (0, ())
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert recognised.report.texts == {
        "preamble": papers.PREAMBLE,
        "s1": "\n".join(papers.S1),
        "s5": "\n".join(papers.S5),
        "s6": "\n".join(papers.S6),
    }


@pytest.mark.parametrize("vertical", [True, False])
def test_a_word_file_is_read_without_a_doubt(tmp_path: Path, *, vertical: bool) -> None:
    written = paper(t3__granted__natural="", t3__carried_forward__other_org="2", t4__review__upheld="/")
    path = tmp_path / "年报.docx"
    path.write_bytes(papers.docx(papers.word_body(written, vertical=vertical)))
    recognised = read_report(path)
    assert (unread(recognised, written), recognised.doubts) == (0, ())
    assert recognised.report.text("s5") == "\n".join(papers.S5)


def test_our_own_workbook_is_read_back_though_nobody_ever_recalculated_it(tmp_path: Path) -> None:
    report = filled({"t3.new_requests.natural": 5, "t3.granted.natural": 4, "t3.carried_forward.natural": 1})
    path = tmp_path / "导出.xlsx"
    path.write_bytes(our_xlsx.write(report)[0])
    recognised = read_report(path)
    assert recognised.doubts == ()
    assert (recognised.report.unit, recognised.report.year) == (report.unit, report.year)
    assert {cell: recognised.report.as_printed(cell).value for cell in F2021.cells} == {
        cell: report.value(cell) for cell in F2021.cells
    }


def sheets(*fills: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in fills:
        sheet: Worksheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def printed(name: str, written: Paper) -> list[list[object]]:
    return [
        [int(cell) if cell and cell.isdecimal() else cell for cell in row]
        for row in papers.grid(F2021.table(name), written.cells)
    ]


def test_sheets_in_any_order_with_instructions_and_decoys(tmp_path: Path) -> None:
    written = paper(t3__new_requests__natural="6", t3__new_requests__total="6")
    path = tmp_path / "表.xlsx"
    path.write_bytes(
        sheets(
            ("说明", [["填表说明：请如实填写。"], ["一、本年新收政府信息公开申请数量", 9999]]),
            ("文字", [["一、总体情况"], ["全乡公开工作平稳。"], ["六、其他需要报告的事项"], ["没有其他事项。"]]),
            ("三", [["石桥乡2024年政府信息公开工作年度报告"], *printed("t3", written)]),
            ("二", printed("t2", written)),
            ("四", printed("t4", written)),
        )
    )
    recognised = read_report(path)
    assert (unread(recognised, written), recognised.doubts) == (0, ())
    assert recognised.report.texts == {"s1": "全乡公开工作平稳。", "s6": "没有其他事项。"}
    assert recognised.report.unit == "石桥乡"


def test_one_table_alone_is_read_and_the_others_are_missed(tmp_path: Path) -> None:
    written = paper()
    path = tmp_path / "表.xlsx"
    path.write_bytes(sheets(("依申请", printed("t3", written))))
    recognised = read_report(path)
    assert recognised.found == {"t3"}
    assert {doubt.where for doubt in recognised.doubts} == {"t2", "t4", "unit", "year"}


def test_words_about_the_old_format_in_the_prose_refuse_nothing() -> None:
    written = Paper(paper().cells, s1=("采购项目数量和采购总金额已在网上公布。",))
    assert read_text(papers.text_with("\t", written)).format == "F2021"


def test_prose_beside_a_table_is_kept_and_captions_are_not() -> None:
    text = papers.text_with("\t", paper()).replace(
        "三、收到和处理政府信息公开申请情况\n",
        "三、收到和处理政府信息公开申请情况\n单位：件\n本年没有疑难申请，均按期答复。\n",
    )
    assert read_text(text).report.text("s3") == "本年没有疑难申请，均按期答复。"


def test_a_preamble_under_the_first_heading_belongs_to_it() -> None:
    written = Paper(paper().cells, preamble=(), s1=(papers.PREAMBLE, *papers.S1))
    texts = read_text(papers.text_with("\t", written)).report.texts
    assert "preamble" not in texts
    assert texts["s1"].startswith(papers.PREAMBLE)


def test_a_signature_is_no_other_matter() -> None:
    written = Paper(paper().cells, s6=("没有其他事项。", "云岭县林草局", "2025年1月10日"))
    texts = read_text(papers.text_with("\t", written)).report.texts
    assert (texts["s6"], texts["signature"]) == ("没有其他事项。", "云岭县林草局\n2025年1月10日")


def test_no_case_of_the_shared_corpus_is_misread_in_silence(tmp_path: Path) -> None:
    if not (SHARED / "score.py").is_file():
        pytest.skip("the shared corpus is not beside the project")
    driver = tmp_path / "read_one.py"
    driver.write_text(
        "import json, sys\nfrom pathlib import Path\nfrom core.errors import UserError\n"
        "from core.importers import read_report\nfrom core.importers.recogniser.answer import recognised_as_json\n"
        "try:\n    print(json.dumps(recognised_as_json(read_report(Path(sys.argv[1])))))\n"
        "except UserError as error:\n    print(error, file=sys.stderr)\n    sys.exit(2)\n",
        encoding="utf-8",
    )
    figures = tmp_path / "figures.json"
    measure = [sys.executable, str(SHARED / "score.py"), "--read", f"{sys.executable} {driver}", "--json", str(figures)]
    subprocess.run(
        [*measure, "--only", "docx,xlsx,txt"], check=True, capture_output=True, env={"PYTHONPATH": str(ROOT)}, cwd=ROOT
    )
    result = json.loads(figures.read_text(encoding="utf-8"))
    total = result["formats"][-1]
    assert (total["silent"], total["false 0"]) == (0, 0)
    assert total["asked %"] < 2
    new = [each for each in result["files"] if "2019年旧格式" not in each["said"]]
    assert sum(each["equal"] for each in new) >= 0.99 * sum(each["cells"] for each in new)


def test_cells_are_those_of_the_form() -> None:
    recognised = read_text(papers.text_with("\t", paper()))
    assert set(recognised.report.typed) | set(recognised.report.printed) == set(F2021.cells)
    assert CellId("t3.granted.total") in recognised.report.printed


def test_the_text_without_the_tables_is_half_of_a_report() -> None:
    recognised = read_text("一、总体情况\n公开三十条。\n五、存在的主要问题及改进情况\n更新较慢。")
    assert (recognised.report.text("s1"), recognised.report.text("s5")) == ("公开三十条。", "更新较慢。")
    assert {doubt.where for doubt in recognised.doubts} == {"t2", "t3", "t4", "unit", "year"}


def test_a_title_with_a_preamble_is_the_beginning_of_a_report() -> None:
    recognised = read_text(f"{papers.TITLE}\n{papers.PREAMBLE}\n")
    assert (recognised.report.unit, recognised.report.year) == ("云岭县林草局", 2024)
    assert recognised.report.text("preamble") == papers.PREAMBLE


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况\n公开三十条。",
        papers.TITLE,
        "关于放假的通知\n今年放假三天。",
        "一、总体情况\n二、主动公开政府信息情况",
    ],
)
def test_a_file_that_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="没有找到年报的表格"):
        read_text(text)


def test_a_unit_that_only_signs_is_taken_with_a_doubt() -> None:
    text = papers.text_with("\t", Paper(paper().cells, title=("2024年政府信息公开工作年度报告",)))
    recognised = read_text(f"{text}石桥市水务局\n2025年1月20日\n")
    assert recognised.report.unit == "石桥市水务局"
    assert [(doubt.where, doubt.raw) for doubt in recognised.doubts] == [("unit", "石桥市水务局")]


def test_the_report_remembers_its_title_and_headings_as_printed() -> None:
    title = "石桥乡2024年政府信息公开工作年度报告"
    body = "一、工作基本情况\n全年工作平稳。\n六、其他需要报告的事项\n无。"
    assert list(read_text(f"{title}\n二、主动公开政府信息情况\n{body}").report.headings.items()) == [
        ("title", "石桥乡2024年政府信息公开工作年度报告"),
        ("s2", "二、主动公开政府信息情况"),
        ("s1", "一、工作基本情况"),
        ("s6", "六、其他需要报告的事项"),
    ]


def test_a_subheading_on_a_worksheet_is_prose_though_a_column_is_called_so() -> None:
    texts = [
        "五、存在的主要问题及改进情况",
        "改进中。",
        "六、其他需要报告的事项",
        "（一）收费",
        "未收费。",
        "（二）其他",
        "无",
    ]
    found = recognise(Extract((Grid(tuple((text,) for text in texts), "正文"),)))
    assert found.report.texts["s6"] == "（一）收费\n未收费。\n（二）其他\n无"


def test_a_number_that_strayed_out_of_a_torn_table_is_no_prose() -> None:
    torn = [
        "三、收到和处理政府信息公开申请情况",
        "1.申请人无正当理由逾期",
        "不补正、行政机关不再处",
        "理其政府信息公开申请",
    ]
    texts = [
        *torn,
        *"0000000",
        "五、存在的主要问题及改进情况",
        "改进中。",
        "六、其他需要报告的事项",
        "26",
        "总计",
        "无",
    ]
    found = recognise(Extract(tuple(map(Paragraph, texts)), lines=True))
    assert found.report.texts["s6"] == "无"
