"""Writing single cells: words stay words, numbers stay numbers, and merged cells stay simple."""

import re
from decimal import Decimal
from typing import cast

from xlsxwriter.format import Format

from core.exporters.xlsx_book import Sheet, done
from core.exporters.xlsx_words import fitting, plain

_LIKE_AN_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")


def put(sheet: Sheet, row: int, column: int, content: str | Decimal, style: Format) -> None:
    """Write words as words, whatever sign they begin with, and numbers as numbers."""
    at = (row - 1, column - 1)
    if isinstance(content, Decimal):
        # said to take a float, it writes the digits of a Decimal, which a float has not always
        done(sheet.write_number(*at, cast("float", content), style))
    elif not (words := fitting(content)):
        done(sheet.write_blank(*at, None, style))
    elif words.startswith("<r>") and words.endswith("</r>"):
        # XlsxWriter takes these for its own marks of faces, unless it has set them itself
        done(sheet.write_rich_string(*at, words[0], style, words[1:], style))
    else:
        done(sheet.write_string(*at, words, style))


def put_led(sheet: Sheet, row: int, column: int, text: str, style: Format, *, lead: int, face: Format) -> None:
    """Write words whose first `lead` characters are a heading run into the paragraph, set in the type of `face`."""
    head, rest = plain(text[:lead]), plain(text[lead:])
    if not rest or _LIKE_AN_ESCAPE.search(text):  # which XlsxWriter would escape twice
        put(sheet, row, column, head + rest, style if rest else face)
    else:
        done(sheet.write_rich_string(row - 1, column - 1, face, head, style, rest, style))


def put_formula(
    sheet: Sheet, row: int, column: int, formula: str, style: Format, *, result: str | Decimal | None
) -> None:
    """Write a formula, without its equals sign, and what comes out of it, for readers that do not reckon.

    None says that the result cannot be told: it is worked out by who opens the file.
    """
    value = fitting(result) if isinstance(result, str) else "" if result is None else result
    done(sheet.write_formula(row - 1, column - 1, formula, style, value))


def merge(sheet: Sheet, row: int, column: int, last_row: int, last_column: int, *, style: Format) -> None:
    """Make one cell of several, with a border all around; what stands in it is written afterwards."""
    if (row, column) != (last_row, last_column):
        done(sheet.merge_range(row - 1, column - 1, last_row - 1, last_column - 1, "", style))
