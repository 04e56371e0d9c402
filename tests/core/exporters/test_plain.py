"""The report as plain text."""

from core.exporters.plain import text
from core.exporters.proof import prove
from core.importers import read_text
from core.proving import words_of
from core.report import Report
from tests.core.exporters.invented import full_report


def test_paragraphs_are_indented_and_tables_have_tabs() -> None:
    lines = text(Report(unit="青禾县林业局", year=2031, texts={"s1": "甲。\n乙。", "signature": "丙"})).split("\n")
    assert lines[:5] == [
        "青禾县林业局",
        "2031年政府信息公开工作年度报告",
        "\u3000\u3000一、总体情况",
        "\u3000\u3000甲。",
        "\u3000\u3000乙。",
    ]
    assert lines[-2:] == ["丙", ""]
    assert [line.count("\t") for line in lines if "\t" in line] == [3] * 14 + [9] * 28 + [14] * 4


def test_all_values_and_texts_are_read_back_from_it() -> None:
    report = full_report()
    read = read_text(text(report))
    assert prove(report, read.report.entries_as_printed, words_of(read.extract)).differences == ()
