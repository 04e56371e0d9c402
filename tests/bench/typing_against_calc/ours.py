"""The hand in our window: last year's report as the start, then only what is not 0, and 其余填 0."""

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from core.cells import CellId
from core.exporters import xlsx
from core.form import F2021
from core.form.lattice import lattice
from core.storage.project import load
from tests.bench.typing_against_calc import years
from tests.bench.typing_against_calc.hands import Took, follow
from tests.bench.typing_against_calc.moves import Hand, Steps
from tests.desktop import Desktop, desktop
from ui.matrix import paths

ROOT = Path(__file__).resolve().parents[3]
ARROWS = {"Up": (-1, 0), "Down": (1, 0), "Left": (0, -1), "Right": (0, 1)}
CARRIED_IN = "t3.carried_in."
FILL_REST = "alt+0"
SETTLED = 3.0


def steps(table: str) -> Steps:
    """Where arrows, Ctrl+arrows and Enter lead in a table of ours."""
    grid = lattice(F2021.table(table))
    down = paths.by_column(grid)

    def is_open(cell: CellId) -> bool:
        return not F2021.cells[cell].computed

    return {
        cell: {key: paths.beside(grid, cell, *way) for key, way in ARROWS.items()}
        | {f"ctrl+{key}": paths.jump(grid, cell, *way) for key, way in ARROWS.items()}
        | {"Return": paths.onward(down, is_open, cell, 1)}
        for cell in grid.places
    }


def type_all(folder: Path, *, has_mouse: bool) -> Took:
    """Type the report from last year's, save it, compare it with the truth and return what it took."""
    last, told = folder / "last.xlsx", folder / "places.json"
    last.write_bytes(xlsx.write(years.last_year())[0])
    window = "tests.bench.typing_against_calc.watched_window"
    with desktop(folder, PYTHONPATH=str(ROOT)) as desk:
        desk.start(sys.executable, "-m", window, told, last)
        desk.bring("年报编制")
        time.sleep(SETTLED)  # the file has been read, its review waits for Enter
        desk.keys = desk.clicks = 0
        began = time.perf_counter()
        desk.press("Return")
        desk.bring(str(years.YEAR))
        for table in years.TABLES:
            desk.press(*["ctrl+Next"] * (2 if table == "t2" else 1))
            desk.wait_for(lambda table=table: _places(told, table), f"table {table}")  # type: ignore[misc]
            _fill(desk, table, told, has_mouse=has_mouse)
        desk.press("ctrl+s")
        desk.bring("另存为")
        desk.press("Return")
        desk.wait_for(lambda: list(folder.rglob("*.nianbao")), "the saved report")
        took = Took("年报编制", desk.keys, desk.clicks, time.perf_counter() - began)
    report = load(next(folder.rglob("*.nianbao")))[0].report
    if years.values(report) != years.values(years.this_year()):
        raise AssertionError("what was typed in our window is not the report")
    return took


def _fill(desk: Desktop, table: str, told: Path, *, has_mouse: bool) -> None:
    cells = [CellId(name) for name in years.THIS if name.startswith(f"{table}.") and CARRIED_IN not in name]
    hand = Hand(steps(table), has_mouse=has_mouse)
    start = lattice(F2021.table(table)).rows[0][0]
    for cell, way in hand.round(start, cells):
        follow(desk, way, lambda cell=cell: _places(told, table)[cell])  # type: ignore[misc]
        desk.type(years.THIS[cell])
    desk.press(FILL_REST)


def _places(told: Path, table: str) -> Mapping[str, tuple[int, int]]:
    if not told.is_file():
        return {}
    found = json.loads(told.read_text(encoding="utf-8"))
    return {cell: tuple(spot) for cell, spot in found.items() if cell.startswith(f"{table}.")}
