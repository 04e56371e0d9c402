"""The package of a Word file."""

import zipfile
from io import BytesIO

import pytest
from docx import Document

from core.exporters.docx_package import SIDES, packed
from core.exporters.docx_xml import w


def small(title: str = "年报", author: str = "青禾县") -> bytes:
    document = w("document", w("body", w("p", w("r", w("t")))))
    beside = {name: w(name) for name in ("styles", "settings")} | {"fontTable": w("fonts")}
    return packed({"document": document, **beside, **{f"footer-{pages}": w("ftr") for pages in SIDES}}, title, author)


def test_another_library_opens_it_and_finds_what_it_is_called() -> None:
    read = Document(BytesIO(small("甲 & 乙 <2031>", "青禾县“水务局”")))
    facts = read.core_properties
    assert (facts.title, facts.author, facts.language) == ("甲 & 乙 <2031>", "青禾县“水务局”", "zh-CN")
    assert len(read.paragraphs) == 1


def test_a_report_of_no_unit_is_by_the_program() -> None:
    assert Document(BytesIO(small(author=""))).core_properties.author == "年报编制"


def test_the_same_parts_make_the_same_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = small()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert small() == first
    entries = zipfile.ZipFile(BytesIO(first)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_it_holds_no_program() -> None:
    listed = zipfile.ZipFile(BytesIO(small())).namelist()
    assert not [name for name in listed if "vba" in name.lower() or name.endswith(".bin")]


def test_parts_that_are_not_there_are_not_named() -> None:
    package = zipfile.ZipFile(BytesIO(small()))
    assert not [name for name in package.namelist() if "header" in name]
    assert b"header" not in package.read("[Content_Types].xml") + package.read("word/_rels/document.xml.rels")
