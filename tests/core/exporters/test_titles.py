"""Long titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exporters.titles import broken


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


@given(st.text(alphabet="省市县局年2031办公", max_size=150))
def test_lines_are_never_too_long_and_lose_nothing(text: str) -> None:
    lines = broken(text)
    assert "".join(lines) == text
    assert all(0 < len(line) <= 20 for line in lines)
