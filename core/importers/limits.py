"""How much a file may hold, and the sentences for files that hold more or cannot be opened.

A real report has 250 numbers and some 10,000 characters; every bound is more than a hundred times that, so that only a
broken file, a wrong file or one made to do harm meets it, and then within a second or two.
"""

import zipfile
from pathlib import Path

from core.errors import UserError

MOST_FILE_BYTES = 30 * 1024 * 1024  # pictures and embedded fonts included
MOST_TEXT_BYTES = 5 * 1024 * 1024  # a report as plain text has 30 KB
MOST_PART_BYTES = 16 * 1024 * 1024  # one unpacked XML part
MOST_UNPACKED_BYTES = 32 * 1024 * 1024  # all parts that are read
MOST_CELLS = 60_000
MOST_TAGS = 200_000  # of a web page; a report saved by Word has 6,000
MOST_ARCHIVED_PAGES = 30  # in one file; a workbook saved as a page has one for each sheet
MOST_PARAGRAPHS = 20_000
MOST_GRID_COLUMNS = 256
MOST_DEPTH = 60  # tables within tables
MOST_HEADERS = 12  # page heads that are looked at for a title
MOST_BASE_STYLES = 20  # a style upon a style
MOST_ROW_CHARACTERS = 600  # a line of a table, its labels included
MOST_STRANGERS = 50  # rows with numbers and unknown labels that are told
MOST_PAGES = 200  # of a PDF file; a long report has 60
MOST_PAGE_CHARACTERS = 20_000
MOST_PAGE_OBJECTS = 40_000  # lines and pictures drawn on one page
MOST_PAGE_RULES = 20_000
MOST_HEAD_LINES = 60  # lines above the rows of a table that may tell its columns
MOST_DIGITS = 9  # of a count, a place or an index
MOST_COMPARED = 200  # labels that are compared with all others for likeness

UNREADABLE = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError)
"""What `zipfile` raises for a broken package; the last for a version number that a damaged byte made up."""


def whole_number(written: str | None) -> int | None:
    """Return the whole number that a file writes; None where it is none, or has more digits than anything real."""
    return int(written) if written and len(written) <= MOST_DIGITS and written.isdecimal() else None


def too_big(path: Path) -> UserError:
    """Return the error for a file beyond the bounds."""
    return UserError(
        f"“{path.name}”太大，不像一份年报，没有读取。", "请确认选对了文件；如有大图片，请删去后另存一份再导入。"
    )


def damaged(path: Path) -> UserError:
    """Return the error for a file that breaks off or is no valid file of its kind."""
    return UserError(f"“{path.name}”已损坏或没有保存完整，读不了。", "请用 WPS 或 Word 打开它，另存一份，再导入。")
