"""The one archive that both frozen programs take their modules from."""

import ast
import runpy
import sys
from types import ModuleType

import pytest

from installer.windows.contents import LIBRARY
from installer.windows.places import HERE

HOOK = HERE / "shared_library.py"


class Reader:
    """Reads an archive, as PyInstaller's does; whoever finds modules holds on to the first one."""

    def __init__(self, filename: str, start_offset: int | None = None, *, check_pymagic: bool = False) -> None:
        assert check_pymagic
        self._filename, self._start_offset = filename, start_offset
        self.toc = {"main": 1} if filename.endswith(LIBRARY) else {}


def test_whoever_holds_on_to_the_empty_archive_finds_the_modules_of_the_shared_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    archives, loader = ModuleType("pyimod01_archive"), ModuleType("pyimod02_importers")
    built_in = Reader("nianbao.exe?100", check_pymagic=True)
    vars(archives)["ZlibArchiveReader"], vars(loader)["pyz_archive"] = Reader, built_in
    monkeypatch.setitem(sys.modules, "pyimod01_archive", archives)
    monkeypatch.setitem(sys.modules, "pyimod02_importers", loader)
    monkeypatch.setattr(sys, "_MEIPASS", "C:/程序", raising=False)
    runpy.run_path(str(HOOK), run_name="__main__")
    assert (built_in.toc, vars(built_in)["_filename"]) == ({"main": 1}, f"C:/程序/{LIBRARY}")
    assert vars(built_in)["_start_offset"] == 0  # a path may hold a question mark of its own


def test_it_asks_for_nothing_that_only_the_shared_archive_holds() -> None:
    steps = ast.walk(ast.parse(HOOK.read_text("utf-8")))
    imported = {ast.unparse(step) for step in steps if isinstance(step, ast.Import | ast.ImportFrom)}
    assert imported == {"import sys", "from types import ModuleType"}
