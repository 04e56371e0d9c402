"""The marks of a table's sheet, as they stand in the file; LibreOffice judges them in test_xlsx."""

from collections import Counter
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from core.cells import CellId
from core.exporters.xlsx_book import Book
from core.exporters.xlsx_entry import Expected
from core.exporters.xlsx_marks import Rule, lay, marks
from core.exporters.xlsx_styles import Mark
from core.form import F2021
from core.form.layout import Table

T2, T3, T4 = (F2021.table(name) for name in ("t2", "t3", "t4"))
WRONG, ODD, BLANK = Mark


def rules(table: Table, area: str) -> list[Rule]:
    return [rule for rule in marks(table) if rule.area == area]


def test_every_equation_of_the_form_has_a_mark() -> None:
    for table in F2021.tables:
        wrong = [rule for rule in marks(table) if rule.look == WRONG and rule.formula.startswith("AND(COUNT(")]
        assert len(wrong) == len(table.equations)


def test_the_balance_marks_the_four_numbers_of_its_column() -> None:
    (rule,) = rules(T3, "D5:D6 D28:D29")
    assert rule.formula == "AND(COUNT($D$5,$D$6,$D$28,$D$29)=4,ROUND($D$5+$D$6-$D$28-$D$29,6)<>0)"
    assert rule.look == WRONG


def test_a_total_is_marked_where_it_is_not_the_sum() -> None:
    row = next(rule for rule in rules(T3, "J5"))
    assert row.formula == "AND(COUNT($D$5:$J$5)=7,ROUND(SUM($D$5:$I$5)-$J$5,6)<>0)"
    column = next(rule for rule in rules(T3, "D28"))
    assert column.formula == "AND(COUNT($D$7:$D$28)=22,ROUND(SUM($D$7:$D$27)-$D$28,6)<>0)"
    group = next(rule for rule in rules(T4, "O5"))
    assert group.formula == "AND(COUNT($K$5:$O$5)=5,ROUND(SUM($K$5:$N$5)-$O$5,6)<>0)"


def test_blanks_and_words_are_marked_in_all_typed_cells() -> None:
    for table, area, first in ((T3, "D5:I27 D29:I29", "D5"), (T4, "A5:D5 F5:I5 K5:N5", "A5")):
        assert [(rule.formula, rule.look) for rule in rules(table, area)] == [
            (f"IF(ISNUMBER({first}),OR({first}<0,{first}<>INT({first})),FALSE)", WRONG),
            (f"AND(ISTEXT({first}),LEN(TRIM({first}))>0)", ODD),
            (f"LEN(TRIM({first}))=0", BLANK),
        ]


def test_an_amount_of_money_may_have_decimals() -> None:
    (rule,) = rules(T2, "B15")
    assert rule.formula == "IF(ISNUMBER(B15),B15<0,FALSE)"


def test_last_years_numbers_are_compared_where_they_are_known() -> None:
    found = marks(T3, (Expected(CellId("t3.carried_in.natural"), Decimal(3), ""),))
    assert Rule("D6", "AND(COUNT($D$6)=1,D6<>3)", ODD) in found
    assert Counter(rule.look for rule in found)[ODD] == 2
    issued, repealed, in_force = (CellId(f"t2.regulations.{name}") for name in ("issued", "repealed", "in_force"))
    found = marks(T2, (Expected(in_force, Decimal(7), "", (issued,), (repealed,)),))
    assert Rule("D4", "AND(COUNT($B$4:$D$4)=3,D4<>7+B4-C4)", ODD) in found


def test_rules_are_weighed_in_their_order() -> None:
    book = Book()
    sheet = book.sheet("甲")
    lay(sheet, [Rule("A1", 'A1<>"&"', WRONG)], book.styles)
    lay(sheet, [Rule("A1:B2 D4", "A1>1", BLANK)], book.styles)
    found = load_workbook(BytesIO(book.packed("甲")))["甲"].conditional_formatting
    assert [(str(each.sqref), rule.priority, rule.formula) for each in found for rule in each.rules] == [
        ("A1", 1, ['A1<>"&"']),
        ("A1:B2 D4", 2, ["A1>1"]),
    ]
