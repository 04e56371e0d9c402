"""Tables whose cells the file keeps apart."""

from core.importers.extract import Extract, Grid
from core.importers.recogniser.grids import GridReader
from core.importers.recogniser.lines import lines_of

_HEAD = [
    ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", None, None, "申请人情况", *[None] * 6),
    (None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"),
    (None, None, None, None, "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", None),
]
Rows = list[tuple[str | None, ...]]
T4_OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def fed(rows: Rows) -> GridReader:
    reader = GridReader()
    for line in lines_of(Extract((Grid(tuple(rows), "表"),))):
        reader.feed(line)
    reader.finish()
    return reader


def values(rows: Rows) -> dict[str, list[str]]:
    return {reading.row: list(reading.cells.values()) for reading in fed(rows).readings}


def test_values_stand_under_their_heads_and_blanks_stay_in_place() -> None:
    row = ("一、本年新收政府信息公开申请数量", None, None, "3", "", "", "1", "", "", "4")
    assert values([*_HEAD, row]) == {"new_requests": ["3", "", "", "1", "", "", "4"]}


def test_the_deepest_label_names_the_row() -> None:
    row = ("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", *"1000001")
    assert values([*_HEAD, row]) == {"denied_state_secret": list("1000001")}


def test_a_row_of_other_and_of_totals_is_told_from_the_heads() -> None:
    rows: Rows = [*_HEAD, (None, None, "3.其他", *"1000001"), (None, "（七）总计", None, *"2000002")]
    assert values(rows) == {"other_misc": list("1000001"), "total_handled": list("2000002")}


def test_without_ordinals_values_in_the_row_tell_them() -> None:
    rows: Rows = [*_HEAD, (None, None, "其他", *"1000001"), (None, "总计", None, *"2000002")]
    assert values(rows) == {"other_misc": list("1000001"), "total_handled": list("2000002")}


def test_heads_torn_over_two_rows_are_one() -> None:
    torn: Rows = [
        ("项目", "自然人", "商业", "科研", "社会公益", "法律服务", "其他", "总计"),
        ("", "", "企业", "机构", "组织", "机构", "", ""),
        ("（一）予以公开", "1", "2", "", "", "", "", "3"),
    ]
    assert values(torn) == {"granted": ["1", "2", "", "", "", "", "3"]}


def test_swapped_columns_are_followed() -> None:
    head = (None, None, None, None, "科研机构", "商业企业", "社会公益组织", "法律服务机构", "其他", None)
    reading = fed([*_HEAD[:2], head, (None, "（一）予以公开", None, *"1230006")]).readings[0]
    assert (reading.cells["business"], reading.cells["research"]) == ("3", "2")


def test_an_extra_subtotal_column_is_passed_over() -> None:
    head: Rows = [
        ("项目", "自然人", "小计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
        ("（一）予以公开", *"15140006"),
    ]
    assert values(head) == {"granted": ["1", "1", "4", "0", "0", "0", "6"]}


def test_a_row_shifted_against_its_heads_is_read_by_its_order() -> None:
    rows: Rows = [*_HEAD, ("5.要求行政机关确认或重新出具已获取信息", "", *"1000001", "")]
    assert values(rows) == {"rejected_reconfirm": list("1000001")}


def test_a_row_with_too_few_values_is_doubted_and_left_blank() -> None:
    reading = fed([("（一）予以公开", "1", "2", "3")]).readings[0]
    assert reading.cells == {}
    assert "应有 7 个数，这里读到 3 个" in reading.reason
    assert reading.raw == "1 2 3"


def test_a_merged_value_cell_is_doubted() -> None:
    reading = fed([*_HEAD, ("（一）予以公开", None, None, "1", None, "0", "0", "0", "0", "1")]).readings[0]
    assert "合并" in reading.reason


def test_a_label_that_only_resembles_one_is_doubted() -> None:
    reading = fed([*_HEAD, (None, None, "1.本机关不掌握有关政府信息", *"1000001")]).readings[0]
    assert (reading.row, list(reading.cells.values())) == ("unable_not_held", list("1000001"))
    assert "不完全一样" in reading.reason


def test_rows_of_unknown_name_are_set_aside() -> None:
    reader = fed([("信息内容", "本年处理决定数量"), ("行政许可", "3"), ("其他主动公开文件", "8")])
    assert [line.words for line, _ in reader.strangers] == [("其他主动公开文件", "8")]


def test_repeated_heads_change_nothing() -> None:
    first = ("（一）予以公开", None, None, *"1000001")
    second = ("四、结转下年度继续办理", None, None, *"2000002")
    assert values([*_HEAD, first, *_HEAD, second]) == {"granted": list("1000001"), "carried_forward": list("2000002")}


def test_the_second_part_of_a_cut_table_keeps_the_heads_of_the_first() -> None:
    reader = GridReader()
    cut = (
        Grid((*_HEAD, ("（一）予以公开", None, None, "1", "", "", "", "", "", "1")), "一"),
        Grid((("四、结转下年度继续办理", None, None, "", "", "2", "", "", "", "2"),), "二"),
    )
    for line in lines_of(Extract(cut)):
        reader.feed(line)
    assert list(reader.readings[1].cells.values()) == ["", "", "2", "", "", "", "2"]


_T4 = [
    ("行政复议", None, None, None, None, "行政诉讼", *[None] * 9),
    (
        "结果维持",
        "结果纠正",
        "其他结果",
        "尚未审结",
        "总计",
        "未经复议直接起诉",
        *[None] * 4,
        "复议后起诉",
        *[None] * 4,
    ),
    (None, None, None, None, None, *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2),
]


def test_table_four_is_read_by_its_heads() -> None:
    row = (*tuple(map(str, range(1, 15))), "")
    readings = {reading.row: reading.cells for reading in fed([*_T4, row]).readings}
    assert readings["review"]["pending"] == "4"
    assert list(readings["lawsuit_after_review"].values()) == ["11", "12", "13", "14", ""]


def test_a_blank_row_of_table_four_is_a_row() -> None:
    assert [reading.written for reading in fed([*_T4, ("",) * 15]).readings] == [0, 0, 0]


def test_table_four_may_give_each_group_a_row() -> None:
    rows: Rows = [
        ("", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
        ("行政复议", *"12306"),
        ("未经复议直接起诉", *"00000"),
        ("复议后起诉", *"10001"),
    ]
    assert values(rows)["review"] == list("12306")
    assert values(rows)["lawsuit_after_review"] == list("10001")


def test_table_two_in_four_tables_is_read_block_by_block() -> None:
    rows: Rows = [
        ("第二十条第（一）项", None, None, None),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "1", "", "6"),
        ("第二十条第（八）项", None, None, None),
        ("信息内容", "本年收费金额（单位：万元）", None, None),
        ("行政事业性收费", "2.02", None, None),
    ]
    assert values(rows) == {"regulations": ["1", "", "6"], "admin_fees": ["2.02"]}


def test_an_ordinal_in_a_cell_of_its_own_is_no_value() -> None:
    assert values([*_HEAD, ("（三）不予公开", "1.", "属于国家秘密", *"1000001")]) == {
        "denied_state_secret": list("1000001")
    }


_FIVE = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def test_table_four_may_come_as_two_tables() -> None:
    reader = GridReader()
    review = Grid((("行政复议", *[None] * 4), _FIVE, tuple("10001")), "表")
    lawsuits = ("未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4)
    other = Grid((("行政诉讼", *[None] * 9), lawsuits, _FIVE * 2, tuple("2000230003")), "表")
    for line in lines_of(Extract((review, other))):
        reader.feed(line)
    reader.finish()
    rows = {reading.row: "".join(reading.cells.values()) for reading in reader.readings}
    assert rows == {"review": "10001", "lawsuit_direct": "20002", "lawsuit_after_review": "30003"}


def test_table_four_may_give_each_group_a_row_with_blanks() -> None:
    rows: Rows = [
        ("类别", None, *_FIVE),
        ("行政复议", None, "1", "", "", "", "1"),
        ("行政诉讼", "未经复议直接起诉", *[""] * 5),
        (None, "复议后起诉", "", "", "2", "", "2"),
    ]
    assert values(rows) == {
        "review": ["1", "", "", "", "1"],
        "lawsuit_direct": [""] * 5,
        "lawsuit_after_review": ["", "", "2", "", "2"],
    }


def test_a_row_of_blanks_above_the_values_of_table_four_is_none() -> None:
    assert [reading.written for reading in fed([*_T4, ("",) * 15, tuple("100010000100001")]).readings] == [5, 5, 5]


def test_a_merged_value_may_be_repeated_in_each_of_its_places() -> None:
    assert values([("信息内容", *["本年处理决定数量"] * 3), ("行政许可", "12件", "12件", "12件")]) == {
        "licensing": ["12件"]
    }


def test_a_shifted_row_with_blanks_that_does_not_add_up_is_doubted() -> None:
    heads = ("项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计")
    (reading,) = fed([heads, ("2.重复申请", "", "425", "", "36", "", "", "461", "460", "")]).readings
    assert reading.reason
    assert not reading.cells


def test_an_extra_subtotal_is_dropped_where_its_head_stands() -> None:
    heads = ("项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计", "")
    row = ("2.重复申请", "", "4", "/", "3", "", "", "7", "7", None, None)
    assert values([heads, row]) == {"rejected_duplicate": ["", "4", "/", "3", "", "", "7"]}


def test_a_remark_beside_a_row_is_no_value_and_a_number_beside_it_is_told() -> None:
    heads: Rows = [(*row, None) for row in _HEAD]
    row = ("（一）予以公开", None, None, *"1000001")
    assert values([*heads, (*row, "核对无误")]) == {"granted": list("1000001")}
    assert fed([*heads, (*row, "5")]).readings[0].reason


def test_a_column_with_a_head_of_its_own_is_no_value() -> None:
    heads = [*_HEAD[:2], (*_HEAD[2], "校验")]
    rows: Rows = [(*heads[0], None), (*heads[1], None), heads[2], ("（一）予以公开", None, None, *"1000001", "0")]
    assert values(rows) == {"granted": list("1000001")}


def test_a_row_that_breaks_off_gives_no_blank_a_place_in_silence() -> None:
    (reading,) = fed([*_HEAD, ("（一）予以公开", "", "", "3", "", "", "", "", None, None)]).readings
    assert reading.reason


def test_a_number_without_a_label_below_a_row_may_belong_to_it() -> None:
    row = ("一、本年新收政府信息公开申请数量", None, None, "3", "", "", "1", "", "", "4")
    below = ("", None, None, "", "12", "", "", "", "", "")
    assert [reading.reason for reading in fed([*_HEAD, row]).readings] == [""]
    assert "可能是这一行的" in fed([*_HEAD, row, below]).readings[0].reason
    t4: Rows = [
        ("行政复议", *[None] * 4, "行政诉讼", *[None] * 9),
        (*T4_OUTCOMES, "未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4),
        (*[None] * 5, *T4_OUTCOMES, *T4_OUTCOMES),
        tuple("100010000000000"),
    ]
    assert not any(reading.reason for reading in fed(t4).readings)
    assert all(reading.reason for reading in fed([*t4, ("5", *[""] * 14)]).readings)
