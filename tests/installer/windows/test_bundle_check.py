"""Looking into a bundle: who answers for each library that is asked for."""

from pathlib import Path

import pytest

from installer.windows import bundle_check


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle whose files list what they ask for, one library a line, after the letters MZ."""
    monkeypatch.setattr(bundle_check, "imports", lambda file: tuple(file.read_text("ascii").split()[1:]))
    (tmp_path / "_internal").mkdir()
    (tmp_path / "nianbao.exe").write_text("MZ kernel32.dll python311.dll api-ms-win-crt-heap-l1-1-0.dll", "ascii")
    (tmp_path / "_internal" / "Python311.DLL").write_text("MZ winspool.drv", "ascii")
    (tmp_path / "_internal" / "words.txt").write_text("no library", "ascii")
    return tmp_path


def test_what_lies_in_the_bundle_or_belongs_to_windows_is_answered_for(bundle: Path) -> None:
    looked = bundle_check.look(bundle)
    assert (looked.binaries, looked.files, looked.problems) == (2, 3, ())
    assert looked.size == sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file())


def test_a_library_of_nobody_is_named_with_who_asks(bundle: Path) -> None:
    (bundle / "_internal" / "Qt6Gui.dll").write_text("MZ libpng16.dll", "ascii")
    assert bundle_check.look(bundle).problems == ("_internal/Qt6Gui.dll：要用 libpng16.dll，不知从哪里来",)


def test_icuuc_is_refused_even_if_it_lies_there(bundle: Path) -> None:
    (bundle / "icuuc.dll").write_text("MZ", "ascii")
    (bundle / "Qt6Core.dll").write_text("MZ icuuc.dll", "ascii")
    assert bundle_check.look(bundle).problems == ("Qt6Core.dll：要用 icuuc.dll，旧的 Windows 10 没有",)


def test_a_library_of_wine_is_no_library_of_windows(bundle: Path) -> None:
    (bundle / "version.dll").write_text("MZ Wine builtin DLL", "ascii")
    assert "version.dll：是 Wine 的库" in bundle_check.look(bundle).problems
