"""A report as plain values: what the headless `read` command prints."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from core.cells import CellId, Entry
from core.importers.recogniser.collect import Doubt
from core.importers.recogniser.recognise import Recognised
from core.report import Report

Value = int | float | str | None
_ALWAYS = ("preamble", "s1", "s5", "s6")


def as_json(
    report: Report,
    doubts: Sequence[Doubt] = (),
    rows: Collection[str] | None = None,
    extra: Mapping[CellId, Entry] | None = None,
) -> dict[str, object]:
    """Return format, unit, year, tables, texts and doubts of a report, ready for `json.dumps`.

    `rows` names the rows to list ("t3.granted"), all if None. A value is a number, None for a blank, or a string for
    what is written but is no number. Totals are given as printed, else as computed.
    """
    tables: dict[str, dict[str, dict[str, Value]]] = {table.id: {} for table in report.form.tables}
    for cell in report.form.cells.values():
        if rows is None or f"{cell.table}.{cell.row.id}" in rows:
            tables[cell.table].setdefault(cell.row.id, {})[cell.column.id] = value(report.as_printed(cell.id))
    for name, entry in (extra or {}).items():
        table, row, column = name.split(".")
        tables[table].setdefault(row, {})[column] = value(entry)
    texts = {name: report.text(name) for name in _ALWAYS}
    texts |= {name: text for name, text in report.texts.items() if text}
    return {
        "format": report.form.id,
        "unit": report.unit or None,
        "year": report.year,
        "tables": {table: rows_ for table, rows_ in tables.items() if rows_},
        "texts": texts,
        "doubts": [{"where": doubt.where, "raw": doubt.raw, "reason": doubt.reason} for doubt in doubts],
    }


def recognised_as_json(recognised: Recognised) -> dict[str, object]:
    """Return what was recognised in a file, ready for `json.dumps`."""
    return as_json(recognised.report, recognised.doubts, recognised.rows, recognised.extra)


def value(entry: Entry) -> Value:
    """Return an entry as a JSON value: whole numbers as int, others exactly or, where a float cannot, as words."""
    if entry.value is None:
        return entry.raw.strip() or None
    number = entry.value
    if number == number.to_integral_value():
        return int(number)
    return float(number) if Decimal(repr(float(number))) == number else f"{number:f}"
