"""Reading which fonts there are, from files made in the test."""

import struct
from pathlib import Path

import pytest

from core.exporters.font_files import BUNDLED, faces, folders


def _name_table(*names: tuple[int, str]) -> bytes:
    records, strings = b"", b""
    for name_id, name in names:
        data = name.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x804, name_id, len(data), len(strings))
        strings += data
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + records + strings


def _os2(weight: int, rights: int) -> bytes:
    return struct.pack(">HhHHH", 4, 0, weight, 5, rights) + bytes(68) + struct.pack(">II", 1 << 18, 0)


def _font(names: bytes, os2: bytes, *more: bytes, base: int = 0) -> bytes:
    tables = {b"OS/2": os2, b"name": names, b"glyf": b"outlines"} | dict.fromkeys(more, b"data")
    offset, directory, body = base + 12 + 16 * len(tables), b"", b""
    for tag, data in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(data))
        body += data
    return b"\0\1\0\0" + struct.pack(">4H", len(tables), 0, 0, 0) + directory + body


def test_a_face_is_found_with_its_names_weight_and_script(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.TTF").write_bytes(_font(_name_table((1, "FangSong"), (1, "仿宋"), (2, "粗")), _os2(350, 8)))
    (face,) = faces((tmp_path,))
    assert (face.names, face.name, face.weight, face.simplified) == (("FangSong", "仿宋"), "仿宋", 350, True)


@pytest.mark.parametrize("rights", [2, 0x100, 0x200, 0x102])
def test_a_font_that_forbids_embedding_is_left_alone(tmp_path: Path, rights: int) -> None:
    (tmp_path / "a.ttf").write_bytes(_font(_name_table((1, "仿宋")), _os2(400, rights)))
    assert faces((tmp_path,)) == ()


@pytest.mark.parametrize("rights", [0, 4, 8])
def test_a_font_that_allows_printing_or_editing_is_used(tmp_path: Path, rights: int) -> None:
    (tmp_path / "a.ttf").write_bytes(_font(_name_table((1, "仿宋")), _os2(400, rights)))
    assert len(faces((tmp_path,))) == 1


def test_a_variable_font_is_left_alone_for_it_would_print_its_thinnest_cut(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(_font(_name_table((1, "仿宋")), _os2(400, 0), b"fvar"))
    assert faces((tmp_path,)) == ()


def test_every_face_of_a_collection_is_found(tmp_path: Path) -> None:
    first = _font(_name_table((1, "宋体")), _os2(400, 8), base=20)
    second = _font(_name_table((1, "新宋体")), _os2(400, 8), base=20 + len(first))
    head = b"ttcf" + struct.pack(">IIII", 0x10000, 2, 20, 20 + len(first))
    (tmp_path / "simsun.ttc").write_bytes(head + first + second)
    assert [(face.index, face.name) for face in faces((tmp_path,))] == [(0, "宋体"), (1, "新宋体")]


@pytest.mark.parametrize(
    "content", [b"", b"\0\1\0\0", b"ttcf" + b"\xff" * 40, b"\0\1\0\0" + b"\xff" * 400, b"PK\3\4" * 50]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.ttf").write_bytes(content)
    (tmp_path / "good.ttf").write_bytes(_font(_name_table((1, "仿宋")), _os2(400, 0)))
    assert [face.name for face in faces((tmp_path,))] == ["仿宋"]


def test_a_font_installed_while_the_program_runs_is_noticed(tmp_path: Path) -> None:
    assert faces((tmp_path,)) == ()
    (tmp_path / "a.ttf").write_bytes(_font(_name_table((1, "仿宋")), _os2(400, 0)))
    assert len(faces((tmp_path,))) == 1


def test_on_windows_the_fonts_of_the_user_come_before_those_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "L")
    monkeypatch.setenv("WINDIR", "W")
    assert folders()[:2] == (Path("L", "Microsoft", "Windows", "Fonts"), Path("W", "Fonts"))


def test_the_fonts_that_came_with_the_program_are_looked_at_last() -> None:
    assert folders()[-1] == BUNDLED
    assert BUNDLED.parent.name == "resources"
