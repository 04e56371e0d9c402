"""Print the marks of finished pages into a PDF file, through reportlab's canvas."""

import zlib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core.exporters import archive, structure, unread
from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.hb_font import HbFont, Made
from core.exporters.marks import ARTIFACT, Bookmark, Composed, Frame, Mark, Shape, Stamp, Steps, Text
from core.exporters.object_streams import packed
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH

rl_config.useA85 = 0  # page contents as bytes: smaller, and quicker than as letters

HAIRLINE = 0.5
"""Points: the borders of cells. The printer draws them, and what is bold, as the file does."""

BOLD = 0.03
"""Of the size: the stroke that thickens a regular cut."""


class _Inks(NamedTuple):
    """What the pages of one file share: fonts by their name, with that in the file; names of the greys of stamps."""

    fonts: Mapping[str, tuple[str, Made]]
    greys: Mapping[float, str]
    is_tagged: bool


class _Outlines(NamedTuple):
    """Words whose outlines are drawn, of one element of the structure."""

    marks: Sequence[Text]
    tag: int


@dataclass(slots=True)
class _Plate:
    """One page: the characters of each font on it, and what the file holds of it, kept with what that depends on."""

    page: tuple[Mark, ...]
    chars: Mapping[str, frozenset[str]]
    inks: Hashable = None
    content: bytes = b""
    placed: tuple[int, ...] = ()


def printed(composed: Composed) -> bytes:
    """Return the file; the same pages give the same bytes. May be called from any thread."""
    with ONE_AT_A_TIME:
        return _printed(composed)


def _printed(composed: Composed) -> bytes:
    plates = [_plate(page) for page in composed.pages]
    fonts = _fonts(plates)
    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        initialFontName=next(iter(fonts), None),  # else the file names Helvetica and does not hold it
        invariant=1,
        pdfVersion=(1, 7),
        lang="zh-CN",
    )
    document = canvas._doc  # noqa: SLF001 - the canvas itself knows nothing of what is entered there
    archive.describe(document, composed)
    prepared = {name: font.prepare(document, chars) for name, (font, chars) in fonts.items()}
    inks = _Inks(prepared, _greys(document, composed.pages), bool(composed.tags))
    placed = tuple(_print(canvas, plate, inks) for plate in plates)
    if composed.tags:
        structure.enter(document, composed.tags, placed)
    canvas.save()
    return packed(buffer.getvalue()) if composed.tags else buffer.getvalue()


@lru_cache(maxsize=32)
def _plate(page: tuple[Mark, ...]) -> _Plate:
    """Return the plate of a page, from the last file where that had the same: an edit changes one page of a report."""
    chars: dict[str, set[str]] = {}
    for mark in page:
        for piece in mark.pieces if isinstance(mark, Text) and not mark.outlined else ():
            chars.setdefault(piece.font, set()).update(piece.text)
    return _Plate(page, {font: frozenset(used) for font, used in chars.items()})


def _fonts(plates: Sequence[_Plate]) -> dict[str, tuple[HbFont, set[str]]]:
    """Return the fonts used, with the characters that each of them sets, in order of first use."""
    fonts: dict[str, tuple[HbFont, set[str]]] = {}
    for plate in plates:
        for name, used in plate.chars.items():
            if name not in fonts:
                fonts[name] = (cast(HbFont, pdfmetrics.getFont(name)), set())
            fonts[name][1].update(used)
    return fonts


def _greys(document: Any, pages: Sequence[Sequence[Mark]]) -> dict[float, str]:
    """Enter the greys of stamps as shadings that do not change: readers look for words and lines in no shading."""
    greys = dict.fromkeys(mark.grey for page in pages for mark in page if isinstance(mark, Stamp))
    names = {}
    for grey in greys:
        even = pdfdoc.PDFExponentialFunction([grey], [grey], 1)
        names[grey] = document.addShading(pdfdoc.PDFAxialShading(0, 0, PAGE_WIDTH, 0, even, "DeviceGray"))
    return names


def _print(canvas: Any, plate: _Plate, inks: _Inks) -> tuple[int, ...]:
    """Print a page and return the tags of its marked pieces."""
    _ink(plate, inks)
    for mark in plate.page:
        if isinstance(mark, Bookmark):
            _list(canvas, mark)
    canvas._shadingUsed.update({name: name for name in inks.greys.values()})  # noqa: SLF001 - no other way
    canvas.showPage()
    document = canvas._doc  # noqa: SLF001 - no other way
    document.updateSignature(plate.content)
    _finish(document.Pages.pages[-1], len(document.Pages.pages) - 1, plate.content)
    return plate.placed


def _ink(plate: _Plate, inks: _Inks) -> None:
    """Draw the marks of a page, unless that was done already with the same fonts."""
    used = (tuple((name, inks.fonts[name]) for name in plate.chars), tuple(inks.greys.items()), inks.is_tagged)
    if plate.inks == used:
        return
    content, open_tag, placed = [f"{HAIRLINE} w"], None, list[int]()
    for mark in _in_order(plate.page):
        tag = mark.tag if inks.is_tagged and not isinstance(mark, (Frame, Stamp)) else ARTIFACT
        if tag != open_tag:
            content += ["EMC"] if open_tag is not None else []
            content.append("/Artifact BMC" if tag == ARTIFACT else f"/P <</MCID {len(placed)}>> BDC")
            placed += [tag] if tag != ARTIFACT else []
            open_tag = tag
        content.append(_drawn(mark, inks))
    content += ["EMC"] if open_tag is not None else []
    plate.content = zlib.compress("\n".join(content).encode("ascii"))
    plate.placed, plate.inks = tuple(placed), used


def _in_order(page: Sequence[Mark]) -> Iterator[Text | Frame | Shape | Stamp | _Outlines]:
    """Yield the marks of a page as they are drawn: words that are outlines last, those of one element together."""
    outlined: dict[int, list[Text]] = {}
    for mark in page:
        if isinstance(mark, Text) and mark.outlined:
            outlined.setdefault(mark.tag, []).append(mark)
        elif not isinstance(mark, Bookmark):
            yield mark
    for tag, marks in outlined.items():
        yield _Outlines(marks, tag)


def _list(canvas: Any, mark: Bookmark) -> None:
    """Enter a place into the outline; two of one name are two places."""
    key = f"{mark.level}{len(canvas._destinations)}"  # noqa: SLF001 - counts what was entered
    canvas.bookmarkHorizontal(key, 0, mark.y)
    canvas.addOutlineEntry(mark.text, key, level=mark.level)


def _finish(page: Any, at: int, content: bytes) -> None:
    """Give a page its content, and tell where it stands among the lists of marked pieces."""
    page.Contents = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode"}), content, [])
    page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
    page.StructParents = at
    page.Tabs = pdfdoc.PDFName("S")


# ---------------------------------------------------------------- marks


def _drawn(mark: Text | Frame | Shape | Stamp | _Outlines, inks: _Inks) -> str:
    match mark:
        case Text():
            return _text(mark, tuple([inks.fonts[piece.font] for piece in mark.pieces]))
        case Frame():
            return _frame(mark)
        case Shape():
            return _shape(mark)
        case Stamp():
            return f"q {_path(mark.steps)} W n /{inks.greys[mark.grey]} sh Q"
        case _Outlines():
            return "\n".join(unread.drawn(mark.marks))


@lru_cache(maxsize=2048)
def _frame(mark: Frame) -> str:
    """Round the corners, not the sides, so that cells side by side share one line exactly."""
    left, lower = round(mark.x, 2), round(mark.y, 2)
    right, upper = round(mark.x + mark.width, 2), round(mark.y + mark.height, 2)
    return f"{left:.2f} {lower:.2f} {right - left:.2f} {upper - lower:.2f} re S"


def _shape(mark: Shape) -> str:
    fill = f"{_numbers(mark.fill)} rg " if mark.fill else ""
    line = f"{_numbers(mark.line)} RG {mark.width:.2f} w " if mark.line else ""
    painted = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(line)), "n")
    return f"q {fill}{line}{_path(mark.steps)} {painted} Q"


@lru_cache(maxsize=64)
def _path(steps: Steps) -> str:
    return " ".join(f"{_numbers(numbers)} {letter}" if numbers else letter for letter, numbers in steps)


def _numbers(numbers: Sequence[float]) -> str:
    return " ".join(f"{number:.3f}" for number in numbers)


@lru_cache(maxsize=1024)
def _text(mark: Text, fonts: Sequence[tuple[str, Made]]) -> str:
    """Return what draws the pieces of a text, each with its font: kept, for an edit changes few of a page."""
    drawn = [f"BT 2 Tr {BOLD * mark.size:.2f} w" if mark.bold else "BT"]
    for piece, (name, made) in zip(mark.pieces, fonts, strict=True):
        words = "".join(map(made.words.__getitem__, piece.text))
        drawn.append(
            f"{name} {mark.size:.2f} Tf {piece.spread + mark.track:.3f} Tc "
            f"1 0 0 1 {mark.x + piece.x:.2f} {mark.y:.2f} Tm <{words}> Tj"
        )
    drawn.append(f"0 Tr ET {HAIRLINE} w" if mark.bold else "ET")
    if mark.colour:
        drawn = [f"q {_numbers(mark.colour)} rg {_numbers(mark.colour)} RG", *drawn, "Q"]
    return "\n".join(drawn)
