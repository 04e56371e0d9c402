"""Whether what was read from the file of a 图解 is what should stand there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from core.exporters.marks import Composed, Text
from core.exporters.picture.contents import figures
from core.exporters.picture.page import compose
from core.exporters.picture.proof import Seen, prove
from core.exporters.proof import Proof
from core.report import Report
from tests.core.exporters.invented import full_report, needs_chinese_font
from tests.core.exporters.picture.looked_at import signs
from tests.examples import filled

pytestmark = needs_chinese_font

BOTH = replace(full_report(), last_year=filled({"t2.licensing.decisions": 40, "t3.granted.natural": 12}))
Change = Callable[[Seen], Seen]


def proved(report: Report, seen: Iterator[Seen] | None = None, composed: Composed | None = None) -> Proof:
    page = composed or compose(report)
    return prove(figures(report), page, list(signs(page) if seen is None else seen))


HALF = filled({"t3.new_requests.natural": ""})  # then no signs stand between what came and what went


@pytest.mark.parametrize("report", [full_report(), BOTH, filled(), HALF, Report()])
def test_a_page_that_is_as_it_was_set_is_right(report: Report) -> None:
    proof = proved(report)
    assert proof.differences == ()
    assert proof.equal_cells == proof.cells
    assert proof.equal_texts == proof.texts > 5


def test_the_numbers_of_both_years_are_counted() -> None:
    assert proved(BOTH).cells == 2 * proved(full_report()).cells == 2 * 37


def test_one_digit_that_is_another_is_told_with_its_row() -> None:
    page = compose(BOTH)
    changed = (each._replace(sign="7") if each.sign == "9" else each for each in signs(page))
    told = proved(BOTH, changed, page)
    assert any("“行政许可”应为 98765432 40，读到 78765432 40" in each for each in told.differences)
    assert told.equal_cells < told.cells


def test_the_numbers_of_two_years_must_not_change_places() -> None:
    page = compose(BOTH)
    words = [mark for mark in page.pages[0] if isinstance(mark, Text)]
    this, last = (next(mark for mark in words if mark.pieces[0].text == number) for number in ("98765432", "40"))
    moved = [mark for mark in page.pages[0] if mark not in (this, last)]
    swapped = replace(page, pages=((*moved, this._replace(y=last.y), last._replace(y=this.y)),))
    assert any(
        "“行政许可”应为 98765432 40，读到 40 98765432" in each for each in proved(BOTH, None, swapped).differences
    )


def test_a_number_in_the_row_of_another_cell_is_no_number_of_its_own() -> None:
    page = compose(full_report())
    far = [each._replace(y=each.y - 300) if each.sign == "8" else each for each in signs(page)]
    told = proved(full_report(), iter(far), page)
    assert any("行政许可" in each for each in told.differences)
    assert any(each.startswith("多出了“8") for each in told.differences)


def test_a_word_outside_of_the_rows_counts_as_text() -> None:
    page = compose(full_report())
    changed = (each._replace(sign="戊") if each.sign == "源" else each for each in signs(page))
    told = proved(full_report(), changed, page)
    assert told.equal_cells == told.cells
    assert told.equal_texts < told.texts
    assert any("读到的是“来戊：本报告表三" in each for each in told.differences)


def test_nothing_read_is_nothing_proved() -> None:
    told = proved(full_report(), iter(()))
    assert (told.equal_cells, told.equal_texts) == (0, 0)
    assert any("读到 空白" in each for each in told.differences)


def test_what_the_page_was_never_given_is_told() -> None:
    report = full_report()
    told = prove(figures(replace(report, unit="青禾县林业局")), compose(report), list(signs(compose(report))))
    assert told.differences == ("没有画出“青禾县林业局”",)


def test_characters_that_look_the_same_are_as_good_as_one_another() -> None:
    page = compose(full_report())
    seen = [each._replace(sign="⾏") if each.sign == "行" else each for each in signs(page)]
    assert proved(full_report(), iter(seen), page).differences
    alike = prove(figures(full_report()), page, seen, lambda text: text.replace("⾏", "行"))
    assert alike.differences == ()
