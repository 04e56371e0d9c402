"""Build for Windows, on Debian or on Windows itself: `python -m installer.windows` fills `dist/`.

That is Setup.exe and the portable .zip. With `prove` they are then installed, tried and removed under Wine;
`prove only` does that to what is there already. `quick` packs faster and larger, for trials and for every change.
`core-tests` and `start` run what tells of the tests of `core/` and of the start, see there.
"""

import hashlib
import os
import signal
import sys
import sysconfig
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from installer.windows import bundle_check, fetch, fonts, freeze, icon, notice, pack, proof, wine
from installer.windows.places import BUNDLE, DIST, FONTS, PREFIX, WORK

MOST_SETUP_MB, MOST_FOLDER_MB = 32, 100
OTHERS = {"core-tests": "core_tests", "start": "start"}
"""What is not building, and the module that does it."""

STOPPED = 128 + signal.SIGTERM
_ERRORS = (fetch.MissingError, freeze.FreezeError, pack.PackError, notice.UnknownOriginError)
_began = time.monotonic()


def main(arguments: list[str]) -> int:
    if arguments and arguments[0] in OTHERS:
        return int(import_module(f"installer.windows.{OTHERS[arguments[0]]}").main(arguments[1:]))
    signal.signal(signal.SIGTERM, stop)
    is_quick = "quick" in arguments
    try:
        status = 0 if arguments[-1:] == ["only"] else build(is_quick=is_quick)
    except _ERRORS as error:
        say(str(error))
        return 1
    return status or (proof.prove() if "prove" in arguments else 0)


def stop(*_: object) -> NoReturn:
    """End as after an error, so that Wine and the screen are closed and what was laid aside is removed."""
    sys.exit(STOPPED)


def say(words: str) -> None:
    print(f"[{time.monotonic() - _began:4.0f} 秒] {words}", flush=True)


def build(*, is_quick: bool) -> int:
    """Build all that is handed out; return 1 where the bundle is not fit to be."""
    say("画图标")
    icon.make()
    icon.make_sidebar()
    python, site = _frozen_here() if os.name == "nt" else _frozen_under_wine()
    pack.add_fonts()
    parts = notice.write(WORK / "pyinstaller" / "nianbao", python, site)
    pack.add_papers()
    looked = bundle_check.look(BUNDLE)
    for problem in looked.problems:
        say(f"有问题：{problem}")
    size = looked.size / 1e6
    say(f"程序文件夹 {size:.1f} MB，{looked.files} 个文件，{looked.binaries} 个程序和库，第三方组件 {len(parts)} 个")
    if looked.problems or size > MOST_FOLDER_MB:
        return 1
    say("制作安装程序和绿色版")
    made = [pack.setup(is_quick=is_quick), pack.portable(is_quick=is_quick)]
    for file in made:
        say(f"{file.relative_to(DIST.parent)}  {file.stat().st_size / 1e6:.1f} MB")
    (DIST / "SHA256.txt").write_text("".join(f"{_digest(file)}  {file.name}\n" for file in made), "utf-8")
    return int(made[0].stat().st_size / 1e6 > MOST_SETUP_MB and not is_quick)


def _frozen_under_wine() -> tuple[Path, Path]:
    """Freeze with the Windows Python under Wine; return its folder and that of its packages.

    What is fetched, and the fonts that are cut, wait for each other as little as can be.
    """
    with ThreadPoolExecutor() as aside:
        say("取 Windows 版 Python 和依赖包，准备 Wine，裁字体")
        python = aside.submit(fetch.windows_python)
        windows = aside.submit(wine.make, PREFIX)
        cut = aside.submit(fonts.make)
        place, made = python.result(), windows.result()
        say("打包程序（PyInstaller）")
        freeze.freeze(made)
        say("程序已打包" if cut.done() else "程序已打包，等字体裁好")
        cut.result()
    return place.resolve(), place / "Lib" / "site-packages"


def _frozen_here() -> tuple[Path, Path]:
    """Freeze on Windows, with the Python that runs. The free fonts come from Debian's packages, so not from here."""
    if not FONTS.is_dir():
        say(f"没有 {FONTS}：做出的程序不带备用字体。要带，请在 Debian 上做一次，把这个文件夹拷来。")
    say("打包程序（PyInstaller）")
    freeze.freeze(None)
    return Path(sys.base_prefix), Path(sysconfig.get_path("purelib"))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
