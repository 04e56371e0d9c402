"""The words of the quantities."""

import pytest

from core.sentences import quantities as q
from core.sentences.quantities import Quantity


def named(words: str) -> set[Quantity]:
    return {quantity for quantity, pattern in q.REQUESTS if pattern.search(words)}


@pytest.mark.parametrize(
    ("words", "quantity"),
    [
        ("结转至下一年度", Quantity.CARRIED_FORWARD),
        ("顺延到下年度", Quantity.CARRIED_FORWARD),
        ("上年度结转", Quantity.CARRIED_IN),
        ("上年未办结转入", Quantity.CARRIED_IN),
        ("新收到", Quantity.NEW),
        ("接收", Quantity.RECEIVED),
        ("收办", Quantity.HANDLED),
        ("答复", Quantity.CLOSED),
        ("部分公开", Quantity.PARTIAL),
        ("不予公开", Quantity.DENIED),
    ],
)
def test_each_verb_names_one_quantity(words: str, quantity: Quantity) -> None:
    assert named(words) == {quantity}


@pytest.mark.parametrize("words", ["均已依法答复", "全部办结", "已全部按规定办理完毕"])
def test_all_closed_is_said_in_many_ways(words: str) -> None:
    assert q.ALL_CLOSED.search(words)
