"""The screen for windows under Wine."""

import shutil

import pytest

from installer.windows import screen
from installer.windows.screen import Screen


def shows(monkeypatch: pytest.MonkeyPatch, *titles: str) -> None:
    monkeypatch.setattr(Screen, "titles", lambda _: list(titles))


def test_a_window_is_found_by_words_of_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    shows(monkeypatch, "Default IME", "测试 年报.nianbao — 年报编制")
    assert Screen(":0").wait_for("测试 年报", 1) == "测试 年报.nianbao — 年报编制"
    assert Screen(":0").wait_for("另一份", 0.1) == ""


def test_it_is_told_whether_a_window_went(monkeypatch: pytest.MonkeyPatch) -> None:
    shows(monkeypatch, "甲")
    assert Screen(":0").wait_until_gone("乙", 1)
    assert not Screen(":0").wait_until_gone("甲", 0.1)


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("openbox")), reason="without Xvfb and openbox")
def test_a_screen_is_opened_and_closed_again() -> None:
    with screen.opened() as shown:
        assert shown.name.startswith(":")
        assert shown.titles() == [] or all(shown.titles())
