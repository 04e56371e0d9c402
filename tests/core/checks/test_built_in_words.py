"""The lists that come with the program are well-formed, line by line."""

from core.checks import built_in_words as words
from core.checks.wordlists import built_in


def test_every_line_is_an_entry() -> None:
    lists = built_in()
    assert len(lists.meetings) == len(words.MEETINGS.strip().splitlines())
    assert len(lists.slogans) == len(words.SLOGANS.strip().splitlines())
    assert len(lists.slips) == len(words.SLIPS.strip().splitlines())


def test_years_run_forward_and_no_slip_is_mended_by_itself() -> None:
    lists = built_in()
    assert all(one.first <= one.last for one in (*lists.meetings, *lists.slogans))
    assert all(wrong not in right for wrong, right in lists.slips.items())
