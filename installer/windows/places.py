"""Where the Windows build reads and writes. All of it lies in `build/` and `dist/`, which git ignores."""

import os
import tempfile
from pathlib import Path

from core.command_line import VERSION

USER = os.getuid() if hasattr(os, "getuid") else 0
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "build" / "windows"
DIST = ROOT / "dist"

FETCHED = WORK / "fetched"
"""What came through pip and apt, as it came."""

FONTS = ROOT / "build" / "fonts"
"""The cut fonts, with their licences; the spec takes this folder up."""

ICON = ROOT / "build" / "nianbao.ico"
SIDEBAR = ROOT / "build" / "sidebar.bmp"
NOTICE = ROOT / "build" / "第三方组件.txt"
PYTHON = WORK / "python"
PREFIX = Path(os.environ.get("NIANBAO_WINE") or Path(tempfile.gettempdir()) / f"nianbao-wine-{USER}")
"""The prefix in which the bundle is made; it can be thrown away at any time."""

FROZEN = WORK / "frozen"
BUNDLE = FROZEN / "nianbao"
SETUP = DIST / f"nianbao-{VERSION}-setup.exe"
PORTABLE = DIST / f"nianbao-{VERSION}-portable.zip"
