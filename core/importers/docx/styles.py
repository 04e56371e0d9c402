"""What a Word paragraph's style and list say: whether it is a heading, and the number that it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from core.importers.docx.text import ON
from core.importers.limits import MOST_BASE_STYLES, whole_number
from core.importers.numbering import Numbering
from core.importers.package import attribute, local


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, with what it inherits; `list` is the list and its level."""

    heading: bool = False
    bold: bool = False
    list: tuple[str, int] | None = None


@dataclass
class Styles:
    """The styles and lists of a document, each part read when it is first needed."""

    definitions: Iterator[etree._Element]
    read_numbering: Callable[[], Numbering]
    _defined: dict[str, etree._Element] = field(default_factory=dict)  # those read so far
    _numbering: Numbering | None = None
    _found: dict[str, Style] = field(default_factory=lambda: {"": Style()})

    def style(self, properties: etree._Element | None) -> Style:
        """Return the style of a paragraph with these properties."""
        name = "" if properties is None else _style_name(properties)
        if name not in self._found:
            self._found[name] = self._style(name)
        return self._found[name]

    def _style(self, name: str) -> Style:
        heading, bold, listed = False, False, None
        for _ in range(MOST_BASE_STYLES):
            element = self._definition(name)
            if element is None:
                break
            properties = {local(child): child for child in element}
            title = (attribute(properties["name"], "val") or "").lower() if "name" in properties else ""
            heading = heading or title.startswith(("heading", "标题", "title"))
            bold = bold or ("rPr" in properties and _bold(properties["rPr"]) is True)
            listed = listed or (_list_of(properties["pPr"]) if "pPr" in properties else None)
            if "basedOn" not in properties:
                break
            name = attribute(properties["basedOn"], "val") or ""
        return Style(heading, bold, listed)

    def _definition(self, name: str) -> etree._Element | None:
        """Return the element that defines a style; those of tables, which nobody asks for, stand last and are large."""
        while name not in self._defined:
            element = next(self.definitions, None)
            if element is None:
                return None
            self._defined.setdefault(attribute(element, "styleId") or "", element)
        return self._defined[name]

    def ordinal(self, properties: etree._Element | None, style: Style) -> str:
        """Return the automatic number that the next paragraph shows, "" for none."""
        listed = (_list_of(properties) if properties is not None else None) or style.list
        if listed is None:
            return ""
        if self._numbering is None:
            self._numbering = self.read_numbering()
        number, level = listed
        return self._numbering.ordinal(number or (style.list[0] if style.list else ""), level)


def is_bold(element: etree._Element, style: Style) -> bool:
    """Whether all words of a paragraph are bold."""
    weights = [
        _run_bold(run)
        for run in element.iter("{*}r")
        if any(local(child) == "t" and (child.text or "").strip() for child in run)
    ]
    return bool(weights) and all(style.bold if weight is None else weight for weight in weights)


def _run_bold(run: etree._Element) -> bool | None:
    properties = next((child for child in run if local(child) == "rPr"), None)
    return None if properties is None else _bold(properties)


def _list_of(properties: etree._Element) -> tuple[str, int] | None:
    for child in properties:
        if local(child) == "numPr":
            found = {local(inner): attribute(inner, "val") or "" for inner in child}
            level = found.get("ilvl", "0")
            return found.get("numId", ""), whole_number(level) or 0
    return None


def _bold(properties: etree._Element) -> bool | None:
    mark = next((child for child in properties if local(child) == "b"), None)
    return None if mark is None else attribute(mark, "val") in ON


def _style_name(properties: etree._Element) -> str:
    return next((attribute(child, "val") or "" for child in properties if local(child) == "pStyle"), "")
