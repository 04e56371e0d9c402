"""What PDF/A-2b and PDF/UA-1 ask for, as another reader finds it."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from core.exporters.pdf import write
from core.exporters.srgb import profile
from core.report import Final, Report
from tests.core.exporters.invented import full_report, needs_chinese_font

pytestmark = needs_chinese_font
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
FINAL = replace(full_report(), final=Final("程远", "2032-01-20", "3F7K-9Q2M"))


def catalog(data: bytes) -> dict[str, object]:
    with pdfplumber.open(BytesIO(data)) as pdf:
        return {key: resolve1(value) for key, value in pdf.doc.catalog.items()}


def metadata(data: bytes) -> dict[str, str]:
    """Return the properties of the XMP by their names without namespaces."""
    stream = catalog(data)["Metadata"]
    tree = ET.fromstring(stream.get_data().decode("utf-8"))  # type: ignore[attr-defined]  # a PDFStream
    first = next(tree.iter(f"{RDF}Description"))
    return {each.tag.partition("}")[2]: "".join(each.itertext()).strip() for each in first}


def test_the_metadata_name_both_standards_and_say_the_same_as_the_properties() -> None:
    data = write(FINAL)[0]
    told = metadata(data)
    assert (told["part"], told["conformance"]) == ("1", "B")  # part is named twice: 2 of PDF/A, 1 of PDF/UA
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"pdfaSchema:namespaceURI" in data
    with pdfplumber.open(BytesIO(data)) as pdf:
        info = {key: str(value) for key, value in pdf.metadata.items()}
    assert told["title"] == info["Title"]
    assert told["creator"] == info["Author"]
    assert (told["Producer"], told["CreatorTool"]) == (info["Producer"], info["Creator"])
    assert told["CreateDate"] == told["ModifyDate"] == "2032-01-20T00:00:00+08:00"
    assert info["CreationDate"] == info["ModDate"] == "D:20320120000000+08'00'"


def test_a_draft_has_no_date_anywhere() -> None:
    data = write(full_report())[0]
    assert "CreateDate" not in metadata(data)
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert "CreationDate" not in pdf.metadata


def test_words_that_xml_reads_otherwise_stay_what_they_are() -> None:
    data = write(Report(unit="棠溪<县>&局", title="年报 & <报告>"))[0]
    assert metadata(data)["title"] == "年报 & <报告>"
    assert metadata(data)["creator"] == "棠溪<县>&局"


def test_the_catalog_has_language_structure_title_and_the_colours_meant() -> None:
    found = catalog(write(full_report())[0])
    assert found["Lang"] == b"zh-CN"
    assert found["MarkInfo"] == {"Marked": True}
    assert found["ViewerPreferences"] == {"DisplayDocTitle": True}
    intent = resolve1(found["OutputIntents"][0])  # type: ignore[index]  # an array
    assert intent["S"].name == "GTS_PDFA1"
    assert resolve1(intent["DestOutputProfile"]).get_data() == profile()


def test_every_page_tells_where_its_structure_is_and_in_which_order_to_go() -> None:
    with pdfplumber.open(BytesIO(write(full_report())[0])) as pdf:
        pages = [page.page_obj.attrs for page in pdf.pages]
    assert [page["StructParents"] for page in pages] == list(range(len(pages)))
    assert {page["Tabs"].name for page in pages} == {"S"}


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils are not installed")
def test_every_font_is_embedded_as_a_subset(tmp_path: Path) -> None:
    file = tmp_path / "年报.pdf"
    file.write_bytes(write(full_report())[0])
    done = subprocess.run(["pdffonts", str(file)], capture_output=True, encoding="utf-8", check=True)
    rows = done.stdout.splitlines()[2:]
    assert len(rows) >= 4
    assert all(re.search(r"Identity-H +yes yes yes", row) for row in rows), done.stdout


def test_a_report_stays_small() -> None:
    assert len(write(full_report())[0]) < 400_000
