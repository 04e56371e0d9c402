"""A file that only an office program knows is saved anew by it and then read like any other."""

import hashlib
import shutil
import threading
import zipfile
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers.extract import NeedsConversionError
from core.importers.kinds import Kind
from core.isolation import desk, detour
from core.isolation.sentences import CalledOffError

LAST_YEAR = next((Path(__file__).resolve().parents[3] / "resources" / "sample").glob("*.docx"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that no reader of ours knows: an ODT by its first part."""

    path = tmp_path / "旧年报.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return path


def test_what_the_program_saved_is_read_under_the_name_of_the_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, Kind]] = []

    def converted(path: Path, into: Path, kind: Kind, **_: object) -> Path:
        asked.append((path, kind))
        return Path(shutil.copy(LAST_YEAR, into / "converted.docx"))

    monkeypatch.setattr(detour, "converted", converted)
    source = desk.read_file(old).report.source
    assert source is not None
    assert (source.name, source.sha256) == (old.name, hashlib.sha256(old.read_bytes()).hexdigest())
    assert desk.values_of(old)["year"] == 2025
    assert [outcome for outcome in desk.values_of_many([old]) if isinstance(outcome, UserError)] == []
    assert asked == [(old, Kind.ODT)] * 3


def test_without_a_program_the_clerk_reads_what_to_do(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detour, "converted", lambda *_, **__: None)
    with pytest.raises(NeedsConversionError, match=r"旧年报\.odt.*另存为"):
        desk.read_file(old)


def test_a_file_that_is_gone_meanwhile_gets_the_sentence_too(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def converted(*_: object, **__: object) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(detour, "converted", converted)
    with pytest.raises(NeedsConversionError):
        desk.read_file(old)


def test_the_saving_can_be_called_off(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted_no_more = threading.Event()

    def converted(*_: object, called_off: threading.Event, **__: object) -> None:
        called_off.set()

    monkeypatch.setattr(detour, "converted", converted)
    with pytest.raises(CalledOffError, match=r"旧年报\.odt"):
        desk.read_file(old, wanted_no_more)
