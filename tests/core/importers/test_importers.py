"""Files told by their content, and a plain sentence for each one that cannot be read."""

import hashlib
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers import IMPORTERS, Recognised, read, read_pasted, read_report, read_text
from core.importers.extract import Paragraph
from core.importers.limits import MOST_FILE_BYTES
from tests.core.importers import papers, web_papers

ROOT = Path(__file__).resolve().parents[3]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def save(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def refusal(path: Path) -> UserError:
    begun = time.perf_counter()
    with pytest.raises(UserError) as caught:
        read_report(path)
    assert time.perf_counter() - begun < 5
    assert caught.value.hint
    return caught.value


def test_a_path_with_chinese_and_blanks_is_read_and_its_hash_kept(tmp_path: Path) -> None:
    data = papers.docx(papers.word_body(papers.paper()))
    recognised = read_report(save(tmp_path, "云岭县 2024 年报（定稿） .docx", data))
    assert recognised.report.source is not None
    assert recognised.report.source.name == "云岭县 2024 年报（定稿） .docx"
    assert recognised.report.source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["年报.txt", "年报.doc", "年报", "年报.xlsx"])
def test_the_content_counts_and_not_the_name(tmp_path: Path, name: str) -> None:
    data = papers.docx(papers.word_body(papers.paper()))
    assert read_report(save(tmp_path, name, data)).found == {"t2", "t3", "t4"}


def test_text_under_the_name_of_a_word_file_is_read_as_text(tmp_path: Path) -> None:
    data = papers.text_with("\t", papers.paper()).encode("gbk")
    assert read_report(save(tmp_path, "年报.docx", data)).report.unit == "云岭县林草局"


def test_each_reader_names_its_suffixes() -> None:
    assert all(reader.suffixes and reader.kinds for reader in IMPORTERS)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.docx", b"", "空文件"),
        ("零.txt", bytes(2000), "损坏"),
        ("旧.doc", OLE, "损坏"),
        ("改名.docx", OLE, "损坏"),
        ("页.pdf", b"%PDF-1.7\n", "损坏"),
        ("页.html", b"\xef\xbb\xbf<!DOCTYPE html><html>", "没有找到年报的表格"),
        ("页.txt", b"<html><body>", "没有找到年报的表格"),
        ("页.rtf", b"{\\rtf1\\ansi", "损坏"),
        ("页.doc", b"{\\rtf1\\ansi", "损坏"),
        ("页.mht", b"MIME-Version: 1.0\r\n", "损坏"),
        ("图.png", b"\x89PNG\r\n", "图片"),
        ("图.docx", b"\xff\xd8\xff\xe0", "图片"),
        ("残.docx", b"PK\x03\x04" + bytes(300), "损坏"),
        ("乱.txt", bytes(range(1, 256)) * 20, "不是文字"),
        ("包.zip", papers.packed({"a.txt": "甲"}), "压缩包"),
        ("页.odt", papers.packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "ODT"),
        ("版.ofd", papers.packed({"OFD.xml": "<a/>"}), "OFD"),
        ("演.pptx", papers.packed({"[Content_Types].xml": "<a/>", "ppt/p.xml": "<a/>"}), "演示文稿"),
        ("假.docx", papers.packed({"word/document.xml": "<w:document"}), "损坏"),
        ("文.txt", "今天天气很好。".encode(), "没有找到年报的表格"),
        ("文.docx", papers.docx(papers.p("今天天气很好。")), "没有找到年报的表格"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_what_it_is(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in refusal(save(tmp_path, name, data)).message


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_anywhere_is_damaged(tmp_path: Path, share: float) -> None:
    data = papers.docx(papers.word_body(papers.paper()))
    assert "损坏" in refusal(save(tmp_path, "半.docx", data[: int(len(data) * share)])).message


def test_fifty_megabytes_of_nothing_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "零.docx"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert path.stat().st_size > MOST_FILE_BYTES
    assert "太大" in refusal(path).message


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as stream:
        for _ in range(60):
            stream.write(bytes(1 << 20))
    assert "太大" in refusal(path).message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "文件夹" in refusal(tmp_path).message


def test_a_file_that_is_gone_is_missed(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "没有.docx").message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = save(tmp_path, "锁.docx", b"PK")
    path.chmod(0)
    assert "权限" in refusal(path).message


def test_a_denied_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = save(tmp_path, "锁.docx", b"PK")
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(UserError, match="没有权限"):
        read(path)


def test_an_unreadable_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = save(tmp_path, "坏.docx", b"PK")
    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(UserError, match="读不出来"):
        read(path)


def test_pasted_text_is_recognised() -> None:
    assert read_text(papers.text_with("\t", papers.paper())).report.year == 2024
    assert read_pasted(papers.text_with("\t", papers.paper())).report.year == 2024


def test_of_what_was_copied_the_form_with_more_in_it_counts() -> None:
    full, half = papers.paper(t3__granted__natural="8", t3__granted__total="8"), papers.paper()
    page = web_papers.body(full)
    assert granted(read_pasted(papers.spaced(half), page)) == "8"
    assert granted(read_pasted(papers.text_with("\t", full), "<p>没有表格</p>")) == "8"
    short = page[: page.index("<p>&emsp;&emsp;四、")]
    assert granted(read_pasted(papers.text_with("\t", half), short)) == "0"


def granted(recognised: Recognised) -> str:
    return {str(cell): entry.raw for cell, entry in recognised.report.typed.items()}["t3.granted.natural"]


def test_the_header_that_windows_puts_on_copied_markup_is_no_part_of_it() -> None:
    header = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00009999\r\nSourceURL:https://a.example/b.html\r\n"
    page = f"{header}<html><body><!--StartFragment-->{web_papers.body(papers.paper())}<!--EndFragment--></body></html>"
    recognised = read_pasted("", page)
    assert recognised.doubts == ()
    assert recognised.extract.blocks[0] == Paragraph(papers.TITLE)


@pytest.mark.parametrize(("text", "page"), [("", ""), ("今天", "<p>天气"), (" ", "<p>很好")])
def test_a_clipboard_without_a_report_says_so(text: str, page: str) -> None:
    with pytest.raises(UserError, match="没有") as caught:
        read_pasted(text, page)
    assert caught.value.hint


def test_reading_text_loads_no_library_for_office_files() -> None:
    code = (
        "import sys, core.importers as i\n"
        "i.read_text('规章\\t0\\t0\\t6')\n"
        "print(*[name for name in ('lxml', 'openpyxl') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_file_without_a_report_is_named_in_the_sentence(tmp_path: Path) -> None:
    file = tmp_path / "会议通知.txt"
    file.write_text("定于周五上午开会，请准时参加。", encoding="utf-8")
    with pytest.raises(UserError, match=r"^“会议通知\.txt”：文件里没有找到年报的表格"):
        read_report(file)


def test_latin_names_of_formats_stand_apart_from_the_words_before(tmp_path: Path) -> None:
    file = tmp_path / "年报.ofd"
    file.write_bytes(papers.packed({"OFD.xml": "<a/>"}))
    with pytest.raises(UserError, match="”是 OFD 文件，"):
        read_report(file)
