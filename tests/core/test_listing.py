"""The command `read`: one file, many files, wildcards, and how it tells how far it is."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from core import listing
from core.errors import UserError
from core.report import Report
from core.storage import project as storage
from core.storage.project import Project
from tests.examples import filled

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
LAST_YEAR = next(SAMPLE.glob("*.docx"))
PROJECT = next(SAMPLE.glob("*.nianbao"))


def saved(report: Report, path: Path) -> Path:
    storage.save(path, Project(report), None)
    return path


def test_read_lists_every_cell_of_a_word_file_and_has_no_doubt() -> None:
    content = listing.read(LAST_YEAR)
    values = [value for table in content["tables"].values() for row in table.values() for value in row.values()]
    assert (content["format"], content["year"], len(values), content["doubts"]) == ("F2021", 2025, 200, [])


def test_read_of_a_project_gives_blank_as_null_and_marks_as_they_are_written(tmp_path: Path) -> None:
    path = saved(filled({"t2.licensing.decisions": "", "t2.penalties.decisions": "/"}), tmp_path / "a.nianbao")
    tables = listing.read(path)["tables"]
    assert tables["t2"]["licensing"]["decisions"] is None
    assert tables["t2"]["penalties"]["decisions"] == "/"
    assert tables["t3"]["granted"]["total"] == 0


def test_a_project_is_known_by_its_content_when_it_was_renamed(tmp_path: Path) -> None:
    path = saved(filled(), tmp_path / "a.nianbao").rename(tmp_path / "a.txt")
    assert listing.read(path)["unit"] == "青禾县林业局"


def test_what_is_printed_is_json_with_exact_decimals(tmp_path: Path) -> None:
    path = saved(filled({"t2.admin_fees.amount_wan": "72701.2578"}), tmp_path / "a.nianbao")
    for words in (listing.as_text(listing.read(path)), listing.as_line(listing.read(path))):
        printed = json.loads(words, parse_float=Decimal)
        assert printed["tables"]["t2"]["admin_fees"]["amount_wan"] == Decimal("72701.2578")


def test_of_many_each_has_its_line_in_the_order_given(tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"no document")
    answers = list(listing.read_many([LAST_YEAR, tmp_path, bad, PROJECT, tmp_path / "没有.txt"], jobs=2))
    assert [answer["file"] for answer in answers] == [
        str(path) for path in (LAST_YEAR, tmp_path, bad, PROJECT, tmp_path / "没有.txt")
    ]
    assert answers[0] == {"file": str(LAST_YEAR), **listing.read(LAST_YEAR)}
    assert answers[3] == {"file": str(PROJECT), **listing.read(PROJECT)}
    assert "是文件夹" in answers[1]["error"]
    assert "坏.docx" in answers[2]["error"]
    assert "没有.txt" in answers[4]["error"]
    assert all("\n" not in listing.as_line(answer) for answer in answers)


def test_a_folder_is_told_to_be_one_and_how_to_name_its_files(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"是文件夹，不是文件。请写出里面的文件，例如 .*\*\.docx。"):
        listing.read(tmp_path)


def test_wildcards_are_put_in_where_the_shell_does_not(tmp_path: Path) -> None:
    for name in ("乙.docx", "甲.docx", "丙.txt", "[定稿].docx"):
        (tmp_path / name).touch()
    given = [tmp_path / "*.docx", tmp_path / "[定稿].docx", tmp_path / "*.pdf"]
    assert [path.name for path in listing.expanded(given, by_us=True)] == [
        *("[定稿].docx", "乙.docx", "甲.docx"),
        "[定稿].docx",
        "*.pdf",
    ]
    assert listing.expanded(given, by_us=False) == given


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_count_stays_in_one_place() -> None:
    stream = Terminal()
    progress = listing.Progress(2, stream)
    for done in (1, 2):
        progress.tell(done)
    assert stream.getvalue() == "\r已读 1/2…\r已读 2/2\n"


def test_elsewhere_there_is_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, clock = io.StringIO(), iter([0.0, 1.0, 6.0, 7.0, 8.0])
    monkeypatch.setattr(listing, "monotonic", lambda: next(clock))
    progress = listing.Progress(4, stream)
    for done in (1, 2, 3, 4):
        progress.tell(done)
    assert stream.getvalue() == "已读 2/4…\n已读 4/4\n"
