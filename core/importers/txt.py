"""Reads plain text: saved files in the encodings that Chinese offices use, and text that was pasted.

Tabs and vertical bars separate cells; whatever else keeps columns apart (blanks, one cell a line) is left in the lines
for the recogniser, because only labels tell what such a line means.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.importers.encodings import decode
from core.importers.extract import Extract, Grid, Paragraph
from core.importers.limits import MOST_CELLS, MOST_PARAGRAPHS, MOST_ROW_CHARACTERS, MOST_TEXT_BYTES, too_big
from core.importers.refusals import not_text

_RULE_SIGNS = re.compile(r"[\s|:+\-=—_─━┼]+")
_RULE_STROKE = re.compile(r"[|\-=—_─━┼]{3}")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BARS = str.maketrans({"｜": "|", "│": "|", "┃": "|"})
_VALUE_CELLS = re.compile(r"[^,]*[\u4e00-\u9fff）)”\"](,[^,\u4e00-\u9fff。]{0,12}[件宗条个份项次万元]{0,2})+$")
_FEWEST_COMMA_ROWS = 15


def read(path: Path) -> Extract:
    """Return the lines and separated rows of a text file; UserError if it is no text or too long."""
    data = path.read_bytes()
    if len(data) > MOST_TEXT_BYTES:
        raise too_big(path)
    text = decode(data)
    if text is None:
        raise not_text(path)
    return read_text(text)


def read_text(text: str) -> Extract:
    """Return the lines and separated rows of a text, for example of a pasted one."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    lines = _tabs_for_commas(lines)
    separators = sum(line.count("\t") + line.translate(_BARS).count("|") for line in lines)
    if len(lines) > MOST_PARAGRAPHS or separators > MOST_CELLS:
        raise _too_long()
    return Extract(tuple(_blocks(lines)), lines=True)


def _too_long() -> UserError:
    return UserError("文字太长，不像一份年报，没有读取。", "请只选年报的正文和表格。")


def _tabs_for_commas(lines: list[str]) -> list[str]:
    """Return the lines of comma-separated values with tabs between the cells; other text as it is.

    Text is such only if enough lines hold values behind commas: Chinese prose has commas of its own width.
    """
    short = [len(line) <= MOST_ROW_CHARACTERS and "," in line and "\t" not in line for line in lines]
    rows = sum(_VALUE_CELLS.search(line) is not None for line, fits in zip(lines, short, strict=True) if fits)
    if rows < _FEWEST_COMMA_ROWS:
        return lines
    return ["\t".join(next(csv.reader([line]))) if fits else line for line, fits in zip(lines, short, strict=True)]


def _blocks(lines: list[str]) -> Iterator[Paragraph | Grid]:
    run: list[str] = []
    number = 0
    for line in lines:
        if _is_row(line, inside=bool(run)):
            run.append(line)
            continue
        if run:
            number += 1
            yield _grid(run, number)
            run = []
        if not _is_decoration(line):
            yield _paragraph(line.translate(_BARS).strip("| \t") if "|" in line.translate(_BARS) else line)
    if run:
        yield _grid(run, number + 1)


def _is_row(line: str, *, inside: bool) -> bool:
    """Whether a line is a row of at least two cells; between other rows, separators alone are a row of blank cells."""
    barred = line.translate(_BARS)
    if "|" in barred:
        return (inside or not _is_decoration(line)) and len(_inner(barred, left=not inside).split("|")) > 1
    return "\t" in line and (inside or bool(line.strip()))


def _is_decoration(line: str) -> bool:
    """Whether a line is bars without words, or a ruling between rows."""
    barred = line.translate(_BARS)
    return "|" in barred and (not barred.replace("|", "").strip() or _is_ruling(barred))


def _is_ruling(line: str) -> bool:
    """Whether a line is drawn with signs: two plain looks, for one pattern of both takes the square of a long line."""
    return _RULE_SIGNS.fullmatch(line) is not None and _RULE_STROKE.search(line) is not None


def _inner(barred: str, *, left: bool) -> str:
    """Return a row without the bar behind it and, if `left`, the one before it."""
    inner = barred.strip().removesuffix("|")
    return inner.removeprefix("|") if left else inner


def _grid(run: list[str], number: int) -> Grid:
    """Rows of uneven length are filled with None: nothing stands there, not even a blank cell.

    A bar at the beginning frames the table only if each row has one; else the first cell of that row is blank.
    """
    framed = all(line.translate(_BARS).lstrip().startswith("|") for line in run if "|" in line.translate(_BARS))
    rows = [_cells(line, framed=framed) for line in run if not (_is_ruling(line) and "-" in line)]
    width = max(map(len, rows), default=0)
    if width * len(rows) > 2 * MOST_CELLS:  # one row of very many cells would make all others as long
        raise _too_long()
    return Grid(tuple(row + (None,) * (width - len(row)) for row in rows), f"第 {number} 个表格")


def _cells(line: str, *, framed: bool) -> tuple[str, ...]:
    barred = line.translate(_BARS)
    cells = _inner(barred, left=framed).split("|") if "|" in barred else line.split("\t")
    return tuple(_without_marks(cell) if "|" in barred else cell.strip() for cell in cells)


def _without_marks(cell: str) -> str:
    """Return a cell between bars without what a page or Markdown adds to its words."""
    return _BREAK.sub("\n", cell.replace("&nbsp;", " ")).strip().removeprefix("**").removesuffix("**")


def _paragraph(line: str) -> Paragraph:
    heading = _MARKDOWN_HEADING.fullmatch(line.strip())
    if heading:
        return Paragraph(heading[1].strip("* "), heading=True)
    if line.strip().startswith("**") and line.strip().endswith("**"):
        return Paragraph(line.strip().strip("*"), heading=True)
    return Paragraph(line.rstrip())
