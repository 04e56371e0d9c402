"""Other programs' reading of what our writers wrote: LibreOffice for .xlsx and .docx, pdftotext for PDF.

Each returns the differences it found, in words. Nothing of our own readers is used.
"""

import csv
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree, html

from core.exporters.marks import Composed
from core.exporters.pages import shown
from core.exporters.paper import PAGE_HEIGHT
from core.exporters.proof import texts_of
from core.form.layout import Table
from core.report import Report

_BLANKS = re.compile(r"[\s\u200b\ufeff]+")
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_AT_ONCE = 40
"""Files that one LibreOffice converts."""


def converted(files: Sequence[Path], to: str, folder: Path, *options: str) -> None:
    """Let LibreOffice convert files into `folder`."""
    for start in range(0, len(files), _AT_ONCE):
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                [
                    *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", to),
                    *(*options, "--outdir", str(folder), *map(str, files[start : start + _AT_ONCE])),
                ],
                check=True,
                capture_output=True,
                timeout=600,
            )


def of_workbooks(files: Mapping[str, tuple[Report, Path]], folder: Path) -> dict[str, list[str]]:
    """Compare each sheet's values where the form prints them, as LibreOffice recalculates and writes them (CSV)."""
    converted([path for _, path in files.values()], _CSV, folder)
    return {name: list(_of_workbook(report, path, folder)) for name, (report, path) in files.items()}


def _of_workbook(report: Report, path: Path, folder: Path) -> Iterator[str]:
    sheets = [_grid_of(file) for file in sorted(folder.glob(f"{path.stem}-*.csv"))]
    words = _squeezed("".join(cell for sheet in sheets for row in sheet for cell in row))
    yield from _missing_texts(report, words)
    for table in report.form.tables:
        yield from min((list(_differences(report, table, sheet)) for sheet in sheets), key=len)


def _grid_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def of_documents(files: Mapping[str, tuple[Report, Path]], folder: Path) -> dict[str, list[str]]:
    """Compare tables and texts of .docx and .html files as LibreOffice writes them (flat OpenDocument)."""
    paths = [path for _, path in files.values()]
    as_document = ("--infilter=HTML (StarWriter)",) if any(path.suffix == ".html" for path in paths) else ()
    converted(paths, "fodt", folder, *as_document)
    return {name: list(_of_document(report, folder / f"{path.stem}.fodt")) for name, (report, path) in files.items()}


def _of_document(report: Report, file: Path) -> Iterator[str]:
    document = etree.parse(str(file), etree.XMLParser(huge_tree=True))
    grids = [_spread(table) for table in document.iter(f"{_TABLE}table")]
    paragraphs = document.iter(f"{_TEXT}p", f"{_TEXT}h")
    yield from _missing_texts(report, _squeezed("".join("".join(map(str, each.itertext())) for each in paragraphs)))
    for table in report.form.tables:
        yield from min((list(_differences(report, table, grid)) for grid in grids), key=len)


def _spread(table: etree._Element) -> list[list[str]]:
    """Return a table's words by grid row and column; what a span covers is empty."""
    places = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
    return [
        ["".join(map(str, cell.itertext())) for cell in row.iter(*places)] for row in table.iter(f"{_TABLE}table-row")
    ]


def _differences(report: Report, table: Table, grid: Sequence[Sequence[str]]) -> Iterator[str]:
    """Compare the values at the places of the printed form; the grid may begin below rows of other words."""
    anchor = table.labels[0].text
    first = next((at for at, row in enumerate(grid) if row and _squeezed(row[0]) == _squeezed(anchor)), 0)
    for slot in table.slots:
        row, column = first + slot.span.row, slot.span.column
        found = grid[row][column] if row < len(grid) and column < len(grid[row]) else ""
        wanted = shown(report.entry(slot.cell))
        if _squeezed(found) != _squeezed(wanted):
            yield f"{slot.cell}: {wanted!r} {found!r}"


def of_page(report: Report, composed: Composed, path: Path) -> list[str]:
    """Compare a PDF file with pdftotext's words: every cell's within its frame on paper, every text in order."""
    listing = _run("pdftotext", "-bbox", str(path), "-")
    pages = [
        _words(page)
        for page in html.fromstring(listing.encode(), parser=html.HTMLParser(encoding="utf-8")).iter("page")
    ]
    spots = {spot.target: spot for spot in composed.spots}
    found: list[str] = []
    for cell in report.form.cells:
        spot, wanted = spots[cell], _squeezed(shown(report.entry(cell)))
        inside = [
            word
            for x, y, word in pages[spot.page]
            if spot.x <= x <= spot.x + spot.width and spot.y <= PAGE_HEIGHT - y <= spot.y + spot.height
        ]
        if _squeezed("".join(inside)) != wanted:
            found.append(f"{cell}: {wanted!r} {inside!r}")
    raw = _squeezed(re.sub(r"— ?\d+ ?—", "", _run("pdftotext", "-raw", str(path), "-")))
    return [*found, *_missing_texts(report, raw)]


def _words(page: html.HtmlElement) -> list[tuple[float, float, str]]:
    """Return the middles of words in points from the upper left corner, with the words."""
    return [
        (_middle(word, "xmin", "xmax"), _middle(word, "ymin", "ymax"), word.text or "") for word in page.iter("word")
    ]


def _middle(word: html.HtmlElement, least: str, most: str) -> float:
    return (float(word.get(least, "")) + float(word.get(most, ""))) / 2


def _missing_texts(report: Report, words: str) -> Iterator[str]:
    return (f"{text[:30]!r} 没有读到" for text in texts_of(report) if _squeezed(text) not in words)


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, timeout=60).stdout.decode()
