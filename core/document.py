"""Undo and redo as a value: the reports after each step, and where the clerk stands among them.

Snapshots need no inverse of a command, so no inverse can be wrong; a report shares what did not change with the one
before it.
"""

from dataclasses import dataclass, replace

from core.cells import EMPTY, CellId
from core.report import Report

MOST_STEPS = 500
AT_HAND = 20
"""Steps back of which totals and findings are kept ready; those of older ones would fill the memory."""


@dataclass(frozen=True, slots=True)
class Step:
    """A report and the words for what led to it ("粘贴 12 格"); steps with one `merge_key` in a row become one."""

    label: str
    report: Report
    merge_key: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The steps kept, oldest first, and the place of the present one."""

    steps: tuple[Step, ...]
    cursor: int = 0

    @property
    def report(self) -> Report:
        return self.steps[self.cursor].report

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None where there is nothing."""
        return self.steps[self.cursor].label if self.cursor else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again, or None where there is nothing."""
        return self.steps[self.cursor + 1].label if self.cursor + 1 < len(self.steps) else None


def opened(report: Report) -> Document:
    """Return a document that begins with a report."""
    return Document((Step("", report),))


def commit(document: Document, label: str, report: Report, merge_key: str | None = None) -> Document:
    """Add a step; what was undone is gone, the oldest steps fall off.

    A report that did not change adds none, and typing that ends where it began leaves none.
    """
    if report == document.report:
        return document
    now = document.steps[document.cursor]
    merged = merge_key is not None and now.merge_key == merge_key and document.cursor > 0
    kept = document.steps[: document.cursor + (0 if merged else 1)]
    if merged and kept[-1].report == report:
        return Document(kept, len(kept) - 1)
    steps = (*kept, Step(label, report, merge_key))[-(MOST_STEPS + 1) :]
    if len(steps) > AT_HAND:
        steps[-AT_HAND - 1].report.forget()
    return Document(steps, len(steps) - 1)


def sealed(document: Document) -> Document:
    """Return the document with its present step closed: what comes next is a step of its own."""
    now = replace(document.steps[document.cursor], merge_key=None)
    return replace(document, steps=(*document.steps[: document.cursor], now, *document.steps[document.cursor + 1 :]))


def undo(document: Document) -> Document:
    """Go back one step, if there is one; what is typed next does not flow into the step arrived at."""
    return sealed(replace(document, cursor=document.cursor - 1)) if document.cursor else document


def redo(document: Document) -> Document:
    """Go forward one step, if there is one; what is typed next does not flow into it."""
    return sealed(replace(document, cursor=document.cursor + 1)) if document.redo_label is not None else document


def past_entries(document: Document, cell: CellId) -> tuple[tuple[str, str], ...]:
    """Return what stood in a typed cell in the steps up to now, newest first: the words of the step, the raw entry.

    What stands there now is not among it, and each entry is told once.
    """
    past: dict[str, str] = {}
    before: str | None = None
    for step in document.steps[: document.cursor + 1]:
        raw = step.report.typed.get(cell, EMPTY).raw
        if raw != before:
            past.pop(raw, None)
            past[raw] = step.label
        before = raw
    past.pop(before or "", None)
    return tuple((label, raw) for raw, label in reversed(past.items()))
