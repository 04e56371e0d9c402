"""A number bound by the words around it. All sentences are invented."""

import pytest

from core.sentences.bindings import bind, is_bare
from core.sentences.numbers import numbers_in
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting


def bound(words: str) -> tuple[Quantity, ...]:
    """Return what the first number of a sentence is bound to."""
    number = next(iter(numbers_in(words)))
    setting, lead = Setting(), words[: number.start]
    setting.go_on(lead)
    found = bind(words, number, lead, words[number.end :].split("，", maxsplit=1)[0].rstrip("。"), setting)
    return found.quantities if found else ()


@pytest.mark.parametrize(
    ("words", "quantities"),
    [
        ("收到政府信息公开申请7件。", (Quantity.RECEIVED,)),
        ("办结政府信息公开申请7件。", (Quantity.CLOSED,)),
        ("办结7件政府信息公开申请。", (Quantity.CLOSED,)),
        ("收到政府信息公开申请70余件。", ()),
        ("对政府信息公开申请收取处理费7件。", ()),
        ("收到信箱留言7件。", ()),
        ("制发行政规范性文件7件。", (Quantity.DOCUMENTS_ISSUED,)),
    ],
)
def test_only_what_the_words_plainly_bind_is_bound(words: str, quantities: tuple[Quantity, ...]) -> None:
    assert bound(words) == quantities


def test_a_number_without_a_counter_counts_only_at_the_end_of_a_clause() -> None:
    words = "部分公开67，不予公开3.5万字"
    first, second = list(numbers_in(words))[:2]
    assert is_bare(words, first)
    assert not is_bare(words, second)
