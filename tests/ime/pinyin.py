"""The 拼音 input method of ibus on a desktop of its own, and the program with a report open beside it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.cells import CellId
from core.report import Report
from core.storage.project import Project, load, save
from tests.desktop import Desktop, desktop, missing

ROOT = Path(__file__).resolve().parents[2]
ENGINE = Path("/usr/share/ibus/component/libpinyin.xml")
FULL_WIDTH = "shift+space"
"""Switches between ordinary and full-width letters and digits."""

# What it learnt from one test must not be offered first in the next.
SETTINGS = """[desktop/ibus/general]
preload-engines=['libpinyin']
engines-order=['libpinyin']
use-system-keyboard-layout=true

[com/github/libpinyin/ibus-libpinyin/libpinyin]
letter-switch='<Shift>space'
dynamic-adjust=false
emoji-candidate=false
english-candidate=false
lua-extension=false
"""


def lacking() -> str:
    """What a test with this input method lacks here, in words; empty where nothing."""
    lacks = missing("ibus-daemon", "ibus", "xprop") + ([] if ENGINE.is_file() else ["ibus-libpinyin"])
    return f"no real input method here, install {', '.join(lacks)}" if lacks else ""


@dataclass
class Writer:
    """Somebody who writes 拼音 into the window of the program."""

    desk: Desktop
    file: Path

    @property
    def candidates(self) -> list[str]:
        """The window of the input method in which a word is chosen; empty where none is in view."""
        return self.desk.windows(class_="ibus-ui-gtk3")

    def place_of_candidates(self) -> tuple[int, int]:
        """Where on the screen words are offered."""
        said = self.desk.ask("xdotool", "getwindowgeometry", "--shell", self.candidates[0]).stdout
        placed = dict(line.split("=") for line in said.split())
        return int(placed["X"]), int(placed["Y"])

    def begin(self, letters: str) -> None:
        """Type letters and wait until words are offered for them."""
        self.desk.type(letters)
        self.desk.wait_for(lambda: self.candidates, f"words for {letters}")

    def finish(self, *keys: str) -> None:
        """Press keys and wait until the input method has nothing more to offer."""
        self.desk.press(*keys)
        self.desk.wait_for(lambda: not self.candidates, "the end of the composing")

    def saved(self) -> Report:
        """Save by Ctrl+S and return what then stands in the file."""
        self.file.unlink()
        self.desk.press("ctrl+s")
        self.desk.wait_for(self.file.exists, "the saved file")
        return load(self.file)[0].report

    def raw(self, name: str) -> str:
        return self.saved().entry(CellId(name)).raw


@contextmanager
def writing(folder: Path, report: Report, step: int) -> Iterator[Writer]:
    """Open a report in the program, 拼音 switched on, `step` steps behind the cover."""
    settings = folder / "home" / ".config" / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    file = folder / "report.nianbao"
    save(file, Project(report), None)
    asked = {"QT_IM_MODULE": "ibus", "GSETTINGS_BACKEND": "keyfile", "XDG_CURRENT_DESKTOP": "test"}
    with desktop(folder, **asked) as desk:
        desk.start("ibus-daemon", "--emoji-extension", "disable")
        desk.wait_for(lambda: _switched_on(desk), "the input method")
        desk.start(sys.executable, ROOT / "main.py", file)
        desk.bring(file.name)
        writer = Writer(desk, file)
        desk.wait_for(lambda: _awake(writer), "words for the first letter")
        desk.press(*["ctrl+Next"] * step)
        yield writer


def _awake(writer: Writer) -> bool:
    """Type a letter on the cover, take it back, and tell whether it was composed: the engine wakes at the first."""
    writer.desk.press("n")
    try:
        writer.desk.wait_for(lambda: writer.candidates, "words", patience=1)
    except AssertionError:
        writer.desk.press("BackSpace")
        return False
    writer.finish("Escape")
    return True


def _switched_on(desk: Desktop) -> bool:
    """Whether the panel of the input method has come up and chosen 拼音."""
    return desk.ask("ibus", "engine").stdout.strip() == "libpinyin"
