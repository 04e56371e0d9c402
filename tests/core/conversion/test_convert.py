"""Files that an installed office program saves anew."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from core.conversion import convert
from core.conversion.convert import converted, converter_name
from core.conversion.programs import PIDS, Program, libreoffice
from core.importers.docx import reader as docx
from core.importers.extract import Paragraph
from core.importers.kinds import Kind
from tests.core.importers import papers

needs_libreoffice = pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
WORDML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>云岭县林草局年报</w:t></w:r></w:p></w:body></w:wordDocument>"
)


def word_xml(folder: Path) -> Path:
    path = folder / "年 报（1）.doc"
    path.write_text(WORDML, encoding="utf-8")
    return path


def code(body: str) -> Callable[[Path, Path, Path], list[str]]:
    """A program in Python; it finds source, target and folder in `sys.argv`."""
    return lambda source, target, folder: [sys.executable, "-c", body, str(source), str(target), str(folder)]


def install(monkeypatch: pytest.MonkeyPatch, *bodies: str) -> None:
    found = [Program(f"程序{number}", code(f"import sys, os\n{body}")) for number, body in enumerate(bodies)]
    monkeypatch.setattr(convert, "programs", lambda *_: found)


COPIES = "import shutil; shutil.copyfile(sys.argv[1], sys.argv[2])"


def test_the_file_is_copied_under_a_plain_name_with_the_suffix_of_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, "open(sys.argv[2], 'w').write(os.path.basename(sys.argv[1]))")
    made = converted(word_xml(tmp_path), tmp_path)
    assert made == tmp_path / "converted.docx"
    assert made.read_text(encoding="utf-8") == "converted.xml"


def test_a_kind_that_is_known_is_not_looked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "open(sys.argv[2], 'w').write(sys.argv[1][-3:])")
    made = converted(word_xml(tmp_path), tmp_path, Kind.ODS)
    assert made == tmp_path / "converted.xlsx"
    assert made.read_text(encoding="utf-8") == "ods"


def test_where_one_program_fails_the_next_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "sys.exit(1)", "pass", COPIES)
    assert converted(word_xml(tmp_path), tmp_path) == tmp_path / "converted.docx"


def test_without_a_program_or_with_failing_ones_there_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch)
    assert converted(word_xml(tmp_path), tmp_path) is None
    install(monkeypatch, "open(sys.argv[2], 'w').close()")
    assert converted(word_xml(tmp_path), tmp_path) is None


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "import time; time.sleep(60)", COPIES)
    assert converted(word_xml(tmp_path), tmp_path, seconds=0.5) is None


def test_what_is_called_off_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "import time; time.sleep(60)")
    called_off = threading.Event()
    called_off.set()
    assert converted(word_xml(tmp_path), tmp_path, called_off=called_off) is None


def test_processes_that_a_script_tells_of_are_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[list[int]] = []
    monkeypatch.setattr(convert, "end", ended.append)
    install(monkeypatch, f"open(os.path.join(sys.argv[3], '{PIDS}'), 'w').write('12\\n34\\nx')")
    converted(word_xml(tmp_path), tmp_path)
    assert ended == [[12, 34]]


@pytest.mark.parametrize(
    ("name", "data", "target", "suffix"),
    [
        ("页.odt", papers.packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "docx", "odt"),
        ("表.ods", papers.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "xlsx", "ods"),
        ("旧.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), None, None),
        ("文.txt", "年报".encode(), None, None),
    ],
)
def test_only_files_that_an_office_program_knows_are_tried(
    name: str, data: bytes, target: str | None, suffix: str | None, *, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, "open(sys.argv[2], 'w').write(sys.argv[1][-3:])")
    (tmp_path / name).write_bytes(data)
    made = converted(tmp_path / name, tmp_path)
    assert (made and made.suffix[1:]) == target
    assert (made and made.read_text(encoding="utf-8")) == suffix


def test_the_program_that_would_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, COPIES)
    assert converter_name() == "程序0"
    install(monkeypatch)
    assert converter_name() is None


@pytest.mark.parametrize(("suffix", "taken"), [(".wpt", ".wpt"), (".WPS", ".wps"), (".bin", ".wps")])
def test_old_files_of_wps_keep_their_suffix(suffix: str, taken: str) -> None:
    assert convert._suffix(Path(f"年报{suffix}"), Kind.WPS) == taken


@needs_libreoffice
def test_libreoffice_saves_a_word_xml_file_as_docx(tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    made = converted(word_xml(tmp_path), tmp_path)
    assert made is not None
    texts = [block.text for block in docx.read(made).blocks if isinstance(block, Paragraph)]
    assert "云岭县林草局年报" in texts
    assert {path.name for path in tmp_path.iterdir()} - before == {"年 报（1）.doc", "converted.docx"}
