"""The package of a workbook."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

from core.exporters.xlsx_cells import put
from core.exporters.xlsx_package import Book
from core.exporters.xlsx_paper import set_up_page
from core.exporters.xlsx_styles import Look


def two_sheets() -> bytes:
    book = Book()
    for name in ("甲", "乙"):
        sheet = book.sheet(name)
        put(sheet, 1, 1, f"{name}的字", book.styles.of(Look.TEXT))
        set_up_page(sheet, "A1:B9", repeat=(1, 1))
    sheet.filtered = "A1:B9"
    book.names["数_值"] = "'乙'!$A$1:$A$9"
    return book.packed("棠溪县 <R&D> 报告\0", "依据 & 办法")


def test_openpyxl_finds_sheets_names_and_what_the_file_is_about() -> None:
    book = load_workbook(BytesIO(two_sheets()))
    assert book.sheetnames == ["甲", "乙"]
    assert [book[name]["A1"].value for name in book.sheetnames] == ["甲的字", "乙的字"]
    assert book.defined_names["数_值"].attr_text == "'乙'!$A$1:$A$9"
    assert (book["乙"].print_area, book["乙"].print_title_rows) == ("'乙'!$A$1:$B$9", "$1:$1")
    about = book.properties
    assert (about.title, about.subject) == ("棠溪县 <R&D> 报告", "依据 & 办法")
    assert (about.creator, about.lastModifiedBy, about.language) == ("年报编制", "年报编制", "zh-CN")


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert two_sheets() == two_sheets()


def test_every_part_is_xml_that_is_announced_and_related() -> None:
    with ZipFile(BytesIO(two_sheets())) as package:
        assert package.testzip() is None
        names = package.namelist()
        roots = {name: etree.fromstring(package.read(name)) for name in names}
    assert names[0] == "[Content_Types].xml"
    announced = {part.get("PartName", "") for part in roots["[Content_Types].xml"] if part.get("PartName")}
    assert announced == {f"/{name}" for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"}
    related = {f"xl/{item.get('Target')}" for item in roots["xl/_rels/workbook.xml.rels"]}
    assert related == {
        name for name in names if name.startswith("xl/") and not name.endswith(("workbook.xml", ".rels"))
    }


def test_names_of_areas_stand_in_order_and_the_filter_is_hidden() -> None:
    with ZipFile(BytesIO(two_sheets())) as package:
        names = list(etree.fromstring(package.read("xl/workbook.xml")).iter("{*}definedName"))
    found = [(name.get("name"), name.get("localSheetId"), name.get("hidden")) for name in names]
    assert found == [
        ("_xlnm.Print_Area", "0", None),
        ("_xlnm.Print_Area", "1", None),
        ("_xlnm.Print_Titles", "0", None),
        ("_xlnm.Print_Titles", "1", None),
        ("_xlnm._FilterDatabase", "1", "1"),
        ("数_值", None, None),
    ]
