"""Look into a Windows bundle without running it: which libraries its programs ask for, and who answers.

Everything asked for must lie in the bundle or belong to every Windows 10; nothing of Wine may have been taken for
Windows', and nothing may ask for icuuc.dll, which Windows 10 before 1903 does not have in a usable form.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OF_WINDOWS = frozenset(
    {
        *("advapi32", "authz", "bcrypt", "bcryptprimitives", "cfgmgr32", "comctl32", "comdlg32", "crypt32", "d3d11"),
        *("d3d12", "d3d9", "d2d1", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "imm32", "iphlpapi", "kernel32"),
        *("mpr", "msimg32", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32", "powrprof", "propsys", "psapi"),
        *("rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi", "uiautomationcore", "user32", "userenv"),
        *("usp10", "uxtheme", "version", "winhttp", "winmm", "winspool.drv", "ws2_32", "wtsapi32"),
    }
)
"""Libraries of every Windows 10 1809; a hand-made list, so that a new one is looked at by somebody."""

NEVER = ("icuuc.dll", "icu.dll", "icuin.dll")
WINE_MARK = b"Wine builtin DLL"
_KINDS = (".exe", ".dll", ".pyd")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: how many programs and libraries, bytes of all files, and what is wrong with them."""

    binaries: int
    files: int
    size: int
    problems: tuple[str, ...]


def look(bundle: Path) -> Looked:
    """Look at every program and library of a bundle."""
    files = [file for file in bundle.rglob("*") if file.is_file()]
    binaries = [file for file in files if file.suffix.lower() in _KINDS]
    present = {file.name.lower() for file in binaries}
    problems = [
        f"{file.relative_to(bundle).as_posix()}：{words}" for file in binaries for words in _problems(file, present)
    ]
    return Looked(len(binaries), len(files), sum(file.stat().st_size for file in files), tuple(problems))


def _problems(file: Path, present: set[str]) -> Iterator[str]:
    if WINE_MARK in file.read_bytes()[:4096]:
        yield "是 Wine 的库"
    for name in imports(file):
        if name in NEVER:
            yield f"要用 {name}，旧的 Windows 10 没有"
        elif name not in present and not belongs_to_windows(name):
            yield f"要用 {name}，不知从哪里来"


def belongs_to_windows(name: str) -> bool:
    """Tell whether every Windows 10 has a library of this name (in small letters)."""
    return name.startswith(("api-ms-win-", "ext-ms-")) or name.removesuffix(".dll") in OF_WINDOWS


def imports(file: Path) -> tuple[str, ...]:
    """Return the names of the libraries that a program or library asks for, at once or later, in small letters."""
    import pefile  # of the building environment; what decides here is tried without it

    with pefile.PE(str(file), fast_load=True) as program:
        wanted = [pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{kind}"] for kind in ("IMPORT", "DELAY_IMPORT")]
        program.parse_data_directories(wanted)
        tables = [getattr(program, f"DIRECTORY_ENTRY_{kind}", ()) for kind in ("IMPORT", "DELAY_IMPORT")]
        return tuple(dict.fromkeys(entry.dll.decode("ascii").lower() for table in tables for entry in table))


def main() -> int:
    looked = look(Path(sys.argv[1]))
    for problem in looked.problems:
        print(problem)
    found = f"{looked.binaries} 个程序和库，{looked.files} 个文件，{looked.size / 1e6:.1f} MB"
    print(f"{found}，问题 {len(looked.problems)} 处")
    return int(bool(looked.problems))


if __name__ == "__main__":
    sys.exit(main())
