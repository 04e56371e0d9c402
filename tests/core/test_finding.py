"""When a finding is the same one again."""

from dataclasses import replace

from core.cells import CellId
from core.finding import Finding, Severity

FOUND = Finding("A03", Severity.ERROR, "差 1 件。", (CellId("t3.new_requests.natural"),))


def test_the_place_stays_while_the_numbers_change() -> None:
    assert replace(FOUND, message="差 2 件。").place == FOUND.place


def test_the_occasion_changes_with_the_numbers_so_that_an_old_reason_no_longer_counts() -> None:
    assert replace(FOUND, message="差 2 件。").occasion != FOUND.occasion


def test_another_cell_or_another_sentence_is_another_place() -> None:
    assert replace(FOUND, cells=(CellId("t3.granted.natural"),)).place != FOUND.place
    assert replace(FOUND, section="s1", excerpt="两件").place != replace(FOUND, section="s1", excerpt="三件").place


def test_severities_stand_heaviest_first() -> None:
    assert list(Severity) == [Severity.ERROR, Severity.WARNING, Severity.HINT]
