"""What is said to be none. All sentences are invented."""

import pytest

from core.sentences.negations import Negation, found_in, year_before
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting


@pytest.mark.parametrize(
    ("words", "quantities"),
    [
        ("全年未收到政府信息公开申请", [Quantity.NEW]),
        ("未发生行政复议、行政诉讼", [Quantity.REVIEW, Quantity.LAWSUIT]),
        ("没有因政府信息公开引起的行政诉讼", [Quantity.LAWSUIT]),
        ("无结转下年度办理", [Quantity.CARRIED_FORWARD]),
        ("没有收到公民、法人的信息公开申请", [Quantity.NEW]),
        ("零信息公开申请", [Quantity.NEW]),
        ("上半年未收到政府信息公开申请", []),
        ("没有因程序违法引起的行政复议", []),
    ],
)
def test_words_that_say_none_of_all(words: str, quantities: list[Quantity]) -> None:
    assert [each.quantities[0] for each in found_in(words, Setting())] == quantities


def test_the_place_encloses_the_words() -> None:
    words = "我局全年未收到政府信息公开申请"
    (said,) = found_in(words, Setting())
    assert words[said.start : said.end] == "未收到政府信息公开申请"


def test_the_organ_that_received_none_is_told() -> None:
    assert Negation((Quantity.NEW,), 4, 9).scope("县民政局未收到申请") == "县民政局"


def test_the_year_named_last_before_counts() -> None:
    assert year_before("2023年", Setting(year=2024)) == 2023
    assert year_before("全年", Setting(year=2024)) == 2024
