"""What every change is put through: `.ci/run`, with a stand-in for what it starts."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / ".ci" / "run"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="CI runs on Linux")


def run(tmp_path: Path, tests: int, windows: str, **variables: str) -> tuple[int, list[str]]:
    """Return the exit status and the lines, where the tests end with one status and the other leg does as it says."""
    python = tmp_path / "python3"
    python.write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"  test) echo '== pytest'; echo '7 passed in 1.00s'; exit {tests} ;;\n"
        f'  windows) echo "$3 $4"; {windows} ;;\n'
        "esac\n",
        "utf-8",
    )
    python.chmod(0o755)
    given = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", **variables}
    done = subprocess.run(["bash", str(RUN)], capture_output=True, env=given, check=False, timeout=60)
    return done.returncode, done.stdout.decode("utf-8").splitlines()


def test_both_that_hold_are_said_last_and_the_tests_at_the_very_end(tmp_path: Path) -> None:
    status, lines = run(tmp_path, 0, "exit 0")
    assert status == 0
    assert lines[-2].startswith("Windows 安装程序：通过")
    assert lines[-1] == "检查和测试：通过。7 passed in 1.00s"
    assert "quick prove" in lines


def test_a_test_that_fails_fails_and_the_installer_is_tried_all_the_same(tmp_path: Path) -> None:
    status, lines = run(tmp_path, 1, "exit 0")
    assert status == 1
    assert lines[-2].startswith("Windows 安装程序：通过")
    assert lines[-1] == "检查和测试：没有通过（退出码 1）。7 passed in 1.00s"


@pytest.mark.parametrize("failing", ["exit 1", "exit 2"])
def test_an_installer_that_fails_fails(tmp_path: Path, failing: str) -> None:
    status, lines = run(tmp_path, 0, failing)
    assert status != 0
    assert lines[-2].startswith("Windows 安装程序：没有通过，原因见上面")
    assert lines[-1].startswith("检查和测试：通过")


def test_where_wine_is_not_to_be_had_it_is_said_in_one_line_and_nothing_fails(tmp_path: Path) -> None:
    status, lines = run(tmp_path, 0, "exit 3")
    assert status == 0
    assert lines[-2] == "Windows 安装程序：没有试：这台机器上没有 Wine 等工具，也装不上"
    assert run(tmp_path, 1, "exit 3")[0] == 1


def test_an_installer_that_hangs_is_stopped_and_fails(tmp_path: Path) -> None:
    status, lines = run(tmp_path, 0, "exec sleep 50", SECONDS_FOR_WINDOWS="1")
    assert status != 0
    assert lines[-2] == "Windows 安装程序：没有通过：1 秒没有做完，已停止"
