"""Chinese written into the real window by a real input method: ibus with its 拼音, on a screen of its own.

Skipped where it is not installed (Debian: ibus ibus-libpinyin xvfb openbox xdotool x11-utils). What the same events do
by themselves is asked in tests/ui/matrix/test_composing.py and tests/ui/sections/test_prose_field.py.
"""

import time
from collections.abc import Iterator

import pytest

from core import edits
from core.cells import CellId
from core.report import Report
from tests.ime.pinyin import FULL_WIDTH, Writer, lacking, writing

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "an input method is installed")

QUIET = 0.4
"""Seconds in which a window that is going to appear would have appeared."""

TEXT = "本年收到{t3.new_requests.total}件，办结3件。"
SHOWN = "本年收到＿＿件，办结3件。"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    report = edits.set_cells(Report(), {CellId(f"t3.{line}.natural"): "5" for line in ("granted", "partial")})
    with writing(tmp_path_factory.mktemp("table"), report, step=3) as writer:
        yield writer


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with writing(tmp_path_factory.mktemp("text"), edits.set_text(Report(), "s1", TEXT), step=1) as writer:
        yield writer


def go(writer: Writer, *, down: int, right: int = 0) -> None:
    """Go to a cell of table three from its first."""
    writer.desk.press("Escape", "ctrl+Home", *["Down"] * down, *["Right"] * right)


def start_over(writer: Writer) -> None:
    """Take back what the test before has written, and go to the beginning of the text."""
    for _ in range(10):
        if writer.saved().texts["s1"] == TEXT:
            break
        writer.desk.press("ctrl+z")
    writer.desk.press("ctrl+Home")


def shown(writer: Writer) -> str:
    return writer.saved().resolved("s1").text


# ---------------------------------------------------------------- cells


def test_every_letter_from_the_first_becomes_the_word(table: Writer) -> None:
    go(table, down=0)
    table.begin("wu")
    table.finish("2")  # the second that is offered
    table.desk.press("Return")
    assert table.raw("t3.new_requests.natural") == "无"


def test_full_width_digits_are_digits_from_the_first(table: Writer) -> None:
    go(table, down=0, right=1)
    table.desk.press(FULL_WIDTH)
    table.desk.type("12")
    table.desk.press("Return", FULL_WIDTH)
    assert table.raw("t3.new_requests.business") == "12"


def test_digits_between_chinese_are_digits(table: Writer) -> None:
    go(table, down=0, right=2)
    table.desk.type("34")
    table.desk.press("KP_Enter")
    assert table.raw("t3.new_requests.research") == "34"


def test_composing_that_is_given_up_leaves_the_cell_as_it_was(table: Writer) -> None:
    go(table, down=2)
    table.begin("w")
    table.finish("Escape")
    table.desk.press("Down")
    assert table.raw("t3.granted.natural") == "5"


def test_a_digit_after_it_overwrites(table: Writer) -> None:
    go(table, down=3)
    table.begin("w")
    table.finish("BackSpace")
    table.desk.type("7")
    table.desk.press("Return")
    assert table.raw("t3.partial.natural") == "7"


def test_a_click_elsewhere_while_composing_blanks_nothing(table: Writer) -> None:
    go(table, down=2)
    table.begin("wu")
    table.desk.click(1000, 640)
    table.desk.wait_for(lambda: not table.candidates, "the end of the composing")
    assert table.raw("t3.granted.natural") == "5"


def test_no_words_are_offered_over_a_sum(table: Writer) -> None:
    go(table, down=0, right=6)
    table.desk.type("wu")
    time.sleep(QUIET)
    assert table.candidates == []
    table.desk.press("Left")
    table.begin("wu")  # beside it they are
    table.finish("Escape")


def test_words_are_offered_below_the_cell_that_is_written(table: Writer) -> None:
    go(table, down=2)
    table.begin("wu")
    first = table.place_of_candidates()
    table.finish("Escape")
    go(table, down=6, right=3)
    table.begin("wu")
    second = table.place_of_candidates()
    table.finish("Escape")
    assert second[0] > first[0]
    assert second[1] > first[1]


# ---------------------------------------------------------------- texts


def test_a_composed_phrase_is_one_step_of_undo(text: Writer) -> None:
    start_over(text)
    text.begin("gongkai")
    text.finish("space")
    assert shown(text) == "公开" + SHOWN
    text.desk.press("ctrl+z")
    assert shown(text) == SHOWN


def test_a_phrase_over_a_selection_is_one_step_as_well(text: Writer) -> None:
    start_over(text)
    text.desk.press("shift+Right", "shift+Right")
    text.begin("jinnian")
    text.finish("space")
    assert shown(text) == "今年" + SHOWN[2:]
    text.desk.press("ctrl+z")
    assert shown(text) == SHOWN


def test_composing_goes_on_while_findings_come_in(text: Writer) -> None:
    start_over(text)
    text.desk.type(",")
    text.begin("xinxi")
    time.sleep(2)  # the comma is judged meanwhile, and a pause ends the step of undo
    text.desk.type("gongkai")
    text.finish("space")
    assert shown(text) == "，信息公开" + SHOWN


def test_words_beside_a_live_number_leave_it_live(text: Writer) -> None:
    start_over(text)
    text.desk.press(*["Right"] * 4)
    text.begin("wu")
    text.finish("space")
    assert text.saved().texts["s1"] == TEXT.replace("{", "五{")


def test_composing_that_is_given_up_writes_nothing(text: Writer) -> None:
    start_over(text)
    text.begin("wu")
    text.finish("Escape")
    assert text.saved().texts["s1"] == TEXT
