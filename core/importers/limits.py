"""How much a file may hold, and the sentences for files that hold more or cannot be opened.

A real report has 250 numbers and some 10,000 characters; every bound is more than a hundred times that, so that only a
broken file, a wrong file or one made to do harm meets it, and then within a second or two.
"""

from pathlib import Path

from core.errors import UserError

MOST_FILE_BYTES = 30 * 1024 * 1024  # pictures and embedded fonts included
MOST_TEXT_BYTES = 5 * 1024 * 1024  # a report as plain text has 30 KB
MOST_PART_BYTES = 40 * 1024 * 1024  # one unpacked XML part
MOST_UNPACKED_BYTES = 80 * 1024 * 1024  # all parts that are read
MOST_CELLS = 200_000
MOST_PARAGRAPHS = 50_000
MOST_GRID_COLUMNS = 256
MOST_DEPTH = 60  # tables within tables


def too_big(path: Path) -> UserError:
    """Return the error for a file beyond the bounds."""
    return UserError(
        f"“{path.name}”太大，不像一份年报，没有读取。", "请确认选对了文件；如有大图片，请删去后另存一份再导入。"
    )


def damaged(path: Path) -> UserError:
    """Return the error for a file that breaks off or is no valid file of its kind."""
    return UserError(f"“{path.name}”已损坏或没有保存完整，读不了。", "请用 WPS 或 Word 打开它，另存一份，再导入。")
