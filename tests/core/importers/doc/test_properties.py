"""Properties of paragraphs and characters in binary Word files."""

import struct

import pytest

from core.errors import UserError
from core.importers.doc import properties as doc_properties
from core.importers.doc.properties import Layout, Look, Properties, layout, look, sprms, switched
from core.importers.doc.streams import Piece
from tests.core.importers import word97
from tests.core.importers.word97 import BOLD, DELETED, HIDDEN, p


def test_a_list_of_properties_is_taken_apart_by_the_size_of_each() -> None:
    table = struct.pack("<HHB", 0xD608, 2, 9)
    tabs = struct.pack("<HBBB", 0xC615, 2, 0, 0)
    long_tabs = struct.pack("<HBB", 0xC615, 255, 1) + bytes(4) + b"\x01" + bytes(3)
    found = list(sprms(BOLD + table + tabs + long_tabs + struct.pack("<HI", 0x6649, 2)))
    assert [code for code, _ in found] == [0x0835, 0xD608, 0xC615, 0xC615, 0x6649]
    assert found[1][1] == b"\x09"


@pytest.mark.parametrize(
    "broken", [b"\x08", b"\x08\xd6", b"\x08\xd6\xff\xff\x01", b"\x15\xc6\xff\xff", b"\x49\x66\x01"]
)
def test_a_list_that_breaks_off_ends_there(broken: bytes) -> None:
    assert [code for code, _ in sprms(BOLD + broken)] == [0x0835]


def test_depth_and_ends_of_cells_and_rows_are_told() -> None:
    assert layout(word97.IN_TABLE, 4) == Layout(4, depth=1)
    assert layout(word97.depth(2), 0).depth == 2
    assert layout(word97.INNER_CELL, 0).ends_cell
    row = word97.row(0, 100)
    assert layout(row, 0) == Layout(0, depth=1, ends_row=True, row=row)


def test_list_and_style_are_told() -> None:
    found = layout(word97.listed(3, 1) + struct.pack("<HH", 0x4600, 9), 0)
    assert (found.list, found.level, found.style) == (3, 1, 9)
    assert layout(b"", 0).list is None


def test_looks_are_told() -> None:
    symbol = struct.pack("<HHH", 0x6A09, 1, 0x2612)
    assert look(BOLD + HIDDEN + DELETED + symbol) == Look(1, 1, deleted=True, symbol="☒")


@pytest.mark.parametrize(
    ("switch", "base", "value"),
    [(None, True, True), (0, True, False), (1, False, True), (0x80, True, True), (0x81, True, False)],
)
def test_a_switch_may_follow_or_turn_its_style(switch: int | None, *, base: bool, value: bool) -> None:
    assert switched(switch, base) == value


def test_a_piece_lays_its_properties_over_its_text() -> None:
    streams = word97.streams([p("甲")])
    for prm, wanted in ((0x41 << 1 | 1 << 8, True), (1, False), (3, True)):
        streams.overlays = [BOLD, DELETED]
        streams.pieces = [Piece(0, 2, streams.pieces[0].offset, 2, prm)]
        assert all(each.deleted == wanted for _, each in Properties(streams).runs())


def test_long_properties_lie_in_a_stream_of_their_own() -> None:
    row = word97.row(0, 100, 200)
    away = word97.ROW_END + struct.pack("<HI", 0x6646, 3)
    streams = word97.streams([word97.row_end(away)], data=b"???" + struct.pack("<H", len(row)) + row)
    found, _ = Properties(streams).paragraph(streams.pieces[0], 0)
    assert found.row.endswith(row)
    streams.data = b""
    with pytest.raises(UserError, match="损坏"):
        Properties(streams).paragraph(streams.pieces[0], 0)


def test_more_runs_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_properties, "_MOST_RUNS", 2)
    with pytest.raises(UserError, match="太大"):
        list(Properties(word97.streams([p("甲"), p("乙")])).runs())


def test_more_pages_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_properties, "_MOST_PAGES", 1)
    with pytest.raises(UserError, match="太大"):
        Properties(word97.streams([p("甲"), p("乙")]))
