"""Old workbooks: the grids of the same workbook as .xlsx, and one plain sentence for each damaged one."""

import random
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers.extract import UNCOMPUTED, Extract, Grid
from core.importers.workbook import xls, xlsx

DATA = Path(__file__).resolve().parents[3] / "data" / "xls"
FORMULA = struct.pack("<HHH", 5, 2, 15)  # row, column and format of a sum in 办理情况.xls


def changed(tmp_path: Path, change: Callable[[bytearray], None]) -> Path:
    data = bytearray((DATA / "办理情况.xls").read_bytes())
    change(data)
    path = tmp_path / "改过.xls"
    path.write_bytes(data)
    return path


def first_grid(content: Extract) -> Grid:
    return next(block for block in content.blocks if isinstance(block, Grid))


def test_the_same_workbook_gives_the_same_grids_as_xlsx() -> None:
    assert xls.read(DATA / "办理情况.xls") == xlsx.read(DATA / "办理情况.xlsx")


def test_merged_hidden_and_computed_cells_are_read_as_they_show() -> None:
    grid = first_grid(xls.read(DATA / "办理情况.xls"))
    assert grid.rows[0][:3] == ("溪口镇办理情况", None, None)
    assert grid.rows[4][:5] == ("合计", "3", "4", "#DIV/0!", "TRUE")
    assert grid.rows[5][:4] == ("成文日期", "2025年1月20日", "2025年1月20日 9:30", "8:05")
    words = {cell for row in grid.rows for cell in row}
    assert not words & {"藏起的行", "藏起的列", "99"}


def test_a_formula_without_a_stored_result_is_no_blank(tmp_path: Path) -> None:
    def without_result(data: bytearray) -> None:
        place = data.index(FORMULA) + len(FORMULA)
        data[place : place + 8] = b"\x03" + bytes(5) + b"\xff\xff"

    assert first_grid(xls.read(changed(tmp_path, without_result))).rows[4][1] == UNCOMPUTED


def test_a_workbook_with_a_password_is_told_as_locked(tmp_path: Path) -> None:
    def lock(data: bytearray) -> None:
        place = data.index(struct.pack("<HH", 0x0809, 16)) + 20
        data[place : place + 2] = struct.pack("<H", 0x002F)

    with pytest.raises(UserError, match="加了密码"):
        xls.read(changed(tmp_path, lock))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def damage(data: bytearray) -> None:
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(1600, len(data)) :]

    path = changed(tmp_path, damage)
    with suppress(UserError):
        for grid in (block for block in xls.read(path).blocks if isinstance(block, Grid)):
            assert {len(row) for row in grid.rows} == {len(grid.rows[0])}
