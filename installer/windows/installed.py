"""The installed program under Wine, and what is tried with it. Each deed returns what to say, or raises."""

import filecmp
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from core.command_line import VERSION
from core.self_test import FailedError
from installer.windows.places import BUNDLE, ROOT, SETUP
from installer.windows.screen import Screen
from installer.windows.wine import Wine, windows_path

ENTRY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\nianbao"
CLASSES = r"HKCU\Software\Classes"
FAMILY = "年报编制"
RUNNING, GONE_SECONDS = 5, 60
STALE = "_internal/obsolete.dll"
OUR_NAMES = ("nianbao", FAMILY, "年报")


@dataclass
class Installed:
    """A Windows of our own, its screen, and the folder for pictures."""

    wine: Wine
    screen: Screen
    pictures: Path

    @property
    def program(self) -> Path:
        return self.wine.user / "AppData" / "Local" / "Programs" / "nianbao"

    @property
    def own(self) -> Path:
        return self.wine.user / "AppData" / "Local" / "nianbao"

    @property
    def document(self) -> Path:
        return self.wine.user / "Documents" / "我的 年报" / "测试 年报（一）.nianbao"

    # ------------------------------------------------------------ installing

    def call(self, name: str) -> str:
        """Return how Windows calls a program of ours."""
        return self.wine.path(self.program / name)

    def install(self, setup: Path, version: str) -> str:
        done = self.wine.run(windows_path(setup), "/S")
        hold(done.returncode == 0, f"退出码 {done.returncode}")
        entry = self.wine.registry(ENTRY)
        hold(f"DisplayVersion    REG_SZ    {version}" in entry, f"“应用和功能”里没有 {version}")
        hold(f"DisplayName    REG_SZ    {FAMILY}" in entry, "“应用和功能”里的名称不对")
        return f"{version}，{sum(file.is_file() for file in self.program.rglob('*'))} 个文件"

    def leave_traces(self) -> str:
        (self.program / STALE).write_bytes(b"MZ")
        self.document.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(next((ROOT / "resources" / "sample").glob("*.nianbao")), self.document)
        self.own.mkdir(parents=True, exist_ok=True)
        (self.own / "settings.json").write_text('{"guide_seen": true}', "utf-8")
        return "旧文件、设置、年报各一个"

    def upgrade(self) -> str:
        before = self.document.read_bytes()
        said = self.install(SETUP, VERSION)
        hold(not (self.program / STALE).exists(), "旧版的文件还在")
        hold(self.document.read_bytes() == before, "年报文件变了")
        hold((self.own / "settings.json").is_file(), "设置没有了")
        return said

    def compare_files(self) -> str:
        expected = {file.relative_to(BUNDLE) for file in BUNDLE.rglob("*") if file.is_file()}
        there = {file.relative_to(self.program) for file in self.program.rglob("*") if file.is_file()}
        more = {str(file) for file in there - expected} - {"uninstall.exe"}
        hold(not more and expected <= there, f"多 {sorted(more)[:5]}，少 {sorted(map(str, expected - there))[:5]}")
        other = [file for file in expected if not filecmp.cmp(BUNDLE / file, self.program / file, shallow=False)]
        hold(not other, f"{len(other)} 个文件不同")
        return f"{len(expected)} 个"

    def look_for_shortcuts(self) -> str:
        menu = {file.name for file in self.wine.user.rglob("Start Menu/Programs/*/*.lnk")}
        hold({f"{FAMILY}.lnk", f"{FAMILY}命令行.lnk", f"卸载{FAMILY}.lnk"} <= menu, f"开始菜单里只有 {sorted(menu)}")
        hold((self.wine.user / "Desktop" / f"{FAMILY}.lnk").is_file(), "桌面上没有")
        return "桌面和开始菜单都有"

    # ------------------------------------------------------------ removing

    def remove(self) -> str:
        self.wine.run(self.call("uninstall.exe"), "/S")
        hold(_gone(self.program), "程序文件夹还在")
        hold(self.document.is_file(), "年报文件被删了")
        return "年报文件还在"

    def look_for_files(self) -> str:
        kept = {self.document.name, self.document.parent.name}
        left = [
            str(file.relative_to(self.wine.prefix))
            for root in (self.wine.drive, self.wine.prefix / "home")  # where Wine lets the desktop lie
            for file in root.rglob("*")
            if any(name in file.name for name in OUR_NAMES) and file.name not in kept and "自检" not in str(file)
        ]
        hold(not left, f"留下了 {left[:5]}")
        return "没有"

    def look_for_keys(self) -> str:
        self.wine.settle()
        marks = [name if name.isascii() else "".join(f"\\x{ord(char):x}" for char in name) for name in OUR_NAMES]
        lines = [
            line
            for file in ("user.reg", "system.reg", "userdef.reg")
            for line in (self.wine.prefix / file).read_text("utf-8", "replace").splitlines()
            if any(mark in line for mark in marks) and "nianbao-proof-" not in line.replace("\\\\", "/")
        ]
        hold(not lines, f"留下了 {lines[:5]}")
        return "没有"

    def look_for_traces_of_portable(self) -> str:
        hold(not self.own.exists(), f"写到了 {self.own}")
        self.look_for_files()
        return self.look_for_keys()

    def keep_recovery_copies(self, setup: Path) -> str:
        self.wine.run(windows_path(setup), "/S")
        copy = self.own / "recovery" / "未保存.recovery"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(b"{}")
        self.remove()
        hold(copy.is_file(), "恢复副本被删了")
        return "恢复副本还在，程序已删"


def hold(condition: bool, otherwise: str) -> None:  # noqa: FBT001 - read as a sentence: hold this, else say that
    if not condition:
        raise FailedError(otherwise)


def _gone(place: Path) -> bool:
    until = time.monotonic() + GONE_SECONDS
    while place.exists() and time.monotonic() < until:
        time.sleep(0.5)
    return not place.exists()
