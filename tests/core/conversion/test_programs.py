"""Office programs: where they are looked for, and what they are told."""

import re
import sys
from pathlib import Path

import pytest

from core.conversion import programs as module
from core.conversion.programs import AUTOMATION, PIDS, SCRIPT, Program, automation, libreoffice, programs, registered
from core.importers.kinds import Kind


def office(folder: Path) -> Path:
    place = folder / "soffice"
    place.write_text("", encoding="ascii")
    return place


def found(monkeypatch: pytest.MonkeyPatch, *places: Path) -> None:
    monkeypatch.setattr(module, "_places", lambda: iter(places))


def test_the_first_libreoffice_that_is_there_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch, tmp_path / "none", office(tmp_path))
    assert libreoffice() == tmp_path / "soffice"


def test_without_any_program_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch)
    monkeypatch.setattr(module, "registered", lambda _: "")
    assert programs(Kind.ODT) == []


def test_libreoffice_gets_a_profile_of_its_own_without_macros(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch, office(tmp_path))
    monkeypatch.setattr(module, "registered", lambda _: "")
    (program,) = programs(Kind.ODT)
    assert program.name == "LibreOffice"
    command = program.command(tmp_path / "converted.odt", tmp_path / "out" / "converted.docx", tmp_path)
    profile = tmp_path / "profile"
    assert f"-env:UserInstallation={profile.as_uri()}" in command
    assert {"--headless", "--norestore", "--nolockcheck"} <= set(command)
    assert command[-5:] == ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "converted.odt")]
    settings = (profile / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    assert re.search(r'"DisableMacrosExecution" oor:op="fuse"><value>true<', settings)
    assert "BlockUntrustedRefererLinks" in settings


def test_the_script_is_given_names_and_no_words_of_the_file(tmp_path: Path) -> None:
    command = automation("KWPS.Application", "wps")(tmp_path / "converted.wps", tmp_path / "converted.docx", tmp_path)
    assert command[0].endswith("powershell.exe")
    assert {"-NoProfile", "-NonInteractive"} <= set(command)
    assert command[command.index("-File") + 1] == str(tmp_path / SCRIPT)
    assert command[command.index("-app") + 1] == "KWPS.Application"
    assert command[command.index("-source") + 1] == str(tmp_path / "converted.wps")
    assert command[command.index("-pids") + 1] == str(tmp_path / PIDS)
    assert (tmp_path / SCRIPT).read_text(encoding="ascii") == AUTOMATION


def test_the_script_switches_macros_off_before_it_opens_anything() -> None:
    assert AUTOMATION.index("AutomationSecurity = 3") < AUTOMATION.index("Open $office")
    assert AUTOMATION.index("exit 3") < AUTOMATION.index("Visible = $false")  # a window in use is left alone


@pytest.mark.parametrize(
    ("kind", "suffix", "names"),
    [
        (Kind.ODT, "", ["LibreOffice", "WPS", "Word"]),
        (Kind.ODS, "", ["LibreOffice", "WPS", "WPS", "Excel"]),
        (Kind.WPS, ".wps", ["WPS", "Word", "LibreOffice"]),
        (Kind.WPS, ".et", ["WPS", "WPS", "Excel", "LibreOffice"]),
    ],
)
def test_each_kind_is_given_to_those_who_know_it_best(
    kind: Kind, suffix: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(monkeypatch, office(tmp_path))
    monkeypatch.setattr(module, "registered", lambda _: "{CLSID}")
    monkeypatch.setattr(sys, "platform", "win32")
    assert [program.name for program in programs(kind, suffix)] == names
    assert all(isinstance(program, Program) for program in programs(kind, suffix))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
def test_elsewhere_nothing_is_registered() -> None:
    assert registered(r"Word.Application\CLSID") == ""


def test_on_windows_the_usual_folders_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    monkeypatch.setattr(module, "registered", lambda key: str(tmp_path / "own") if "WOW" not in key else "")
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert list(module._folders()) == [tmp_path / "own", tmp_path / "LibreOffice" / "program"]
