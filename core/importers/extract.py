"""What every reader turns its file into: paragraphs and grids in the order of the file.

A reader knows its file format and nothing about reports; the recogniser knows the form and nothing about files.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.importers.kinds import Kind

UNCOMPUTED = "="
"""A grid cell that holds a formula whose result the file does not store."""


class ScannedError(UserError):
    """A file whose pages are pictures: nothing can be read, but `pages` of them can be shown beside the tables."""

    def __init__(self, message: str, hint: str, pages: int) -> None:
        super().__init__(message, hint)
        self.pages = pages


class NeedsConversionError(UserError):
    """A file that we do not read but an installed LibreOffice, WPS or Word could save in a format that we do.

    Its own sentence is what the clerk sees where no such program is installed; `kind` tells what the file is, so that
    nobody has to look into it again.
    """

    def __init__(self, message: str, hint: str, kind: Kind) -> None:
        super().__init__(message, hint)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points (1/72 inch) from the upper left corner; `page` counts from 0."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as dots, three bytes each (red, green, blue), row by row without gaps."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text. `heading` tells that the file marks it as one (a style, or bold throughout).

    Blank ones are kept: where a table was pasted one cell a line, a blank line may be a blank cell. `box` is where it
    is printed, for files that have pages.
    """

    text: str
    heading: bool = False
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a full rectangle: a merged cell stands in its first place, the places it covers hold None.

    `name` says where it stands for a person ("第 2 个表格", "工作表“表三”"). `boxes` tells where cells are printed, by
    row and column, for files that have pages.
    """

    rows: tuple[tuple[str | None, ...], ...]
    name: str
    boxes: Mapping[tuple[int, int], Box] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning of a part that stands by itself, such as a worksheet: what came before does not go on here."""

    name: str


@dataclass(frozen=True, slots=True)
class Extract:
    """The content of a file, top to bottom. `lines` tells that each paragraph is a line as it was printed.

    `pages` counts the pages of a file that has them and whose pages can be shown as pictures.
    """

    blocks: tuple[Paragraph | Grid | Part, ...]
    lines: bool = False
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was read: the place of a block in `Extract.blocks`, and row and column in a grid.

    `column` is None for a whole row or paragraph. `rows` counts the blocks (or grid rows) from there on that it takes.
    """

    block: int
    row: int = 0
    column: int | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one file format: the suffixes it goes by for a person, what it reads, and how.

    `read` raises `core.errors.UserError` for a file that it cannot read.
    """

    name: str
    suffixes: tuple[str, ...]
    kinds: tuple[Kind, ...]
    read: Callable[[Path], Extract]
