"""Sheets that go with the report, as PDF, read back by programs that know nothing of ours."""

import re
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from core.checks import catalogue
from core.checks.register import Verdict
from core.exporters.check_sheet import CheckSheet, Noted, check_sheet
from core.exporters.check_sheet_tables import laid_out
from core.exporters.paper import LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT
from core.exporters.pdf_sheet import compose, write
from core.exporters.proof import Proof
from core.exporters.sign_sheet import sign_sheet
from core.report import Report
from tests.core.exporters.invented import RARE, needs_chinese_font
from tests.examples import TYPED, column, filled

pytestmark = needs_chinese_font

WRONG = filled({**column("natural", new=3, granted=2), "t3.new_requests.business": ""})
RIGHT_ONE = filled(column("natural", new=2, granted=2))
HEAD = ["序号", "规则", "轻重", "位置", "问题", "说明的原因"]


def sheet_of(report: Report, verdict: Verdict | None = None) -> CheckSheet:
    return check_sheet(report, verdict or catalogue.run(report))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def pages_of(content: CheckSheet) -> list[str]:
    pdf = pypdfium2.PdfDocument(write(laid_out(content))[0])
    return [squeezed(page.get_textpage().get_text_range()) for page in pdf]


def rows_of(content: CheckSheet) -> list[list[str]]:
    """Return the rows of all tables, page by page, in one line each."""
    with pdfplumber.open(BytesIO(write(laid_out(content))[0])) as pdf:
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    return [[squeezed(cell) for cell in row if cell is not None] for table in tables for row in table]


def test_findings_with_their_reasons_stand_below_the_facts() -> None:
    (finding, *_) = catalogue.run(WRONG).findings
    content = sheet_of(replace(WRONG, reasons={finding.occasion: "情况属实，年底并案。"}))
    rows = rows_of(content)
    assert ["填报单位", "青禾县林业局"] in rows
    assert HEAD in rows
    number, code, weight, place, message, reason = rows[rows.index(HEAD) + 1]
    assert (number, code, weight, reason) == ("1", "A03", "必须改", "情况属实，年底并案。")
    assert place == squeezed(content.findings[0].place)
    assert message == squeezed(content.findings[0].message)


def test_the_sums_that_were_checked_stand_in_groups() -> None:
    rows = rows_of(sheet_of(WRONG))
    group = rows.index(["表三各列：本年新收+上年结转=办理结果总计+结转下年度"])
    assert rows[group + 1] == ["自然人", "3+0=3", "2+0=2", "1", "不平"]
    assert rows[group + 2][-1] == "无法判断"
    assert sum(len(sums) for _, sums in sheet_of(WRONG).sums) == sum(
        row[-1] in {"平", "不平", "无法判断"} for row in rows
    )


def test_what_was_not_judged_is_told_and_then_there_is_room_to_sign() -> None:
    rows = rows_of(sheet_of(WRONG))
    assert any(row[0] == "A03" and "还有" in row[-1] for row in rows)
    signed = rows.index(["编制", "", "审核", "", "分管领导", ""])
    assert rows[signed + 1] == ["日期", "20年月日"] * 3
    assert rows[signed - 1][0] == "A03"


def test_a_report_without_findings_says_so() -> None:
    rows = rows_of(sheet_of(RIGHT_ONE, Verdict((), ())))
    assert ["没有发现问题。"] in rows
    assert ["没有。"] in rows


def test_every_page_is_numbered_of_so_many_and_has_the_head_of_its_table() -> None:
    unclear = filled(dict.fromkeys(TYPED[:90], "若干"))
    pages = pages_of(sheet_of(unclear))
    assert len(pages) > 5
    footer = f"校验号{sheet_of(unclear).number}"
    assert all(f"{footer}—{number}/{len(pages)}—" in page for number, page in enumerate(pages, start=1))
    heads = ("序号规则轻重位置问题说明的原因", "对象左边右边相差结论", "规则涉及的格或文字没有审的原因")
    assert all(any(head in page for head in heads) for page in pages)


def test_the_title_names_unit_year_and_what_it_is() -> None:
    first = pages_of(sheet_of(WRONG))[0]
    assert first.startswith("青禾县林业局2024年政府信息公开工作年度报告校核单")
    assert pages_of(replace(sheet_of(WRONG), title="工作年度报告校核单"))[0].startswith("工作年度报告校核单")
    authors = [
        pypdfium2.PdfDocument(write(laid_out(sheet_of(replace(WRONG, unit=unit))))[0]).get_metadata_value("Author")
        for unit in ("青禾县林业局", "")
    ]
    assert authors == ["青禾县林业局", ""]


def test_a_message_of_two_thousand_characters_is_printed_whole_and_inside_the_paper() -> None:
    noted = Noted("N01", "要说明", "全篇", "办结数与表三不一致，" * 200, "x" * 400)
    content = replace(sheet_of(WRONG), findings=(noted,))
    data = write(laid_out(content))[0]
    with pdfplumber.open(BytesIO(data)) as pdf:
        chars = [char for page in pdf.pages for char in page.chars if char["text"].strip()]
    assert all(char["x0"] >= LEFT - 1 and char["x1"] <= PAGE_WIDTH - RIGHT + 6 for char in chars)
    assert all(0 < char["top"] < PAGE_HEIGHT for char in chars)
    assert sum(char["text"] == "x" for char in chars) >= 400
    assert sum(row[4].count("办结数与表三不一致") for row in rows_of(content) if len(row) == 6) > 190


def test_the_signatures_are_never_parted_and_never_stand_alone() -> None:
    content = sheet_of(WRONG)
    for count in range(12):
        pages = pages_of(replace(content, unjudged=content.unjudged * count))
        (signed,) = [page for page in pages if "编制审核分管领导" in page]
        assert "日期20年月日" in signed
        assert "没有审的原因" in signed


def test_a_sheet_with_few_findings_is_signed_on_its_first_page() -> None:
    first, *others = pages_of(sheet_of(WRONG))
    assert "编制审核分管领导" in first
    assert "附：审过的勾稽关系" in "".join([first[first.index("分管领导") :], *others])


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write(laid_out(sheet_of(WRONG))) == write(laid_out(sheet_of(WRONG)))


def test_a_character_that_no_font_has_is_told() -> None:
    unknown = "\U000323af"
    notes = write(laid_out(sheet_of(replace(WRONG, unit=f"{RARE[0]}{unknown}镇"))))[1]
    assert any("U+323AF" in note for note in notes)
    assert not any("仿宋" in note for note in notes)  # not used in it


def test_the_files_that_were_proved_are_one_table_that_stays_whole() -> None:
    proofs = [(f"年报{number}.pdf", Proof(200, 200, 9, 9)) for number in range(6)]
    content = check_sheet(WRONG, catalogue.run(WRONG), proofs=proofs)
    for count in range(0, 16, 3):
        pages = pages_of(replace(content, unjudged=content.unjudged * count))
        (told,) = [page for page in pages if "年报0.pdf" in page]
        assert "三、随年报写出的文件文件写好后读回核对" in told
        assert "年报5.pdf核对200/200，文字9/9段" in told
    assert "写好后读回核对" not in "".join(pages_of(sheet_of(WRONG)))


def test_the_sheet_tells_its_structure() -> None:
    kinds = [tag.kind for tag in compose(laid_out(sheet_of(WRONG))).tags]
    assert kinds[0] == "Title"
    assert kinds.count("H1") == 3
    assert kinds.count("Table") == 5


@pytest.mark.parametrize("report", [WRONG, Report(), replace(WRONG, unit=f"云岭省青禾市棠溪县{RARE}" * 3)])
def test_a_sign_sheet_is_one_page_and_leaves_room_to_sign(report: Report) -> None:
    sheet = sign_sheet(report, catalogue.run(report))
    with pdfplumber.open(BytesIO(write(sheet)[0])) as pdf:
        (page,) = pdf.pages
        (signing,) = [table for table in page.find_tables() if "核稿人" in str(table.extract())]
        heights = [row.bbox[3] - row.bbox[1] for row in signing.rows[1:]]
    assert len(heights) == 5
    assert all(height > 35 for height in heights)
