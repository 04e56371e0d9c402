"""Word refuses a file whose elements stand in another order than the standard's (ISO/IEC 29500-1, annex A)."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest
from lxml import etree

from core import edits
from core.checks import catalogue
from core.exporters import docx, docx_sheet
from core.exporters.check_sheet import check_sheet
from core.exporters.check_sheet_tables import laid_out
from core.exporters.docx_xml import R, W
from core.exporters.proof import Proof
from core.exporters.sign_sheet import sign_sheet
from core.report import Report
from tests.core.exporters.invented import full_report

ORDERS: Mapping[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing jc "
    "textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike snapToGrid vanish color spacing w kern position sz szCs highlight u "
    "vertAlign lang eastAsianLayout",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders drawingGridVerticalSpacing characterSpacingControl compat "
    "themeFontLang decimalSymbol listSeparator",
    "compat": "doNotExpandShiftReturn useFELayout compatSetting",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults latentStyles style",
    "font": "altName panose1 charset family pitch",
}
"""By element: its children in the order of the standard, as far as any file of ours has them."""


def _files() -> Mapping[str, bytes]:
    report = full_report()
    verdict = catalogue.run(report)
    proofs = [("年报.pdf", Proof(200, 200, 8, 8))]
    return {
        "report": docx.write(report)[0],
        "final": docx.write(edits.finalise(report, "方某", "2032-01-10", "3F7K-9Q2M"))[0],
        "empty": docx.write(Report())[0],
        "check sheet": docx_sheet.write(laid_out(check_sheet(report, verdict, [("表二", "不清")], proofs)))[0],
        "sign sheet": docx_sheet.write(sign_sheet(report, verdict, proofs))[0],
    }


FILES = _files()


def parts_of(name: str) -> list[etree._Element]:
    package = zipfile.ZipFile(BytesIO(FILES[name]))
    return [etree.fromstring(package.read(part)) for part in package.namelist() if part.startswith("word/")]


@pytest.mark.parametrize("name", FILES)
def test_children_stand_in_the_order_of_the_standard(name: str) -> None:
    for root in parts_of(name):
        for element in root.iter(*(f"{{{W}}}{kind}" for kind in ORDERS)):
            order = ORDERS[etree.QName(element).localname].split()
            children = [etree.QName(child).localname for child in element]
            assert set(children) <= set(order), (element.tag, children)
            assert children == sorted(children, key=order.index), (element.tag, children)


@pytest.mark.parametrize("name", FILES)
def test_every_cell_ends_with_a_paragraph_and_so_does_the_text(name: str) -> None:
    for root in parts_of(name):
        for element in root.iter(f"{{{W}}}tc"):
            assert etree.QName(element[-1]).localname == "p"
        for body in root.iter(f"{{{W}}}body"):
            assert [etree.QName(child).localname for child in body][-2:] == ["p", "sectPr"]


@pytest.mark.parametrize("name", FILES)
def test_every_style_that_is_used_is_there_and_no_face_hangs_on_a_theme(name: str) -> None:
    roots = parts_of(name)
    known = {style.get(f"{{{W}}}styleId") for root in roots for style in root.iter(f"{{{W}}}style")}
    used = {
        each.get(f"{{{W}}}val")
        for root in roots
        for each in root.iter(*(f"{{{W}}}{kind}" for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")))
    }
    assert used <= known
    named = {face for root in roots for face in root.iter(f"{{{W}}}font")}
    listed = {face.get(f"{{{W}}}name") for face in named}
    for root in roots:
        for face in root.iter(f"{{{W}}}rFonts"):
            wanted = {str(key).rpartition("}")[2]: value for key, value in face.attrib.items()}
            assert not [key for key in wanted if "Theme" in key]
            assert {value for key, value in wanted.items() if key != "hint"} <= listed


@pytest.mark.parametrize("name", FILES)
def test_cells_are_as_wide_as_the_columns_of_the_grid_that_they_span(name: str) -> None:
    for table in (table for root in parts_of(name) for table in root.iter(f"{{{W}}}tbl")):
        columns = [number(column, "w") for column in table.iter(f"{{{W}}}gridCol")]
        assert number(table.find(f".//{{{W}}}tblW"), "w") == sum(columns)
        for row in table.iter(f"{{{W}}}tr"):
            at = 0
            for cell in row.iter(f"{{{W}}}tcPr"):
                end = at + number(cell.find(f"{{{W}}}gridSpan"), "val")
                assert number(cell.find(f"{{{W}}}tcW"), "w") == sum(columns[at:end])
                at = end


def number(element: etree._Element | None, name: str) -> int:
    return 1 if element is None else int(element.get(f"{{{W}}}{name}", "1"))


@pytest.mark.parametrize("name", FILES)
def test_every_part_is_typed_once_and_every_relation_leads_to_one(name: str) -> None:
    package = zipfile.ZipFile(BytesIO(FILES[name]))
    listed = package.namelist()
    typed = [str(each.get("PartName")) for each in etree.fromstring(package.read(listed[0])) if each.get("PartName")]
    parts = [f"/{part}" for part in listed if not part.endswith((".rels", "Types].xml"))]
    assert sorted(typed) == sorted(parts)
    assert len(set(listed)) == len(listed)
    led: list[str] = []
    for folder, file in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels")):
        relations = list(etree.fromstring(package.read(file)))
        assert len({each.get("Id") for each in relations}) == len(relations)
        led += [f"/{folder}{each.get('Target')}" for each in relations]
    assert sorted(led) == sorted(parts)
    document = etree.fromstring(package.read("word/document.xml"))
    asked = [value for each in document.iter() for key, value in each.attrib.items() if str(key).startswith(f"{{{R}}}")]
    assert set(asked) <= {each.get("Id") for each in relations}
    assert len(set(asked)) == len(asked) > 0


@pytest.mark.parametrize("name", FILES)
def test_no_name_or_number_that_must_be_one_of_its_kind_comes_twice(name: str) -> None:
    for root in parts_of(name):
        styles = [style.get(f"{{{W}}}styleId") for style in root.iter(f"{{{W}}}style")]
        names = [each.get(f"{{{W}}}val") for each in root.iterfind(f"{{{W}}}style/{{{W}}}name")]
        assert (len(set(styles)), len(set(names))) == (len(styles), len(names))
        defaults = [style.get(f"{{{W}}}type") for style in root.iter(f"{{{W}}}style") if style.get(f"{{{W}}}default")]
        assert len(set(defaults)) == len(defaults)
        assert not list(root.iter(f"{{{W}}}bookmarkStart", f"{{{W}}}docPr"))  # whose numbers Word wants to differ


@pytest.mark.parametrize("name", FILES)
def test_the_cells_of_a_row_fill_its_grid(name: str) -> None:
    for root in parts_of(name):
        for table in root.iter(f"{{{W}}}tbl"):
            columns = len(list(table.iter(f"{{{W}}}gridCol")))
            for row in table.iter(f"{{{W}}}tr"):
                spans = (cell.find(f".//{{{W}}}gridSpan") for cell in row.iter(f"{{{W}}}tc"))
                assert sum(1 if span is None else int(span.get(f"{{{W}}}val", "1")) for span in spans) == columns
