"""Table three typed with the keys of the number pad alone, in the real window, 拼音 switched on, NumLock on and off.

The keys are pressed by their place on the keyboard: what they mean is up to NumLock.
"""

from collections.abc import Iterator

import pytest

from core import edits
from core.cells import CellId
from core.form import F2021
from core.form.lattice import lattice
from core.report import Report
from tests.ime.pinyin import Writer, lacking, writing

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "an input method is installed")

PAD = dict(zip("7894561230.+-", (79, 80, 81, 83, 84, 85, 87, 88, 89, 90, 91, 86, 82), strict=True))
ENTER, LEFT, UP, RIGHT, DOWN, DELETE, HOME = 104, 83, 80, 85, 88, 91, 79
NUMBERS = {
    "t3.new_requests.natural": "12",
    "t3.new_requests.business": "+2+1",
    "t3.carried_in.natural": "2",
    "t3.granted.natural": "8",
    "t3.granted.business": "3",
    "t3.unable_not_held.natural": "5",
    "t3.carried_forward.natural": "1",
}


@pytest.fixture
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with writing(tmp_path_factory.mktemp("pad"), Report(), step=3) as writer:
        yield writer


def pad(writer: Writer, *keys: int | str) -> None:
    """Press keys of the pad by their place; figures and signs by what is printed on them."""
    codes = [[PAD[sign] for sign in key] if isinstance(key, str) else [key] for key in keys]
    writer.desk.press(*(str(code) for each in codes for code in each))


def test_figures_signs_and_enter_fill_the_table_and_without_num_lock_arrows_go_about(table: Writer) -> None:
    grid = lattice(F2021.table("t3"))
    by_column = sorted(grid.places, key=lambda cell: (grid.places[cell][1], grid.places[cell][0]))
    typed = [NUMBERS.get(cell, "0") for cell in by_column if not F2021.cells[cell].computed]
    table.desk.press("Num_Lock")
    pad(table, *(key for words in typed for key in (words, ENTER)))
    truth = edits.set_cells(Report(), {CellId(name): raw for name, raw in NUMBERS.items()})
    truth = edits.fill_rest(edits.set_cell(truth, CellId("t3.new_requests.business"), "3"), "t3")
    assert table.saved().entries == truth.entries
    table.desk.press("Num_Lock", "ctrl+Home")
    pad(table, DOWN, DOWN, RIGHT, DELETE, LEFT, UP, DELETE)
    report = table.saved()
    assert [report.entry(CellId(f"t3.{name}")).raw for name in ("granted.business", "carried_in.natural")] == ["", ""]
    assert report.entry(CellId("t3.granted.natural")).raw == "8"
