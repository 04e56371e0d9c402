"""The names of cities are names and no everyday words."""

from core.checks.cities import CITIES

EVERYDAY = "重大庆典 来宾登记 其中卫生 长治久安 三明确 普通化解 东营商环境 指南平台 四平台 日常德育"


def test_names_are_short_and_many() -> None:
    assert len(CITIES) > 250
    assert {len(name) for name in CITIES} <= {2, 3, 4}


def test_no_name_stands_in_an_everyday_word() -> None:
    assert [name for name in CITIES if name in EVERYDAY] == []
