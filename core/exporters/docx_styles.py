"""Styles, fonts and settings of the Word file: the page and type of GB/T 9704-2012 under names that offices know.

Built-in styles go by their English names, which Word and WPS show in the language of the user (标题 1, 正文缩进).
"""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.exporters import draft
from core.exporters.docx_xml import Element, twips, w
from core.exporters.paper import BODY, CELL, PITCH

SONG, BLACK, KAI, FANGSONG, SMALL_TITLE = "宋体", "黑体", "楷体_GB2312", "仿宋_GB2312", "方正小标宋简体"
LATIN = "Times New Roman"
LINE = int(PITCH * 20)  # twips, rounded down, so that 22 of them go on a page
_GIVEN_UP = math.floor((CELL - BODY) * 20) - 1  # twips; with one less LibreOffice, that rounds, puts 27 on a line
LEADING = 1.2  # of the size, from line to line in a table
PAGE_NUMBER = 14.0  # 4号
_TITLE, _TITLE_LINE = 22.0, 36.0  # 2号
_PLAIN = "Default Paragraph Font"
_RULE = 4  # eighths of a point
EDGES = ("top", "left", "bottom", "right")

TITLE, HEADINGS, PROSE, LEAD = "Title", ("Heading1", "Heading2"), "NormalIndent", "LeadCharacters"
CLOSING, HEADER, FOOTER, GRID = "Signature", "Header", "Footer", "TableGrid"
ENTRY, LABEL = "TableEntry", "TableLabel"


class _Like(NamedTuple):
    """The face to take where one is not installed; then PANOSE, character set and family to find a similar one by."""

    other: str
    panose: str
    charset: str
    family: str


_CHINESE = "86"  # GB2312
_FACES: Mapping[str, _Like] = {
    LATIN: _Like("", "02020603050405020304", "00", "roman"),
    SONG: _Like("SimSun", "02010600030101010101", _CHINESE, "auto"),
    BLACK: _Like("SimHei", "02010609060101010101", _CHINESE, "modern"),
    KAI: _Like("楷体", "02010609060101010101", _CHINESE, "modern"),
    FANGSONG: _Like("仿宋", "02010609060101010101", _CHINESE, "modern"),
    SMALL_TITLE: _Like("华文中宋", "02010600040101010101", _CHINESE, "auto"),
}


def table_style(table: str) -> str:
    """Return the style of the words in a table of the form."""
    return f"Table{table.upper()}"


def styles(tables: Iterable[tuple[str, str, float]]) -> Element:
    """Return the styles; `tables` are identifier, name and type size of each table."""
    return w(
        "styles",
        _defaults(),
        _style("Normal", "Normal", (*_lines(LINE), w("jc", val="both")), _type(BODY, tight=True)),
        _style(PROSE, "Normal Indent", (_indent(),)),
        _style(
            TITLE,
            "Title",
            (*_lines(twips(_TITLE_LINE), around=LINE), w("jc", val="center")),
            (_face(SMALL_TITLE), *_type(_TITLE)),
        ),
        _heading(1, BLACK),
        _heading(2, KAI),
        _style(CLOSING, "Signature", (w("ind", right=twips(4 * CELL)), w("jc", val="right"))),
        _style(FOOTER, "footer", _lines(twips(PAGE_NUMBER)), (_face(SONG, SONG), *_type(PAGE_NUMBER))),
        _style(HEADER, "header", _lines(twips(draft.SIZE)), (_face(BLACK), *_draft_look())),
        *(_table_words(*table) for table in tables),
        _plain_words(),
        _named_face(LEAD, "段首小标题", KAI),
        _plain_table(),
        _ruled_table(),
    )


def sheet_styles(title: tuple[float, float], heading: tuple[float, float], entry: tuple[float, float]) -> Element:
    """Return the styles of a sheet that goes with the report; for each, size and line in points."""
    return w(
        "styles",
        _defaults(),
        _style("Normal", "Normal", _lines(LINE), _type(BODY)),
        _style(
            TITLE, "Title", (*_lines(twips(title[1])), w("jc", val="center")), (_face(SMALL_TITLE), *_type(title[0]))
        ),
        _style(
            HEADINGS[0],
            "heading 1",
            (w("keepNext"), *_lines(twips(heading[1])), w("jc", val="left"), w("outlineLvl", val=0)),
            (_face(BLACK), *_type(heading[0])),
        ),
        _style(FOOTER, "footer", _lines(twips(PAGE_NUMBER)), (_face(SONG, SONG), *_type(PAGE_NUMBER))),
        _style(ENTRY, "表格文字", (*_lines(twips(entry[1])), w("jc", val="left")), (_face(SONG), *_type(entry[0]))),
        _plain_words(),
        _named_face(LABEL, "栏目名称", BLACK),
        _plain_table(),
        _ruled_table(),
    )


def fonts() -> Element:
    """Return the table of fonts, with what stands in for those that are not installed."""
    return w("fonts", *(_font(name, like) for name, like in _FACES.items()))


def settings() -> Element:
    """Return the settings: another page number on even pages, Chinese line breaking, the layout of Word since 2013."""
    layout = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=twips(2 * BODY)),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=LINE),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", w("doNotExpandShiftReturn"), w("useFELayout"), layout),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def size(points: float) -> tuple[Element, ...]:
    """Return the properties of a run that set its type size."""
    halves = round(2 * points)
    return w("sz", val=halves), w("szCs", val=halves)


# ---------------------------------------------------------------- styles


def _defaults() -> Element:
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    words = w("rPr", _face(FANGSONG), *size(BODY), language)
    return w("docDefaults", w("rPrDefault", words), w("pPrDefault"))


def _heading(level: int, face: str) -> Element:
    look = (w("keepNext"), _indent(), w("jc", val="left"), w("outlineLvl", val=level - 1))
    return _style(HEADINGS[level - 1], f"heading {level}", look, (_face(face),), following=PROSE)


def _draft_look() -> tuple[Element, ...]:
    grey = f"{round(255 * draft.GREY):02X}" * 3
    spread = w("spacing", val=twips(draft.SPACE * draft.SIZE))
    return w("snapToGrid", val=0), w("color", val=grey), spread, *size(draft.SIZE)


def _plain_words() -> Element:
    return w(
        "style", w("name", val=_PLAIN), w("semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"
    )


def _named_face(ident: str, name: str, face: str) -> Element:
    """Return a style of words that differ from those around them in their face."""
    head = (w("name", val=name), w("qFormat"))
    return w("style", *head, w("rPr", _face(face)), type="character", customStyle=1, styleId=ident)


def _table_words(table: str, name: str, points: float) -> Element:
    look = (*_lines(twips(points * LEADING)), w("jc", val="center"))
    return _style(table_style(table), f"{name}文字", look, (_face(SONG), *_type(points)))


def _style(
    ident: str, name: str, look: Iterable[Element], words: Iterable[Element] = (), *, following: str = ""
) -> Element:
    """Return a paragraph style; all are based on Normal, which sets the line of the page."""
    kind = {"default": 1} if ident == "Normal" else {} if name.isascii() else {"customStyle": 1}
    made = w("style", w("name", val=name), type="paragraph", styleId=ident, **kind)
    if ident != "Normal":
        made.append(w("basedOn", val="Normal"))
    if following:
        made.append(w("next", val=following))
    made.append(w("qFormat"))
    made.append(w("pPr", *look))
    face = tuple(words)
    if face:
        made.append(w("rPr", *face))
    return made


def _lines(pitch: int, *, around: int = 0) -> tuple[Element, ...]:
    """Return the line pitch; no room opens between Latin and Chinese, for a line has 28 characters by the standard."""
    tight = (w("autoSpaceDE", val=0), w("autoSpaceDN", val=0))
    return (*tight, w("snapToGrid", val=0), w("spacing", before=around, after=around, line=pitch, lineRule="exact"))


def _type(points: float, *, tight: bool = False) -> tuple[Element, ...]:
    """Return type of a size; `tight` gives up what lets 28 characters go on a line.

    The grid of the page says the same, but nothing is made to follow it: LibreOffice gives a character that is wider
    than its field two of them.
    """
    return w("snapToGrid", val=0), w("spacing", val=_GIVEN_UP if tight else 0), *size(points)


def _indent() -> Element:
    return w("ind", firstLineChars=200, firstLine=twips(2 * CELL))


def _face(chinese: str, latin: str = LATIN) -> Element:
    return w("rFonts", ascii=latin, eastAsia=chinese, hAnsi=latin, cs=LATIN)


# ---------------------------------------------------------------- tables, fonts


def _plain_table() -> Element:
    look = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *(w(side, w=0, type="dxa") for side in EDGES)))
    head = (w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", *head, look, type="table", default=1, styleId="TableNormal")


def _ruled_table() -> Element:
    rules = (w(side, val="single", sz=_RULE, space=0, color="auto") for side in (*EDGES, "insideH", "insideV"))
    head = (w("name", val="Table Grid"), w("basedOn", val="TableNormal"))
    return w("style", *head, w("tblPr", w("tblBorders", *rules)), type="table", styleId=GRID)


def _font(name: str, like: _Like) -> Element:
    other = (w("altName", val=like.other),) if like.other else ()
    pitch = "fixed" if like.family == "modern" else "variable"
    return w(
        "font",
        *other,
        w("panose1", val=like.panose),
        w("charset", val=like.charset),
        w("family", val=like.family),
        w("pitch", val=pitch),
        name=name,
    )
