"""Header and piece table of binary Word files, and what is refused because of them."""

import struct
from pathlib import Path

import pytest

from core.errors import UserError
from core.importers.doc import streams as doc_streams
from core.importers.doc.streams import open_streams, plc, streams_of
from core.importers.extract import NeedsConversionError
from tests.core.importers import word97
from tests.core.importers.word97 import p

DATA = Path(__file__).resolve().parents[3] / "data" / "doc"


def test_the_text_of_a_file_saved_in_pieces_comes_in_its_order() -> None:
    file = word97.streams([p("收到5件。"), p("ABC“d”")], pieces=[(3, 2), (3, 2), (3, 1), (4, 1)])
    assert file.text == "收到5件。\rABC“d”\r"
    assert [piece.width for piece in file.pieces] == [2, 2, 1, 1]
    assert file.pieces[0].offset > file.pieces[3].offset


def test_halves_of_a_character_beyond_the_usual_ones_stay_apart_so_that_places_are_right() -> None:
    raw = "𠀀甲\r".encode("utf-16-le")
    streams = word97.streams([p("123")])
    word = bytearray(streams.word)
    word[streams.pieces[0].offset : streams.pieces[0].offset + len(raw)] = raw
    assert len(streams_of(word97.PATH, bytes(word), streams.table, b"").text) == 4


def test_a_locked_file_says_so(tmp_path: Path) -> None:
    raw = (DATA / "merged.doc").read_bytes()
    at = next(at for at in range(512, len(raw), 512) if raw[at : at + 2] == b"\xec\xa5") + 0x0A
    path = tmp_path / "年报.doc"
    path.write_bytes(raw[:at] + struct.pack("<H", struct.unpack_from("<H", raw, at)[0] | 0x0100) + raw[at + 2 :])
    with pytest.raises(UserError, match="密码"):
        open_streams(path)


def test_a_file_of_word_95_is_left_to_an_office_program() -> None:
    with pytest.raises(NeedsConversionError, match=r"Word 95 或更早.*另存为 \.docx"):
        word97.streams([p("甲")], version=0x68)


@pytest.mark.parametrize(("at", "value"), [(0x4C, -1), (0x4C, 0), (0x4C, 900), (0x9A + 33 * 8, 1 << 30)])
def test_counts_and_places_beyond_the_file_are_damage(at: int, value: int) -> None:
    streams = word97.streams([p("甲")])
    word = bytearray(streams.word)
    struct.pack_into("<i", word, at, value)
    with pytest.raises(UserError, match="损坏"):
        streams_of(word97.PATH, bytes(word), streams.table, b"")


def test_a_piece_beyond_the_file_is_damage() -> None:
    streams = word97.streams([p("甲")])
    with pytest.raises(UserError, match="损坏"):
        streams_of(word97.PATH, streams.word[: streams.pieces[0].offset], streams.table, b"")


@pytest.mark.parametrize("length", [0, 3, 4, 15, 1 << 31])
def test_a_table_of_pieces_that_breaks_off_is_damage(length: int) -> None:
    streams = word97.streams([p("甲")])
    table = bytearray(streams.table)
    (at,) = struct.unpack_from("<I", streams.word, 0x9A + 33 * 8)
    struct.pack_into("<I", table, at + 1, length)
    if length > 15:
        del table[at + 9 :]
    with pytest.raises(UserError, match="损坏"):
        streams_of(word97.PATH, streams.word, bytes(table), b"")


def test_more_text_than_any_report_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_streams, "MOST_CHARACTERS", 3)
    with pytest.raises(UserError, match="太大"):
        word97.streams([p("甲乙丙丁")])


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.95])
def test_a_file_cut_off_anywhere_is_damaged(tmp_path: Path, share: float) -> None:
    raw = (DATA / "merged.doc").read_bytes()
    path = tmp_path / "半.doc"
    path.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(UserError, match="损坏"):
        open_streams(path)


def test_a_table_of_positions_is_taken_apart() -> None:
    assert plc(struct.pack("<III", 0, 5, 9) + b"abcd", 2) == ((0, 5, 9), [b"ab", b"cd"])
    assert plc(b"", 2) == ((), [])
