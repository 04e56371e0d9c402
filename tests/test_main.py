"""The command line as scripts and supervising offices use it: processes, exit statuses, what is printed where."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).resolve().parents[1]
LAST_YEAR = next((ROOT / "resources" / "sample").glob("*.docx"))

NO_QT = """
import runpy, sys
sys.argv = ["main.py", *{arguments!r}]
try:
    runpy.run_path({main!r}, run_name="__main__")
finally:
    heavy = sorted({{name.split(".")[0] for name in sys.modules}} & {{"PySide6", "shiboken6", "ui", "numpy"}})
    print(heavy, file=sys.stderr)
"""


def run(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NIANBAO_HOME": str(home)},
    )


def test_read_prints_json_and_ends_with_0(tmp_path: Path) -> None:
    done = run("read", LAST_YEAR, home=tmp_path)
    assert (done.returncode, done.stderr, json.loads(done.stdout)["format"]) == (0, "", "F2021")


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"PK\x03\x04" + b"x" * 100, "一封信，没有表格。".encode()])
def test_what_cannot_be_read_gives_one_chinese_line_and_status_2(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "坏 文件.docx"
    file.write_bytes(content)
    done = run("read", file, home=tmp_path)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "坏 文件.docx" in done.stderr or "年报" in done.stderr
    assert "Traceback" not in done.stderr


def test_many_files_give_a_line_each_and_the_status_tells_of_a_bad_one(tmp_path: Path) -> None:
    good = run("read", LAST_YEAR, LAST_YEAR, home=tmp_path)
    assert (good.returncode, good.stderr) == (0, "已读 2/2\n")
    bad = run("read", LAST_YEAR, tmp_path / "没有.docx", LAST_YEAR, "--jobs", "2", home=tmp_path)
    lines = [json.loads(line) for line in bad.stdout.splitlines()]
    assert (bad.returncode, bad.stderr) == (2, "已读 3/3\n")
    assert [line.get("format") for line in lines] == ["F2021", None, "F2021"]
    assert lines[1]["error"].startswith("找不到文件“没有.docx”")


def test_of_many_checked_the_worst_tells_the_status(tmp_path: Path) -> None:
    good = run("check", LAST_YEAR, LAST_YEAR, home=tmp_path)
    assert (good.returncode, good.stderr) == (0, "已读 2/2\n")
    assert [json.loads(line)["file"] for line in good.stdout.splitlines()] == [str(LAST_YEAR)] * 2
    bad = run("check", LAST_YEAR, tmp_path / "没有.docx", "--jobs", "1", home=tmp_path)
    assert (bad.returncode, json.loads(bad.stdout.splitlines()[1]).keys()) == (2, {"file", "error"})


def test_a_check_sheet_is_for_one_report(tmp_path: Path) -> None:
    done = run("check", LAST_YEAR, LAST_YEAR, "--sheet", tmp_path / "a.xlsx", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "校核单一次只能写一份。请逐份审核并写校核单。\n"
    assert run("check", LAST_YEAR, "--sheet", tmp_path / "a.xlsx", home=tmp_path).returncode == 0
    assert (tmp_path / "a.xlsx").is_file()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run("check", tmp_path / "没有.docx", home=tmp_path)
    assert done.returncode == 2
    assert "没有.docx" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "a.docx"), "还缺“-o/--out”"),
        (("read",), "还缺“文件”"),
        (("draw", "a.docx"), "没有“draw”这个命令"),
        (("export", "a.docx", "b.docx", "-o", "c.pdf"), "多出了“b.docx”"),
        (("read", "a.docx", "--jobs", "x"), "“--jobs”后面要写一个整数，不是“x”"),
        (("export", "a.docx", "-o"), "“-o/--out”后面少了内容"),
    ],
)
def test_a_wrong_command_line_is_said_in_one_chinese_line(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*arguments, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"命令写得不对：{said}。用 --help 可以看到写法。\n"


def test_a_fault_of_ours_gives_a_sentence_and_leaves_a_log(tmp_path: Path) -> None:
    script = (
        "import main; from core import commands; commands.check = None; raise SystemExit(main.main(['check', 'x']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NIANBAO_HOME": str(tmp_path), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "原文件没有改动" in done.stderr
    assert "TypeError" in (tmp_path / "log" / "commands.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["read", "check"])
def test_commands_without_a_window_load_no_qt(tmp_path: Path, command: str) -> None:
    script = NO_QT.format(arguments=[command, str(LAST_YEAR)], main=str(ROOT / "main.py"))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NIANBAO_HOME": str(tmp_path), "PYTHONUTF8": "1"},
    )
    assert done.stderr.splitlines()[-1] == "[]"


def several_being_read(home: Path) -> "subprocess.Popen[str]":
    """Start to read more files than can be done at once."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background of a shell inherit deaf ears
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", "read", *[LAST_YEAR] * 300],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NIANBAO_HOME": str(home)},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_control_c_ends_with_a_chinese_line_and_whole_answers(tmp_path: Path) -> None:
    with several_being_read(tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest = running.stdout.read()  # not `communicate`: it would miss what was read along with the first line
        told = running.stderr.read()
    assert json.loads(first)["format"] == "F2021"
    assert all(json.loads(line)["file"] for line in rest.splitlines())
    assert (running.returncode, told.splitlines()[-1]) == (130, "已停止。已经输出的内容可以照用，原文件没有改动。")
    assert "Traceback" not in told


def test_lines_that_nobody_reads_any_more_are_no_error(tmp_path: Path) -> None:
    with several_being_read(tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert (running.returncode, told) == (0, "")


def test_the_end_of_a_command_searches_no_cycles_but_runs_what_asked_to_be_run() -> None:
    lines = "import atexit, main\nclass Ring:\n    def __del__(self): print('searched')\n"
    lines += "ring = Ring(); ring.itself = ring; del ring\natexit.register(print, 'asked')\nmain.leave(2)"
    done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "asked\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only there does a window need to be told of a display")
def test_without_a_display_one_line_points_to_the_commands(tmp_path: Path) -> None:
    wanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in wanted}
    lines = NO_QT.format(arguments=[str(LAST_YEAR)], main=str(ROOT / "main.py"))
    done = subprocess.run(
        [sys.executable, "-c", lines],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**bare, "NIANBAO_HOME": str(tmp_path), "DISPLAY": ""},
    )
    said, heavy = done.stderr.splitlines()
    assert (done.returncode, done.stdout, heavy) == (2, "", "[]")
    assert said.startswith("没有图形桌面，打不开窗口。")
    assert "main.py --help" in said


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_display_or_a_chosen_platform_will_do_and_elsewhere_none_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert main.has_display()
    monkeypatch.setattr(sys, "platform", "linux")
    assert not main.has_display()
    monkeypatch.setenv(name, "x")
    assert main.has_display()
