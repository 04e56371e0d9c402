"""The parts of a workbook in one package (ISO/IEC 29500-2), the same bytes for the same sheets."""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from core.exporters.xlsx_sheet import Sheet, Words
from core.exporters.xlsx_styles import Styles
from core.exporters.xlsx_xml import HEAD, MAIN, R, attributes, escaped, plain

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of zip files; the real time would make every file another one
_PROGRAM = "年报编制"
_RECKONED_BY = 124519
"""The oldest Excel of this format: every newer one works all formulas out anew when it opens the file."""


class Book:
    """A workbook that is filled: sheets in their order, and `names` of areas (采集_值 for '数据采集'!$E$2:$E$201)."""

    def __init__(self) -> None:
        self.styles = Styles()
        self.names: dict[str, str] = {}
        self._words = Words()
        self._sheets: list[Sheet] = []

    def sheet(self, name: str) -> Sheet:
        """Return a new sheet behind the others."""
        self._sheets.append(Sheet(name, self._words))
        return self._sheets[-1]

    def packed(self, title: str, subject: str = "") -> bytes:
        """Return the file."""
        sheets = {f"sheet{at}": sheet for at, sheet in enumerate(self._sheets, start=1)}
        parts = {name: sheet.xml(front=name == "sheet1") for name, sheet in sheets.items()}
        files = {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _relations(
                ("rId1", f"{R}/officeDocument", "xl/workbook.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
            ),
            "docProps/app.xml": f'{HEAD}<Properties xmlns="{_EXTENDED}"><Application>{_PROGRAM}</Application>'
            "</Properties>",
            "docProps/core.xml": _core(title, subject),
            "xl/workbook.xml": self._workbook(),
            "xl/_rels/workbook.xml.rels": _relations(
                *((name, f"{R}/worksheet", f"worksheets/{name}.xml") for name in parts),
                ("styles", f"{R}/styles", "styles.xml"),
                ("words", f"{R}/sharedStrings", "sharedStrings.xml"),
            ),
            **{f"xl/worksheets/{name}.xml": xml for name, xml in parts.items()},
            "xl/styles.xml": self.styles.xml(),
            "xl/sharedStrings.xml": self._words.xml(),
        }
        return _zipped(files)

    def _workbook(self) -> str:
        sheets = "".join(
            f'<sheet{attributes(name=sheet.name, sheetId=at)} r:id="sheet{at}"/>'
            for at, sheet in enumerate(self._sheets, start=1)
        )
        named = "".join(
            f"<definedName{attributes(name=name, localSheetId=at)}{hidden}>{escaped(area)}</definedName>"
            for name, at, hidden, area in sorted(self._named(), key=lambda each: (each[0], each[1] or 0))
        )
        return (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{R}"><workbookPr/><bookViews><workbookView/></bookViews>'
            f"<sheets>{sheets}</sheets>"
            + (f"<definedNames>{named}</definedNames>" if named else "")
            + f'<calcPr calcId="{_RECKONED_BY}"/></workbook>'
        )

    def _named(self) -> Iterator[tuple[str, int | None, str, str]]:
        """Yield the names of areas: name, number of the sheet it belongs to, whether it is seen, and the area."""
        for name, area in self.names.items():
            yield name, None, "", area
        for at, sheet in enumerate(self._sheets):
            if sheet.printing:
                yield "_xlnm.Print_Area", at, "", f"'{sheet.name}'!{_fixed(sheet.printing.area)}"
                if sheet.printing.repeat:
                    yield "_xlnm.Print_Titles", at, "", f"'{sheet.name}'!{sheet.printing.repeat}"
            if sheet.filtered:
                yield "_xlnm._FilterDatabase", at, ' hidden="1"', f"'{sheet.name}'!{_fixed(sheet.filtered)}"


def _fixed(area: str) -> str:
    """Return an area such as A1:D7 as names of areas have it: $A$1:$D$7."""
    return ":".join(f"${corner[0]}${corner[1:]}" for corner in area.split(":"))


def _zipped(files: Mapping[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in files.items():
            entry = zipfile.ZipInfo(name, _BEGINNING_OF_TIME)
            entry.create_system = 0  # the same on every system
            package.writestr(entry, xml.encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _content_types(sheets: Mapping[str, str]) -> str:
    kinds = {
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/xl/workbook.xml": f"{_KIND}.sheet.main+xml",
        **{f"/xl/worksheets/{name}.xml": f"{_KIND}.worksheet+xml" for name in sheets},
        "/xl/styles.xml": f"{_KIND}.styles+xml",
        "/xl/sharedStrings.xml": f"{_KIND}.sharedStrings+xml",
    }
    parts = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*targets: tuple[str, str, str]) -> str:
    items = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _core(title: str, subject: str) -> str:
    about = f"<dc:subject>{escaped(plain(subject))}</dc:subject>" if subject else ""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(plain(title))}</dc:title>{about}<dc:creator>{_PROGRAM}</dc:creator>"
        f"<cp:lastModifiedBy>{_PROGRAM}</cp:lastModifiedBy><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
