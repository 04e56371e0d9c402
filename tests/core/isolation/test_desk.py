"""Files given to be read: in other processes, in order, called off, and nothing left behind."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from core import importers
from core.errors import UserError
from core.isolation import desk
from core.isolation.process import Reply
from core.isolation.sentences import CalledOffError
from tests.processes import is_there

ROOT = Path(__file__).resolve().parents[3]
LAST_YEAR = next((ROOT / "resources" / "sample").glob("*.docx"))
TABLE = "三、收到和处理政府信息公开申请情况\n（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n（二）部分公开\t0\t0\t0\t0\t0\t0\t0\n"


def test_what_is_read_elsewhere_is_the_same_as_here() -> None:
    assert desk.read_file(LAST_YEAR) == importers.read_report(LAST_YEAR)


def test_what_stands_in_a_file_is_read_elsewhere_whether_or_not_it_is_a_report(tmp_path: Path) -> None:
    other = tmp_path / "通知.txt"
    other.write_text("会议通知", encoding="utf-8")
    assert desk.read_content(other) == importers.read(other)
    assert desk.read_content(LAST_YEAR) == importers.read(LAST_YEAR)


def test_pasted_words_are_read_elsewhere_too() -> None:
    assert desk.read_pasted(TABLE) == importers.read_text(TABLE)
    rows = (line.replace("\t", "</td><td>") for line in TABLE.splitlines()[1:])
    page = f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>"
    assert desk.read_pasted("", page) == importers.read_pasted("", page)


def test_one_process_reads_one_file_after_the_other() -> None:
    desk.read_file(LAST_YEAR)
    first = desk.pids()
    desk.read_file(LAST_YEAR)
    assert desk.pids() == first
    assert len(first) == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"找不到文件“没有.docx”"):
        desk.read_file(tmp_path / "没有.docx")


def test_many_come_in_the_order_given_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    bad, text = tmp_path / "坏.docx", tmp_path / "表.txt"
    bad.write_bytes(b"PK\x03\x04 truncated")
    text.write_text(TABLE, encoding="utf-8")
    outcomes = list(desk.read_many([LAST_YEAR, bad, text, tmp_path / "没有.pdf", LAST_YEAR], jobs=2))
    expected = [importers.read_report(path) for path in (LAST_YEAR, text)]
    assert [outcomes[0], outcomes[2], outcomes[4]] == [expected[0], expected[1], expected[0]]
    assert "“坏.docx”已损坏" in str(outcomes[1])
    assert "找不到文件“没有.pdf”" in str(outcomes[3])


def test_those_who_want_no_more_of_many_leave_no_process() -> None:
    outcomes = desk.read_many([LAST_YEAR] * 40, jobs=2)
    next(iter(outcomes))
    before = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.monotonic() - before < 2
    assert not [thread for thread in threading.enumerate() if thread.name == "reading process"]


def test_a_page_is_drawn_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "年报.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 50, 200, 50, stroke=0, fill=1)
    canvas.save()
    assert desk.page_sizes(path) == ((200.0, 100.0),)
    picture = desk.page_picture(path, 0, 400)
    assert (picture.width, picture.height, len(picture.rgb)) == (400, 200, 3 * 400 * 200)
    assert (picture.rgb[:3], picture.rgb[-3:]) == (b"\xff\x00\x00", b"\xff\xff\xff")
    with pytest.raises(UserError, match=r"年报\.pdf"):
        desk.page_picture(path, 5, 400)


@pytest.mark.usefixtures("to_order")
def test_what_is_called_off_ends_at_once() -> None:
    wanted_no_more = threading.Event()
    desk.read_file(LAST_YEAR)
    (pid,) = desk.pids()
    threading.Timer(0.3, wanted_no_more.set).start()
    before = time.monotonic()
    with pytest.raises(CalledOffError):
        desk.read_file(Path("hang.docx"), wanted_no_more)
    assert time.monotonic() - before < 2
    assert not is_there(pid)
    assert desk.read_file(LAST_YEAR).report.year == 2025


@pytest.mark.usefixtures("to_order")
def test_closing_ends_a_process_at_work() -> None:
    said = []

    def read() -> None:
        try:
            desk.read_file(Path("hang.docx"))
        except UserError as error:
            said.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    while not desk.pids():
        time.sleep(0.01)
    time.sleep(0.5)
    desk.close()
    reader.join(timeout=5)
    assert len(said) == 1
    assert desk.pids() == []


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"error": "words"},
        {"error": {"convert": "no kind"}},
        {"good": [[]]},
        {"good": {"format": "F2021", "report": {}}},
        {"good": 5},
    ],
)
def test_an_answer_that_makes_no_sense_is_a_sentence(monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]) -> None:
    monkeypatch.setattr(desk._POOL, "ask", lambda *_: Reply(content))
    for read in (desk.read_file, desk.page_sizes, lambda path: desk.page_picture(path, 0, 9)):
        with pytest.raises(UserError, match="没有读入"):
            read(LAST_YEAR)
