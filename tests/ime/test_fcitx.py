"""fcitx5, the input method of most Linux offices: Qt's own wheel has no plug-in for it, yet Chinese can be written."""

import sys
import time
from pathlib import Path

import pytest

from core.cells import CellId
from core.report import Report
from core.storage.project import Project, load, save
from tests.desktop import desktop, missing
from tests.ime.pinyin import ROOT

ENGINE = Path("/usr/share/fcitx5/inputmethod/pinyin.conf")
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
LACKS = missing("fcitx5", "fcitx5-remote", "xprop") + ([] if ENGINE.is_file() else ["fcitx5-chinese-addons"])
CANDIDATES = "Fcitx5 Input Window"
READY = 1.0
"""Seconds after which what was typed has been taken in."""


@pytest.mark.skipif(bool(LACKS), reason=f"no fcitx5 here, install {', '.join(LACKS)}")
def test_words_come_from_fcitx_as_its_desktops_ask_for_it(tmp_path: Path) -> None:
    profile = tmp_path / "home" / ".config" / "fcitx5" / "profile"
    profile.parent.mkdir(parents=True)
    profile.write_text(PROFILE, encoding="utf-8")
    file = tmp_path / "report.nianbao"
    save(file, Project(Report()), None)
    with desktop(tmp_path, QT_IM_MODULE="fcitx", XDG_CURRENT_DESKTOP="test") as desk:
        desk.start("fcitx5")
        desk.wait_for(lambda: desk.ask("fcitx5-remote", "-q").stdout != "", "fcitx5")
        desk.start(sys.executable, ROOT / "main.py", file)
        desk.bring(file.name)
        time.sleep(READY)
        desk.press(*["ctrl+Next"] * 3)
        time.sleep(READY)
        desk.type("wu")
        desk.wait_for(lambda: desk.windows(name=CANDIDATES), "words for wu")
        time.sleep(READY)  # both letters
        desk.press("space")
        desk.wait_for(lambda: not desk.windows(name=CANDIDATES), "the end of the composing")
        desk.press("Return", "3", "Return", "ctrl+s")
        desk.wait_for(lambda: raws(file)[1] == "3", "the saved file")
    assert raws(file) == ["无", "3"]


def raws(file: Path) -> list[str]:
    report = load(file)[0].report
    return [report.entry(CellId(f"t3.{name}.natural")).raw for name in ("new_requests", "carried_in")]
