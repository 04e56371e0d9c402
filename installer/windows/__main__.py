"""Build for Windows on Debian: `python -m installer.windows` makes Setup.exe and the portable .zip in `dist/`."""

import hashlib
import sys
import time
from pathlib import Path

from installer.windows import bundle_check, fetch, fonts, freeze, icon, notice, pack, wine
from installer.windows.places import BUNDLE, DIST, PREFIX, PYTHON, WORK

MOST_SETUP_MB, MOST_FOLDER_MB = 32, 100
_ERRORS = (fetch.MissingError, freeze.FreezeError, pack.PackError, notice.UnknownOriginError)
_began = time.monotonic()


def main() -> int:
    try:
        return build()
    except _ERRORS as error:
        say(str(error))
        return 1


def say(words: str) -> None:
    print(f"[{time.monotonic() - _began:4.0f} 秒] {words}", flush=True)


def build() -> int:
    """Build all that is handed out; return 1 where the bundle is not fit to be."""
    say("取 Windows 版 Python 和依赖包")
    fetch.windows_python()
    say("裁字体，画图标")
    fonts.make()
    icon.make()
    say("准备 Wine")
    windows = wine.make(PREFIX)
    say("打包程序（PyInstaller）")
    freeze.freeze(windows)
    parts = notice.write(WORK / "pyinstaller" / "nianbao", PYTHON / "Lib" / "site-packages")
    pack.add_papers()
    looked = bundle_check.look(BUNDLE)
    for problem in looked.problems:
        say(f"有问题：{problem}")
    size = looked.size / 1e6
    say(f"程序文件夹 {size:.1f} MB，{looked.files} 个文件，{looked.binaries} 个程序和库，第三方组件 {len(parts)} 个")
    if looked.problems or size > MOST_FOLDER_MB:
        return 1
    say("制作安装程序和绿色版")
    made = [pack.setup(), pack.portable()]
    for file in made:
        say(f"{file.relative_to(DIST.parent)}  {file.stat().st_size / 1e6:.1f} MB")
    (DIST / "SHA256.txt").write_text("".join(f"{_digest(file)}  {file.name}\n" for file in made), "utf-8")
    return int(made[0].stat().st_size / 1e6 > MOST_SETUP_MB)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
