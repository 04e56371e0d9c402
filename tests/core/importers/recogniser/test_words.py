"""Words made comparable."""

import pytest

from core.importers.recogniser.words import han, is_sentence, key, ordinal, plain


@pytest.mark.parametrize(
    "label",
    [
        "1.属于国家秘密",
        "1、属于国家秘密",
        "１．属于国家秘密",
        " 1. 属于 国家\n秘密",
        "（1）属于国家秘密",
        "①属于国家秘密",
        "⒈属于国家秘密",
        "1 属于国家秘密",
        "属于国家秘密",
    ],
)
def test_ordinals_blanks_and_widths_do_not_count(label: str) -> None:
    assert key(label) == "属于国家秘密"


@pytest.mark.parametrize(
    ("label", "counted"),
    [
        ("（七）总计", "七"),
        ("(三) 不予公开", "三"),
        ("3.其他", "3"),
        ("四、结转", "四"),
        ("三安全一稳定", ""),
        ("2.5", ""),
    ],
)
def test_the_ordinal_is_kept_apart(label: str, counted: str) -> None:
    assert ordinal(label) == counted


def test_a_number_is_no_ordinal_and_a_word_that_begins_like_one_stays_whole() -> None:
    assert (key("12.5"), key("三类内部事务")) == ("125", "三类内部事务")


def test_plain_drops_what_nobody_sees() -> None:
    assert plain("\ufeff（一） 甲\u200b\n乙") == "(一)甲乙"


@pytest.mark.parametrize(
    "text", ["本年没有收到申请。", "一是人手不足，二是更新不够快，三是解读形式较少", "情况如下（共三件）。"]
)
def test_prose_reads_like_a_sentence(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize("text", ["规章", "2024年1月", "来源：镇政府", "12,345"])
def test_labels_and_furniture_do_not(text: str) -> None:
    assert not is_sentence(text)


def test_chinese_characters_are_counted() -> None:
    assert han("2024年a、度") == 2
