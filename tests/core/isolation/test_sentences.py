"""What is said when a reading process did not come to an end of its own."""

import pytest

from core.errors import UserError
from core.isolation import sentences


@pytest.mark.parametrize(
    "error",
    [
        sentences.too_long("年报.pdf"),
        sentences.too_much("年报.pdf"),
        sentences.too_deep("年报.pdf"),
        sentences.broke_off("年报.pdf"),
        sentences.not_expected("年报.pdf", "reading.log"),
        sentences.called_off("年报.pdf"),
    ],
)
def test_each_names_the_file_and_tells_the_next_step(error: UserError) -> None:
    assert "“年报.pdf”" in error.message
    assert error.hint.startswith(("请", "需要"))


def test_the_bounds_are_told_as_they_are() -> None:
    assert "读了 10 秒还没有读完，没有继续" in sentences.too_long("x").message
    assert "1 GB" in sentences.too_much("x").message


def test_a_process_that_does_not_start_says_what_may_be_in_the_way() -> None:
    assert "安全软件" in sentences.not_started().hint
