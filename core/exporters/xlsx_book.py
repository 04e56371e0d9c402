"""A workbook in memory, put into its file by XlsxWriter; rows and columns count from 1, as who reads it counts them.

It writes what openpyxl cannot: formulas together with their results. The same sheets give the same bytes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from core.exporters.xlsx_styles import STANDARD, Styles
from core.exporters.xlsx_words import plain

_PROGRAM = "年报编制"
_BEGINNING_OF_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # of zip files; the real time would make every file another one
_PIXELS = 7  # of one character of column width, by the standard font
_PIXELS_PER_POINT = 4 / 3


class Sheet(Worksheet):
    """A worksheet whose rows may have a height and grow all the same when more is written into them.

    XlsxWriter holds a row to any height that it is given; `growing` are the rows that it shall not hold. Nor does what
    comes out of a formula become an error of Excel because it was typed like one (#N/A): none of ours gives errors.
    """

    def __init__(self) -> None:
        super().__init__()
        self.growing: set[int] = set()

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        if tag == "row" and dict(attributes)["r"] in self.growing:
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _xml_formula_element(self, formula: str, result: object, attributes: Sequence[tuple[str, object]] = ()) -> None:
        as_words = [("t", "str") if each == ("t", "e") else each for each in attributes]
        super()._xml_formula_element(formula, result, as_words)


class Book:
    """A workbook that is filled, sheet by sheet."""

    def __init__(self) -> None:
        self._stream = BytesIO()
        self._file = Workbook(self._stream, {"in_memory": True, "default_format_properties": dict(STANDARD)})
        self.styles = Styles(self._file)

    def sheet(self, name: str) -> Sheet:
        """Return a new sheet behind the others."""
        sheet = self._file.add_worksheet(name, Sheet)
        assert isinstance(sheet, Sheet)  # as asked for
        return sheet

    def name(self, name: str, area: str) -> None:
        """Give an area ('数据采集'!$E$2:$E$201) a name that holds in all the workbook (采集_值)."""
        done(self._file.define_name(name, f"={area}"))

    def packed(self, title: str, subject: str = "") -> bytes:
        """Return the file; nothing can be written any more."""
        about = {"title": plain(title), "author": _PROGRAM, "created": _BEGINNING_OF_TIME}
        self._file.set_properties(about | ({"subject": plain(subject)} if subject else {}))
        self._file.close()
        return self._stream.getvalue()


def done(code: int | None) -> None:
    """Check what XlsxWriter answers: it does not raise where something is not written."""
    assert not code, code


def set_widths(sheet: Sheet, widths: Sequence[float]) -> None:
    """Make the columns, from the first on, as wide as so many characters of the standard font, edges included."""
    for column, width in enumerate(widths):
        done(sheet.set_column_pixels(column, column, width * _PIXELS))


def set_height(sheet: Sheet, row: int, height: float, *, grows: bool = False) -> None:
    """Make a row so many points high; one that `grows` is fitted when a text in it changes."""
    done(sheet.set_row_pixels(row - 1, height * _PIXELS_PER_POINT))
    if grows:
        sheet.growing.add(row)


def freeze(sheet: Sheet, rows: int, columns: int) -> None:
    """Keep the first rows and columns in sight; the cursor waits in the first cell behind them."""
    sheet.freeze_panes(rows, columns)
    sheet.set_selection(rows, columns, rows, columns)
