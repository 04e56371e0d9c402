"""What elements of a page do to the words in them: hide them, break the line, make them bold."""

import re

from lxml import etree

from core.importers.limits import whole_number

_SKIPPED = frozenset((
    "head", "title", "script", "style", "noscript", "template", "select", "option", "datalist", "button", "nav",
    "footer", "iframe", "noframes", "object", "applet", "svg", "audio", "video", "canvas", "textarea", "xml", "del",
    "map", "rt", "rp",
))  # fmt: skip
_BLOCKS = frozenset((
    "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "section",
    "article", "main", "header", "aside", "form", "fieldset", "legend", "center", "blockquote", "pre", "address",
    "figure", "figcaption", "hr", "table", "caption", "tr", "td", "th", "tbody", "thead", "tfoot", "dir", "menu",
    "details", "summary", "marquee",
))  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(block|table-cell|table-row|list-item|flex|grid)", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})", re.IGNORECASE)


def is_shown(element: etree._Element) -> bool:
    """Whether a person sees an element."""
    tag = element.tag
    if tag in _SKIPPED or not isinstance(tag, str):
        return False
    if tag == "body":
        return True  # pages hide it until their scripts have run
    style = element.get("style")
    return element.get("hidden") is None and (style is None or _HIDDEN.search(style) is None)


def is_block(tag: str, style: str) -> bool:
    """Whether an element begins a new line."""
    return tag in _BLOCKS or (bool(style) and _BLOCK_STYLE.search(style) is not None)


def is_bold(tag: str, style: str, *, bold: bool) -> bool:
    """Whether the words of an element are bold; `bold`: those around it are."""
    if tag in {"b", "strong"}:
        bold = True
    match = _WEIGHT.search(style) if style else None
    if match is None:
        return bold
    weight = match[1].lower()
    return weight in {"bold", "bolder"} or (whole_number(weight) or 0) >= 600
