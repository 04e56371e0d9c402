"""Using the installed program under Wine, as a clerk does. Each deed returns what to say, or raises."""

import json
import shutil
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.self_test import VERDICT
from installer.windows.freeze import CONSOLE_EXE, EXE
from installer.windows.installed import FAMILY, GONE_SECONDS, Installed, hold
from installer.windows.pack import FOLDER
from installer.windows.places import PORTABLE, SETUP
from installer.windows.wine import OUR_RUNTIME, WITHOUT, Wine, windows_path

CLASSES = r"HKCU\Software\Classes"
RUNNING = 5
"""What the setup returns where the program runs."""


@dataclass
class Using:
    """The program that is installed, and the window that is open, if one is."""

    here: Installed
    running: Any = field(default=None)

    def check_by_command(self) -> str:
        done = self.here.wine.run(self.here.call(CONSOLE_EXE), "check", self.here.wine.path(self.here.document))
        told = json.loads(done.stdout.decode("utf-8"))
        hold(done.returncode == 0 and len(told["findings"]) > 0, f"退出码 {done.returncode}")
        many = self.here.wine.run(
            self.here.call(CONSOLE_EXE), "read", self.here.wine.path(self.here.document.parent) + r"\*.docx"
        )
        hold(many.returncode == 2 and FAMILY not in many.stdout.decode("utf-8")[:1], "没有文件时应当说一句话")
        return f"check 输出 {len(told['findings'])} 条 JSON"

    def test_itself(self) -> str:
        """With the C++ libraries of the bundle instead of Wine's."""
        natively = Wine(self.here.wine.prefix, self.here.wine.locales, {**self.here.wine.variables})
        natively.variables["WINEDLLOVERRIDES"] = f"{WITHOUT};{OUR_RUNTIME}"
        return self._verdict(natively, self.here.call(EXE), self.here.wine.drive / "自检 结果")

    def _verdict(self, windows: Wine, program: str, out: Path, *options: str) -> str:
        done = windows.run(program, "--self-test", windows.path(out), *options)
        file = out / VERDICT
        hold(file.is_file(), f"没有结果，退出码 {done.returncode}")
        told = json.loads(file.read_text("utf-8"))
        name = out.name.replace(" ", "-")
        shutil.copyfile(file, self.here.pictures / f"{name}.json")
        for picture in out.glob("*.png"):
            shutil.copyfile(picture, self.here.pictures / f"{name}-{picture.name}")
        for log in self.here.wine.user.rglob("nianbao/log/*.log"):
            shutil.copyfile(log, self.here.pictures / f"{name}-{log.name}")
        failed = [f"{line['name']}：{line['said']}" for line in told["lines"] if not line["passed"]]
        hold(
            told["passed"] and told["frozen"] and done.returncode == 0, "；".join(failed) or f"退出码 {done.returncode}"
        )
        return f"{len(told['lines'])} 项，{told['platform']}，{told['screen']}，{told['dots']} dpi，{told['ratio']} 倍"

    def open_by_double_click(self, dots: str) -> str:
        """Run the command that the registry names for our files, as Explorer does."""
        command = self._command_of_association()
        hold(command.startswith(f'"{self.here.call(EXE)}"') and command.endswith('"%1"'), f"登记的命令是 {command}")
        began = time.monotonic()
        self.running = self.here.wine.start(self.here.call(EXE), self.here.wine.path(self.here.document))
        title = self.here.screen.wait_for(self.here.document.name)
        seconds = time.monotonic() - began
        time.sleep(2)
        self.here.screen.picture(self.here.pictures / f"window-{dots}.png")
        hold(bool(title), f"没有窗口；有的是 {self.here.screen.titles()}")
        return f"{title}，{seconds:.1f} 秒"

    def open_again(self) -> str:
        """Start the program once more with another file: the window that is there takes it."""
        other = self.here.document.with_name("另一份 年报.nianbao")
        shutil.copyfile(self.here.document, other)
        done = self.here.wine.run(self.here.call(EXE), self.here.wine.path(other), seconds=60)
        title = self.here.screen.wait_for(other.name)
        windows = [shown for shown in self.here.screen.titles() if FAMILY in shown]
        self.here.wine.run(self.here.call(EXE), self.here.wine.path(self.here.document), seconds=60)
        back = self.here.screen.wait_for(self.here.document.name)
        other.unlink()
        hold(done.returncode == 0 and bool(title) and len(windows) == 1, f"退出码 {done.returncode}，窗口 {windows}")
        hold(bool(back), "没有换回原来那一份")
        return title

    def _command_of_association(self) -> str:
        kind = _value(self.here.wine.registry(rf"{CLASSES}\.nianbao"))
        return _value(self.here.wine.registry(rf"{CLASSES}\{kind}\shell\open\command"))

    def refuse_to_install(self) -> str:
        before = (self.here.program / EXE).stat().st_mtime_ns
        done = self.here.wine.run(windows_path(SETUP), "/S")
        hold(done.returncode == RUNNING, f"退出码 {done.returncode}，应为 {RUNNING}")
        hold((self.here.program / EXE).stat().st_mtime_ns == before, "程序文件被换了")
        return f"退出码 {RUNNING}，什么也没有改"

    def refuse_to_remove(self) -> str:
        self.here.wine.run(self.here.call("uninstall.exe"), "/S")
        time.sleep(5)
        hold((self.here.program / "_internal" / "base_library.zip").is_file(), "运行中的程序被删了")
        return "什么也没有删"

    def close_window(self) -> str:
        self.here.screen.press("alt+F4")
        hold(self.here.screen.wait_until_gone(self.here.document.name), "窗口还在")
        status = self.running.wait(timeout=GONE_SECONDS)
        self.running = None
        remembered = json.loads((self.here.own / "settings.json").read_text("utf-8"))["recents"]
        hold(status == 0 and len(remembered) == 2, f"退出码 {status}，记住 {len(remembered)} 个")
        hold(not list((self.here.own / "recovery").glob("*.recovery")), "正常关闭后还有恢复副本")
        return "设置已保存，恢复副本已清除"

    def open_at_144(self) -> str:
        self._set_dots(144)
        said = self._verdict(self.here.wine, self.here.call(EXE), self.here.wine.drive / "自检 144", "--only-window")
        opened = self.open_by_double_click("144")
        self.close_window()
        self._set_dots(96)
        hold("1.5 倍" in said, said)
        return f"{opened}；{said}"

    def _set_dots(self, dots: int) -> None:
        key = r"HKCU\Control Panel\Desktop"
        self.here.wine.run("reg", "add", key, "/v", "LogPixels", "/t", "REG_DWORD", "/d", str(dots), "/f")
        self.here.wine.settle()

    def look_at_pages(self) -> str:
        """Go through the pages of the setup by the keyboard, as far as the folder, and leave."""
        self.running = self.here.wine.start(windows_path(SETUP))
        title = self.here.screen.wait_for(FAMILY)
        time.sleep(1)
        self.here.screen.picture(self.here.pictures / "setup-welcome.png")
        self.here.screen.press("Return")
        time.sleep(2)
        self.here.screen.picture(self.here.pictures / "setup-folder.png")
        self.here.screen.press("Escape")
        time.sleep(1)
        self.here.screen.press("Return")  # "are you sure"
        gone = self.here.screen.wait_until_gone(FAMILY, 20)
        self.running.kill() if not gone else self.running.wait(timeout=GONE_SECONDS)
        self.running = None
        hold(bool(title) and gone, f"窗口“{title}”{'' if gone else '没有按取消关上'}")
        return title

    def try_portable(self) -> str:
        place = self.here.wine.drive / "公 用" / "绿色 版（试用）"
        with zipfile.ZipFile(PORTABLE) as pack:
            pack.extractall(place)
        folder = place / FOLDER
        try:
            said = self._verdict(
                self.here.wine, self.here.wine.path(folder / EXE), self.here.wine.drive / "自检 绿色版"
            )
            told = json.loads((self.here.wine.drive / "自检 绿色版" / VERDICT).read_text("utf-8"))
            hold(told["home"] == self.here.wine.path(folder / "data"), f"设置放在 {told['home']}")
            hold((folder / "data" / "log").is_dir(), "记录没有写在旁边")
        finally:
            shutil.rmtree(place.parent)
        return said


def _value(shown: str) -> str:
    """Return the value without a name of the first key that `reg query` shows."""
    line = next((line for line in shown.splitlines() if "REG_SZ" in line), "")
    return line.partition("REG_SZ")[2].strip()
