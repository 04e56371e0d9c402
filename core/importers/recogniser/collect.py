"""Judges what was read: one reading for each row, entries for its cells, and doubts wherever a person must look."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from core.cells import EMPTY, CellId, CellKind, Entry, State, parse
from core.form import F2021
from core.form.layout import Cell, Form
from core.importers.extract import UNCOMPUTED
from core.importers.recogniser.labels import OTHER_ALL, columns_of, labels_of, row_named
from core.importers.recogniser.readings import Reading

_FEWEST_HEADS = {"t3": 4, "t4": 3}  # of table 2 one is enough


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must look at: a cell, a row ("t3.granted"), a table ("t3") or the "file"."""

    where: str
    raw: str
    reason: str


@dataclass(frozen=True)
class Tables:
    """The values of all tables, and the readings they come from by row."""

    typed: Mapping[CellId, Entry]
    printed: Mapping[CellId, Entry]
    extra: Mapping[CellId, Entry]
    doubts: tuple[Doubt, ...]
    found: frozenset[str]
    rows: frozenset[str]
    chosen: Mapping[str, Reading] = field(default_factory=dict)


def collect(
    readings: Iterable[Reading],
    heads: Mapping[str, set[str]],
    torn_heads: set[str],
    strangers: Sequence[tuple[str, Sequence[str], str]],
    form: Form = F2021,
    *,
    unproved: Collection[str] = (),
) -> Tables:
    """Return the values and doubts of a file.

    `heads` are the column heads seen for each table, `torn_heads` the tables whose heads came only in pieces;
    `strangers` are rows with numbers and an unknown label: table, words, place. `unproved` are tables of a page without
    cells, whose values may have slipped.
    """
    chosen: dict[str, Reading] = {}
    doubts: list[Doubt] = []
    for table in form.tables:
        rows, conflicts = _choose([reading for reading in readings if reading.table == table.id], form)
        chosen.update({f"{table.id}.{row}": reading for row, reading in rows.items()})
        doubts += conflicts
    typed: dict[CellId, Entry] = {}
    printed: dict[CellId, Entry] = {}
    extra: dict[CellId, Entry] = {}
    for where, reading in chosen.items():
        if reading.reason:
            doubts.append(Doubt(where, reading.raw, f"{_row_name(where, form)}：{reading.reason}。"))
        for column, cell, form_cell in _cells_of(where, form):
            raw = reading.cells.get(column, "")  # what a doubted row does not give stays blank
            entry, doubt = _entry(form_cell, cell, raw)
            if doubt is not None:
                doubts.append(doubt)
            if form_cell is None:
                extra[cell] = entry
            elif not form_cell.computed:
                typed[cell] = entry
            elif raw != UNCOMPUTED:
                printed[cell] = entry
    found = frozenset(where.split(".")[0] for where in chosen)
    doubts += _about_heads(found, heads, torn_heads, form)
    doubts += [Doubt(table, "", _slipped(table, form)) for table in sorted(found.intersection(unproved))]
    doubts += _about_absent(found, frozenset(chosen), form)
    doubts += _about_strangers(strangers)
    return Tables(typed, printed, extra, tuple(doubts), found, frozenset(chosen), chosen)


@lru_cache(maxsize=256)
def _cells_of(where: str, form: Form) -> tuple[tuple[str, CellId, Cell | None], ...]:
    """Return the columns of a row with their cells; None for one that the form has not."""
    named = ((column, CellId(f"{where}.{column}")) for column in columns_of(where.split(".")[1], form))
    return tuple((column, cell, form.cells.get(cell)) for column, cell in named)


def _entry(form_cell: Cell | None, cell: CellId, raw: str) -> tuple[Entry, Doubt | None]:
    kind = form_cell.kind if form_cell else CellKind.COUNT
    if raw == UNCOMPUTED:
        needed = form_cell is None or not form_cell.computed
        return EMPTY, Doubt(cell, "公式", "这一格是公式，文件里没有存结果，没有填入。") if needed else None
    entry = parse(raw, kind)
    if entry.state is not State.TEXT:
        return entry, None
    counted = parse(raw, CellKind.COUNT)
    if kind is CellKind.MONEY_WAN and counted.value is not None:
        plain_entry = Entry(f"{counted.value:f}", State.NUMBER, counted.value)
        return plain_entry, Doubt(cell, raw, f"金额写作“{raw}”，单位应为万元，请核对。")
    return entry, Doubt(cell, raw, f"“{raw}”不是一个数，请核对原件。")


# ---------------------------------------------------------------- one reading for each row


def _choose(readings: list[Reading], form: Form) -> tuple[dict[str, Reading], list[Doubt]]:
    """Return the reading of each row: of several tables the fullest; rows that another one contradicts are doubted."""
    runs: list[dict[str, Reading]] = []
    for reading in sorted(readings, key=lambda each: each.at or 0):
        if not runs or reading.row in runs[-1]:
            runs.append({})
        runs[-1][reading.row] = reading
    if not runs:
        return {}, []
    best = max(runs, key=lambda run: (sum(not reading.reason for reading in run.values()), len(run)))
    chosen = dict(best)
    doubts: list[Doubt] = []
    for run in runs:
        if run is best:
            continue
        whole = len(run) * 2 >= len(best)
        for row, reading in run.items():
            if row not in chosen:
                chosen[row] = reading
            elif whole and not reading.reason and _differ(chosen[row], reading):
                where = f"{reading.table}.{row}"
                other = " ".join(filter(None, reading.cells.values()))
                doubts.append(
                    Doubt(where, other, f"{_row_name(where, form)}：文件里有两处，数字不同，请核对用哪一处。")
                )
    return chosen, doubts


def _differ(one: Reading, other: Reading) -> bool:
    return any(
        parse(one.cells.get(c, "")).value != parse(other.cells.get(c, "")).value for c in {*one.cells, *other.cells}
    )


# ---------------------------------------------------------------- doubts about what is not there


def _about_heads(found: frozenset[str], heads: Mapping[str, set[str]], torn: set[str], form: Form) -> Iterator[Doubt]:
    for table in sorted(found):
        if len(heads.get(table, ())) < _FEWEST_HEADS.get(table, 1) and table not in torn:
            yield Doubt(table, "", f"{form.table(table).name}没有找到列名，按格式的列顺序填入，请核对。")


def _slipped(table: str, form: Form) -> str:
    name = form.table(table).name
    return f"{name}没有格线可依，数字按位置识别，可能错行、错列，请对照原件逐行核对。"


def _about_absent(found: frozenset[str], rows: frozenset[str], form: Form) -> Iterator[Doubt]:
    """Yield a doubt for each table and each row that the file does not contain."""
    undivided = f"t3.{labels_of(form).stray}" in rows
    if undivided:
        words = "“（六）其他处理”只有一行，没有分项；格式里没有这一格，没有填入，请按台账分到三个分项。"
        if labels_of(form).t2 not in found:
            words += "也可能是2019年旧格式的表，请核对。"
        yield Doubt(f"t3.{OTHER_ALL}", "", words)
    for table in form.tables:
        if table.id not in found:
            yield Doubt(table.id, "", f"文件里没有找到{table.name}，请对照原件手工填写。")
            continue
        for row in table.rows:
            where = f"{table.id}.{row.id}"
            if where not in rows and not (undivided and row.id.startswith("other_")):
                yield Doubt(where, "", f"{table.name}里没有找到“{row.label}”这一行，没有填入。")


def _about_strangers(strangers: Sequence[tuple[str, Sequence[str], str]]) -> Iterator[Doubt]:
    for _, words, place in strangers:
        text = " ".join(words)
        yield Doubt("file", text, f"{place}里有一行“{words[0]}”不在格式里，没有导入。")


def _row_name(where: str, form: Form) -> str:
    table, row = where.split(".")
    found = row_named(row, form)
    return f"{form.table(table).name}“{found.label if found else '（六）其他处理'}”"
