"""Reads plain text: saved files in the encodings that Chinese offices use, and text that was pasted.

Tabs and vertical bars separate cells; whatever else keeps columns apart (blanks, one cell a line) is left in the lines
for the recogniser, because only labels tell what such a line means.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from core.errors import UserError
from core.importers.extract import Extract, Grid, Paragraph
from core.importers.limits import MOST_CELLS, MOST_PARAGRAPHS, MOST_TEXT_BYTES, too_big

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_RULE = re.compile(r"[\s|:+\-=—_─━┼]*[|\-=—_─━┼]{3,}[\s|:+\-=—_─━┼]*")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BARS = str.maketrans({"｜": "|", "│": "|", "┃": "|"})
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")


def read(path: Path) -> Extract:
    """Return the lines and separated rows of a text file; UserError if it is no text or too long."""
    data = path.read_bytes()
    if len(data) > MOST_TEXT_BYTES:
        raise too_big(path)
    text = decode(data)
    if text is None:
        raise UserError(
            f"“{path.name}”里不是文字，读不了。", "请确认选对了文件，或在 WPS、Word 里另存为 .docx 再导入。"
        )
    return read_text(text)


def read_text(text: str) -> Extract:
    """Return the lines and separated rows of a text, for example of a pasted one."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    separators = sum(line.count("\t") + line.count("|") for line in lines)
    if len(lines) > MOST_PARAGRAPHS or separators > MOST_CELLS:
        raise UserError("文字太长，不像一份年报，没有读取。", "请只选年报的正文和表格。")
    return Extract(tuple(_blocks(lines)), lines=True)


def decode(data: bytes) -> str | None:
    """Return the text in UTF-8, UTF-16 or GB 18030, with or without a byte order mark; None if it is none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _readable(data, encoding)
    if b"\x00" in data[:4096]:  # Chinese text holds no zero byte but in UTF-16
        little = data[1::2].count(0) >= data[::2].count(0)
        return _readable(data[: len(data) // 2 * 2], "utf-16-le" if little else "utf-16-be")
    return _readable(data, "utf-8") or _readable(data, "gb18030") or _utf16_without_ascii(data)


def _utf16_without_ascii(data: bytes) -> str | None:
    return _readable(data, "utf-16-le") if len(data) % 2 == 0 else None


def _readable(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if len(_STRANGE.findall(text)) > len(text) // 100 else text


def _blocks(lines: list[str]) -> Iterator[Paragraph | Grid]:
    rows: list[tuple[str, ...]] = []
    number = 0
    for line in lines:
        cells = _cells(line, inside=bool(rows))
        if cells is not None and len(cells) > 1:
            rows.append(cells)
            continue
        if cells == () or (rows and _RULE.fullmatch(line)):
            continue  # bars or a ruling without words
        if rows:
            number += 1
            yield _grid(rows, number)
            rows = []
        yield _paragraph(cells[0] if cells else line)
    if rows:
        yield _grid(rows, number + 1)


def _cells(line: str, *, inside: bool) -> tuple[str, ...] | None:
    """Return the separated cells of a line, () for bars alone, None for a line without separators.

    Between other rows, bars or tabs alone are a row of blank cells.
    """
    barred = line.translate(_BARS)
    if "|" in barred:
        if (_RULE.fullmatch(barred) and "-" in barred) or (not inside and not barred.replace("|", "").strip()):
            return ()
        inner = barred.strip()
        inner = inner.removeprefix("|").removesuffix("|")
        return tuple(cell.strip() for cell in inner.split("|"))
    if "\t" in line and (inside or line.strip()):
        return tuple(cell.strip() for cell in line.split("\t"))
    return None


def _grid(rows: list[tuple[str, ...]], number: int) -> Grid:
    """Rows of uneven length are filled with None: nothing stands there, not even a blank cell."""
    width = max(map(len, rows))
    return Grid(tuple(row + (None,) * (width - len(row)) for row in rows), f"第 {number} 个表格")


def _paragraph(line: str) -> Paragraph:
    heading = _MARKDOWN_HEADING.fullmatch(line.strip())
    if heading:
        return Paragraph(heading[1].strip("* "), heading=True)
    if line.strip().startswith("**") and line.strip().endswith("**"):
        return Paragraph(line.strip().strip("*"), heading=True)
    return Paragraph(line.rstrip())
