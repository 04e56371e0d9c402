"""Our reader of Excel files against openpyxl reading the values of the same sheets.

`python -m tests.bench.xlsx_reading [FOLDER] [ROUNDS]`: the files of a folder, without one those of ../shared/corpus, or
the small one in tests/data where that is absent. "whole" is reading, recognising and every check of the report (goal:
0.02 of openpyxl's time); "extract" is the reading of the file alone.
"""

from pathlib import Path

import openpyxl

from core.checks import catalogue
from core.errors import UserError
from core.importers import read_report
from core.importers.workbook import xlsx
from tests.bench.side import ROOT, compare, files


def main() -> None:
    """Print the times of all three."""
    paths = files(".xlsx", ROOT / "tests" / "data" / "xls" / "办理情况.xlsx")
    ways = (("extract", xlsx.read), ("whole", _whole), ("openpyxl", _values))
    compare(paths, ways, "Reading Excel files (goal: whole 0.02)")


def _whole(path: Path) -> None:
    try:
        recognised = read_report(path)
    except UserError:
        return  # the file in tests/data is no report
    catalogue.run(recognised.report)


def _values(path: Path) -> list[list[object]]:
    book = openpyxl.load_workbook(path, data_only=True)
    return [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]


if __name__ == "__main__":
    main()
