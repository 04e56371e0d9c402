"""Characters of PDF files as ordinary ones.

Fonts map their glyphs to whatever character comes first: radicals and compatibility forms that look the same but are
found by no search and equal no label (⾏ U+2F0F for 行).
"""

import re
import unicodedata

UNREADABLE = "\ufffd"
_RANGES = (
    (0x2E80, 0x2FDF),
    (0xF900, 0xFAFF),
    (0xFB00, 0xFB06),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F),
    (0x2F800, 0x2FA1F),
)
_SIMPLIFIED = str.maketrans(
    "⼾⻘⾭⻓⻔⻅⻉⻋⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰⻳⺠⺟⻄⺮⻆⻣⻤⻁⻌⺁⺌⺍⺡⺣⺫⺬⺶⺷⺼⻊⻑⻒⻗"
    "⻞⻟⻠⻡⻙⻧⻪⻫⻯⻱⻲⺩⺪⺎⺝⺞",
    "户青青长门见贝车页风飞食马鱼鸟麦黄齐齿龙龟民母西竹角骨鬼虎辶厂小小氵灬目示羊羊月足长长雨"
    "食食食首韦卤黾齐龙龟龟王疋尢月歹",
)
_BLANKS = dict.fromkeys([0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_HYPHEN = {2: "-", 0xFFFE: "-"}  # what PDFium gives for a hyphen at the end of a line
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF], UNREADABLE)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_SYMBOLS = re.compile("[\uf020-\uf0ff]")  # of fonts of symbols: marks before the items of a list


def _ordinary() -> dict[int, str]:
    table: dict[int, str] = {}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            same = unicodedata.normalize("NFKC", chr(code))
            if same != chr(code):
                table[code] = same
    return table | {odd: chr(plain) for odd, plain in _SIMPLIFIED.items()} | _CONTROLS | _BLANKS | _HYPHEN


_ORDINARY: dict[int, str] = {}


def ordinary(text: str) -> str:
    """Return text with radicals and compatibility forms as the characters they stand for, and blanks of one kind."""
    if not _ORDINARY:
        _ORDINARY.update(_ordinary())
    return text.translate(_ORDINARY)


def unreadable(text: str) -> int:
    """Return how many characters of a text mean nothing: without a code, or with one that only their font knows."""
    return text.count(UNREADABLE) + len(_PRIVATE.findall(_SYMBOLS.sub("", text)))
