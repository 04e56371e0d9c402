"""Any sequence of edits, pastes, undo, redo, saving and loading equals a model that is too plain to be wrong.

The model is a dictionary of words and a list of copies of it. The words that a typed text leaves in a cell stand in
`TYPED_AS`, so that nothing of the program's own reading is used to judge it.
"""

import copy
import tempfile
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core import edits
from core.balance import balance
from core.cells import CellId
from core.document import MOST_STEPS, Document, commit, opened, redo, sealed, undo
from core.form import F2021
from core.form.layout import TEXTS
from core.report import Report
from core.storage.project import Project, load, save
from tests.examples import TYPED

TYPED_AS: dict[str, str] = {
    "0": "0",
    "7": "7",
    "12": "12",
    "１２": "12",
    " 3 ": "3",
    "1,234": "1234",
    "02": "2",
    "-1": "-1",
    "3.5": "3.5",
    "12件": "12件",
    "/": "/",
    "若干": "若干",
    "4 4 -": "4 4 -",
    "": "",
    "  ": "",
}
VALUES = {"12件": Decimal(12)}
CELLS = st.sampled_from(tuple(F2021.cells))
RAWS = st.sampled_from(tuple(TYPED_AS))
KEYS = st.sampled_from(TEXTS)
ROW = CellId("t3.carried_in.total")
LIVE = f"上年结转{{{ROW}}}件，共{{{ROW}}}件"
SAID_IN: dict[str, set[str]] = {  # the sentences of each text
    "": set(),
    "甲": {"甲"},
    "甲乙": {"甲乙"},
    "未收取信息处理费。\n另起一行": {"未收取信息处理费。", "另起一行"},
    "另起一行": {"另起一行"},
    LIVE: {LIVE},
}
WORDS = st.sampled_from(tuple(SAID_IN))


@dataclass
class Plain:
    """What a clerk would write down of a report on a sheet of paper."""

    cells: dict[CellId, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    carried: dict[str, set[str]] = field(default_factory=dict)  # sentences of last year's that nobody confirmed
    unit: str = ""

    @property
    def stale(self) -> set[str]:
        return {key for key, said in self.carried.items() if said & SAID_IN[self.texts.get(key, "")]}

    def value(self, cell: CellId) -> Decimal | None:
        raw = self.cells.get(cell, "")
        if raw in VALUES:
            return VALUES[raw]
        return Decimal(raw) if raw and set(raw) <= set("0123456789.-") else None


class Sessions(RuleBasedStateMachine):
    """A clerk who does whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.document: Document = opened(Report(year=2024))
        self.sheets = [Plain()]
        self.keys: list[str | None] = [None]
        self.at = 0
        self.folder = tempfile.TemporaryDirectory(prefix="nianbao-")

    def teardown(self) -> None:
        self.folder.cleanup()

    @property
    def sheet(self) -> Plain:
        return self.sheets[self.at]

    def step(self, report: Report, sheet: Plain, key: str | None = None) -> None:
        """Make one step in the program and on paper."""
        self.document = commit(self.document, "改", report, key)
        if sheet == self.sheet:
            return
        self.sheets, self.keys = self.sheets[: self.at + 1], self.keys[: self.at + 1]
        if key is not None and key == self.keys[-1] and self.at > 0:
            del self.sheets[-1], self.keys[-1]
            if sheet == self.sheets[-1]:
                self.at = len(self.sheets) - 1
                return
        self.sheets.append(sheet)
        self.keys.append(key)
        self.sheets, self.keys = self.sheets[-MOST_STEPS - 1 :], self.keys[-MOST_STEPS - 1 :]
        self.at = len(self.sheets) - 1

    def written(self, raws: dict[CellId, str]) -> Plain:
        sheet = copy.deepcopy(self.sheet)
        for cell, raw in raws.items():
            if cell in TYPED:
                sheet.cells[cell] = TYPED_AS[raw]
        sheet.cells = {cell: raw for cell, raw in sheet.cells.items() if raw}
        return sheet

    # ------------------------------------------------------------ cells

    @rule(cell=CELLS, raw=RAWS)
    def type_into_a_cell(self, cell: CellId, raw: str) -> None:
        self.step(edits.set_cell(self.document.report, cell, raw), self.written({cell: raw}))

    @rule(cell=st.sampled_from(TYPED[:2]), raw=RAWS)
    def type_on_in_a_cell(self, cell: CellId, raw: str) -> None:
        self.step(edits.set_cell(self.document.report, cell, raw), self.written({cell: raw}), cell)

    @rule(raws=st.dictionaries(CELLS, RAWS, min_size=1, max_size=9))
    def paste(self, raws: dict[CellId, str]) -> None:
        self.step(edits.set_cells(self.document.report, raws), self.written(raws))

    @rule(cells=st.lists(CELLS, min_size=1, max_size=9))
    def clear(self, cells: list[CellId]) -> None:
        self.step(edits.clear(self.document.report, cells), self.written(dict.fromkeys(cells, "")))

    @rule(table=st.sampled_from(["t2", "t3", "t4"]))
    def fill_the_rest_with_0(self, table: str) -> None:
        empty = [cell for cell in TYPED if cell.startswith(table) and cell not in self.sheet.cells]
        self.step(edits.fill_rest(self.document.report, table), self.written(dict.fromkeys(empty, "0")))

    # ------------------------------------------------------------ texts

    @rule(key=KEYS, text=WORDS)
    def write_a_text(self, key: str, text: str) -> None:
        sheet = copy.deepcopy(self.sheet)
        if text != sheet.texts.get(key, ""):
            sheet.texts[key] = text
        self.step(edits.set_text(self.document.report, key, text), sheet)

    @rule(text=WORDS)
    def type_on_in_a_text(self, text: str) -> None:
        sheet = copy.deepcopy(self.sheet)
        if text != sheet.texts.get("s1", ""):
            sheet.texts["s1"] = text
        self.step(edits.set_text(self.document.report, "s1", text), sheet, "s1")

    @rule(key=KEYS)
    def confirm_a_text(self, key: str) -> None:
        sheet = copy.deepcopy(self.sheet)
        sheet.carried.pop(key, None)
        self.step(edits.confirm_text(self.document.report, key), sheet)

    @precondition(lambda self: any(self.sheet.carried.values()))
    @rule(data=st.data())
    def confirm_a_sentence(self, data: st.DataObject) -> None:
        sheet = copy.deepcopy(self.sheet)
        waiting = sorted((key, words) for key, said in sheet.carried.items() for words in said)
        key, words = data.draw(st.sampled_from(waiting))
        sheet.carried[key].discard(words)
        shown = self.document.report.read(words).text
        self.step(edits.confirm_sentence(self.document.report, key, shown), sheet)

    @rule(unit=st.sampled_from(["", "青禾县林业局", "南屏乡人民政府"]))
    def name_the_unit(self, unit: str) -> None:
        sheet = replace(copy.deepcopy(self.sheet), unit=unit)
        self.step(edits.set_unit(self.document.report, unit), sheet)

    # ------------------------------------------------------------ history and files

    @rule()
    def take_back(self) -> None:
        self.document = undo(self.document)
        if self.at:
            self.at -= 1
            self.keys[self.at] = None

    @rule()
    def bring_again(self) -> None:
        self.document = redo(self.document)
        if self.at + 1 < len(self.sheets):
            self.at += 1
            self.keys[self.at] = None

    @rule(text=WORDS)
    def take_back_and_type_on(self, text: str) -> None:
        self.take_back()
        self.type_on_in_a_text(text)

    @rule()
    def leave_the_field(self) -> None:
        self.document = sealed(self.document)
        self.keys[self.at] = None

    @rule()
    def save_and_load(self) -> None:
        path = Path(self.folder.name) / "年报.nianbao"
        save(path, Project(self.document.report), None)
        assert load(path)[0].report == self.document.report

    @rule()
    def close_and_reopen(self) -> None:
        path = Path(self.folder.name) / "年报.nianbao"
        save(path, Project(self.document.report), None)
        self.document = opened(load(path)[0].report)
        self.sheets, self.keys, self.at = [self.sheet], [None], 0

    @precondition(lambda self: self.sheet.texts or any(".carried_forward." in cell for cell in self.sheet.cells))
    @rule()
    def begin_next_year(self) -> None:
        year = self.document.report.year
        carried = {
            CellId(cell.replace("carried_forward", "carried_in")): f"{value:f}"
            for cell in self.sheet.cells
            if ".carried_forward." in cell and (value := self.sheet.value(cell)) is not None
        }
        texts = {key: text for key, text in self.sheet.texts.items() if text.strip()}
        said = {key: set(SAID_IN[text]) for key, text in texts.items()}
        self.document = opened(edits.carry_over(self.document.report))
        self.sheets, self.keys, self.at = [Plain(carried, texts, said, self.sheet.unit)], [None], 0
        assert year is not None
        assert self.document.report.year == year + 1

    # ------------------------------------------------------------ what must always hold

    @invariant()
    def the_report_is_what_stands_on_the_sheet(self) -> None:
        report, sheet = self.document.report, self.sheet
        assert {cell: entry.raw for cell, entry in report.typed.items()} == sheet.cells
        assert {key: text for key, text in report.texts.items() if text} == {k: t for k, t in sheet.texts.items() if t}
        assert (report.stale, report.unit) == (frozenset(sheet.stale), sheet.unit)

    @invariant()
    def there_is_as_much_to_undo_and_redo_as_on_paper(self) -> None:
        assert (self.document.undo_label is not None) == (self.at > 0)
        assert (self.document.redo_label is not None) == (self.at + 1 < len(self.sheets))

    @invariant()
    def a_text_reads_with_the_numbers_that_stand_on_the_sheet(self) -> None:
        values = [self.sheet.value(cell) for cell in TYPED if cell.startswith("t3.carried_in.")]
        known = [value for value in values if value is not None]
        said = f"{sum(known, Decimal()):f}" if len(known) == len(values) else "＿＿"
        for key, text in self.sheet.texts.items():
            assert self.document.report.text(key) == text.replace(f"{{{ROW}}}", said)

    @invariant()
    def every_row_total_is_the_sum_on_the_sheet(self) -> None:
        for row in F2021.table("t3").rows:
            if row.id != "total_handled":
                values = [self.sheet.value(cell) for cell in TYPED if cell.startswith(f"t3.{row.id}.")]
                known = [value for value in values if value is not None]
                total = sum(known, Decimal()) if len(known) == 6 else None
                assert self.document.report.value(CellId(f"t3.{row.id}.total")) == total

    @invariant()
    def every_equation_with_a_computed_total_holds(self) -> None:
        report = self.document.report
        for equation in F2021.equations:
            if equation.code != "A03":
                assert balance(report, equation).difference in {None, 0}


Sessions.TestCase.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestAnySequenceOfEditsEqualsThePlainModel = Sessions.TestCase
