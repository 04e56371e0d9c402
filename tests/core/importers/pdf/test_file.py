"""Opening PDF files: damaged, locked and far too long ones end in a sentence."""

from pathlib import Path

import pytest
from pypdfium2 import raw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from core.errors import UserError
from core.importers.limits import MOST_PAGES
from core.importers.pdf.file import PDFIUM, UNMOVED, moved, opened, opened_page, times


def test_a_damaged_file_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "坏.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"\x00garbage" * 50)
    with pytest.raises(UserError, match="已损坏"), opened(path):
        pass


def test_a_file_that_needs_a_password_is_told_as_locked(tmp_path: Path) -> None:
    path = tmp_path / "密.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret"))
    canvas.drawString(10, 10, "a")
    canvas.save()
    with pytest.raises(UserError, match="加了密码"), opened(path):
        pass


def test_a_file_protected_only_against_changes_opens(tmp_path: Path) -> None:
    path = tmp_path / "只读.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("", ownerPassword="owner", canModify=0))
    canvas.drawString(10, 10, "a")
    canvas.save()
    with PDFIUM, opened(path) as document, opened_page(document, 0) as page:
        assert raw.FPDF_GetPageCount(document) == 1
        assert page is not None


def test_a_file_with_thousands_of_pages_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "长.pdf"
    canvas = Canvas(str(path))
    for _ in range(MOST_PAGES + 1):
        canvas.showPage()
    canvas.save()
    with pytest.raises(UserError, match="太大"), opened(path):
        pass


def test_matrices_are_applied_one_after_the_other() -> None:
    twice, right = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 0.0)
    assert moved(times(twice, right), 1, 1) == (7, 2)
    assert moved(times(right, twice), 1, 1) == (12, 2)
    assert times(UNMOVED, twice) == twice
