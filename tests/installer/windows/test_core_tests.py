"""What the run of core's tests under Wine makes of its results."""

from pathlib import Path

from lxml import etree

from installer.windows import core_tests, places
from installer.windows.core_tests import Outcome

RESULTS = """<testsuites><testsuite>
<testcase classname="tests.core.test_a" name="test_one" time="0.1"/>
<testcase classname="tests.core.test_a" name="test_two"><failure message="assert 1 == 2&#10;more">…</failure></testcase>
<testcase classname="tests.core.test_a" name="test_three"><skipped type="pytest.skip" message="no 打印机"/></testcase>
<testcase classname="tests.core.test_a" name="test_four"><error message="failed on setup"/></testcase>
</testsuite></testsuites>"""


def test_failures_errors_and_skips_are_told_apart_with_the_first_line_of_their_reason() -> None:
    assert core_tests.outcome(etree.fromstring(RESULTS)) == Outcome(
        passed=1,
        failed={
            "tests.core.test_a::test_two": "assert 1 == 2",
            "tests.core.test_a::test_four": "failed on setup",
        },
        skipped={"tests.core.test_a::test_three": "no 打印机"},
    )


def test_skips_are_listed_by_reason_and_failures_by_name() -> None:
    whole = Outcome(3, {"b": "too late", "a": "too early"}, {"c": "no qpdf", "d": "no qpdf"})
    lines = core_tests.listed(whole).splitlines()
    assert lines[0].endswith("3 通过")
    assert lines[1:] == ["不通过 2：", "  a　too early", "  b　too late", "跳过 2：", "  2 次　no qpdf"]


def test_the_portions_are_all_tests_of_core_each_once() -> None:
    named = [name for names in core_tests.portions() for name in names]
    there = core_tests.TESTS.rglob("test_*.py")
    assert sorted(named) == sorted(file.relative_to(places.ROOT).as_posix() for file in there)
    assert all(len({Path(name).parent for name in names}) == 1 for names in core_tests.portions())
