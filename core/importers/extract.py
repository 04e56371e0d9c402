"""What every reader turns its file into: paragraphs and grids in the order of the file.

A reader knows its file format and nothing about reports; the recogniser knows the form and nothing about files.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text. `heading` tells that the file marks it as one (a style, or bold throughout)."""

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
class Extract:
    """The content of a file, top to bottom."""

    blocks: tuple[Paragraph | Grid, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format: the suffixes it goes by, what its first bytes look like, and how it is read.

    `read` raises `core.errors.UserError` for a file that it cannot read.
    """

    name: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[Path], Extract]
