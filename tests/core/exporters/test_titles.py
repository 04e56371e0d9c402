"""Long titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exporters.line_ends import NEVER_FIRST, NEVER_LAST
from core.exporters.titles import below_unit, broken


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("棠溪县林业局", ("棠溪县林业局",)),
        (
            "云岭省青禾市棠溪县数据资源与社会事务综合服务管理局",
            ("云岭省青禾市棠溪县", "数据资源与社会事务综合服务管理局"),
        ),
        (
            "青禾市人民政府办公室2031年政府信息公开工作年度报告",
            ("青禾市人民政府办公室", "2031年政府信息公开工作年度报告"),
        ),
    ],
)
def test_a_title_is_broken_after_a_word(text: str, lines: tuple[str, ...]) -> None:
    assert broken(text) == lines


WORDS = ("人民政府", "办公室", "委员会", "管理局", "服务中心", "办事处", "街道", "发展", "改革", "信息", "年度报告")


@pytest.mark.parametrize("rest", ["", "2031年政府信息公开工作年度报告"])
@pytest.mark.parametrize(
    "unit",
    [
        "云岭省青禾市棠溪县经济技术开发区管理委员会办公室",
        "青禾市棠溪县人民政府柳林街道办事处综合行政执法办公室",
        "云岭省青禾市发展和改革委员会价格监督检查与服务中心",
        "云岭省青禾高新技术产业开发区管理委员会行政审批服务管理局",
        "青禾市人民政府国有资产监督管理委员会办公室信息中心",
        "云岭省青禾市棠溪县青石镇人民政府便民服务中心",
        "云岭省青禾市棠溪县自然资源和规划局不动产登记服务中心柳林办事处公共服务办公室",
    ],
)
def test_the_words_in_the_name_of_an_organ_stay_whole(unit: str, rest: str) -> None:
    text, lines = unit + rest, broken(unit + rest)
    assert "".join(lines) == text
    assert all(sum(line.count(word) for line in lines) == text.count(word) for word in WORDS), lines


@pytest.mark.parametrize(
    "unit",
    [
        "云岭省青禾市棠溪县“放管服”改革与‘一网通办’数据资源社会事务综合服务管理中心",
        "云岭省青禾市棠溪县人民政府办公室（𬭎山㙟桥䶮湖“放管服”改革与‘一网通办’政务信息公开数据资源中心）",
        "青禾市棠溪县自然资源和规划局（加挂“不动产登记局”、“林业和草原局”、“测绘局”牌子）",
        "青禾市数据局《政务公开》编辑部、〈公开指南〉编写组和“一件事、一次办”改革工作专班",
    ],
)
def test_no_mark_begins_or_ends_a_line_where_it_must_not(unit: str) -> None:
    lines = broken(unit + "2031年政府信息公开工作年度报告")
    assert not {line[0] for line in lines} & NEVER_FIRST
    assert not {line[-1] for line in lines[:-1]} & NEVER_LAST


@given(st.text(alphabet="省市县局年2031办公", max_size=150))
def test_lines_are_never_too_long_and_lose_nothing(text: str) -> None:
    lines = broken(text)
    assert "".join(lines) == text
    assert all(0 < len(line) <= 20 for line in lines)


def test_a_unit_that_a_title_begins_with_stands_on_a_line_of_its_own() -> None:
    assert below_unit("棠溪县林业局校核单", "棠溪县林业局") == ("棠溪县林业局", "校核单")
    assert below_unit("校核单", "棠溪县林业局") == below_unit("校核单", "") == ("校核单",)
