from dataclasses import replace

from core import edits
from core.cells import CellId, parse
from core.checks.register import Verdict
from core.finding import Finding, Severity
from core.form import F2021
from core.report import Report
from ui.matrix.faces import Mark, face, marks, short_name, spoken, status, tooltip

NEW = CellId("t3.new_requests.natural")
TOTAL = CellId("t3.new_requests.total")
GRANTED = CellId("t3.granted.natural")


def written(**raws: str) -> Report:
    """A report with the first line of table 3 filled in."""
    return edits.set_cells(Report(), {CellId(f"t3.new_requests.{column}"): raw for column, raw in raws.items()})


def test_a_blank_is_hatched_and_a_zero_is_shown_as_zero() -> None:
    blank, zero = face(Report(), F2021.cells[NEW], None), face(written(natural="0"), F2021.cells[NEW], None)
    assert (blank.text, blank.blank) == ("", True)
    assert (zero.text, zero.blank) == ("0", False)


def test_a_sum_shows_what_is_known_so_far_as_partial() -> None:
    shown = face(written(natural="12", business="3"), F2021.cells[TOTAL], None)
    assert (shown.text, shown.partial, shown.blank) == ("15", True, False)
    assert face(Report(), F2021.cells[TOTAL], None).text == ""


def test_a_whole_sum_is_not_partial() -> None:
    full = written(natural="1", business="0", research="0", public_welfare="0", legal_service="0", other_org="0")
    assert (face(full, F2021.cells[TOTAL], None).text, face(full, F2021.cells[TOTAL], None).partial) == ("1", False)


def test_words_are_shown_as_typed_and_marked_as_strange() -> None:
    assert [face(written(natural=raw), F2021.cells[NEW], None).text for raw in ("/", "12件", "无数")] == [
        "/",
        "12件",
        "无数",
    ]
    assert all(face(written(natural=raw), F2021.cells[NEW], None).strange for raw in ("/", "12件", "无数"))


def test_the_tooltip_of_a_sum_says_how_many_cells_are_missing() -> None:
    assert "还有 4 格没有填数，暂计 15" in tooltip(written(natural="12", business="3"), F2021.cells[TOTAL], ())


def test_a_total_printed_otherwise_is_shown_beside_the_computed_one() -> None:
    report = replace(
        written(natural="1", business="0", research="0", public_welfare="0", legal_service="0", other_org="0"),
        printed={TOTAL: parse("2")},
    )
    assert face(report, F2021.cells[TOTAL], None).disputed
    assert "原表印的是 2，各项相加是 1" in tooltip(report, F2021.cells[TOTAL], ())


def test_a_printed_total_is_not_disputed_while_the_sum_lacks_a_term() -> None:
    report = replace(written(natural="2"), printed={TOTAL: parse("2")})
    assert not face(report, F2021.cells[TOTAL], None).disputed
    assert "原表印的是 2" in tooltip(report, F2021.cells[TOTAL], ())


def test_the_heaviest_mark_wins_and_an_explained_one_weighs_least() -> None:
    report = written(natural="1")
    error = Finding("A03", Severity.ERROR, "不平衡", (NEW,))
    hint = Finding("C08", Severity.HINT, "核对", (NEW,))
    verdict = Verdict((hint, error), ())
    assert marks(report, verdict)[NEW] is Mark.ERROR
    assert marks(replace(report, reasons={error.occasion: "属实"}), verdict)[NEW] is Mark.HINT
    both = {error.occasion: "属实", hint.occasion: "属实"}
    assert marks(replace(report, reasons=both), verdict)[NEW] is Mark.EXPLAINED


def test_a_blank_cell_needs_no_mark_beside_its_hatching() -> None:
    verdict = Verdict((Finding("C01", Severity.ERROR, "没有填写", (NEW, GRANTED)),), ())
    assert dict(marks(written(natural="1"), verdict)) == {NEW: Mark.ERROR}


def test_of_a_long_sum_only_the_result_and_the_suspect_are_marked() -> None:
    cells = tuple(CellId(f"t3.{row.id}.natural") for row in F2021.table("t3").rows)
    report = edits.fill_rest(Report(), "t3")
    finding = Finding("A02", Severity.ERROR, "不符", cells, suspect=GRANTED)
    assert set(marks(report, Verdict((finding,), ()))) == {cells[-1], GRANTED}


def test_the_tooltip_gives_the_message_with_its_mark_and_the_reason() -> None:
    report = written(natural="1")
    finding = Finding("A03", Severity.ERROR, "差 1 件。", (NEW,))
    assert "▲ 差 1 件。" in tooltip(report, F2021.cells[NEW], (finding,))
    explained = replace(report, reasons={finding.occasion: "属实"})
    assert "✓ 差 1 件。（已说明：属实）" in tooltip(explained, F2021.cells[NEW], (finding,))


def test_a_plain_number_needs_no_tooltip() -> None:
    assert tooltip(written(natural="1"), F2021.cells[NEW], ()) == ""


def test_the_status_line_names_the_cell_and_how_it_changed() -> None:
    report = replace(edits.set_cell(Report(), GRANTED, "9"), last_year=edits.set_cell(Report(), GRANTED, "8"))
    assert status(report, F2021.cells[GRANTED]) == "三(一) 予以公开 · 自然人　上年 8　比上年 +1"
    same = replace(report, last_year=edits.set_cell(Report(), GRANTED, "9"))
    assert status(same, F2021.cells[GRANTED]).endswith("上年 9　与上年持平")


def test_a_row_without_an_ordinal_is_named_once() -> None:
    assert short_name(F2021.cells[CellId("t2.regulations.issued")]) == "规章 · 本年制发件数"


def test_a_screen_reader_hears_that_a_cell_is_empty_or_computed() -> None:
    assert "值 空" in spoken(Report(), F2021.cells[NEW], ())
    assert "合计，自动计算" in spoken(Report(), F2021.cells[TOTAL], ())


def test_a_cell_is_spoken_with_both_heads_and_the_group_of_its_row() -> None:
    assert spoken(Report(), F2021.cells[CellId("t3.denied_third_party.business")], ()) == (
        "三(三)4，不予公开，保护第三方合法权益，商业企业，值 空"
    )
    assert spoken(Report(), F2021.cells[CellId("t4.lawsuit_direct.upheld")], ()) == (
        "行政诉讼，未经复议直接起诉，结果维持，值 空"
    )


def test_a_head_that_reads_like_the_other_is_still_spoken() -> None:
    assert (
        spoken(Report(), F2021.cells[CellId("t3.other_misc.other_org")], ()) == "三(六)3，其他处理，其他，其他，值 空"
    )
    assert "总计，总计，合计" in spoken(Report(), F2021.cells[CellId("t3.total_handled.total")], ())


def test_what_is_wrong_is_spoken_with_its_weight_and_an_answer_as_such() -> None:
    finding = Finding("A03", Severity.ERROR, "本列不平衡，差 1 件。", (NEW,))
    assert spoken(Report(), F2021.cells[NEW], (finding,)).endswith("，必须改：本列不平衡，差 1 件。")
    answered = replace(Report(), reasons={finding.occasion: "机构改革划入"})
    assert spoken(answered, F2021.cells[NEW], (finding,)).endswith("，已说明：本列不平衡，差 1 件。")


def test_the_change_since_last_year_has_its_sign_and_is_left_out_where_there_is_none() -> None:
    report = edits.attach_last_year(written(natural="12"), written(natural="15", business="1"))
    assert face(report, F2021.cells[NEW], None).change == "−3"
    assert face(written(natural="12"), F2021.cells[NEW], None).change == ""
    assert face(edits.attach_last_year(report, written(natural="12")), F2021.cells[NEW], None).change == ""
