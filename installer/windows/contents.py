"""What goes into the frozen program and what is left out. Read by the spec, on every system."""

import re
from pathlib import Path

EXCLUDED = [
    # of Python: what nothing here uses, and above all what would bring OpenSSL along
    *("_ssl", "ssl", "_hashlib", "asyncio", "_asyncio", "_overlapped", "multiprocessing", "_multiprocessing"),
    *("sqlite3", "_sqlite3", "tkinter", "_tkinter", "unittest", "pydoc", "pydoc_data", "doctest", "test", "lib2to3"),
    *("distutils", "ensurepip", "idlelib", "turtle", "curses", "_msi", "xmlrpc", "pdb"),
    # of Qt: what the window does not use
    *(f"PySide6.Qt{part}" for part in ("Network", "Qml", "Quick", "QuickWidgets", "QuickControls2", "QuickTest")),
    *(f"PySide6.Qt{part}" for part in ("OpenGL", "OpenGLWidgets", "Sql", "Xml", "Designer", "Help", "UiTools")),
    *(f"PySide6.Qt{part}" for part in ("DBus", "Concurrent", "SvgWidgets")),
    # of others: what is only tried for
    *("numpy", "pandas", "matplotlib", "scipy", "IPython", "setuptools", "pkg_resources", "pip", "wheel", "pytest"),
    "PIL",  # see without_pillow.py
    *("bz2", "_bz2", "lzma", "_lzma"),  # no Word file or workbook is packed so; Qt's helpers would load them at once
    *("_pydecimal", "ftplib", "cgi", "netrc", "optparse", "tracemalloc", "ui.walk", "PySide6.QtTest"),
    *("lxml.isoschematron", "lxml.objectify", "lxml.html", "lxml.cssselect", "lxml.sax", "lxml.usedoctest"),
    *("charset_normalizer", "tarfile", "http.cookiejar", "xml.dom", "concurrent.futures.process"),
    *(
        f"reportlab.graphics.{part}"
        for part in ("renderSVG", "renderPS", "renderPM", "testshapes", "samples", "barcode")
    ),
    *("reportlab.lib.randomtext", "lxml.doctestcompare", "typing_extensions"),
    *("bs4", "html5lib", "cssselect", "defusedxml", "fontTools", "rlPyCairo", "renderPM", "pyphen", "hypothesis"),
]

_UNWANTED = re.compile(
    r"""opengl32sw | Qt6?(Quick|Qml|VirtualKeyboard|Pdf|OpenGL|Network|DBus(?!\.so)|Sql|Designer|Help|WebEngine)
    | d3dcompiler | libcrypto | libssl | QtNetwork
    | /plugins/(platforminputcontexts/.*virtualkeyboard | tls | networkinformation | generic | sqldrivers | qmltooling)
    | /plugins/imageformats/.*(tga | tiff | wbmp | webp | icns | pdf)
    | /plugins/styles/
    | /plugins/platforms/.*(direct2d | minimal | vnc | linuxfb | vkkhr | eglfs | wayland)
    | /translations/(?!qtbase_zh_CN)
    | PySide6/(qml|metatypes|typesystems|include|glue|support|scripts|resources)/
    | lxml/(isoschematron|includes)/ | \.pyi$ | \.pxd$ | \.h$
    | reportlab/fonts/ | Qt6Test""",
    re.VERBOSE | re.IGNORECASE,
)
_PROGRAM_DATA = frozenset({".json", ".txt", ".md", ".icc", ".svg", ".qss", ".csv", ".tsv", ".xml", ".docx", ".zip"})

FAMILY, PROGRAM = "年报编制", "nianbao"
LIBRARY = "nianbao.pyz"
"""The archive of all modules, which both programs share."""

NOT_AT_START = frozenset({"pyi_rth_inspect", "pyi_rth_pyside6"})
"""What PyInstaller would have every start do: list its own archive for tracebacks, and load Qt, even for a command
without a window. PySide6 finds its own plugins.
"""


def is_wanted(name: str) -> bool:
    """Tell whether a file that PyInstaller collected is used by the program; `name` is its place in the bundle."""
    return not _UNWANTED.search("/" + name.replace("\\", "/"))


def is_wanted_at_start(hook: str) -> bool:
    """Tell whether a script that PyInstaller would run before the program is to be run."""
    return hook not in NOT_AT_START


def data_of(package: Path, root: Path) -> list[tuple[str, str]]:
    """Return the files of a package that are no code, each with its folder in the bundle."""
    files = sorted(file for file in package.rglob("*") if file.suffix in _PROGRAM_DATA)
    return [(str(file), file.parent.relative_to(root).as_posix()) for file in files]


def modules_of(package: Path) -> list[str]:
    """Return the names of all modules of a package of ours: readers, writers and pages are loaded by name."""
    files = sorted(file.relative_to(package.parent).with_suffix("") for file in package.rglob("*.py"))
    names = (".".join(file.parts).removesuffix(".__init__") for file in files)
    return [name for name in names if name not in EXCLUDED]


def version_file(place: Path) -> str:
    """Write what the properties of the program say in Explorer; return the file, as PyInstaller reads it."""
    from core.command_line import VERSION

    numbers = ", ".join([*VERSION.split("."), "0", "0", "0"][:4])
    words = {
        "FileDescription": FAMILY,
        "FileVersion": VERSION,
        "InternalName": PROGRAM,
        "LegalCopyright": "MIT",
        "OriginalFilename": f"{PROGRAM}.exe",
        "ProductName": FAMILY,
        "ProductVersion": VERSION,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    fixed = f"FixedFileInfo(filevers=({numbers}), prodvers=({numbers}))"
    table = f"StringFileInfo([StringTable('080404b0', [{strings}])])"
    text = f"VSVersionInfo(ffi={fixed}, kids=[{table}, VarFileInfo([VarStruct('Translation', [2052, 1200])])])"
    place.mkdir(parents=True, exist_ok=True)
    file = place / "version.txt"
    file.write_text(text, "utf-8")
    return str(file)
