"""What the records of an old workbook tell before it is read."""

import struct
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers.workbook.xls_records import survey

BOOK = Path("旧表.xls")
BEGIN = struct.pack("<HH", 0x0809, 0)


def record(code: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(data)) + data


def formula(row: int, column: int, result: bytes, flags: int = 0) -> bytes:
    return record(0x0006, struct.pack("<HHH8sH", row, column, 15, result, flags) + bytes(6))


def workbook(sheet: bytes, visibility: int = 0) -> bytes:
    head = 4 + 4 + 6
    return BEGIN + record(0x0085, struct.pack("<IBB", head, visibility, 0)) + BEGIN + sheet


NOTHING = b"\x03" + bytes(5) + b"\xff\xff"


def test_a_formula_without_a_result_is_told_from_one_with_a_nought() -> None:
    sheet = formula(2, 1, NOTHING) + formula(2, 2, bytes(8)) + formula(2, 3, bytes(8), flags=2)
    [(number, known)] = survey(workbook(sheet), BOOK).shown()
    assert (number, known.uncomputed()) == (0, {(3, 2), (3, 4)})


def test_no_nought_is_believed_where_formulas_were_not_worked_out() -> None:
    sheet = record(0x005E, bytes(2)) + formula(2, 2, bytes(8)) + formula(3, 2, struct.pack("<d", 4))
    [(_, known)] = survey(workbook(sheet), BOOK).shown()
    assert known.uncomputed() == {(3, 3)}


@pytest.mark.parametrize("visibility", [1, 2])
def test_hidden_sheets_do_not_show(visibility: int) -> None:
    assert survey(workbook(b"", visibility), BOOK).shown() == []


def test_a_lock_is_told() -> None:
    with pytest.raises(UserError, match="加了密码"):
        survey(BEGIN + record(0x002F, bytes(6)), BOOK)


@pytest.mark.parametrize(
    "records",
    [record(0x0001) * 600_001, record(0x00BE, bytes(60_000)) * 40, record(0x0018) * 2_001],
    ids=["records", "formatted cells", "names"],
)
def test_more_than_a_report_can_hold_is_refused(records: bytes) -> None:
    with pytest.raises(UserError, match="太大"):
        survey(BEGIN + records, BOOK)
