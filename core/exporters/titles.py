"""Break a long title where a reader would: after the words that end a unit's name, in lines of nearly equal length."""

from itertools import pairwise

_MOST = 20  # characters of 2号 on a line of 156 mm
_ENDS = ("人民政府", "办公室", "委员会", "管理局", "办事处", "年度", "街道", "中心", "信息公开", "政府")
_END_LETTERS = "省市县区州盟旗镇乡局厅委办院会年"
_NOT_BEFORE = "人局厅委办院会处室部）、，。年度"
_BONUS = 3  # characters of unevenness that a good place is worth
_UGLY = 100


def broken(text: str) -> tuple[str, ...]:
    """Return the lines of one title; a short one stays whole."""
    if len(text) <= _MOST:
        return (text,) if text else ()
    lines = -(-len(text) // _MOST)
    share = len(text) / lines
    cuts = [0]
    for number in range(1, lines):
        lowest = max(cuts[-1] + 1, len(text) - (lines - number) * _MOST)
        highest = min(cuts[-1] + _MOST, len(text) - 1)
        cuts.append(min(range(lowest, highest + 1), key=lambda at: _cost(text, at, number * share)))
    return tuple(text[start:end] for start, end in pairwise((*cuts, len(text))))


def _cost(text: str, at: int, ideal: float) -> float:
    before, after = text[at - 1], text[at]
    splits_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    if splits_word or (before.isdigit() and after == "年") or after in _NOT_BEFORE:
        return abs(at - ideal) + _UGLY
    good = text[:at].endswith(_ENDS) or before in _END_LETTERS
    year = after.isdigit() and not before.isascii()  # “2031年…” begins the part that every report has
    return abs(at - ideal) - _BONUS * (good + 2 * year)
