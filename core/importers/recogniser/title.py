"""Finds the title, the unit and the year (domain.md A.4). The year of a page's date is never taken for the report's."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.importers.recogniser.lines import Line
from core.importers.recogniser.prose import is_document_head, is_furniture
from core.importers.recogniser.words import han, is_sentence, plain

_TITLE = re.compile(
    r"(?P<before>.*?)(?P<year>(?:19|20)\d{2})?年?度?"
    r"(?P<fixed>(?:政府信息公开|政务公开|(?<!府)信息公开)(?:工作)?(?:的)?(?:情况)?(?:年度(?:工作)?(?:情况)?报告|报告|年报))(?P<after>.*)"
)
_SPEAKS = re.compile(r"现将|根据|按照|依据|依照|本报告")
_YEARS_IN_TITLE = re.compile(r"((?:19|20)\d{2})年?(?:度)?")
_PERIOD = re.compile(r"((?:19|20)\d{2})年1月1日")
_QUOTED = re.compile(r"《([^《》]{2,40}?)((?:19|20)\d{2})年?(?:度)?(?:年)?政府信息公开(?:工作)?(?:的)?年度报告")
_UNIT_END = re.compile(
    r"(政府|局|委|委员会|办|办公室|办公厅|厅|院|所|站|队|处|署|镇|乡|街道|办事处|县|市|区|旗|州|省|盟|中心|公司|大学|学院|学校|集团|银行|会|园|馆|组|部|科|社|台|单位|场|行|关|联|团|师|村|校|厂|库|港|基地|口岸|监狱|总署|管委会)$"
)
_NOT_UNIT = re.compile(
    r"[:：,，。;；/>|【】\[\]!！?？]|来源|发布|时间|字号|字体|首页|浏览|打印|分享|附件|目录|正文|登录|导航|门户网站|年度报告|年报"
)
_YEAR_IN_HAN = re.compile(r"(?<![〇○零O0一二三四五六七八九])[二2][〇○零OoОо0一二三四五六七八九]{3}(?=年)")
_HAN_DIGITS = str.maketrans("〇○零OoОо一二三四五六七八九", "0000000123456789")
_VERSION = re.compile(r"[()（）\d]|草稿|初稿|定稿|送审稿|征求意见稿|公开稿")
_YEAR_IN_PROSE = re.compile(r"(?<![\d〔\[(（])((?:19|20)\d{2})年")
_YEAR_OF_REPORT = re.compile(r"(?<![\d〔\[(（])((?:19|20)\d{2})年度?(?:政府信息公开)?(?:工作)?(?:年度)?(?:工作)?报告")
_LONGEST_UNIT = 40
_LONGEST_TITLE = 70


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of a file tells: its titles, one a line of `text`; `lines` are those they take, with the unit."""

    unit: str = ""
    year: int | None = None
    text: str = ""
    lines: frozenset[int] = frozenset()


def find_title(lines: Sequence[Line], above: Sequence[Line]) -> Title:
    """Return the title among the lines `above` all sections and tables.

    Where it lacks unit or year, the words of the whole text tell them or nobody.
    """
    titles = _titles(above)
    unit = next((title.unit for title in titles if title.unit), "")
    year = next((title.year for title in titles if title.year), None)
    taken = frozenset(number for title in titles for number in title.lines)
    text = "\n".join(dict.fromkeys(title.text for title in titles))
    quoted_unit, quoted_year = _quoted(lines)
    return Title(unit or quoted_unit, year or quoted_year or _period(lines), text, taken)


def year_in_prose(texts: Mapping[str, str]) -> int | None:
    """Return the year of the report that the preamble speaks of, or the one that the overview names most by far."""
    named = set(_YEAR_OF_REPORT.findall(dated(texts.get("preamble", ""))))
    if len(named) == 1:
        return int(named.pop())
    counted = Counter(_YEAR_IN_PROSE.findall(dated(texts.get("s1", ""))))
    if not counted:
        return None
    (most, times), *others = counted.most_common(2)
    return int(most) if not others or times >= 3 * others[0][1] else None


def unit_signing(texts: Mapping[str, str]) -> str:
    """Return the unit that signs the report, or nothing."""
    first = plain(texts.get("signature", "").split("\n", 1)[0])
    return first if _is_unit(first, strict=True) else ""


@lru_cache(maxsize=1024)
def dated(text: str) -> str:
    """Return text as `plain` does, with years in Chinese digits ("二〇二四年") in Arabic ones."""
    return _YEAR_IN_HAN.sub(lambda year: year[0].translate(_HAN_DIGITS), plain(text))


def _titles(lines: Sequence[Line]) -> list[Title]:
    titles: list[Title] = []
    skip = -1
    for place, line in enumerate(lines):
        if place <= skip or not line.only or is_document_head(line.only) or is_furniture(line.only):
            continue
        for size in (1, 2, 3):
            block = _joined(lines, place, size)
            if block is None:
                break
            text, last = block
            if (
                size > 1
                and _title(lines[last].only or "") is not None
                and _fixed_first(lines[last].only or "") is False
            ):
                break  # a title of its own; what stands above it is another line
            title = _title(text)
            if title is not None and size > 1 and not title.unit and _title(_after_first(lines, place, size)):
                break  # the first line is no part of it
            if title is not None:
                above = _unit_above(lines, place) if not title.unit else ("", -1)
                places = {*range(place, last + 1), *([above[1]] if above[1] >= 0 else [])}
                numbers = {lines[at].number for at in places}
                titles.append(Title(title.unit or above[0], title.year, title.text, frozenset(numbers)))
                skip = last
                break
            if is_sentence(text):
                break
    return titles


def _joined(lines: Sequence[Line], place: int, size: int) -> tuple[str, int] | None:
    """Return the words of so many written lines from here on, and the place of the last one."""
    texts: list[str] = []
    for at in range(place, min(len(lines), place + 8)):
        only = lines[at].only
        if only is None:
            return None
        if only:
            texts.append(only.replace("\n", " "))
            if len(texts) == size:
                return " ".join(texts), at
    return None


def _after_first(lines: Sequence[Line], place: int, size: int) -> str:
    """Return the words of the lines that `_joined` takes, but for the first one."""
    return " ".join([line.only.replace("\n", " ") for line in lines[place : place + 8] if line.only][1:size])


def _title(text: str) -> Title | None:
    bare = dated(text)
    match = _TITLE.fullmatch(bare) if len(bare) <= _LONGEST_TITLE else None
    if match is None or "。" in bare or (is_sentence(text) and "《" in bare):
        return None
    if len(_VERSION.sub("", match["after"])) > 6:
        return None
    years = _YEARS_IN_TITLE.findall(bare)
    if "年度" not in match["fixed"] and (not years or _SPEAKS.match(bare)):
        return None  # "政府信息公开报告" alone is the name of a page, or of a thing a sentence speaks of
    unit = _YEARS_IN_TITLE.sub("", match["before"]).removeprefix("关于").rstrip("年度的")
    unit = unit.strip('《》"“”-—_ ').removesuffix("关于")
    return Title(unit if _is_unit(unit, strict=False) else "", int(years[-1]) if years else None, bare)


def _fixed_first(text: str) -> bool:
    """Whether a title line begins with the year or the fixed words, so that the unit must stand above it."""
    match = _TITLE.fullmatch(dated(text))
    return match is not None and not _YEARS_IN_TITLE.sub("", match["before"]).removeprefix("关于")


def _is_unit(text: str, *, strict: bool) -> bool:
    if not 2 <= han(text) <= _LONGEST_UNIT or _NOT_UNIT.search(text) or any(sign.isdigit() for sign in text):
        return False
    return not strict or _UNIT_END.search(text) is not None


def _unit_above(lines: Sequence[Line], place: int) -> tuple[str, int]:
    """Return the unit where it stands on a line of its own right above the title."""
    for at in range(place - 1, max(-1, place - 6), -1):
        only = lines[at].only
        if only == "":
            continue
        name = plain(only or "")
        return (name, at) if _is_unit(name, strict=True) else ("", -1)
    return "", -1


def _quoted(lines: Sequence[Line]) -> tuple[str, int | None]:
    for line in lines:
        for text in line.words:
            match = _QUOTED.search(dated(text)) if "《" in text else None
            if match and not match[1].startswith("中华人民共和国"):
                return match[1].strip(), int(match[2])
    return "", None


def _period(lines: Sequence[Line]) -> int | None:
    """Return the year whose statistics the text says it reports."""
    for line in lines:
        for text in line.words:
            match = _PERIOD.search(dated(text)) if "月" in text else None
            if match:
                return int(match[1])
    return None
