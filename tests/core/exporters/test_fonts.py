"""Which face is taken for what."""

from pathlib import Path

import pytest

from core.errors import UserError
from core.exporters.font_files import BUNDLED, Face
from core.exporters.fonts import Role, choose, latin, spare


def face(*names: str, weight: int = 400, index: int = 0) -> Face:
    return Face(Path(f"{names[0]}.ttf"), index, names, weight, embeddable=True, simplified=True)


OFFICE = (
    face("方正小标宋简体"),
    face("SimHei", "黑体"),
    face("KaiTi", "楷体"),
    face("FangSong", "仿宋"),
    face("SimSun", "宋体"),
    face("Microsoft YaHei", "微软雅黑"),
)


def test_an_office_computer_needs_no_substitute() -> None:
    chosen = choose(OFFICE)
    assert {role: found.face.name for role, found in chosen.items()} == {
        Role.TITLE: "方正小标宋简体",
        Role.HEADING: "黑体",
        Role.SUBHEADING: "楷体",
        Role.BODY: "仿宋",
        Role.TABLE: "宋体",
    }
    assert not any(found.note for found in chosen.values())


def test_without_a_title_face_the_plain_one_is_thickened_and_said_so() -> None:
    found = choose(OFFICE[1:])[Role.TITLE]
    assert (found.face.name, found.embolden) == ("宋体", True)
    assert found.note == "“小标宋”未安装，已用“宋体”代替。"


def test_free_fonts_stand_in_with_the_weight_that_comes_nearest() -> None:
    light = face("LXGW WenKai Light", "LXGW WenKai", "霞鹜文楷 Light", weight=300)
    regular = face("LXGW WenKai", "霞鹜文楷")
    serif = face("Noto Serif CJK SC")
    bold = face("Noto Serif CJK SC", weight=700, index=2)
    chosen = choose((light, regular, serif, bold))
    assert chosen[Role.BODY].face is light
    assert chosen[Role.BODY].note == "“仿宋”未安装，已用“霞鹜文楷 Light”代替。"
    assert chosen[Role.SUBHEADING].face is regular
    assert chosen[Role.TITLE].face is bold
    assert not chosen[Role.TITLE].embolden
    assert chosen[Role.TABLE].face is serif


def test_any_chinese_face_is_better_than_none() -> None:
    odd = face("某某体")
    assert {found.face for found in choose((odd,)).values()} == {odd}


def test_without_a_chinese_face_the_clerk_is_told_what_to_install() -> None:
    latin = Face(Path("a.ttf"), 0, ("DejaVu Sans",), 400, embeddable=True, simplified=False)
    for available in ((), (latin,)):
        with pytest.raises(UserError, match="没有可以嵌入的中文字体") as caught:
            choose(available)
        assert "fonts-lxgw-wenkai" in caught.value.hint
        assert "仿宋" in caught.value.hint


def test_rare_characters_are_looked_for_in_the_largest_faces_first() -> None:
    rare, other, song = face("HanaMinB"), face("某某体"), face("SimSun", "宋体")
    assert spare((other, rare, song)) == (song, rare, other)


def test_a_whole_font_of_the_machine_goes_before_the_cut_one_that_came_with_the_program() -> None:
    ours = Face(BUNDLED / "a.otf", 0, ("Noto Serif CJK SC",), 700, embeddable=True, simplified=True)
    whole = face("Noto Serif CJK SC", weight=700)
    assert choose((ours, whole))[Role.TITLE].face == whole
    assert choose((ours,))[Role.TITLE].face == ours


def test_the_cut_kai_that_came_with_the_program_sets_the_body_where_windows_has_no_fangsong() -> None:
    chosen = choose((face("Nianbao Kai", "年报楷体", weight=300), face("Noto Serif CJK SC")))[Role.BODY]
    assert chosen.note == "“仿宋”未安装，已用“年报楷体”代替。"


def test_digits_are_set_in_times_or_in_what_is_as_wide_and_never_slanted() -> None:
    times = face("Times New Roman")
    slanted = Face(Path("I.ttf"), 0, ("Liberation Serif", "Liberation Serif Italic"), 400, True, False)
    bold = face("Liberation Serif", weight=700)
    upright = face("Liberation Serif", "Liberation Serif Regular")
    assert latin((*OFFICE, upright, times)) is times
    assert latin((slanted, bold, upright)) is upright
    assert latin((slanted,)) is latin(OFFICE) is None
