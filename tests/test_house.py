"""House rules that no linter knows."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("core", "ui")

WITHOUT_TWIN: dict[str, str] = {}
"""Modules that need no test file of their own name, with the reason."""

TEXT_SUFFIXES = {".py", ".toml", ".txt", ".md", ".json", ".yml", ".yaml", ".cfg", ".ini", ".qss", ".svg", ".html", ""}
BARE = re.compile(r"#\s*noqa(?!:\s*[A-Z]+\d+)|#\s*type:\s*ignore(?!\[[a-z-]+\])")
# Spelled in pieces, so that this file does not break its own rule.
HOSTS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + r"hosted\.org", r"registry\.npm" + r"js", r"mirrors?\.[a-z]+\."])
)
PATHS = re.compile("|".join(["(?<![\\w.:/~}-])/" + top + "/" for top in ("work", "root", "home", "tmp", "Users")]))


def tracked(*patterns: str) -> list[Path]:
    """The files of the repository, or those on disk where there is no repository (an unpacked archive)."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not inside a git repository")
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    files = [path for path in tracked() if path.suffix in TEXT_SUFFIXES and "data" not in path.parts]
    return [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in files]


def modules() -> list[str]:
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found if path.name != "__init__.py")


def twin(module: str) -> Path:
    path = Path(module)
    return ROOT / "tests" / path.parent / f"test_{path.name}"


def test_every_module_has_a_test_file_of_its_own() -> None:
    lonely = [module for module in modules() if module not in WITHOUT_TWIN and not twin(module).is_file()]
    assert lonely == []


def test_the_exceptions_still_exist_and_still_need_to_be_ones() -> None:
    assert [module for module in WITHOUT_TWIN if module not in modules() or twin(module).is_file()] == []


def test_no_check_is_silenced_without_naming_it() -> None:
    hits = [
        f"{name}:{i}" for name, text in texts() if name.endswith(".py") for i, line in lines(text) if BARE.search(line)
    ]
    assert hits == []


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    hits = [f"{name}:{i}: {line}" for name, text in texts() for i, line in lines(text) if named_place(line)]
    assert hits == []


def lines(text: str) -> list[tuple[int, str]]:
    return list(enumerate(text.splitlines(), start=1))


def named_place(line: str) -> bool:
    return bool(HOSTS.search(line) or PATHS.search(line))


@pytest.mark.parametrize("line", ["x = 1  # " + "noqa", "x = 1  # type" + ": ignore", "x = 1  #" + "noqa: all"])
def test_a_bare_silencer_is_recognised(line: str) -> None:
    assert BARE.search(line)


@pytest.mark.parametrize("line", ["x = 1  # noqa: E501", "x = 1  # type: ignore[attr-defined]"])
def test_a_named_silencer_is_accepted(line: str) -> None:
    assert not BARE.search(line)


@pytest.mark.parametrize(
    "line", ["see " + "/wo" + "rk/main", "open('/t" + "mp/x')", "-i https://" + "py" + "pi.org/simple"]
)
def test_a_named_place_is_recognised(line: str) -> None:
    assert named_place(line)
