"""Set up and start, with nothing but Python: `python3 installer/dev.py run`, `… test`, and `… windows` on Debian.

Makes `.venv` beside the program, installs the pinned packages (with hashes) when the lock files changed, sees to the
system libraries of Qt and to a Chinese font on Debian-like systems, and starts the program or every check. Written so
that an older Python can read it far enough to say which one is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    "run": ("requirements.txt",),
    "test": ("requirements.txt", "requirements-test.txt"),  # the second one includes the first
    "windows": ("requirements.txt", "requirements-bundle.txt"),
}
OLDEST, NEWEST = (3, 11), (3, 13)

# What Qt's wheel expects of the system (its libraries and its xcb, offscreen and input plugins), and the Debian
# package that holds it. What these packages depend on themselves is not listed.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONTS = ("fonts-noto-cjk", "fonts-lxgw-wenkai")
TOOLS = {"qpdf": "qpdf", "pdftotext": "poppler-utils"}
HEAVY_TOOLS = {"soffice": "libreoffice-calc"}  # the tests that recalculate in it skip where it is absent; CI has it
CHINESE_LOCALE = Path("/usr/share/i18n/locales/zh_CN")
WINDOWS_TOOLS = {
    "wine": "wine",
    "wineserver": "wine64",
    "makensis": "nsis",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "pdftotext": "poppler-utils",
}

NOT_TRIED = 3
"""Exit status of `windows` where its tools are not to be had: nothing is known of the installer."""

USAGE = """用法：python3 installer/dev.py run       打开程序
      python3 installer/dev.py test      运行全部检查和测试
      python3 installer/dev.py windows   在 Debian 上做 Windows 安装程序和绿色版；加 prove 再装、试、卸一遍，
                                         改为 core-tests 或 start 则用 Windows 版跑 core 的测试，或量启动时间"""

ALL_CORES = ("-n", "auto", "--dist", "worksteal")
"""How the whole suite is run; what is asked for by name is run in one process, where a debugger can get at it."""

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in LOCKS:
        say(USAGE)
        return 2
    complaint = version_complaint(sys.version_info[:2])
    if complaint:
        say(complaint)
        return 2
    mode, *extra = arguments
    provide_system_packages(mode)
    if not can_make_venv():
        say(f"缺少 Python 的 venv 模块，请先执行下面一行，再运行本命令：\n  {apt_line(['python3-venv'])}")
        return 2
    if not install(mode):
        say("运行环境没有准备好，原因见上面的提示。请检查网络或 pip 的软件源设置，再运行本命令。")
        return 2
    return {"run": run, "test": test, "windows": windows}[mode](extra)


def say(text: str) -> None:
    print(text, flush=True)  # flushed, so that it stands before what a child prints


def version_complaint(version: tuple[int, ...]) -> str:
    """Return what to tell the user about an unfit Python, or nothing."""
    if OLDEST <= version <= NEWEST:
        return ""
    found, least, most = (".".join(map(str, v)) for v in (version, OLDEST, NEWEST))
    return f"本程序需要 Python {least} 至 {most}，现在用的是 {found}。请安装 Python {least}，再用它运行本命令。"


# ---------------------------------------------------------------- system packages (Debian-like systems only)


def wanted_packages(mode: str) -> list[str]:
    """Return the Debian packages that are missing; none on other systems."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    tools = {"test": TOOLS, "windows": WINDOWS_TOOLS}.get(mode, {})
    if mode == "test" and os.environ.get("CI"):
        tools = {**TOOLS, **HEAVY_TOOLS}
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    missing += [package for package in FONTS if not _installed(package)]
    missing += [package for tool, package in tools.items() if not shutil.which(tool)]
    missing += ["locales"] if mode == "windows" and not CHINESE_LOCALE.is_file() else []
    return missing if can_make_venv() else [*missing, "python3-venv"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _installed(package: str) -> bool:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


def apt_line(packages: list[str]) -> str:
    """Return the line that a user types to install the packages."""
    return "sudo apt-get install --no-install-recommends -y " + " ".join(packages)


def provide_system_packages(mode: str) -> None:
    """Install what is missing when allowed to; otherwise say what to type and go on."""
    missing = wanted_packages(mode)
    if missing and os.access("/var/lib/dpkg", os.W_OK):
        say("正在安装系统组件：" + " ".join(missing))
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for line in (["update"], ["install", "--no-install-recommends", "-y", *missing]):
            subprocess.run(["apt-get", "-qq", *line], env=quiet, stdout=subprocess.DEVNULL, check=False)
        importlib.invalidate_caches()
        missing = wanted_packages(mode)
    if missing:
        say(f"缺少系统组件，窗口、中文字体或部分测试可能不可用。请执行：\n  {apt_line(missing)}")


# ---------------------------------------------------------------- the environment


def can_make_venv() -> bool:
    """Whether this Python can make an environment with pip in it (Debian ships that apart)."""
    return in_venv("python").exists() or importlib.util.find_spec("ensurepip") is not None


def in_venv(tool: str) -> Path:
    return VENV / "Scripts" / f"{tool}.exe" if os.name == "nt" else VENV / "bin" / tool


def stamp(lock: str) -> tuple[Path, str]:
    """Return where it is noted that a lock file was installed, and what is noted then."""
    path = ROOT / "installer" / lock
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return VENV / f"installed-{path.stem}.txt", f"Python {sys.version_info[0]}.{sys.version_info[1]} {digest}"


def up_to_date(mode: str) -> bool:
    """Whether the environment holds what the lock files of a mode ask for."""
    notes = [stamp(lock) for lock in LOCKS[mode]]
    return in_venv("python").exists() and all(
        path.is_file() and path.read_text(encoding="utf-8") == note for path, note in notes
    )


def install(mode: str) -> bool:
    """Make the environment ready for a mode; False if a package could not be installed."""
    if up_to_date(mode):
        return True
    say("正在准备运行环境 .venv（首次约需几分钟）……")
    if not in_venv("python").exists() or not stamp_of_this_python():
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode != 0:
            return False
    requirements = ROOT / "installer" / LOCKS[mode][-1]
    options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
    if child("-m", "pip", "install", *options, "-r", str(requirements)) != 0:
        return False
    for path, note in map(stamp, LOCKS[mode]):
        path.write_text(note, encoding="utf-8")
    return True


def stamp_of_this_python() -> bool:
    """Whether the environment was made by the Python that runs now and was once filled."""
    path, note = stamp(LOCKS["run"][0])
    return path.is_file() and path.read_text(encoding="utf-8").split()[:2] == note.split()[:2]


def child(*arguments: str, **variables: str) -> int:
    """Run the environment's Python in the project folder; return its exit status."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", **variables}
    return subprocess.run([str(in_venv("python")), *arguments], cwd=ROOT, env=environment, check=False).returncode


# ---------------------------------------------------------------- the commands


def has_display() -> bool:
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run(extra: list[str]) -> int:
    """Open the window; without a display walk the same journey on the sample and leave everything in `out/`."""
    if has_display():
        return child("main.py", *extra)
    say("没有可用的显示器，改为在后台用示例走一遍完整流程，导出的文件和每一步的截图放在 out 文件夹。")
    status = child("main.py", "--walk", "out", QT_QPA_PLATFORM="offscreen")
    for path in sorted((ROOT / "out").glob("*")):
        say(f"  out/{path.name}")
    return status


def test(extra: list[str]) -> int:
    """Run every check, also after one has failed; pytest comes last, so that its closing lines stay in view."""
    failed = []
    for name, arguments in CHECKS:
        say(f"== {name}")
        if child(*arguments) != 0:
            failed.append(name)
    say("== pytest")
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    status = child("-m", "pytest", *(extra or ALL_CORES), QT_QPA_PLATFORM=platform)
    if status < 0:
        say(f"测试进程被信号 {-status} 中断，上面的结果不完整。")
    if failed:
        say("未通过的检查（详情见上）：" + "、".join(failed))
    return abs(status) or len(failed)


def windows(extra: list[str]) -> int:
    """Build for Windows under Wine; on Windows itself that is done by `installer\\windows\\build.bat`."""
    if sys.platform != "linux":
        say("这一条在 Debian 上用。在 Windows 上请运行 installer\\windows\\build.bat。")
        return 2
    missing = [tool for tool in WINDOWS_TOOLS if not shutil.which(tool)]
    if missing:
        say(f"没有做 Windows 安装程序，也没有试：这台机器上没有 {'、'.join(missing)}，也装不上。")
        return NOT_TRIED
    return child("-m", "installer.windows", *extra)


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a redirected Windows console may not know Chinese
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
