"""Rows in flat text."""

from core.importers.recogniser.flat_rows import rows_in
from core.importers.recogniser.tokens import Token


def rows(*texts: str) -> list[tuple[str, str, list[str]]]:
    tokens = [Token(text, place, alone=True) for place, text in enumerate(texts)]
    return [(found.row, "".join(v.text for v in found.values), found.odd) for found in rows_in(tokens, "t3")]


def test_labels_open_rows_and_values_follow_them() -> None:
    assert rows("（一）予以公开", "1", "0", "（七）总计", "2") == [("granted", "10", []), ("total_handled", "2", [])]


def test_a_label_in_pieces_is_found_once_it_can_be_no_other() -> None:
    assert rows("1.申请人", "无正当理由逾期", "4", "不补正、行政机关不再处理其政府信息公开申请", "0") == [
        ("other_no_correction", "40", [])
    ]


def test_pieces_of_heads_and_groups_open_nothing() -> None:
    assert rows("社会", "法律", "公益", "服务", "（三）", "不予公", "开", "1.属于国家秘密", "7") == [
        ("denied_state_secret", "7", [])
    ]


def test_other_and_totals_need_their_ordinal_or_their_place() -> None:
    assert rows("其他", "1", "总计", "2") == []
    found = rows("（一）予以公开", "1", "3.", "其他", "1", "总计", "2")
    assert [row for row, *_ in found] == ["granted", "other_misc", "total_handled"]


def test_odd_words_are_noted_while_a_row_is_open() -> None:
    assert rows("（一）予以公开", "1", "待核", *"00000") == [("granted", "100000", ["待核"])]
    assert rows("（一）予以公开", *"1000001", "待核") == [("granted", "1000001", [])]
