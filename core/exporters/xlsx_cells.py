"""Writing single cells: words stay words, numbers stay numbers, and merged cells stay simple."""

from decimal import Decimal
from functools import lru_cache

from core.exporters.xlsx_sheet import Sheet, place
from core.exporters.xlsx_styles import Look
from core.exporters.xlsx_xml import escaped, plain, words

LONGEST = 32767
"""Characters of a cell, Excel's limit."""

_SHORT = 200  # characters of a text that is worth remembering


def _run_face(look: Look) -> str:
    style = look.value
    bold = "<b/>" if style.bold else ""
    return f'<rPr>{bold}<sz val="{style.size:g}"/><rFont val="{style.font}"/><charset val="134"/></rPr>'


_LEAD, _AFTER_LEAD = _run_face(Look.SUBHEADING), _run_face(Look.TEXT)


def put(sheet: Sheet, row: int, column: int, content: str | Decimal, style: int) -> None:
    """Write words as words, whatever sign they begin with, and numbers as numbers."""
    _set(sheet, row, column, filled(sheet, content, style))


def put_again(sheet: Sheet, row: int, column: int, cell: str) -> None:
    """Write what `filled` made, which may stand in many places."""
    _set(sheet, row, column, cell)


def filled(sheet: Sheet, content: str | Decimal, style: int) -> str:
    """Return a cell as XML from the number of its style on."""
    if isinstance(content, Decimal):
        return f'"{style}"><v>{content:f}</v></c>'
    item = _item(content) if len(content) < _SHORT else words(plain(content)[:LONGEST])
    return f'"{style}" t="s"><v>{sheet.words.number(item)}</v></c>' if item else f'"{style}"/>'


@lru_cache(maxsize=2048)
def _item(text: str) -> str:
    """Return a short text as XML, "" for none; labels of the form come up in every file."""
    return words(kept) if (kept := plain(text)) else ""


def put_led(sheet: Sheet, row: int, column: int, text: str, style: int, *, lead: int) -> None:
    """Write words whose first `lead` characters are a heading run into the paragraph."""
    head, rest = plain(text[:lead]), plain(text[lead:])
    runs = f"<r>{_LEAD}{words(head)}</r>" + (f"<r>{_AFTER_LEAD}{words(rest)}</r>" if rest else "")
    _set(sheet, row, column, f'"{style}" t="s"><v>{sheet.words.number(runs)}</v></c>')


def put_formula(sheet: Sheet, row: int, column: int, formula: str, style: int, *, result: str | Decimal | None) -> None:
    """Write a formula, without its equals sign, and what comes out of it, for readers that do not reckon.

    None says that the result cannot be told: it is worked out by who opens the file.
    """
    kind, value = "", ""
    if isinstance(result, Decimal):
        value = f"<v>{result:f}</v>"
    elif result is not None:
        kind, value = ' t="str"', f"<v>{escaped(plain(result)[:LONGEST])}</v>"
    _set(sheet, row, column, f'"{style}"{kind}><f>{escaped(formula)}</f>{value}</c>')


def _set(sheet: Sheet, row: int, column: int, rest: str) -> None:
    """Keep a cell; `rest` is its element from the number of its style on."""
    sheet.cells.setdefault(row, {})[column] = f'<c r="{place(row, column)}" s={rest}'


def merge(sheet: Sheet, row: int, column: int, last_row: int, last_column: int) -> None:
    """Merge cells that are already written."""
    if (row, column) != (last_row, last_column):
        sheet.merged.append(f"{place(row, column)}:{place(last_row, last_column)}")
