"""Break a long title where a reader would: after the words that end a unit's name, in lines of nearly equal length."""

import re
from collections.abc import Mapping
from itertools import pairwise

from core.exporters.line_ends import CLOSING, NEVER_FIRST, NEVER_LAST

_MOST = 20  # characters of 2号 on a line of 156 mm
_ENDS = ("人民政府", "办公室", "委员会", "管理局", "办事处", "年度", "街道", "中心", "信息公开", "政府")
_END_LETTERS = "省市县区州盟旗镇乡局厅委办院会年"
_WORD = (
    "人民政府|政府|人民|办公室|委员会|管委会|管理局|监督局|管理处|办事处|服务中心|中心|街道|公司|集团|学校|医院|大学|学院|"
    "信息公开|年度报告|政务公开|审签单|校核单|图解|发展|改革|规划|建设|保障|卫生|健康|资源|社会|生态|环境|应急|"
    "交通|运输|农业|农村|文化|旅游|体育|广播|电视|教育|科学|技术|工业|信息化|信息|数据|市场|监督|行政|审批|管理|"
    "服务|综合|执法|事务|城市|城乡|住房|财政|审计|统计|民政|司法|公安|税务|商务|投资|促进|经济|金融|开发区|示范区|"
    "高新|产业|园区|便民|公共|不动产|登记|自然|人力|退役|军人|医疗|水利|林业|草原|气象|档案|民族|宗教|自治|工作"
)
"""Words of which no line takes a part, where there is another way; compiled with the first title of two lines."""

_NOT_BEFORE = "人局厅委办院会处室部年度"
_BONUS = 3  # characters of unevenness that a good place is worth
_UGLY, _WRONG = 100, 10_000  # a torn word; a mark that may not begin or end a line


def broken(text: str) -> tuple[str, ...]:
    """Return the lines of one title; a short one stays whole, and one line more is taken rather than tear a word."""
    if len(text) <= _MOST:
        return (text,) if text else ()
    bad = _bad(text)
    fewest = -(-len(text) // _MOST)
    tries = (_cuts(text, lines, bad) for lines in (fewest, fewest + 1))
    cuts = min(tries, key=lambda cuts: sum(bad.get(at, 0) for at in cuts))
    return tuple(text[start:end] for start, end in pairwise((*cuts, len(text))))


def below_unit(title: str, unit: str) -> tuple[str, ...]:
    """Return the lines of a title; a unit that it begins with has its own."""
    above = unit if title.startswith(unit) else ""
    return (*broken(above), *broken(title.removeprefix(above)))


def _cuts(text: str, lines: int, bad: Mapping[int, int]) -> list[int]:
    share = len(text) / lines
    cuts = [0]
    for number in range(1, lines):
        lowest = max(cuts[-1] + 1, len(text) - (lines - number) * _MOST)
        highest = min(cuts[-1] + _MOST, len(text) - 1)
        cuts.append(min(range(lowest, highest + 1), key=lambda at: _cost(text, at, number * share, bad)))
    return cuts


def _bad(text: str) -> dict[int, int]:
    """Return the places where a line must not end, and how bad it would be there."""
    bad = {at: _UGLY for word in re.finditer(_WORD, text) for at in range(word.start() + 1, word.end())}
    for at, (before, after) in enumerate(pairwise(text), start=1):
        if after in NEVER_FIRST or before in NEVER_LAST:
            bad[at] = _WRONG
        elif _is_torn(before, after):
            bad[at] = _UGLY
    return bad


def _is_torn(before: str, after: str) -> bool:
    splits_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return splits_word or (before.isdigit() and after == "年") or after in _NOT_BEFORE


def _cost(text: str, at: int, ideal: float, bad: Mapping[int, int]) -> float:
    if at in bad:
        return abs(at - ideal) + bad[at]
    before, after = text[at - 1], text[at]
    good = text[:at].endswith(_ENDS) or before in _END_LETTERS or before in CLOSING or after in NEVER_LAST
    year = after.isdigit() and not before.isascii()  # “2031年…” begins the part that every report has
    return abs(at - ideal) - _BONUS * (good + 2 * year)
