"""Which office programs are installed, and how each is told to save a file in a format that we read.

LibreOffice is given a profile of its own for one file: it never meets the clerk's own windows, settings or add-ons, and
macros, links and remote pictures are switched off in it. WPS, Word and Excel know no such profile; a script drives them
through COM, with macros off.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.importers.kinds import Kind

SCRIPT = "convert.ps1"
"""The name under which `AUTOMATION` is laid into the working folder."""

PIDS = "pids.txt"
"""Where the script tells the numbers of the processes that it caused to start: they are no children of its own."""

SHEETS = frozenset({Kind.ODS, Kind.EXCEL_XML})
"""Kinds of workbooks; all others are texts."""

_UNIX_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_REGISTERED = (r"SOFTWARE\LibreOffice\UNO\InstallPath", r"SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath")
_WRITERS = (("WPS", "KWPS.Application", "wps"), ("Word", "Word.Application", "WINWORD"))
_CALCULATORS = (
    ("WPS", "KET.Application", "et"),
    ("WPS", "ET.Application", "et"),
    ("Excel", "Excel.Application", "EXCEL"),
)

AUTOMATION = r"""
param([string]$app, [string]$process, [string]$source, [string]$target, [string]$pids)
$ErrorActionPreference = 'Stop'
function Call($object, [string]$name, [object[]]$arguments) {
    [void][System.__ComObject].InvokeMember($name, 'InvokeMethod', $null, $object, $arguments)
}
function Open($collection, [object[]]$arguments) {
    [System.__ComObject].InvokeMember('Open', 'InvokeMethod', $null, $collection, $arguments)
}
function Running { @(Get-Process -Name $process -ErrorAction SilentlyContinue | ForEach-Object { $_.Id }) }
$before = Running
$office = New-Object -ComObject $app
$own = @(Running | Where-Object { $before -notcontains $_ })
if ($own.Count -eq 0) { exit 3 }  # the program that the clerk works in: leave it alone
Set-Content -LiteralPath $pids -Value $own -Encoding ASCII
try {
    $office.Visible = $false
    $office.DisplayAlerts = 0
    try { $office.AutomationSecurity = 3 } catch { exit 4 }  # no way to switch macros off
    if ($target -like '*.xlsx') {
        # UpdateLinks 0, ReadOnly, Format 5, a password that is none so that nobody is asked for one
        $book = Open $office.Workbooks @($source, 0, $true, 5, 'none')
        Call $book 'SaveAs' @($target, 51)
        Call $book 'Close' @($false)
    } else {
        try { $office.Options.UpdateLinksAtOpen = $false } catch { $null = $_ }  # WPS has no such option
        # ConfirmConversions, ReadOnly, AddToRecentFiles, PasswordDocument
        $text = Open $office.Documents @($source, $false, $true, $false, 'none')
        Call $text 'SaveAs' @($target, 12)
        Call $text 'Close' @(0)
    }
} finally {
    Call $office 'Quit' @()
    [void][System.Runtime.InteropServices.Marshal]::ReleaseComObject($office)
}
"""
"""Opens a file in WPS, Word or Excel and saves it as .docx (12) or .xlsx (51). PowerShell 5 is part of Windows.

InvokeMember, because PowerShell's own calls need references where a type library is installed, and refuse them else.
"""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_SAFE = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
"""No macros, no links followed, no look for a newer version."""


@dataclass(frozen=True, slots=True)
class Program:
    """An installed office program: its name for a person, and the command that makes `target` from `source`.

    `command` gets source, target and a working folder that is removed afterwards, and may write into the latter.
    """

    name: str
    command: Callable[[Path, Path, Path], list[str]]


def programs(kind: Kind, suffix: str = "") -> list[Program]:
    """Return the installed programs that may know a kind of file, the best first.

    An old WPS file (`suffix` tells text from sheet) is given to WPS before LibreOffice, which guesses at it.
    """
    sheet = kind in SHEETS or (kind is Kind.WPS and suffix == ".et")
    automated = list(_automated(sheet=sheet)) if sys.platform == "win32" else []
    office = libreoffice()
    free = [] if office is None else [Program("LibreOffice", _headless(office))]
    return automated + free if kind is Kind.WPS else free + automated


def libreoffice() -> Path | None:
    """Return where LibreOffice is installed; None if it is not found."""
    return next((place for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from (folder / "soffice.com" for folder in _folders())  # the one that waits for the end
    else:
        found = shutil.which("soffice") or shutil.which("libreoffice")
        yield from (Path(place) for place in ((found, *_UNIX_PLACES) if found else _UNIX_PLACES))
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def _folders() -> Iterator[Path]:
    """Yield the folders in which LibreOffice's program may lie on Windows."""
    yield from map(Path, filter(None, (registered(key) for key in _REGISTERED)))
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        if os.environ.get(variable):
            yield Path(os.environ[variable]) / "LibreOffice" / "program"
    found = shutil.which("soffice")
    if found:
        yield Path(found).parent


def registered(key: str) -> str:
    """Return the default value of a key of the Windows registry, "" where there is none."""
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER, winreg.HKEY_CLASSES_ROOT):
            try:
                return str(winreg.QueryValue(root, key))
            except OSError:
                continue
    return ""


def _automated(*, sheet: bool) -> Iterator[Program]:
    for name, application, process in _CALCULATORS if sheet else _WRITERS:
        if registered(rf"{application}\CLSID"):
            yield Program(name, automation(application, process))


def automation(application: str, process: str) -> Callable[[Path, Path, Path], list[str]]:
    """Return the command that drives a program of Windows by its name for COM and the name of its process."""

    def command(source: Path, target: Path, folder: Path) -> list[str]:
        script = folder / SCRIPT
        script.write_text(AUTOMATION, encoding="ascii")
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        shell = windows / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
        switches = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-WindowStyle", "Hidden", "-File"]
        given = {"app": application, "process": process, "source": source, "target": target, "pids": folder / PIDS}
        return [str(shell), *switches, str(script), *(part for k, v in given.items() for part in (f"-{k}", str(v)))]

    return command


def _headless(office: Path) -> Callable[[Path, Path, Path], list[str]]:
    """Return the command that has LibreOffice convert a file, in a profile made for it alone."""

    def command(source: Path, target: Path, folder: Path) -> list[str]:
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        items = "\n".join(_SETTING.format(*setting) for setting in _SAFE)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")
        switches = ["--headless", "--invisible", "--norestore", "--nolockcheck", "--nologo", "--nodefault"]
        where = ["--convert-to", target.suffix[1:], "--outdir", str(target.parent), str(source)]
        return [str(office), f"-env:UserInstallation={profile.as_uri()}", *switches, *where]

    return command
