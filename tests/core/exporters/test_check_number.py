"""The check number: the same for what prints the same, another for everything else."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edits
from core.cells import CellId
from core.errors import UserError
from core.exporters.check_number import changed, check_number, refuse_changed
from core.report import Report
from tests.examples import filled

NATURAL = CellId("t3.new_requests.natural")


def test_a_check_number_is_two_groups_of_four_signs_that_cannot_be_misread() -> None:
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", check_number(Report()))


@given(st.text(alphabet="0123456789", min_size=1, max_size=7))
def test_another_number_in_a_cell_gives_another_check_number(raw: str) -> None:
    report = filled()
    changed = edits.set_cell(report, NATURAL, raw)
    assert (check_number(changed) == check_number(report)) == (changed.entry(NATURAL) == report.entry(NATURAL))


def test_a_blank_and_a_nought_give_different_numbers() -> None:
    blank = edits.clear(filled(), [NATURAL])
    assert check_number(blank) != check_number(edits.set_cell(blank, NATURAL, "0"))


def test_a_word_in_the_prose_the_title_or_the_signature_counts() -> None:
    report = filled()
    others = (
        edits.set_text(report, "s5", "另一句话。"),
        edits.set_title(report, "青禾县林业局政府信息公开年度报告"),
        edits.set_text(report, "signature", "青禾县林业局"),
        edits.set_unit(report, "青禾县水利局"),
    )
    assert len({check_number(each) for each in (report, *others)}) == len(others) + 1


def test_what_is_not_printed_does_not_count() -> None:
    report = filled()
    number = check_number(report)
    assert check_number(edits.set_note(report, NATURAL, "已核对")) == number
    assert check_number(edits.set_signer(report, "drafter", "林一")) == number
    assert check_number(edits.finalise(report, "林一", "2027-01-20", number)) == number
    assert check_number(replace(report, last_year=Report())) == number


def test_a_final_report_that_says_what_it_said_then_is_not_refused() -> None:
    report = filled()
    for kept in (report, edits.finalise(report, "苏禾", "2027-01-20", check_number(report))):
        assert changed(kept) is None
        refuse_changed(kept)


def test_a_final_report_that_was_changed_elsewhere_is_refused_with_both_numbers_and_the_way_on() -> None:
    final = edits.finalise(filled(), "苏禾", "2027-01-20", check_number(filled()))
    otherwise = edits.set_unit(final, "别处水务局")
    with pytest.raises(UserError) as refused:
        refuse_changed(otherwise)
    was, now = check_number(final), check_number(otherwise)
    assert refused.value.message == f"定稿以后内容在别处被改过：定稿时校验号 {was}，现在是 {now}。"
    assert refused.value.hint == "请撤回定稿，核对后重新定稿。"
