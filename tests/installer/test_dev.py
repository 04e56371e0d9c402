"""The set-up: what it decides, and what the lock files promise."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from installer import dev
from installer.lock import beyond, packages

LOCKS = [dev.ROOT / "installer" / name for name in ("requirements.txt", "requirements-test.txt")]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def lock_text() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in LOCKS)


# ---------------------------------------------------------------- Python


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_supported_pythons_are_accepted(version: tuple[int, int]) -> None:
    assert dev.version_complaint(version) == ""


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14)])
def test_another_python_is_named_beside_the_one_that_is_needed(version: tuple[int, int]) -> None:
    complaint = dev.version_complaint(version)
    assert f"{version[0]}.{version[1]}。" in complaint
    assert "3.11 至 3.13" in complaint


def test_the_range_is_the_one_that_pyproject_names() -> None:
    wanted = pyproject()["project"]["requires-python"]
    assert wanted == f">=3.{dev.OLDEST[1]},<3.{dev.NEWEST[1] + 1}"


def test_without_a_known_command_the_two_commands_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    shown = capsys.readouterr().out
    assert "installer/dev.py run" in shown
    assert "installer/dev.py test" in shown


# ---------------------------------------------------------------- system packages


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Debian-like system on which everything is there."""
    monkeypatch.setattr(shutil, "which", lambda tool: f"/usr/bin/{tool}")
    monkeypatch.setattr(dev, "_loads", lambda library: True)
    monkeypatch.setattr(dev, "_installed", lambda package: True)
    monkeypatch.setattr(dev, "can_make_venv", lambda: True)
    monkeypatch.delenv("CI", raising=False)
    return monkeypatch


def without(tool: str) -> Any:
    return lambda name: None if name == tool else f"/usr/bin/{name}"


def test_a_complete_system_needs_nothing(debian: pytest.MonkeyPatch) -> None:
    assert dev.wanted_packages("test") == []


def test_a_missing_library_asks_for_its_package(debian: pytest.MonkeyPatch) -> None:
    debian.setattr(dev, "_loads", lambda library: library != "libxcb-cursor.so.0")
    assert dev.wanted_packages("run") == ["libxcb-cursor0"]


def test_a_missing_font_and_a_missing_venv_module_are_asked_for(debian: pytest.MonkeyPatch) -> None:
    debian.setattr(dev, "_installed", lambda package: package != "fonts-noto-cjk")
    debian.setattr(dev, "can_make_venv", lambda: False)
    assert dev.wanted_packages("run") == ["fonts-noto-cjk", "python3-venv"]


def test_tools_are_asked_for_by_the_tests_only(debian: pytest.MonkeyPatch) -> None:
    debian.setattr(shutil, "which", without("qpdf"))
    assert dev.wanted_packages("run") == []
    assert dev.wanted_packages("test") == ["qpdf"]


def test_the_heavy_tool_is_asked_for_in_ci_only(debian: pytest.MonkeyPatch) -> None:
    debian.setattr(shutil, "which", without("soffice"))
    assert dev.wanted_packages("test") == []
    debian.setenv("CI", "true")
    assert dev.wanted_packages("test") == ["libreoffice-calc"]


def test_other_systems_are_left_alone(debian: pytest.MonkeyPatch) -> None:
    debian.setattr(shutil, "which", without("apt-get"))
    debian.setattr(dev, "_loads", lambda library: False)
    assert dev.wanted_packages("run") == []


def test_who_may_not_install_is_shown_the_line_to_type(
    debian: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.setattr(dev, "_loads", lambda library: library not in {"libGL.so.1", "libEGL.so.1"})
    debian.setattr(os, "access", lambda path, mode: False)
    dev.provide_system_packages("run")
    line = capsys.readouterr().out.splitlines()[-1].strip()
    assert line == "sudo apt-get install --no-install-recommends -y libgl1 libegl1"


# ---------------------------------------------------------------- the environment


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder of its own with both lock files and an environment that holds a Python."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    (tmp_path / "installer").mkdir()
    for name in dev.LOCKS["test"]:
        (tmp_path / "installer" / name).write_text("some-package==1.0\n", encoding="utf-8")
    python = dev.in_venv("python")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def installed(*locks: str) -> None:
    for path, note in map(dev.stamp, locks):
        path.write_text(note, encoding="utf-8")


def test_a_new_environment_is_not_up_to_date(place: Path) -> None:
    assert not dev.up_to_date("run")


def test_what_was_installed_for_the_tests_serves_the_program_too(place: Path) -> None:
    installed(*dev.LOCKS["test"])
    assert dev.up_to_date("run")
    assert dev.up_to_date("test")


def test_what_was_installed_for_the_program_does_not_serve_the_tests(place: Path) -> None:
    installed(*dev.LOCKS["run"])
    assert dev.up_to_date("run")
    assert not dev.up_to_date("test")


def test_a_changed_lock_file_asks_for_installing_again(place: Path) -> None:
    installed(*dev.LOCKS["test"])
    (place / "installer" / "requirements.txt").write_text("some-package==1.1\n", encoding="utf-8")
    assert not dev.up_to_date("run")


def test_an_environment_of_another_python_is_made_anew(place: Path) -> None:
    path, note = dev.stamp("requirements.txt")
    path.write_text(note, encoding="utf-8")
    assert dev.stamp_of_this_python()
    path.write_text("Python 3.9 " + note.split()[2], encoding="utf-8")
    assert not dev.stamp_of_this_python()


def test_an_environment_that_is_up_to_date_starts_no_pip(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(*dev.LOCKS["run"])
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("nothing was to be started"))
    assert dev.install("run")


# ---------------------------------------------------------------- the two commands


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], dict[str, str]]]:
    """The calls of the environment's Python; a call fails whose arguments hold "mypy"."""
    calls: list[tuple[tuple[str, ...], dict[str, str]]] = []

    def child(*arguments: str, **variables: str) -> int:
        calls.append((arguments, variables))
        return 1 if "mypy" in arguments else 0

    monkeypatch.setattr(dev, "child", child)
    return calls


def test_every_check_runs_although_one_failed_and_the_failure_is_passed_on(
    started: list[tuple[tuple[str, ...], dict[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.test(["-x"]) == 1
    assert len(started) == len(dev.CHECKS) + 1
    assert started[-1][0] == ("-m", "pytest", "-x")
    assert "mypy" in capsys.readouterr().out.splitlines()[-1]


def test_the_whole_suite_uses_all_cores(started: list[tuple[tuple[str, ...], dict[str, str]]]) -> None:
    dev.test([])
    assert started[-1][0] == ("-m", "pytest", "-n", "auto", "--dist", "worksteal")


def test_a_test_run_that_was_cut_off_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "child", lambda *arguments, **_: -11 if "pytest" in arguments else 0)
    assert dev.test([]) > 0
    assert "信号 11" in capsys.readouterr().out


def test_without_a_display_the_journey_is_walked_and_the_files_are_named(
    started: list[tuple[tuple[str, ...], dict[str, str]]],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: False)
    (place / "out").mkdir()
    (place / "out" / "step-1.png").touch()
    assert dev.run([]) == 0
    assert started == [(("main.py", "--walk", "out"), {"QT_QPA_PLATFORM": "offscreen"})]
    shown = capsys.readouterr().out
    assert "没有可用的显示器" in shown
    assert "out/step-1.png" in shown


def test_with_a_display_the_window_opens(
    started: list[tuple[tuple[str, ...], dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_display", lambda: True)
    dev.run([])
    assert started == [(("main.py",), {})]


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    bare = [sys.executable, "-I", "-S", "installer/dev.py"]
    run = subprocess.run(bare, cwd=dev.ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stderr) == (2, "")
    assert "用法" in run.stdout


# ---------------------------------------------------------------- the lock files


def pyproject() -> dict[str, Any]:
    return tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pinned_package_has_hashes_and_a_version() -> None:
    for name, block in packages(lock_text()).items():
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]* ", block), name
        assert HASH.search(block), name


def test_every_line_is_a_pin_a_hash_a_comment_or_the_inclusion_of_the_other_file() -> None:
    known = re.compile(
        r"#.*|-r requirements\.txt|[a-z0-9-]+==[^ ]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|"
    )
    strange = [line for line in lock_text().splitlines() if not known.fullmatch(line)]
    assert strange == []


def test_no_lock_file_names_a_place_to_download_from() -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", lock_text())


def test_the_lock_files_hold_the_pins_of_pyproject() -> None:
    project = pyproject()["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    locked = {name: block.split()[0] for name, block in packages(lock_text()).items()}
    assert {normal(pin.split("==")[0]): pin.split("==")[1] for pin in wanted}.items() <= {
        name: pin.split("==")[1] for name, pin in locked.items()
    }.items()


def test_the_program_is_locked_apart_from_the_tests() -> None:
    run, tests = (packages(path.read_text(encoding="utf-8")) for path in LOCKS)
    assert not run.keys() & tests.keys()
    direct = {normal(pin.split("==")[0]) for pin in pyproject()["project"]["dependencies"]}
    assert direct <= run.keys()
    assert "pytest" not in run


def test_a_package_of_the_base_lock_is_not_repeated() -> None:
    base = "# head\naaa==1 \\\n    --hash=sha256:00\n"
    assert beyond(base, base.replace("# head\n", "") + "bbb==2 \\\n    --hash=sha256:11\n") == (
        "bbb==2 \\\n    --hash=sha256:11\n"
    )


# ---------------------------------------------------------------- the build for Windows


def test_the_build_for_windows_asks_for_wine_its_tools_and_a_chinese_locale(
    debian: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    debian.setattr(dev, "CHINESE_LOCALE", tmp_path / "none")
    debian.setattr(shutil, "which", lambda tool: None if tool in {"wine", "makensis"} else tool)
    assert dev.wanted_packages("windows") == ["wine", "nsis", "locales"]
    assert dev.wanted_packages("run") == []


def test_elsewhere_than_on_linux_the_build_for_windows_names_its_own_script(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.windows([]) == 2
    assert "build.bat" in capsys.readouterr().out


def test_where_wine_is_not_to_be_had_it_is_said_that_nothing_was_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", without("wine"))
    assert dev.windows(["prove"]) == dev.NOT_TRIED
    assert "也没有试：这台机器上没有 wine" in capsys.readouterr().out
