"""Which face sets which part of a printed report, and which one helps out where a character is lacking.

The faces are those that GB/T 9704-2012 and custom ask for, as far as the machine has them; a substitute is named, so
that the clerk knows what the leader will see. A character that no face has is never printed as a silent box.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from core.errors import UserError
from core.exporters.font_files import BUNDLED, Face, faces


class Role(Enum):
    """What a face is used for; the value is the face that is wanted, as the clerk knows it."""

    TITLE = "小标宋"
    HEADING = "黑体"
    SUBHEADING = "楷体"
    BODY = "仿宋"
    TABLE = "宋体"


class _Wish(NamedTuple):
    """Names of the wanted face, then of substitutes with the weight to take, best first."""

    wanted: tuple[str, ...]
    substitutes: tuple[tuple[str, int], ...]


_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC", "AR PL UMing CN")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC", "Microsoft YaHei")
_OLD = ("WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback", "DengXian")
_KAI = ("LXGW WenKai", "LXGW WenKai GB", "Nianbao Kai", "AR PL UKai CN", "AR PL KaitiM GB")
_SONG = ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "方正书宋简体", "华文宋体", "STSong")
_BLACK = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti")
_ITALIC = ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体简体", "华文楷体", "STKaiti")
_FANGSONG = (
    *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体"),
    *("FZFangSong-Z02", "FZFangSong-Z02S", "华文仿宋", "STFangsong", "朱雀仿宋", "Zhuque Fangsong"),
)
_TITLE = (
    *("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋"),
    *("FZXBSJW--GB1-0", "FZXBSK--GBK1-0"),
)


def _at(weight: int, *groups: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((name, weight) for group in groups for name in group)


_WISHES: Mapping[Role, _Wish] = {
    Role.TITLE: _Wish(_TITLE, _at(700, ("华文中宋", "STZhongsong"), _SERIF, _SONG, _SANS, _KAI, _OLD)),
    Role.HEADING: _Wish(_BLACK, _at(500, _SANS, _OLD, _SERIF, _SONG, _KAI)),
    Role.SUBHEADING: _Wish(_ITALIC, _at(400, _KAI, _SERIF, _SONG, _SANS, _OLD)),
    Role.BODY: _Wish(
        _FANGSONG, (("LXGW WenKai Light", 300), *_at(400, _KAI, ("FandolFang",), _SERIF, _SONG, _SANS, _OLD))
    ),
    Role.TABLE: _Wish(_SONG, _at(400, _SERIF, _KAI, _SANS, _OLD)),
}
_TIMES = (
    *("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"),
    *("TeX Gyre Termes", "Nianbao Latin", "FreeSerif"),
)
_SLANTED = re.compile("italic|oblique", re.IGNORECASE)
_RARE = (
    *_SERIF,
    *_SONG,
    *("SimSun-ExtB", "SimSun-ExtG", "HanaMinA", "HanaMinB", "BabelStone Han", "Plangothic P1", "Plangothic P2"),
    *_SANS,
    *_OLD,
    *("Segoe UI Symbol", "Cambria Math", "Arial Unicode MS", "DejaVu Sans", "Noto Sans Symbols2"),
)


class Chosen(NamedTuple):
    """The face for a role. `embolden` tells that only a regular cut is there where a bold one is wanted."""

    role: Role
    face: Face
    substitute: bool
    embolden: bool = False

    @property
    def note(self) -> str:
        """What to tell the clerk; empty where the wanted face is used."""
        return f"“{self.role.value}”未安装，已用“{self.face.name}”代替。" if self.substitute else ""


def choose(available: Sequence[Face] | None = None) -> dict[Role, Chosen]:
    """Return a face for every role out of those available (as a rule: installed).

    Raises `UserError` where no Chinese face is there at all.
    """
    every = faces() if available is None else available
    named = _by_name(every)
    return {role: _choose(role, named, every) for role in Role}


def spare(available: Sequence[Face] | None = None) -> tuple[Face, ...]:
    """Return the faces to look into for a character that a chosen face lacks, best first."""
    every = faces() if available is None else available
    named = _by_name(every)
    known = [_nearest(named[name.casefold()], 400) for name in _RARE if name.casefold() in named]
    return tuple(dict.fromkeys((*known, *(face for face in every if face.simplified))))


def latin(available: Sequence[Face] | None = None) -> Face | None:
    """Return the face for digits and Latin letters in the text, Times or one of the same widths; None without one."""
    named = _by_name(faces() if available is None else available)
    for name in _TIMES:
        upright = [face for face in named.get(name.casefold(), ()) if not _SLANTED.search(" ".join(face.names))]
        if upright:
            return _nearest(upright, 400)
    return None


def _choose(role: Role, named: Mapping[str, list[Face]], every: Sequence[Face]) -> Chosen:
    wish = _WISHES[role]
    for name in wish.wanted:
        if name.casefold() in named:
            return Chosen(role, _nearest(named[name.casefold()], 400), substitute=False)
    for name, weight in wish.substitutes:
        if name.casefold() in named:
            face = _nearest(named[name.casefold()], weight)
            return Chosen(role, face, substitute=True, embolden=weight > face.weight + 150)
    for face in every:
        if face.simplified:
            return Chosen(role, face, substitute=True)
    raise UserError(
        "没有导出 PDF：这台电脑上没有可以嵌入的中文字体。",
        "Windows 请安装“仿宋”“黑体”“楷体”“宋体”（在“设置”的“可选功能”里添加“简体中文补充字体”）；"
        "Debian 请安装 fonts-lxgw-wenkai 和 fonts-noto-cjk。",
    )


def _nearest(group: Sequence[Face], weight: int) -> Face:
    """Take the cut of this weight, rather whole than one of ours, rather upright: a slanted one has the longer name."""
    return min(group, key=lambda face: (abs(face.weight - weight), face.path.parent == BUNDLED, len(face.path.name)))


def _by_name(every: Sequence[Face]) -> dict[str, list[Face]]:
    named: dict[str, list[Face]] = {}
    for face in every:
        for name in face.names:
            named.setdefault(name.casefold(), []).append(face)
    return named
