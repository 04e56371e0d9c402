"""What differs between two reports, by place: what a view has to show anew after a change."""

from dataclasses import replace

from core.cells import CellId
from core.report import Report


def changed_cells(before: Report, after: Report) -> frozenset[CellId]:
    """Return the cells whose entry, or printed total, differs between two reports."""
    if before.typed == after.typed and before.printed == after.printed and before.last_year == after.last_year:
        return frozenset()
    if before.last_year is not after.last_year:
        return frozenset(after.form.cells)
    old, new = before.entries, after.entries
    totals = before.printed.keys() | after.printed.keys()
    printed = frozenset(cell for cell in totals if before.printed.get(cell) != after.printed.get(cell))
    return printed | frozenset(cell for cell, entry in new.items() if old[cell] is not entry and old[cell] != entry)


def changed_texts(before: Report, after: Report) -> frozenset[str]:
    """Return the texts whose words or whose 待更新 mark differ between two reports."""
    keys = before.texts.keys() | after.texts.keys()
    carried = before.carried.keys() | after.carried.keys()
    marked = frozenset(key for key in carried if before.carried.get(key) != after.carried.get(key))
    own = frozenset(key for key in keys if before.texts.get(key) != after.texts.get(key))
    return marked | own | frozenset(key for key in keys if before.text(key) != after.text(key))


def has_other_head(before: Report, after: Report) -> bool:
    """Whether unit, year, kind of unit or title differ."""
    return any(getattr(before, name) != getattr(after, name) for name in ("unit", "year", "org_type", "title"))


def only_words_differ(before: Report, after: Report) -> bool:
    """Whether nothing but texts and their 待更新 marks differ."""
    return replace(before, texts=after.texts, carried=after.carried) == after
