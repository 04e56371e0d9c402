"""The installed program under Wine, and what is tried with it. Each deed returns what to say, or raises."""

import filecmp
import json
import shutil
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.command_line import VERSION
from core.self_test import VERDICT, FailedError
from installer.windows.freeze import CONSOLE_EXE, EXE
from installer.windows.pack import FOLDER
from installer.windows.places import BUNDLE, PORTABLE, ROOT, SETUP
from installer.windows.screen import Screen
from installer.windows.wine import OUR_RUNTIME, WITHOUT, Wine, windows_path

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
    running: Any = field(default=None)

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

    def install(self, setup: Path, version: str) -> str:
        done = self.wine.run(windows_path(setup), "/S")
        _hold(done.returncode == 0, f"退出码 {done.returncode}")
        entry = self.wine.registry(ENTRY)
        _hold(f"DisplayVersion    REG_SZ    {version}" in entry, f"“应用和功能”里没有 {version}")
        _hold(f"DisplayName    REG_SZ    {FAMILY}" in entry, "“应用和功能”里的名称不对")
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
        _hold(not (self.program / STALE).exists(), "旧版的文件还在")
        _hold(self.document.read_bytes() == before, "年报文件变了")
        _hold((self.own / "settings.json").is_file(), "设置没有了")
        return said

    def compare_files(self) -> str:
        expected = {file.relative_to(BUNDLE) for file in BUNDLE.rglob("*") if file.is_file()}
        there = {file.relative_to(self.program) for file in self.program.rglob("*") if file.is_file()}
        more = {str(file) for file in there - expected} - {"uninstall.exe"}
        _hold(not more and expected <= there, f"多 {sorted(more)[:5]}，少 {sorted(map(str, expected - there))[:5]}")
        other = [file for file in expected if not filecmp.cmp(BUNDLE / file, self.program / file, shallow=False)]
        _hold(not other, f"{len(other)} 个文件不同")
        return f"{len(expected)} 个"

    def look_for_shortcuts(self) -> str:
        menu = {file.name for file in self.wine.user.rglob("Start Menu/Programs/*/*.lnk")}
        _hold({f"{FAMILY}.lnk", f"{FAMILY}命令行.lnk", f"卸载{FAMILY}.lnk"} <= menu, f"开始菜单里只有 {sorted(menu)}")
        _hold((self.wine.user / "Desktop" / f"{FAMILY}.lnk").is_file(), "桌面上没有")
        return "桌面和开始菜单都有"

    # ------------------------------------------------------------ trying

    def check_by_command(self) -> str:
        done = self.wine.run(self._call(CONSOLE_EXE), "check", self.wine.path(self.document))
        told = json.loads(done.stdout.decode("utf-8"))
        _hold(done.returncode == 0 and len(told["findings"]) > 0, f"退出码 {done.returncode}")
        many = self.wine.run(self._call(CONSOLE_EXE), "read", self.wine.path(self.document.parent) + r"\*.docx")
        _hold(many.returncode == 2 and FAMILY not in many.stdout.decode("utf-8")[:1], "没有文件时应当说一句话")
        return f"check 输出 {len(told['findings'])} 条 JSON"

    def test_itself(self) -> str:
        """With the C++ libraries of the bundle instead of Wine's."""
        natively = Wine(self.wine.prefix, self.wine.locales, {**self.wine.variables})
        natively.variables["WINEDLLOVERRIDES"] = f"{WITHOUT};{OUR_RUNTIME}"
        return self._verdict(natively, self._call(EXE), self.wine.drive / "自检 结果")

    def _verdict(self, windows: Wine, program: str, out: Path, *options: str) -> str:
        done = windows.run(program, "--self-test", windows.path(out), *options)
        file = out / VERDICT
        _hold(file.is_file(), f"没有结果，退出码 {done.returncode}")
        told = json.loads(file.read_text("utf-8"))
        name = out.name.replace(" ", "-")
        shutil.copyfile(file, self.pictures / f"{name}.json")
        for picture in out.glob("*.png"):
            shutil.copyfile(picture, self.pictures / f"{name}-{picture.name}")
        for log in self.wine.user.rglob("nianbao/log/*.log"):
            shutil.copyfile(log, self.pictures / f"{name}-{log.name}")
        failed = [f"{line['name']}：{line['said']}" for line in told["lines"] if not line["passed"]]
        _hold(
            told["passed"] and told["frozen"] and done.returncode == 0, "；".join(failed) or f"退出码 {done.returncode}"
        )
        return f"{len(told['lines'])} 项，{told['platform']}，{told['screen']}，{told['dots']} dpi，{told['ratio']} 倍"

    def open_by_double_click(self, dots: str) -> str:
        """Run the command that the registry names for our files, as Explorer does."""
        command = self._command_of_association()
        _hold(command.startswith(f'"{self._call(EXE)}"') and command.endswith('"%1"'), f"登记的命令是 {command}")
        began = time.monotonic()
        self.running = self.wine.start(self._call(EXE), self.wine.path(self.document))
        title = self.screen.wait_for(self.document.name)
        seconds = time.monotonic() - began
        time.sleep(2)
        self.screen.picture(self.pictures / f"window-{dots}.png")
        _hold(bool(title), f"没有窗口；有的是 {self.screen.titles()}")
        return f"{title}，{seconds:.1f} 秒"

    def _command_of_association(self) -> str:
        kind = _value(self.wine.registry(rf"{CLASSES}\.nianbao"))
        return _value(self.wine.registry(rf"{CLASSES}\{kind}\shell\open\command"))

    def refuse_to_install(self) -> str:
        before = (self.program / EXE).stat().st_mtime_ns
        done = self.wine.run(windows_path(SETUP), "/S")
        _hold(done.returncode == RUNNING, f"退出码 {done.returncode}，应为 {RUNNING}")
        _hold((self.program / EXE).stat().st_mtime_ns == before, "程序文件被换了")
        return f"退出码 {RUNNING}，什么也没有改"

    def refuse_to_remove(self) -> str:
        self.wine.run(self._call("uninstall.exe"), "/S")
        time.sleep(5)
        _hold((self.program / "_internal" / "base_library.zip").is_file(), "运行中的程序被删了")
        return "什么也没有删"

    def close_window(self) -> str:
        self.screen.press("alt+F4")
        _hold(self.screen.wait_until_gone(self.document.name), "窗口还在")
        status = self.running.wait(timeout=GONE_SECONDS)
        self.running = None
        remembered = json.loads((self.own / "settings.json").read_text("utf-8"))["recents"]
        _hold(status == 0 and len(remembered) == 1, f"退出码 {status}，记住 {len(remembered)} 个")
        _hold(not list((self.own / "recovery").glob("*.recovery")), "正常关闭后还有恢复副本")
        return "设置已保存，恢复副本已清除"

    def open_at_144(self) -> str:
        self._set_dots(144)
        said = self._verdict(self.wine, self._call(EXE), self.wine.drive / "自检 144", "--only-window")
        opened = self.open_by_double_click("144")
        self.close_window()
        self._set_dots(96)
        _hold("1.5 倍" in said, said)
        return f"{opened}；{said}"

    def _set_dots(self, dots: int) -> None:
        key = r"HKCU\Control Panel\Desktop"
        self.wine.run("reg", "add", key, "/v", "LogPixels", "/t", "REG_DWORD", "/d", str(dots), "/f")
        self.wine.settle()

    def look_at_pages(self) -> str:
        """Go through the pages of the setup by the keyboard, as far as the folder, and leave."""
        self.running = self.wine.start(windows_path(SETUP))
        title = self.screen.wait_for(FAMILY)
        time.sleep(1)
        self.screen.picture(self.pictures / "setup-welcome.png")
        self.screen.press("Return")
        time.sleep(2)
        self.screen.picture(self.pictures / "setup-folder.png")
        self.screen.press("Escape")
        time.sleep(1)
        self.screen.press("Return")  # "are you sure"
        gone = self.screen.wait_until_gone(FAMILY, 20)
        self.running.kill() if not gone else self.running.wait(timeout=GONE_SECONDS)
        self.running = None
        _hold(bool(title) and gone, f"窗口“{title}”{'' if gone else '没有按取消关上'}")
        return title

    # ------------------------------------------------------------ removing

    def remove(self) -> str:
        self.wine.run(self._call("uninstall.exe"), "/S")
        _hold(_gone(self.program), "程序文件夹还在")
        _hold(self.document.is_file(), "年报文件被删了")
        return "年报文件还在"

    def look_for_files(self) -> str:
        kept = {self.document.name, self.document.parent.name}
        left = [
            str(file.relative_to(self.wine.prefix))
            for root in (self.wine.drive, self.wine.prefix / "home")  # where Wine lets the desktop lie
            for file in root.rglob("*")
            if any(name in file.name for name in OUR_NAMES) and file.name not in kept and "自检" not in str(file)
        ]
        _hold(not left, f"留下了 {left[:5]}")
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
        _hold(not lines, f"留下了 {lines[:5]}")
        return "没有"

    def try_portable(self) -> str:
        place = self.wine.drive / "公 用" / "绿色 版（试用）"
        with zipfile.ZipFile(PORTABLE) as pack:
            pack.extractall(place)
        folder = place / FOLDER
        try:
            said = self._verdict(self.wine, self.wine.path(folder / EXE), self.wine.drive / "自检 绿色版")
            told = json.loads((self.wine.drive / "自检 绿色版" / VERDICT).read_text("utf-8"))
            _hold(told["home"] == self.wine.path(folder / "data"), f"设置放在 {told['home']}")
            _hold((folder / "data" / "log").is_dir(), "记录没有写在旁边")
        finally:
            shutil.rmtree(place.parent)
        return said

    def look_for_traces_of_portable(self) -> str:
        _hold(not self.own.exists(), f"写到了 {self.own}")
        self.look_for_files()
        return self.look_for_keys()

    def keep_recovery_copies(self, setup: Path) -> str:
        self.wine.run(windows_path(setup), "/S")
        copy = self.own / "recovery" / "未保存.recovery"
        copy.parent.mkdir(parents=True)
        copy.write_bytes(b"{}")
        self.remove()
        _hold(copy.is_file(), "恢复副本被删了")
        return "恢复副本还在，程序已删"

    def _call(self, name: str) -> str:
        return self.wine.path(self.program / name)


def _hold(condition: bool, otherwise: str) -> None:  # noqa: FBT001 - read as a sentence: hold this, else say that
    if not condition:
        raise FailedError(otherwise)


def _gone(place: Path) -> bool:
    until = time.monotonic() + GONE_SECONDS
    while place.exists() and time.monotonic() < until:
        time.sleep(0.5)
    return not place.exists()


def _value(shown: str) -> str:
    """Return the value without a name of the first key that `reg query` shows."""
    line = next((line for line in shown.splitlines() if "REG_SZ" in line), "")
    return line.partition("REG_SZ")[2].strip()
