"""Print the marks of finished pages into a PDF file, through reportlab's canvas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core.exporters import archive, structure
from core.exporters.faces import ONE_AT_A_TIME
from core.exporters.hb_font import HbFont
from core.exporters.marks import ARTIFACT, Bookmark, Composed, Frame, Mark, Shape, Stamp, Steps, Text
from core.exporters.paper import PAGE_HEIGHT, PAGE_WIDTH

rl_config.useA85 = 0  # page contents as bytes: smaller, and quicker than as letters

HAIRLINE = 0.5
"""Points: the borders of cells. The printer draws them, and what is bold, as the file does."""

BOLD = 0.03
"""Of the size: the stroke that thickens a regular cut."""

Font = tuple[str, dict[str, str]]
"""The name of a font in the file, and the codes of its characters."""


@dataclass(frozen=True, slots=True)
class _Inks:
    """What the pages of one file share: fonts by their name, and the names of the greys of stamps."""

    fonts: Mapping[str, Font]
    greys: Mapping[float, str]


def printed(composed: Composed) -> bytes:
    """Return the file; the same pages give the same bytes. May be called from any thread."""
    with ONE_AT_A_TIME:
        return _printed(composed)


def _printed(composed: Composed) -> bytes:
    fonts = _fonts(composed.pages)
    buffer = BytesIO()
    canvas: Any = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        initialFontName=next(iter(fonts)),  # else the file names Helvetica and does not hold it
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        lang="zh-CN",
    )
    document = canvas._doc  # noqa: SLF001 - the canvas itself knows nothing of what is entered there
    archive.describe(document, composed)
    prepared = {name: font.prepare(document, chars) for name, (font, chars) in fonts.items()}
    inks = _Inks(prepared, _greys(document, composed.pages))
    placed = [_print(canvas, page, inks, is_tagged=bool(composed.tags)) for page in composed.pages]
    if composed.tags:
        structure.enter(document, composed.tags, placed)
    canvas.save()
    return buffer.getvalue()


def _fonts(pages: Sequence[Sequence[Mark]]) -> dict[str, tuple[HbFont, dict[str, None]]]:
    """Return the fonts used, with the characters each of them sets, in order of first use."""
    fonts: dict[str, tuple[HbFont, dict[str, None]]] = {}
    for mark in (mark for page in pages for mark in page if isinstance(mark, Text)):
        for piece in mark.pieces:
            if piece.font not in fonts:
                fonts[piece.font] = (cast(HbFont, pdfmetrics.getFont(piece.font)), {})
            fonts[piece.font][1].update(dict.fromkeys(piece.text))
    return fonts


def _greys(document: Any, pages: Sequence[Sequence[Mark]]) -> dict[float, str]:
    """Enter the greys of stamps as shadings that do not change: readers look for words and lines in no shading."""
    greys = dict.fromkeys(mark.grey for page in pages for mark in page if isinstance(mark, Stamp))
    names = {}
    for grey in greys:
        even = pdfdoc.PDFExponentialFunction([grey], [grey], 1)
        names[grey] = document.addShading(pdfdoc.PDFAxialShading(0, 0, PAGE_WIDTH, 0, even, "DeviceGray"))
    return names


def _print(canvas: Any, page: Sequence[Mark], inks: _Inks, *, is_tagged: bool) -> list[int]:
    """Print a page and return the tags of its marked pieces; in a document without structure all is mere looks."""
    content, open_tag = [f"{HAIRLINE} w"], None
    placed: list[int] = []
    for mark in page:
        if isinstance(mark, Bookmark):
            _list(canvas, mark)
            continue
        tag = mark.tag if is_tagged and isinstance(mark, Text | Shape) else ARTIFACT
        if tag != open_tag:
            content += ["EMC"] if open_tag is not None else []
            content.append("/Artifact BMC" if tag == ARTIFACT else f"/P <</MCID {len(placed)}>> BDC")
            placed += [tag] if tag != ARTIFACT else []
            open_tag = tag
        content += _drawn(mark, inks)
    content += ["EMC"] if open_tag is not None else []
    canvas._shadingUsed.update({name: name for name in inks.greys.values()})  # noqa: SLF001 - no other way
    canvas._code.append("\n".join(content))  # noqa: SLF001 - the canvas's own text objects take three times as long
    canvas.showPage()
    _number(canvas._doc.Pages.pages[-1], canvas._doc)  # noqa: SLF001 - no other way
    return placed


def _list(canvas: Any, mark: Bookmark) -> None:
    """Enter a place into the outline; two of one name are two places."""
    key = f"{mark.level}{len(canvas._destinations)}"  # noqa: SLF001 - counts what was entered
    canvas.bookmarkHorizontal(key, 0, mark.y)
    canvas.addOutlineEntry(mark.text, key, level=mark.level)


def _number(page: Any, document: Any) -> None:
    """Tell where the page stands among the lists of marked pieces."""
    page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
    page.StructParents = len(document.Pages.pages) - 1
    page.Tabs = pdfdoc.PDFName("S")


# ---------------------------------------------------------------- marks


def _drawn(mark: Text | Frame | Shape | Stamp, inks: _Inks) -> Iterator[str]:
    match mark:
        case Text():
            yield from _text(mark, inks.fonts)
        case Frame():
            yield _frame(mark)
        case Shape():
            yield _shape(mark)
        case Stamp():
            yield f"q {_path(mark.steps)} W n /{inks.greys[mark.grey]} sh Q"


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


def _path(steps: Steps) -> str:
    return " ".join(f"{_numbers(numbers)} {letter}" if numbers else letter for letter, numbers in steps)


def _numbers(numbers: Sequence[float]) -> str:
    return " ".join(f"{number:.3f}" for number in numbers)


def _text(mark: Text, fonts: Mapping[str, Font]) -> Iterator[str]:
    if mark.colour:
        yield f"q {_numbers(mark.colour)} rg {_numbers(mark.colour)} RG"
    yield f"BT 2 Tr {BOLD * mark.size:.2f} w" if mark.bold else "BT"
    for piece in mark.pieces:
        name, codes = fonts[piece.font]
        words = "".join(codes[char] for char in piece.text)
        yield (
            f"{name} {mark.size:.2f} Tf {piece.spread + mark.track:.3f} Tc "
            f"1 0 0 1 {mark.x + piece.x:.2f} {mark.y:.2f} Tm <{words}> Tj"
        )
    yield f"0 Tr ET {HAIRLINE} w" if mark.bold else "ET"
    if mark.colour:
        yield "Q"
