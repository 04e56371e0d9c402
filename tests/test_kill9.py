"""A short run of tests/kill9.py; the long one, with 200 kills, is run by hand."""

import sys

import pytest

from tests.kill9 import run


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_program_loses_at_most_the_cell_being_typed() -> None:
    outcome = run(kills=8, seed=20261122)
    assert outcome.kills == 8
    assert outcome.edits > 8, "the child did not come to type"
