"""Tells the forms apart by the labels that only one of them prints."""

from collections.abc import Collection, Iterable, Sequence

from core.form import F2019, F2021
from core.form.f2019 import MARKERS
from core.form.layout import Form
from core.importers.recogniser.lines import Line
from core.importers.recogniser.words import key, key_of_all

_OLD_YEARS = range(2019, 2021)  # 国办公开办函〔2019〕60号 to 〔2021〕30号
_DIVIDED = {f"t3.{row.id}" for row in F2021.table("t3").rows} - {f"t3.{row.id}" for row in F2019.table("t3").rows}
_FEWEST_LABELS = 2  # one may stand in a sentence
_LONGEST_LINE = 120  # characters of a line that is hardly prose; the others are read only if these tell nothing
_OLD = tuple(map(key, MARKERS))
_NEW = tuple(key(column.label) for column in F2021.table("t2").columns)


def form_told(lines: Sequence[Line]) -> Form | None:
    """Return the form whose own heads and labels of table 2 the lines print; None where they print neither's."""
    short = [cell for line in lines for cell in line.words if len(cell) <= _LONGEST_LINE]
    old, new = _labels_in(short)
    if max(old, new) < _FEWEST_LABELS:
        old, new = _labels_in(cell for line in lines for cell in line.words)
    if max(old, new) < _FEWEST_LABELS:
        return None
    return F2021 if new >= old else F2019


def _labels_in(texts: Iterable[str]) -> tuple[int, int]:
    """Return how many labels of the old and of the new form stand in the texts run together."""
    everything = key_of_all(texts)
    return sum(label in everything for label in _OLD), sum(label in everything for label in _NEW)


def form_supposed(year: int | None, rows: Collection[str]) -> Form:
    """Return the form of a report without table 2 by its year and the rows of table 3 that were found."""
    return F2019 if year in _OLD_YEARS and not _DIVIDED & set(rows) else F2021
