"""What a program that fell leaves behind, and who may take it up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.home import folder
from core.report import Report
from core.storage.project import Project, save
from core.storage.recovery import RecoveryCopy, discard, leftovers, worth_offering

ROOT = Path(__file__).resolve().parents[3]
HOLDS_A_COPY = """
import sys
from pathlib import Path
from core.report import Report
from core.storage.project import Project
from core.storage.recovery import RecoveryCopy
copy = RecoveryCopy(Path(sys.argv[1]))
copy.write(Project(Report(unit=sys.argv[2])), Path(sys.argv[3]) if sys.argv[3] else None)
print("written", flush=True)
sys.stdin.read()
"""


class Program:
    """Another running program with one unsaved document."""

    def __init__(self, where: Path, unit: str, path: str = "") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDS_A_COPY, str(where), unit, path],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "written\n"

    def fall(self) -> None:
        self.process.kill()
        self.process.communicate()
        if sys.platform != "win32":
            assert self.process.returncode == -signal.SIGKILL


def test_a_copy_is_offered_only_after_its_program_fell(tmp_path: Path) -> None:
    program = Program(tmp_path, "青禾县林业局", str(tmp_path / "年报 2024.nianbao"))
    try:
        assert leftovers(tmp_path) == ()
    finally:
        program.fall()
    (left,) = leftovers(tmp_path)
    assert left.project == Project(Report(unit="青禾县林业局"))
    assert left.path == str(tmp_path / "年报 2024.nianbao")


def test_a_document_that_was_never_saved_is_offered_without_a_path(tmp_path: Path) -> None:
    Program(tmp_path, "青禾县林业局").fall()
    assert [left.path for left in leftovers(tmp_path)] == [""]


def test_the_newest_copy_is_offered_first(tmp_path: Path) -> None:
    for age, unit in ((200, "旧"), (100, "新")):
        Program(tmp_path, unit).fall()
        for left in leftovers(tmp_path):
            if left.project.report.unit == unit:
                os.utime(left.file, (left.written.timestamp() - age,) * 2)
    assert [left.project.report.unit for left in leftovers(tmp_path)] == ["新", "旧"]


def test_a_discarded_copy_is_gone_with_its_lock(tmp_path: Path) -> None:
    Program(tmp_path, "青禾县林业局").fall()
    (left,) = leftovers(tmp_path)
    discard(left)
    assert list(tmp_path.iterdir()) == []
    discard(left)


def test_what_an_interrupted_save_left_beside_the_project_goes_with_the_copy(tmp_path: Path) -> None:
    project, home = tmp_path / "年报.nianbao", tmp_path / "home"
    for name in (".~nianbao-0123456789ab.tmp", ".~nianbao-young.tmp", ".~others.tmp", "别人的.tmp"):
        (tmp_path / name).write_bytes(b"{")
    Program(home, "青禾县林业局", str(project)).fall()
    (left,) = leftovers(home)
    later = left.written.timestamp() + 60
    os.utime(tmp_path / ".~nianbao-young.tmp", (later, later))
    discard(left)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        ".~nianbao-young.tmp",
        ".~others.tmp",
        "home",
        "别人的.tmp",
    ]


def test_a_copy_is_not_worth_offering_where_its_file_holds_the_same(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "年报.nianbao"
    save(path, Project(Report(unit="青禾县林业局")), None)
    Program(home, "青禾县林业局", str(path)).fall()
    Program(home, "青禾县水务局", str(path)).fall()
    Program(home, "青禾县林业局", str(tmp_path / "没有.nianbao")).fall()
    Program(home, "青禾县林业局").fall()
    kept = worth_offering(home)
    assert {(left.project.report.unit, Path(left.path).name) for left in kept} == {
        ("青禾县水务局", "年报.nianbao"),
        ("青禾县林业局", "没有.nianbao"),
        ("青禾县林业局", ""),
    }
    assert {left.file for left in leftovers(home)} == {left.file for left in kept}


def test_ones_own_copy_is_never_offered(tmp_path: Path) -> None:
    copy = RecoveryCopy(tmp_path)
    copy.write(Project(Report(unit="我")), None)
    assert leftovers(tmp_path) == ()
    copy.close()
    assert list(tmp_path.iterdir()) == []


def test_a_dropped_copy_can_be_written_again(tmp_path: Path) -> None:
    copy = RecoveryCopy(tmp_path)
    copy.write(Project(), None)
    copy.drop()
    assert not copy.file.exists()
    copy.write(Project(), None)
    assert copy.file.exists()
    copy.close()


def test_two_documents_have_copies_of_their_own(tmp_path: Path) -> None:
    one, two = RecoveryCopy(tmp_path), RecoveryCopy(tmp_path)
    assert one.file != two.file
    one.close()
    two.close()


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"not json\n{}", b'{"path": ""}\n', b'{"path": ""}\n{"program"', b"\0" * 99]
)
def test_a_damaged_copy_is_not_offered_and_stays(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "0123.recovery"
    file.write_bytes(damage)
    assert leftovers(tmp_path) == ()
    assert file.read_bytes() == damage


def test_a_damaged_copy_does_not_hide_a_good_one(tmp_path: Path) -> None:
    (tmp_path / "0123.recovery").write_bytes(b"\xff\xfe")
    Program(tmp_path, "好").fall()
    assert [left.project.report.unit for left in leftovers(tmp_path)] == ["好"]


def test_no_folder_means_nothing_left_behind(tmp_path: Path) -> None:
    assert leftovers(tmp_path / "没有") == ()


def test_the_folder_is_the_users_own_and_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "别处"))
    assert folder() == tmp_path / "别处"
    monkeypatch.delenv("NIANBAO_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert folder() == tmp_path / "nianbao"


def test_making_a_copy_makes_its_folder(tmp_path: Path) -> None:
    copy = RecoveryCopy(tmp_path / "甲" / "乙")
    copy.write(Project(), None)
    assert copy.file.parent == tmp_path / "甲" / "乙"
    copy.close()
