"""Prove what was built, under Wine with a Chinese locale: install, try, upgrade, refuse, carry about, remove.

Every line is a thing that holds or does not; the last line is the verdict. Pictures and the verdict lie in
`dist/proof/`.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.self_test import Line, Trial, run
from installer.windows import pack, screen, wine
from installer.windows.installed import Installed
from installer.windows.places import DIST, WORK
from installer.windows.using import Using

PICTURES = DIST / "proof"
OLDER = "0.0.9"


def prove() -> int:
    """Try everything; return 0 if all holds."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    lines: list[Line] = []
    with _place() as place, screen.opened() as shown:
        windows = replace(wine.at(Path(place) / "prefix"), variables=shown.variables())
        try:
            older = _made(windows)
            for line in run(_trials(Installed(windows, shown, PICTURES), older)):
                lines.append(line)
                _tell(line)
        finally:
            windows.close()
    passed = all(line.passed for line in lines)
    content = {
        "passed": passed,
        "lines": [{"name": line.name, "passed": line.passed, "said": line.said} for line in lines],
    }
    (PICTURES / "verdict.json").write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    failed = sum(not line.passed for line in lines)
    print(f"{len(lines) - failed} passed, {failed} failed", flush=True)
    print("Windows 安装程序：全部通过。" if passed else "Windows 安装程序：有没通过的，见上面的 ✗。", flush=True)
    return int(not passed)


def _made(windows: wine.Wine) -> Path:
    """Make a Windows of its own, and a setup of an older version meanwhile; return that."""
    with ThreadPoolExecutor() as aside:
        older = aside.submit(pack.setup, OLDER, WORK / "older-setup.exe", is_quick=True)
        wine.make(windows.prefix)
        return older.result()


def _place() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="nianbao-proof-", ignore_cleanup_errors=True)


def _trials(here: Installed, older: Path) -> Iterator[Trial]:
    using = Using(here)
    yield "装旧版", partial(here.install, older, OLDER)
    yield "旧版里留下文件和设置", here.leave_traces
    yield "新版装在旧版之上", here.upgrade
    yield "文件与打包的相同", here.compare_files
    yield "快捷方式", here.look_for_shortcuts
    yield "命令行程序", using.check_by_command
    yield "自检（窗口程序）", using.test_itself
    yield "双击打开，96 dpi", partial(using.open_by_double_click, "96")
    yield "再双击一次", using.open_again
    yield "运行时不装", using.refuse_to_install
    yield "运行时不卸", using.refuse_to_remove
    yield "关闭程序", using.close_window
    yield "双击打开，144 dpi", using.open_at_144
    yield "安装程序的中文页面", using.look_at_pages
    yield "卸载", here.remove
    yield "卸载后没有留下文件", here.look_for_files
    yield "卸载后没有留下注册表项", here.look_for_keys
    yield "绿色版（路径有空格）", using.try_portable
    yield "绿色版没有写到别处", here.look_for_traces_of_portable
    yield "卸载不删恢复副本", partial(here.keep_recovery_copies, older)


def _tell(line: Line) -> None:
    print(f"{'✓' if line.passed else '✗'} {line.name}（{line.seconds:.0f} 秒）　{line.said}", flush=True)
