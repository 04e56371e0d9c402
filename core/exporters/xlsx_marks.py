"""Marks that come and go while somebody types into the workbook: sums that do not hold, odd entries, blanks.

Excel, WPS and LibreOffice all know the few functions they are made of.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.cells import CellKind
from core.exporters.xlsx_book import Sheet, done
from core.exporters.xlsx_entry import Expected
from core.exporters.xlsx_formulas import all_numbers, areas, at, difference
from core.exporters.xlsx_styles import Mark, Styles
from core.form.layout import Cell, Equation, Table

_WHOLE = (CellKind.COUNT, CellKind.CHANGE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A mark that appears where a formula holds; the formula is written for the first cell of `area`."""

    area: str
    formula: str
    look: Mark


def lay(sheet: Sheet, rules: Iterable[Rule], styles: Styles) -> None:
    """Put rules into a sheet, behind those that are there."""
    for rule in rules:
        told = {"type": "formula", "criteria": f"={rule.formula}", "format": styles.mark(rule.look)}
        done(sheet.conditional_format(0, 0, 0, 0, {**told, "multi_range": rule.area}))  # which stands for the zeros


def marks(table: Table, known: Sequence[Expected] = ()) -> tuple[Rule, ...]:
    """Return the rules of a table's sheet, the gravest first; `known` is what last year's report tells."""
    typed = [cell for cell in table.cells if not cell.computed]
    return (
        *(_unbalanced(table, equation) for equation in table.equations),
        *_odd_numbers(table, typed),
        *(_unexpected(table, each) for each in known),
        *_words(table, typed),
        *_blanks(table, typed),
    )


def _unbalanced(table: Table, equation: Equation) -> Rule:
    """A total that is not the sum of its terms; for the balance of a column, the four numbers that it is about."""
    marked = equation.right if len(equation.right) == 1 else equation.cells
    holds = f"AND({all_numbers(table, equation.cells)},{difference(table, equation, fixed=True)}<>0)"
    return Rule(areas(table, marked), holds, Mark.WRONG)


def _odd_numbers(table: Table, cells: Sequence[Cell]) -> Iterator[Rule]:
    """Numbers below 0, and pieces of what is counted in wholes."""
    for whole in (True, False):
        some = [cell for cell in cells if (cell.kind in _WHOLE) == whole]
        amounts = [cell.id for cell in some if cell.kind is not CellKind.CHANGE]
        if amounts:
            first = at(table, amounts[0])
            odd = f"OR({first}<0,{first}<>INT({first}))" if whole else f"{first}<0"
            yield Rule(areas(table, amounts), f"IF(ISNUMBER({first}),{odd},FALSE)", Mark.WRONG)


def _unexpected(table: Table, known: Expected) -> Rule:
    cells = (known.cell, *known.plus, *known.minus)
    plus = "".join(f"+{at(table, cell)}" for cell in known.plus)
    minus = "".join(f"-{at(table, cell)}" for cell in known.minus)
    place = at(table, known.cell)
    holds = f"AND({all_numbers(table, cells)},{place}<>{known.start:f}{plus}{minus})"
    return Rule(place, holds, Mark.ODD)


def _words(table: Table, cells: Sequence[Cell]) -> Iterator[Rule]:
    """Words where a number is asked for: no total counts them."""
    if cells:
        first = at(table, cells[0].id)
        formula = f"AND(ISTEXT({first}),LEN(TRIM({first}))>0)"
        yield Rule(areas(table, [cell.id for cell in cells]), formula, Mark.ODD)


def _blanks(table: Table, cells: Sequence[Cell]) -> Iterator[Rule]:
    if cells:
        first = at(table, cells[0].id)
        yield Rule(areas(table, [cell.id for cell in cells]), f"LEN(TRIM({first}))=0", Mark.BLANK)
