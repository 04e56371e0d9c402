"""Cutting the fonts that help out."""

import bz2
from pathlib import Path

import pytest
import uharfbuzz as hb

from core.exporters.font_files import Face, faces
from core.exporters.fonts import Role, choose, latin
from installer.windows import fetch, fonts


@pytest.fixture
def whole() -> tuple[bytes, int]:
    """A Chinese font of this machine, as a file and the number of its face."""
    face = choose()[Role.TABLE].face
    return face.path.read_bytes(), face.index


def test_a_cut_font_has_what_is_wanted_and_little_else(whole: tuple[bytes, int], tmp_path: Path) -> None:
    cut = fonts.cut(*whole, frozenset(map(ord, "年报，1")))
    has = hb.Face(cut).unicodes
    assert {chr(code) for code in has} == set("年报，1")
    assert len(cut) < len(whole[0]) / 50
    (tmp_path / "cut.otf").write_bytes(cut)
    assert len(faces((tmp_path,))) == 1


def test_the_characters_are_those_of_the_standards_and_the_usual_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = bz2.compress(b"U+9ED4\tkTGH\t2013:8105\nU+9ED5\tkOther\t1\n")
    monkeypatch.setattr(fetch, "deb", Path)
    monkeypatch.setattr(fetch, "member", lambda *_: listed)
    fonts.characters.cache_clear()
    kept = fonts.characters()
    fonts.characters.cache_clear()
    assert {0x9ED4, *map(ord, "政府信息公开年报ABC019，。《》〔〕—…①㎡℃‰〓□")} <= kept
    assert 0x9ED5 not in kept
    assert fonts.common() < kept
    assert (ord("政") in fonts.common(), ord("鑫") in fonts.common()) == (True, False)
    assert len([code for code in fonts.common() if 0x4E00 <= code <= 0x9FFF]) == 3755


def test_the_latin_font_has_letters_and_digits_alone_and_sets_the_digits_where_times_is_missing() -> None:
    assert {ord("7"), ord("é"), ord("%"), ord("“")} <= fonts.letters()
    assert not {ord("年"), ord("①"), ord("，")} & fonts.letters()
    (source,) = (each for each in fonts.SOURCES if each.scope == 3)
    face = Face(Path(source.out), 0, (source.name, source.chinese_name), 400, embeddable=True, simplified=False)
    assert latin((face,)) is face


def test_a_font_of_a_reserved_name_gets_one_of_ours(whole: tuple[bytes, int], tmp_path: Path) -> None:
    pytest.importorskip("fontTools", reason="fontTools is of the building environment")
    source = fonts.Source("p", "f", 0, "o", "Nianbao Kai", "年报楷体")
    (tmp_path / "a.ttf").write_bytes(fonts.renamed(fonts.cut(*whole, frozenset({0x5E74})), source))
    (face,) = faces((tmp_path,))
    assert face.names == ("Nianbao Kai", "年报楷体")
    assert fonts.renamed(b"font", fonts.Source("p", "f", 0, "o")) == b"font"
