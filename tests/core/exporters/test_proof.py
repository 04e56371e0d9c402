"""The proof that a file says what the report says."""

from dataclasses import replace

import pytest

from core.cells import CellId, Entry, number, parse
from core.errors import UserError
from core.exporters.proof import Proof, prove, refuse, texts_of
from core.report import Report
from tests.core.exporters.invented import full_report

CELL = CellId("t3.granted.natural")


def proved(report: Report, **changed: Entry) -> Proof:
    entries = {**report.entries, **{CellId(f"t3.{name}.natural"): entry for name, entry in changed.items()}}
    return prove(report, entries, texts_of(report))


def test_a_file_that_says_the_same_is_proved_in_all_cells_and_texts() -> None:
    found = proved(full_report())
    assert found == Proof(200, 200, 21, 21)
    assert found.words == "核对 200/200，文字 21/21 段"
    refuse(found, "年报.pdf")


def test_a_number_that_differs_is_named_with_what_was_read() -> None:
    found = proved(full_report(), granted=number(999))
    assert (found.equal_cells, found.cells) == (199, 200)
    assert found.differences == ("“（一）予以公开—自然人”应为 255，读到 999",)


def test_a_blank_is_equal_to_a_blank_alone() -> None:
    report = Report(typed={CELL: number(0)})
    assert prove(report, {CELL: number(0)}, texts_of(report)).differences == ()
    assert prove(report, {}, texts_of(report)).differences == ("“（一）予以公开—自然人”应为 0，读到 空白",)
    assert prove(Report(), {CELL: number(0)}, texts_of(report)).differences == (
        "“（一）予以公开—自然人”应为 空白，读到 0",
    )


def test_numbers_written_otherwise_are_equal_and_words_are_compared_without_blanks() -> None:
    for typed, read, equal in (
        ("1,234", "1234", True),
        ("/", " / ", True),
        ("约 3 件", "约3件", True),
        ("/", "—", False),
    ):
        report = Report(typed={CELL: parse(typed)})
        assert (not prove(report, {CELL: parse(read)}, texts_of(report)).differences) is equal


def test_texts_count_without_their_blanks_and_in_their_order() -> None:
    report = Report(texts={"s1": "甲 乙丙丁。\n戊己庚。", "s5": "辛壬癸。"})
    lines = ["　　甲乙", "丙丁。", "戊己 庚。"]
    headings = [section.heading for section in report.form.sections]
    found = prove(
        report, {}, ["政府信息公开工作年度报告", headings[0], *lines, *headings[1:5], "辛壬癸。", headings[5]]
    )
    assert (found.equal_texts, found.texts, found.differences) == (10, 10, ())
    turned = prove(
        report, {}, ["政府信息公开工作年度报告", headings[0], "戊己庚。", "甲乙丙丁。", *headings[1:5], "辛壬癸。"]
    )
    assert turned.differences == ("没有读到“戊己庚。”", "没有读到“六、其他需要报告的事项”")


def test_characters_that_the_reader_makes_one_are_equal() -> None:
    report = Report(texts={"s1": "⾏政"})
    read = [text.replace("⾏", "行") for text in texts_of(report)]
    assert prove(report, {}, read).differences
    assert prove(report, {}, read, lambda text: text.replace("⾏", "行")).differences == ()


def test_a_difference_stops_the_export_with_a_sentence_that_names_it() -> None:
    report = replace(full_report(), texts={})
    found = proved(report, granted=number(1), carried_in=number(2), partial=number(3), new_requests=number(4))
    with pytest.raises(
        UserError, match=r"没有导出“年报\.pdf”：写出后读回来核对，与年报不一致：“一、本年新收"
    ) as caught:
        refuse(found, "年报.pdf")
    assert caught.value.message.endswith("；等 4 处。")
    assert caught.value.hint.startswith("原来的文件没有改动。")


def test_where_there_are_no_numbers_none_are_counted() -> None:
    assert Proof(0, 0, 12, 12).words == "核对文字 12/12 段"
    assert Proof(200, 200, 3, 3).words == "核对 200/200，文字 3/3 段"
