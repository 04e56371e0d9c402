from core.alignment import align, key, labels_in
from core.cells import CellId
from core.clipboard import Block
from core.form import F2021

T2, T3, T4 = (F2021.table(name) for name in ("t2", "t3", "t4"))
FIRST = CellId("t3.new_requests.natural")


def cell(name: str) -> CellId:
    return CellId(name)


def test_rows_are_found_by_their_labels_in_any_order_and_wording() -> None:
    block: Block = (("（二）部分公开", "3", *"000000"), ("一、本年新收政府信息公开申请", "12", *"000000"))
    landed = align(T3, block, FIRST)
    assert landed is not None
    assert landed.values[cell("t3.partial.natural")] == "3"
    assert landed.values[cell("t3.new_requests.natural")] == "12"


def test_merged_label_columns_do_not_shift_the_values() -> None:
    block: Block = (
        ("一、本年新收政府信息公开申请数量", None, None, *"1234567"),
        ("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", *"2345678"),
        (None, None, "2.其他法律行政法规禁止公开", *"3456789"),
    )
    landed = align(T3, block, FIRST)
    assert landed is not None
    assert landed.values[cell("t3.new_requests.natural")] == "1"
    assert landed.values[cell("t3.denied_state_secret.natural")] == "2"
    assert landed.values[cell("t3.denied_law_forbidden.total")] == "9"


def test_a_wide_label_followed_by_empty_cells_in_plain_text_does_not_shift_them_either() -> None:
    landed = align(T3, (("一、本年新收政府信息公开申请数量", "", "", *"1234567"),), FIRST)
    assert landed is not None
    assert landed.values[FIRST] == "1"
    assert landed.values[cell("t3.new_requests.total")] == "7"


def test_columns_in_another_order_follow_their_heads() -> None:
    block: Block = (("", "总计", "其他", "自然人"), ("（一）予以公开", "3", "2", "1"))
    landed = align(T3, block, FIRST)
    assert landed is not None
    assert dict(landed.values) == {
        cell("t3.granted.total"): "3",
        cell("t3.granted.other_org"): "2",
        cell("t3.granted.natural"): "1",
    }


def test_few_values_without_heads_begin_in_the_selected_column() -> None:
    landed = align(T3, (("（一）予以公开", "5"),), cell("t3.new_requests.research"))
    assert landed is not None
    assert dict(landed.values) == {cell("t3.granted.research"): "5"}


def test_lines_under_heads_but_without_labels_begin_in_the_selected_row() -> None:
    landed = align(T3, (("自然人", "商业企业"), ("1", "2"), ("3", "4")), cell("t3.granted.other_org"))
    assert landed is not None
    assert dict(landed.values) == {
        cell("t3.granted.natural"): "1",
        cell("t3.granted.business"): "2",
        cell("t3.partial.natural"): "3",
        cell("t3.partial.business"): "4",
    }


def test_the_blocks_of_table_2_each_follow_their_own_heads() -> None:
    block: Block = (
        ("第二十条第（一）项", None, None, None),
        ("信息内容", "现行有效件数", "本年制发件数", "本年废止件数"),
        ("规章", "3", "1", "2"),
        ("第二十条第（五）项", None, None, None),
        ("信息内容", "本年处理决定数量", None, None),
        ("行政许可", "7", None, None),
    )
    landed = align(T2, block, cell("t2.regulations.issued"))
    assert landed is not None
    assert dict(landed.values) == {
        cell("t2.regulations.in_force"): "3",
        cell("t2.regulations.issued"): "1",
        cell("t2.regulations.repealed"): "2",
        cell("t2.licensing.decisions"): "7",
    }


def test_half_of_table_4_goes_to_the_groups_that_it_names() -> None:
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    block: Block = (("复议后起诉", None, None, None, None), heads, tuple("12345"))
    landed = align(T4, block, cell("t4.review.upheld"))
    assert landed is not None
    assert landed.values[cell("t4.lawsuit_after_review.upheld")] == "1"
    assert landed.values[cell("t4.lawsuit_after_review.total")] == "5"


def test_a_value_in_an_unknown_line_is_counted() -> None:
    landed = align(T3, (("（一）予以公开", *"1111117"), ("另一行", "5", *"000000")), FIRST)
    assert landed is not None
    assert landed.unplaced == 7


def test_a_block_of_numbers_has_no_headings() -> None:
    assert align(T3, (("1", "2"), ("3", "4")), FIRST) is None
    assert align(T4, (tuple("123456789012345"),), cell("t4.review.upheld")) is None


def test_the_column_and_the_row_that_are_called_alike_are_told_apart_by_the_ordinal() -> None:
    landed = align(T3, (("", "其他"), ("3.其他", "4")), FIRST)
    assert landed is not None
    assert dict(landed.values) == {cell("t3.other_misc.other_org"): "4"}


def test_width_blanks_and_punctuation_do_not_count() -> None:
    assert key("（一） 予以公开") == key("(一)予以公开。")


def test_labels_are_counted_by_table() -> None:
    block: Block = (("自然人", "规章"),)
    assert (labels_in(T3, block), labels_in(T2, block), labels_in(T4, block)) == (1, 1, 0)


def one_a_line(*words: str) -> Block:
    return tuple((word,) for word in words)


def test_a_table_with_one_cell_a_line_is_put_together_by_its_row_labels() -> None:
    block = one_a_line(
        *("自然人", "总计", "（一）予以公开", *"5100006", "（三）不予公开", "1.属于国家秘密", "2", "", "/", *"0002"),
        *("没有这一行", "9", "（二）部分公开", *"3000003"),
    )
    landed = align(T3, block, FIRST)
    assert landed is not None
    assert [landed.values[cell(f"t3.granted.{name}")] for name in ("natural", "business", "total")] == ["5", "1", "6"]
    assert [landed.values[cell(f"t3.denied_state_secret.{name}")] for name in ("natural", "business", "research")] == [
        *("2", "", "/"),
    ]
    assert landed.values[cell("t3.partial.total")] == "3"
    assert "9" not in landed.values.values()


def test_blank_lines_between_values_do_not_shift_them_where_there_are_too_many() -> None:
    landed = align(T3, one_a_line("（一）予以公开", *("5", "") * 7), FIRST)
    assert landed is not None
    assert set(landed.values.values()) == {"5"}


def test_a_table_of_one_line_with_one_cell_a_line_takes_its_values_in_order() -> None:
    heads = ("行政复议", "行政诉讼", "结果维持", "总计", "未经复议直接起诉", "复议后起诉", "结果维持")
    landed = align(T4, one_a_line(*heads, *"203050000010001"), cell("t4.review.upheld"))
    assert landed is not None
    assert (landed.values[cell("t4.review.upheld")], landed.values[cell("t4.lawsuit_after_review.total")]) == ("2", "1")


def test_a_plain_column_of_numbers_has_no_headings() -> None:
    assert align(T3, one_a_line("5", "1", "0"), FIRST) is None
    assert align(T4, one_a_line(*"203050000010001"), cell("t4.review.upheld")) is None


def test_cells_that_a_browser_broke_into_lines_are_put_together_too() -> None:
    lines = [("（一）予以公开", ""), *(line for value in "5100006" for line in (("", ""), (value, "")))]
    landed = align(T3, tuple(lines), FIRST)
    assert landed is not None
    assert [*landed.values.values()] == [*"5100006"]
