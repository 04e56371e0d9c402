"""The small objects of a PDF in one stream, as other readers find them."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from core.exporters.object_streams import packed
from core.exporters.pdf import compose, printed
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = needs_chinese_font

ONE = b"1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n"
TWO = b"2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n"
PAGE = b"3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>\nendobj\n"
SMALL = b"4 0 obj\n<</S /P /P 4 0 R>>\nendobj\n"


def file_of(*objects: bytes) -> bytes:
    """Return a file as our writer makes it, with a table and a trailer."""
    out, places = b"%PDF-1.7\n", []
    for each in objects:
        places.append(len(out))
        out += each
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<<\n%% made here\n/Root 1 0 R /Size %d>>\n" % size
    end = b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, len(out))
    return out + end


@pytest.fixture(scope="module")
def report() -> bytes:
    return printed(compose(full_report()))


def test_other_readers_find_all_pages_and_words(report: bytes) -> None:
    plain = printed(replace(compose(full_report()), tags=()))
    with pypdfium2.PdfDocument(report) as one, pypdfium2.PdfDocument(plain) as other:
        assert [page.get_textpage().get_text_range() for page in one] == [
            page.get_textpage().get_text_range() for page in other
        ]
    with pdfplumber.open(BytesIO(report)) as read:
        assert read.metadata["Title"].startswith(full_report().unit)
        assert len(read.pages) == 4


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_a_checker_finds_no_fault(report: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(report)
    done = subprocess.run(["qpdf", "--check", tmp_path / "a.pdf"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_only_the_elements_of_the_structure_are_packed(report: bytes) -> None:
    assert report.count(b"/Type /ObjStm") == 1
    assert re.search(rb"obj\s*<</S /", report) is None
    assert b"/Type /Catalog" in report
    assert b"/Subtype /XML" in report, "what tells of the file is read by programs that know no PDF"
    (count,) = re.findall(rb"/Type /ObjStm /N (\d+)", report)
    assert int(count) > 250


def test_what_has_no_small_objects_stays_as_it_is() -> None:
    assert packed(file_of(ONE, TWO, PAGE)) == file_of(ONE, TWO, PAGE)


def test_the_table_leads_to_every_object_and_keeps_what_the_trailer_said() -> None:
    data = packed(file_of(ONE, TWO, PAGE, SMALL))
    assert data == packed(file_of(ONE, TWO, PAGE, SMALL))
    start = int(data.split(b"startxref\n")[1].split()[0])
    assert data[start:].startswith(b"6 0 obj\n<</Type /XRef /Size 7 /W [1 4 2] /Root 1 0 R /Filter")
    assert data.startswith(b"%PDF-1.7\n1 0 obj\n<</Type /Catalog")
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 1


def test_a_file_whose_table_is_wrong_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match=r"invalid literal|not found"):
        packed(file_of(ONE, TWO, PAGE, SMALL).replace(b"0000000009", b"0000000012"))
