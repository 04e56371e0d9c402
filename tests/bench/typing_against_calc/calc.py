"""The hand in LibreOffice Calc: last year's sheets as the start, and typed over what has changed."""

import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.views import Selection
from openpyxl.worksheet.worksheet import Worksheet

from core.cells import CellId
from core.exporters import xlsx
from core.exporters.xlsx_formulas import TOP
from core.form import F2021
from core.form.layout import Table
from tests.bench.typing_against_calc import years
from tests.bench.typing_against_calc.hands import Took, follow
from tests.bench.typing_against_calc.moves import Hand, Steps
from tests.desktop import Desktop, desktop

PLACES = Path(__file__).with_name("calc_places.py")
SYSTEM_PYTHON = "/usr/bin/python3"
ZOOM = 60  # all of table three in view: nobody has to scroll
SETTLED = 2.0
ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
# No welcome, and no question about the file format: somebody who has used it for years has none of these.
SETTINGS = (
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("Setup/Product", "ooSetupLastVersion", "7.4"),
)


@dataclass(frozen=True)
class Way:
    """How the clerk works: whether last year's sheets sum by themselves, and whether only what differs is typed."""

    name: str
    has_sums: bool
    only_changes: bool


def lacking() -> str:
    """What is missing here to ask LibreOffice where its cells lie."""
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return "python3-uno" if asked.returncode else ""


def address(cell: CellId) -> str:
    """Where a cell lies on its sheet: "D5"."""
    span = _table(cell).spans[cell]
    return f"{get_column_letter(1 + span.column)}{TOP + span.row}"


def type_all(folder: Path, way: Way, *, has_mouse: bool) -> Took:
    """Type the report over last year's, save it, compare it with the truth and return what it took."""
    file = folder / "last.xlsx"
    _write_start(file, has_sums=way.has_sums)
    _write_settings(folder)
    with desktop(folder, SAL_USE_VCLPLUGIN="gen") as desk:
        profile, pipe = f"-env:UserInstallation=file://{folder}/profile", f"--accept=pipe,name={folder.name};urp;"
        desk.start("soffice", "--calc", "--norestore", "--nologo", profile, pipe, file)
        desk.bring(file.name)
        time.sleep(SETTLED)
        desk.keys = desk.clicks = 0
        began, before, asking = time.perf_counter(), file.stat().st_mtime_ns, 0.0
        for table in years.TABLES:
            desk.press(*["ctrl+Next"] * (2 if table == "t2" else 1))
            asking += _fill(desk, table, way, folder.name, has_mouse=has_mouse)
        desk.press("ctrl+s")
        desk.wait_for(lambda: file.stat().st_mtime_ns != before, "the saved workbook")
        time.sleep(SETTLED)  # written to its end
        took = Took(way.name, desk.keys, desk.clicks, time.perf_counter() - began - asking - SETTLED)
    if _read(file) != years.values(years.this_year()):
        raise AssertionError("what was typed in Calc is not the report")
    return took


def to_type(table: str, way: Way) -> list[CellId]:
    """The cells that have to be typed: all that differ from last year, or all that are not 0 in one of the years."""
    last, now = years.values(years.last_year()), years.values(years.this_year())
    cells = [cell for cell in F2021.table(table).cells if not (way.has_sums and cell.computed)]
    if way.only_changes:
        return [cell.id for cell in cells if last[cell.id] != now[cell.id]]
    return [cell.id for cell in cells if last[cell.id] or now[cell.id]]


def steps(table: str) -> Steps:
    """Where arrows and Ctrl+arrows lead on the sheet of a table: every line is a step, whatever it shows."""
    spans = F2021.table(table).spans
    at = {(span.row, span.column + wide): cell for cell, span in spans.items() for wide in range(span.columns)}
    rows, columns = sorted({row for row, _ in at}), sorted({column for _, column in at})
    everywhere = {(row, column) for row in range(rows[0], rows[-1] + 1) for column in columns}
    names = {place: at.get(place, CellId(f"{table}:{place}")) for place in everywhere}
    ways = {"Up": (-1, 0), "Down": (1, 0), "Left": (0, -1), "Right": (0, 1)}
    found: dict[CellId, dict[str, CellId]] = {name: {} for name in names.values()}
    for (row, column), name in sorted(names.items()):
        for key, (down, right) in ways.items():
            there = names.get((row + down, column + right), name)
            if key not in found[name] or found[name][key] == name:
                found[name][key] = there
        if table != "t2":  # the values are one block there, and Ctrl goes to its end
            found[name] |= {"ctrl+Down": names[rows[-1], column], "ctrl+Right": names[row, columns[-1]]}
    return found


def _fill(desk: Desktop, table: str, way: Way, pipe: str, *, has_mouse: bool) -> float:
    """Type one table; return the seconds that only asking for places took."""
    cells, now = to_type(table, way), years.values(years.this_year())
    began = time.perf_counter()
    places = _places(desk, pipe, cells) if has_mouse else {}
    asking = time.perf_counter() - began
    start = F2021.table(table).cells[0].id
    for cell, moved in Hand(steps(table), has_mouse=has_mouse).round(start, cells):
        follow(desk, moved, lambda cell=cell: places[cell])  # type: ignore[misc]
        desk.type(str(now[cell]))
    desk.press("Return")
    return asking


def _places(desk: Desktop, pipe: str, cells: Iterable[CellId]) -> dict[CellId, tuple[int, int]]:
    by_address = {address(cell): cell for cell in cells}
    time.sleep(SETTLED)
    said = desk.ask(SYSTEM_PYTHON, str(PLACES), pipe, *by_address)
    if said.returncode:
        raise AssertionError(said.stderr)
    lines = (line.split() for line in said.stdout.splitlines())
    return {by_address[name]: (int(x), int(y)) for name, x, y in lines}


def _write_start(file: Path, *, has_sums: bool) -> None:
    """Write last year's workbook, its sheets left at the first number; without sums, numbers stand in their place."""
    report = years.last_year()
    file.write_bytes(xlsx.write(report)[0])
    book = load_workbook(file)
    for sheet in book.worksheets:
        sheet.freeze_panes = None
        sheet.sheet_view.zoomScale = ZOOM
    for cell, value in years.values(report).items():
        if not has_sums:
            _sheet(book[_table(cell).name])[address(cell)].value = value
    for table in years.TABLES:
        first = F2021.table(table).cells[0].id
        view = _sheet(book[F2021.table(table).name]).sheet_view
        view.selection = [Selection(activeCell=address(first), sqref=address(first))]
    book.save(file)


def _write_settings(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(ITEM.format(path=path, name=name, value=value) for path, name, value in SETTINGS)
    spaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    words = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {spaces}>{items}</oor:items>'
    (user / "registrymodifications.xcu").write_text(words, encoding="utf-8")


def _read(file: Path) -> dict[CellId, int]:
    """What stands in the saved workbook, sums as they were last worked out."""
    book = load_workbook(file, data_only=True)
    cells = [cell.id for table in years.TABLES for cell in F2021.table(table).cells]
    return {cell: int(str(_sheet(book[_table(cell).name])[address(cell)].value)) for cell in cells}


def _table(cell: CellId) -> Table:
    return F2021.table(cell.split(".")[0])


def _sheet(sheet: object) -> Worksheet:
    assert isinstance(sheet, Worksheet)
    return sheet
