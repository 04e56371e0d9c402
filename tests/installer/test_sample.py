"""The sample: an invented unit whose numbers and words agree, made the way a clerk makes a report."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from core import edits, importers
from core.cells import CellId
from core.checks import catalogue
from core.report import Report
from core.storage import project as storage
from installer import sample, sample_docx

CONTENT: dict[str, Any] = json.loads(sample.CONTENT.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def published() -> Report:
    """Last year's report, as its Word file is read."""
    return importers.read_report(sample.PLACE / sample.LAST_YEAR).report


@pytest.fixture(scope="module")
def finished() -> Report:
    """This year's report, as its project file holds it."""
    return storage.load(sample.PLACE / sample.PROJECT)[0].report


@pytest.fixture(scope="module", params=["published", "finished"])
def either(request: pytest.FixtureRequest) -> Report:
    report = request.getfixturevalue(request.param)
    assert isinstance(report, Report)
    return report


def value(report: Report, cell: str) -> int:
    found = report.value(CellId(cell))
    assert found is not None
    return int(found)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_word_file_is_the_one_that_the_contents_make(tmp_path: Path) -> None:
    sample_docx.write(sample.last_year(CONTENT), tmp_path / "again.docx")
    assert parts(tmp_path / "again.docx") == parts(sample.PLACE / sample.LAST_YEAR)


def test_the_project_is_the_one_that_the_word_file_and_the_contents_make(published: Report, finished: Report) -> None:
    assert sample.this_year(CONTENT, published) == finished


def test_building_writes_both_files(tmp_path: Path) -> None:
    sample.build(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([sample.LAST_YEAR, sample.PROJECT])


def test_the_word_file_has_truly_merged_cells() -> None:
    document = parts(sample.PLACE / sample.LAST_YEAR)["word/document.xml"].decode()
    assert document.count("<w:tbl>") == 3
    assert '<w:gridSpan w:val="7"/>' in document
    assert '<w:vMerge w:val="restart"/>' in document


def test_the_word_file_is_read_without_a_doubt_and_gives_back_every_value() -> None:
    recognised = importers.read_report(sample.PLACE / sample.LAST_YEAR)
    written = sample.last_year(CONTENT)
    assert recognised.doubts == ()
    assert (recognised.report.unit, recognised.report.year) == (written.unit, 2025)
    differing = [cell for cell in written.form.cells if recognised.report.as_printed(cell).value != written.value(cell)]
    assert differing == []
    assert recognised.report.texts == written.texts


def test_last_years_report_has_no_findings(published: Report) -> None:
    verdict = catalogue.run(published)
    assert (verdict.findings, verdict.undecided) == ((), ())


def test_this_year_everything_is_decided_and_the_one_break_with_last_year_is_explained(finished: Report) -> None:
    verdict = catalogue.run(finished)
    assert [finding.code for finding in verdict.findings] == ["Y03", "Y01"]
    assert all(finding.occasion in finished.reasons for finding in verdict.findings)
    assert verdict.undecided == ()
    assert finished.stale == frozenset()


def test_the_matrix_is_far_from_empty(either: Report) -> None:
    typed = [cell for cell in either.form.table("t3").cells if not cell.computed]
    assert sum(bool(either.value(cell.id)) for cell in typed) >= 35


def test_the_requests_in_the_words_are_those_of_the_table(either: Report) -> None:
    rows = ("new_requests", "carried_in", "total_handled", "carried_forward")
    new, carried, handled, forward = (value(either, f"t3.{row}.total") for row in rows)
    natural = value(either, "t3.new_requests.natural")
    words = either.text("s1")
    assert f"新收政府信息公开申请{new}件，其中自然人申请{natural}件，法人和其他组织申请{new - natural}件" in words
    assert f"上年结转{carried}件" in words
    assert f"本年度办结{handled}件，结转下年度继续办理{forward}件" in words


def test_the_words_of_this_year_follow_the_tables(finished: Report) -> None:
    more = edits.set_cell(finished, CellId("t3.new_requests.natural"), "1034")
    assert "其中自然人申请1034件" in more.text("s1")
    assert len(finished.resolved("s1").references) == 22


def test_the_results_in_the_words_are_those_of_the_table(either: Report) -> None:
    def of(start: str) -> int:
        cells = [c for c in either.form.table("t3").cells if c.row.id.startswith(start) and c.column.id == "total"]
        return sum(value(either, cell.id) for cell in cells)

    starts = {"予以公开": "granted", "部分公开": "partial", "不予公开": "denied_", "无法提供": "unable_"}
    starts |= {"不予处理": "rejected_", "其他处理": "other_"}
    assert "、".join(f"{name}{of(start)}件" for name, start in starts.items()) in either.text("s1")


def test_reviews_lawsuits_and_documents_in_the_words_are_those_of_the_tables(either: Report) -> None:
    words = either.text("s1")
    lawsuits = value(either, "t4.lawsuit_direct.total") + value(either, "t4.lawsuit_after_review.total")
    assert f"被申请行政复议{value(either, 't4.review.total')}件" in words
    assert f"被提起行政诉讼{lawsuits}件" in words
    issued, repealed, in_force = (value(either, f"t2.normative_docs.{c}") for c in ("issued", "repealed", "in_force"))
    assert f"制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件" in words


def test_the_parts_of_what_was_published_add_up(either: Report) -> None:
    sentence = re.search(r"信息(\d+)条，其中([^。]+)。", either.text("s1"))
    assert sentence is not None
    assert sum(map(int, re.findall(r"(\d+)条", sentence[2]))) == int(sentence[1])


def test_the_fee_in_the_words_is_the_fee_in_the_table(finished: Report) -> None:
    amount = finished.value(CellId("t2.admin_fees.amount_wan"))
    assert amount is not None
    assert f"实际收取{amount * 10000:.0f}元" in finished.text("s6")


def test_no_long_sentence_of_last_year_comes_again(published: Report, finished: Report) -> None:
    sentences = [{s for t in r.words.values() for s in re.split("[。；\n]", t)} for r in (published, finished)]
    assert [sentence for sentence in sentences[0] & sentences[1] if len(sentence) > 15] == []
