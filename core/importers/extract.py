"""What every reader turns its file into: paragraphs and grids in the order of the file.

A reader knows its file format and nothing about reports; the recogniser knows the form and nothing about files.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

UNCOMPUTED = "="
"""A grid cell that holds a formula whose result the file does not store."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text. `heading` tells that the file marks it as one (a style, or bold throughout).

    Blank ones are kept: where a table was pasted one cell a line, a blank line may be a blank cell.
    """

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a full rectangle: a merged cell stands in its first place, the places it covers hold None.

    `name` says where it stands for a person ("第 2 个表格", "工作表“表三”").
    """

    rows: tuple[tuple[str | None, ...], ...]
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning of a part that stands by itself, such as a worksheet: what came before does not go on here."""

    name: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The content of a file, top to bottom. `lines` tells that each paragraph is a line as it was printed."""

    blocks: tuple[Paragraph | Grid | Part, ...]
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format: the suffixes it goes by, how a file of it is told, and how it is read.

    `looks_like` gets the path and the first bytes. `read` raises `core.errors.UserError` for a file that it cannot
    read.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[Path, bytes], bool]
    read: Callable[[Path], Extract]
