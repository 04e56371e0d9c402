"""What the command line understands."""

import re
from pathlib import Path

import pytest

from core.command_line import VERSION, parser


def test_each_command_takes_its_files() -> None:
    checked = parser().parse_args(["check", "今年.docx", "--last-year", "去年.docx"])
    assert (checked.command, checked.files, checked.last_year) == ("check", [Path("今年.docx")], Path("去年.docx"))
    drafted = parser().parse_args(["new-year", "去年.docx", "-o", "今年.nianbao"])
    assert (drafted.command, drafted.out) == ("new-year", Path("今年.nianbao"))


def test_the_version_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["--version"])
    assert (left.value.code, capsys.readouterr().out) == (0, f"年报编制 {VERSION}\n")


def test_a_wrong_line_ends_with_2_and_names_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(["export", "a.docx"])
    assert left.value.code == 2
    assert capsys.readouterr().err == "命令写得不对：还缺“-o/--out”。用 --help 可以看到写法。\n"


def test_less_than_one_file_at_a_time_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("0", "-2"):
        with pytest.raises(SystemExit) as left:
            parser().parse_args(["read", "a.docx", f"--jobs={words}"])
        assert left.value.code == 2
        assert capsys.readouterr().err == "命令写得不对：“--jobs”至少写 1。用 --help 可以看到写法。\n"


@pytest.mark.parametrize("command", [[], ["read"], ["check"], ["export"], ["hand-over"], ["new-year"]])
def test_the_help_says_everything_in_chinese(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args([*command, "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert not re.search("usage|options|arguments|exit|show", told)
    assert told.startswith("用法：nianbao")


def test_the_installed_program_tests_itself_and_knows_no_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    given = parser().parse_args(["--self-test", "自检"])
    assert (given.self_test, given.only_window) == (Path("自检"), False)
    with pytest.raises(SystemExit):
        parser().parse_args(["--walk", "out"])
