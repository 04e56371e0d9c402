"""Tables that lost their cells."""

from core.form import F2021
from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.stream import StreamReader

_HEADS = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def stream(table: str, *lines: str) -> StreamReader:
    reader = StreamReader(table, lines_of(Extract(tuple(Paragraph(line) for line in lines))))
    reader.read()
    return reader


def values(table: str, *lines: str) -> dict[str, list[str]]:
    return {reading.row: list(reading.cells.values()) for reading in stream(table, *lines).readings}


def test_one_cell_a_line_is_read_by_label() -> None:
    assert values("t3", *_HEADS, "（一）予以公开", *"1000001") == {"granted": list("1000001")}


def test_a_torn_label_may_have_its_values_in_between() -> None:
    lines = ["（四）", "1.本机关不掌握相关政府", "无法提   9  0  0  0  0  0  9", "信息"]
    assert values("t3", *lines) == {"unable_not_held": ["9", "0", "0", "0", "0", "0", "9"]}


def test_single_blanks_may_separate() -> None:
    assert values("t3", "5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1") == {
        "rejected_reconfirm": list("1000001")
    }
    assert values("t2", "行政许可 330") == {"licensing": ["330"]}


def test_blank_lines_are_blank_cells_where_they_keep_their_distance() -> None:
    lines = ["（一）予以公开", "", "1", "", "2", "", "", "", "", "", "", "", "", "", "3", "", "（二）部分公开", ""]
    more = [part for digit in "1000001" for part in (digit, "")]
    assert values("t3", *lines, *more) == {"granted": ["1", "2", "", "", "", "", "3"], "partial": list("1000001")}


def test_blank_lines_that_keep_none_are_doubted() -> None:
    reader = stream("t3", "（一）予以公开", "1", "", "2", "", "", "（二）部分公开", *"1000001")
    assert reader.readings[0].cells == {}
    assert "应有 7 个数，这里读到 2 个" in reader.readings[0].reason
    assert reader.readings[1].reason == ""


def test_values_without_a_label_go_to_the_next_row_with_a_doubt() -> None:
    lines = ["（一）予以公开", *"1000001", *"2000002", "（二）部分公开", "（七）总计", *"3000003"]
    readings = {reading.row: reading for reading in stream("t3", *lines).readings}
    assert list(readings["partial"].cells.values()) == list("2000002")
    assert "没有行的名称" in readings["partial"].reason
    assert "没有行的名称" in readings["granted"].reason
    assert readings["total_handled"].reason == ""


def test_a_row_that_does_not_add_up_is_doubted() -> None:
    assert "总计不符" in stream("t3", "（一）予以公开", *"1000005").readings[0].reason


def test_column_heads_are_not_taken_for_rows() -> None:
    assert values("t3", *_HEADS, "一、本年新收政府信息公开申请数量", *"1000001") == {"new_requests": list("1000001")}


def test_other_without_its_ordinal_counts_behind_the_row_above_it() -> None:
    lines = ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", *"0000000", "其他", *"1000001"]
    assert values("t3", *lines)["other_misc"] == list("1000001")


def test_a_single_row_of_other_results_is_read() -> None:
    assert values("t3", "（一）予以公开", *"0000000", "（六）其他处理", *"1000001")["other_all"] == list("1000001")


def test_fifteen_values_are_table_four() -> None:
    words = ["行政复议", "行政诉讼", *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]]
    readings = stream("t4", *words, *map(str, range(15))).readings
    assert [next(iter(reading.cells.values())) for reading in readings] == ["0", "5", "10"]
    assert {reading.reason for reading in readings} == {""}


def test_blanks_between_all_values_of_table_four_keep_the_distance_of_its_heads() -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    heads = ["行政复议", "行政诉讼", *outcomes, "未经复议直接起诉", "复议后起诉", *outcomes, *outcomes]
    cells = ["7", "", "", "", "7", "", "5", "", "", "5", "", "", "3", "", "3"]
    lines = [line for cell in [*heads, *cells] for line in (cell, "")]
    assert [text for row in values("t4", *lines).values() for text in row] == cells


def test_values_among_the_heads_of_table_four_are_doubted() -> None:
    readings = stream("t4", "结果维持", *map(str, range(5)), "复议后起诉", *map(str, range(10))).readings
    assert {bool(reading.reason) for reading in readings} == {True}


def test_too_few_values_of_table_four_are_doubted_and_left_blank() -> None:
    readings = stream("t4", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "3", "4").readings
    assert {len(reading.cells) for reading in readings} == {0}
    assert "应有 15 个数，这里读到 2 个" in readings[0].reason


def test_prose_is_left_alone() -> None:
    reader = stream("t3", "2024年收到申请3件，已经全部答复。", "（一）予以公开", *"1000001")
    assert 0 not in reader.used
    assert reader.readings[0].reason == ""


def test_prose_alone_is_no_table() -> None:
    reader = stream("t4", "本年没有发生行政复议和行政诉讼。", "表四")
    assert (reader.readings, reader.used) == ([], set())


def test_words_where_a_value_belongs_are_doubted() -> None:
    reading = stream("t3", "（一）予以公开", *"100", "待核", *"000", "（二）部分公开", *"1000001").readings[0]
    assert reading.reason
    assert stream("t3", "（一）予以公开 1 0 0 待核 0 0 0 1").readings[0].reason == "这一行里有认不出的“待核”，请核对"


def test_a_row_short_of_a_value_beside_a_subtotal_is_doubted() -> None:
    heads = [*_HEADS, "小计"]
    lines = (*heads, "（一）予以公开", *"10230256", "（二）部分公开", *"1023025")
    rows = {reading.row: reading for reading in stream("t3", *lines).readings}
    assert list(rows["granted"].cells.values()) == list("1023026")
    assert "应有 8 个数，这里读到 7 个" in rows["partial"].reason


def test_values_printed_beside_the_ordinal_of_another_row_are_doubted() -> None:
    lines = (
        "一、  7  0  0  0  0  0  7",
        "本年",
        "新收",
        "政府信息",
        "二、  2  0  0  0  0  0  2",
        "上年",
        "结转",
        "政府信息",
    )
    found = {reading.row: reading for reading in stream("t3", *lines).readings}
    assert all(reading.reason for reading in found.values())
    assert "new_requests" in found


def test_a_sum_that_is_off_is_the_papers_own_where_every_row_is_whole() -> None:
    rows = F2021.table("t3").rows
    lines = [words for row in rows for words in (row.label, *("9999991" if row.id == "granted" else "0000000"))]
    assert [reading.reason for reading in stream("t3", *_HEADS, *lines).readings if reading.reason] == []
    doubted = [reading.row for reading in stream("t3", *_HEADS, *lines[:-1]).readings if reading.reason]
    assert doubted == ["granted", "carried_forward"]
