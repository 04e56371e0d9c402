"""Pages saved as one file."""

import base64
import contextlib
import quopri
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers import read_report
from core.importers.extract import Extract, Paragraph, Part
from core.importers.web import mht
from tests.core.importers import papers, web_papers

PAPER = papers.paper(t3__granted__natural="17", t3__granted__total="17")
PLACE = "Content-Location: file:///C:/page.htm"


def archive(tmp_path: Path, *parts: bytes, name: str = "年报.mht") -> Path:
    head = b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_N"\r\n\r\n'
    path = tmp_path / name
    path.write_bytes(head + b"".join(b"------=_N\r\n" + part + b"\r\n" for part in parts) + b"------=_N--\r\n")
    return path


def part(markup: str, way: str = "quoted-printable", encoding: str = "utf-8", kind: str = "text/html") -> bytes:
    data = markup.encode(encoding)
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(way, bytes)(data)
    head = f'Content-Type: {kind}; charset="us-ascii"\r\nContent-Transfer-Encoding: {way}\r\n{PLACE}\r\n\r\n'
    return head.encode() + coded


@pytest.mark.parametrize("way", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_page_in_the_archive_is_read_however_it_is_coded(tmp_path: Path, way: str, encoding: str) -> None:
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
    path = archive(tmp_path, part(web_papers.site(web_papers.body(PAPER)), way, encoding), picture)
    recognised = read_report(path)
    assert recognised.doubts == ()
    assert recognised.report.text("s1") == "\n".join(papers.S1)
    assert recognised.report.typed["t3.granted.natural"].raw == "17"  # type: ignore[index]  # a plain name of a cell


def test_an_archive_under_the_name_of_a_word_file_is_read(tmp_path: Path) -> None:
    page = part(web_papers.site(web_papers.body(PAPER, web_papers.mso)))
    assert read_report(archive(tmp_path, page, name="年报.doc")).doubts == ()


def test_of_several_pages_the_one_with_most_words_is_read(tmp_path: Path) -> None:
    path = archive(tmp_path, part("<p>导航"), part("<p>正文在这里"), part("<p>页脚"))
    assert mht.read(path) == Extract((Paragraph("正文在这里"),))


def test_a_page_of_frames_stands_for_all_of_them(tmp_path: Path) -> None:
    path = archive(tmp_path, part("<frameset><frame src=a></frameset>"), part("<p>表二"), part("<p>表三"))
    assert mht.read(path).blocks == (Part("第 1 页"), Paragraph("表二"), Part("第 2 页"), Paragraph("表三"))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((b"Content-Type: image/png\r\n\r\nx",), "损坏"),
        ((part("x"),) * 40, "太大"),
        ((b'Content-Type: multipart/mixed; boundary="a"\r\n\r\n',) * 200, "太大"),
    ],
    ids=["no page", "many pages", "parts in parts"],
)
def test_an_archive_without_a_page_or_with_too_much_is_refused(
    tmp_path: Path, parts: tuple[bytes, ...], said: str
) -> None:
    with pytest.raises(UserError, match=said):
        mht.read(archive(tmp_path, *parts))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.99])
def test_an_archive_cut_off_anywhere_ends_in_a_sentence_or_a_reading(tmp_path: Path, share: float) -> None:
    path = archive(tmp_path, part(web_papers.site(web_papers.body(PAPER)), "base64"))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with contextlib.suppress(UserError):
        assert mht.read(path).blocks or share < 0.3
