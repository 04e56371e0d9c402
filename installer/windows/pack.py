"""Make of the frozen folder what is handed out: Setup.exe and the portable .zip."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from core.command_line import VERSION
from installer.windows.places import BUNDLE, DIST, FONTS, HERE, ICON, NOTICE, PORTABLE, ROOT, SETUP, SIDEBAR

FOLDER = "年报编制"
"""How the portable folder is called."""

PORTABLE_NOTE = (
    "绿色版：这个 data 文件夹在程序旁边，所以设置、词表、恢复副本和出错记录都放在这里，不写进这台电脑。\r\n"
    "删掉整个程序文件夹即卸载；升级时把新版解压出来，再把这个 data 文件夹移过去。\r\n"
    "请先把压缩包全部解压再运行，不要在压缩包里直接双击。\r\n"
)


class PackError(RuntimeError):
    """makensis did not get to its end; its last words are in the message."""


def add_papers() -> None:
    """Lay the licence and the notice of third parties beside the program, as Notepad of any Windows reads them."""
    for source, name in ((ROOT / "LICENSE", "许可.txt"), (NOTICE, "第三方组件.txt")):
        words = source.read_text("utf-8").replace("\r\n", "\n").replace("\n", "\r\n")
        (BUNDLE / name).write_bytes(words.encode("utf-8-sig"))


def add_fonts() -> None:
    """Lay the fonts that help out into the program, where they were made."""
    if FONTS.is_dir():
        shutil.copytree(FONTS, BUNDLE / "_internal" / "resources" / "fonts")


def setup(version: str = VERSION, out: Path = SETUP, *, is_quick: bool = False) -> Path:
    """Write Setup.exe; `is_quick` does not pack what is in it, for trials."""
    out.parent.mkdir(parents=True, exist_ok=True)
    given = {"VERSION": version, "BUNDLE": BUNDLE, "ICON": ICON, "SIDEBAR": SIDEBAR, "OUT": out.resolve()}
    options = ["-V2", "-INPUTCHARSET", "UTF8", *(f"-D{key}={value}" for key, value in given.items())]
    if os.name != "nt":
        options.append("-DTARGET64")
    if is_quick:
        options += ["-XSetCompressor /FINAL zlib", "-XSetCompress off"]
    line = ["makensis", *options, str(HERE / "nianbao.nsi")]
    utf8 = {**os.environ, "LC_ALL": "C.UTF-8"}  # it dies of Chinese names in the plain locale
    done = subprocess.run(line, env=utf8, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise PackError("makensis 没有完成：\n" + done.stdout.decode("utf-8", "replace")[-2000:])
    return out


def portable(out: Path = PORTABLE, *, is_quick: bool = False) -> Path:
    """Write the portable .zip: the same folder, and a folder `data` that keeps the settings beside it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if is_quick else 9) as pack:
        for file in sorted(BUNDLE.rglob("*")):
            if file.is_file():
                pack.write(file, f"{FOLDER}/{file.relative_to(BUNDLE).as_posix()}")
        pack.writestr(f"{FOLDER}/data/说明.txt", PORTABLE_NOTE.encode("utf-8-sig"))
    return out


def clear() -> None:
    """Empty the folder of what is handed out, so that nothing old is taken for new."""
    shutil.rmtree(DIST, ignore_errors=True)
