"""Word's automatic numbering: the ordinal that a paragraph shows though its text does not hold it."""

from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from core.importers.package import attribute, local

_DIGITS = "〇一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "chineseLegalSimplified",
}
_DECIMAL = {"decimal", "decimalZero", "decimalFullWidth", "decimalHalfWidth", "decimalFullWidth2"}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what stands around the number ("（%1）")."""

    format: str
    text: str
    start: int = 1


@dataclass
class Numbering:
    """The lists of a document with the counts reached so far; paragraphs must be asked in their order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list number
    shared: dict[str, str] = field(default_factory=dict)  # list number -> definition: its lists count on together
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def ordinal(self, number: str, level: int) -> str:
        """Return the ordinal of the next paragraph of a list, or nothing for bullets and unknown lists."""
        levels = self.levels.get(number, {})
        if level not in levels:
            return ""
        counts = self.counts[self.shared.get(number, number)]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        shown = levels[level].text
        for other, at in levels.items():
            mark = f"%{other + 1}"
            if mark in shown:
                shown = shown.replace(mark, written(counts.get(other, at.start), at.format))
        return shown if levels[level].format not in {"bullet", "none"} else ""


def read_numbering(root: etree._Element) -> Numbering:
    """Return the lists that numbering.xml defines."""
    definitions = {
        attribute(child, "abstractNumId") or "": _levels(child) for child in root if local(child) == "abstractNum"
    }
    numbering = Numbering()
    for child in root:
        if local(child) != "num":
            continue
        number = attribute(child, "numId") or ""
        definition = next((attribute(e, "val") or "" for e in child if local(e) == "abstractNumId"), "")
        changed = _overrides(child)
        numbering.levels[number] = {**definitions.get(definition, {}), **changed}
        numbering.shared[number] = number if changed or _restarts(child) else f"definition {definition}"
    return numbering


def written(number: int, how: str) -> str:
    """Return a count in Chinese or Arabic digits."""
    if how in _CHINESE:
        return _chinese(number)
    if how in _CIRCLED and 1 <= number <= 20:
        return chr(0x245F + number)
    return str(number)


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def _levels(definition: etree._Element) -> dict[int, Level]:
    return {_whole(attribute(child, "ilvl")): _level(child) for child in definition if local(child) == "lvl"}


def _overrides(number: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for override in number:
        if local(override) == "lvlOverride":
            levels.update(_levels(override))
    return levels


def _restarts(number: etree._Element) -> bool:
    return any(local(element) == "startOverride" for element in number.iter())


def _level(element: etree._Element) -> Level:
    found = {local(child): attribute(child, "val") or "" for child in element}
    return Level(found.get("numFmt", "decimal"), found.get("lvlText", ""), _whole(found.get("start"), 1))


def _whole(written_as: str | None, otherwise: int = 0) -> int:
    """Return a short whole number of an attribute."""
    return int(written_as) if written_as and written_as.isdecimal() and len(written_as) < 6 else otherwise
