"""One worksheet as XML."""

from lxml import etree

from core.exporters.xlsx_sheet import Printing, Rule, Sheet, Validation, Words, place

ORDER = [
    "sheetPr",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetProtection",
    "autoFilter",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
]
"""Children of a worksheet that we use, as ISO/IEC 29500-1, annex A.2 lists them (CT_Worksheet)."""


def children(sheet: Sheet) -> list[str]:
    return [etree.QName(child).localname for child in etree.fromstring(sheet.xml().encode())]


def full_sheet() -> Sheet:
    sheet = Sheet("甲", Words(), {2: {2: '<c r="B2"/>', 1: '<c r="A2"/>'}, 1: {1: '<c r="A1"/>'}})
    sheet.heights |= {1: (30.0, True), 3: (12.5, False)}
    sheet.widths, sheet.merged, sheet.breaks = (8.5, 10), ["A1:B1"], [4]
    sheet.rules.append(Rule("A1:A2", 'A1<>"&"', 1))
    sheet.validations.append(Validation("A1:A2", "whole", "请填整数 & 核对"))
    sheet.frozen, sheet.gridlines, sheet.filtered = (1, 2), False, "A1:B2"
    sheet.protection = ' autoFilter="0"'
    sheet.printing = Printing("A1:B2", "$1:$1", header="&C甲&&乙", footer="&C第 &P 页")
    return sheet


def test_children_stand_in_the_order_of_the_standard() -> None:
    assert children(full_sheet()) == ORDER
    assert children(Sheet("甲", Words())) == ["sheetViews", "sheetFormatPr", "sheetData"]


def test_rows_and_cells_stand_in_their_order_whatever_was_written_first() -> None:
    root = etree.fromstring(full_sheet().xml().encode())
    rows = [(row.get("r"), row.get("ht"), row.get("customHeight")) for row in root.iter("{*}row")]
    assert rows == [("1", "30", "1"), ("2", None, None), ("3", "12.5", None)]
    assert [cell.get("r") for cell in root.iter("{*}c")] == ["A1", "A2", "B2"]


def test_what_stays_in_sight_is_said_with_the_first_cell_that_moves() -> None:
    (pane,) = etree.fromstring(full_sheet().xml().encode()).iter("{*}pane")
    assert {str(name): value for name, value in pane.attrib.items()} == {
        "xSplit": "2",
        "ySplit": "1",
        "topLeftCell": "C2",
        "activePane": "bottomRight",
        "state": "frozen",
    }


def test_only_the_front_sheet_is_selected() -> None:
    assert 'tabSelected="1"' in Sheet("甲", Words()).xml(front=True)
    assert "tabSelected" not in Sheet("甲", Words()).xml()


def test_rules_are_weighed_in_their_order_and_escaped() -> None:
    sheet = Sheet("甲", Words())
    sheet.rules += [Rule("A1", "A1<1", 0), Rule("A1:B2", "A1>1", 2)]
    found = list(etree.fromstring(sheet.xml().encode()).iter("{*}cfRule"))
    assert [(rule.get("priority"), rule.get("dxfId"), rule[0].text) for rule in found] == [
        ("1", "0", "A1<1"),
        ("2", "2", "A1>1"),
    ]


def test_a_text_is_kept_once() -> None:
    words = Words()
    assert [words.number(item) for item in ("<t>甲</t>", "<t>乙</t>", "<t>甲</t>")] == [0, 1, 0]
    assert 'uniqueCount="2"' in words.xml()


def test_places_are_named_as_spreadsheets_name_them() -> None:
    assert [place(1, 1), place(29, 10), place(4, 26)] == ["A1", "J29", "Z4"]


def test_what_may_be_typed_is_said_and_let_pass() -> None:
    sheet = Sheet("甲", Words())
    sheet.validations += [
        Validation("A1", "whole", "请填整数。"),
        Validation("B1:B2", "decimal", "请填数。", "与上年比较", "上年 3 件。"),
    ]
    first, second = etree.fromstring(sheet.xml().encode()).iter("{*}dataValidation")
    assert (first.get("type"), first.get("errorStyle"), first.get("error")) == ("whole", "warning", "请填整数。")
    assert (first.get("promptTitle"), first.get("allowBlank"), first[0].text) == (None, "1", "0")
    assert (second.get("prompt"), second.get("sqref")) == ("上年 3 件。", "B1:B2")
