"""Files made to do harm each end as a report or one clear sentence, within the bounds, and the next file is read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import UserError
from core.isolation import bounds, desk, wire
from tests.core.isolation import hostile, hostile_pdf, hostile_text

CASES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    (".docx", hostile.zip_bomb, "太大"),
    (".docx", hostile.zip_bomb_that_lies, ""),
    (".docx", hostile.many_parts, ""),
    (".docx", hostile.entity_bomb_in_word, ""),
    (".xlsx", hostile.entity_bomb_in_excel, ""),
    (".html", hostile.entity_bomb_in_a_page, ""),
    (".docx", hostile.entity_from_outside, ""),
    (".docx", hostile.deep_tables_in_word, ""),
    (".docx", hostile.tables_in_tables_in_word, ""),
    (".html", hostile.deep_tables_in_a_page, ""),
    (".html", hostile.wide_cells_in_a_page, ""),
    (".docx", hostile.endless_numbers_in_word, "read"),
    (".xlsx", hostile.endless_numbers_in_excel, ""),
    (".html", hostile.endless_numbers_in_a_page, ""),
    (".docx", hostile.circular_styles, "read"),
    (".docm", hostile.macros, "read"),
    (".docx", hostile.links_to_elsewhere, "read"),
    (".html", hostile.links_in_a_page, "read"),
    (".xlsx", hostile.billion_cells, ""),
    (".xlsx", hostile.cells_by_the_hundred_thousand, ""),
    (".xlsx", hostile.overlapping_merges, ""),
    (".xlsx", hostile.formulas_in_a_circle_and_from_elsewhere, ""),
    (".xlsx", hostile.password_of_office, "密码"),
    (".doc", hostile.password_of_office, "密码"),
    (".pdf", hostile_pdf.pages_without_end, ""),
    (".pdf", hostile_pdf.password_of_a_pdf, "密码"),
    (".pdf", hostile_pdf.pages_in_a_circle, ""),
    (".pdf", hostile_pdf.objects_in_a_circle, ""),
    (".pdf", hostile_pdf.drawing_in_a_circle, ""),
    (".pdf", hostile_pdf.page_that_unpacks_without_end, ""),
    (".pdf", hostile_pdf.drawing_without_end, ""),
    (".pdf", hostile_pdf.words_without_end, ""),
    (".pdf", hostile_pdf.signed_pdf, "read"),
    (".pdf", hostile_pdf.font_without_a_map, "没有文字编码"),
    (".rtf", hostile_text.groups_without_end, ""),
    (".rtf", hostile_text.rich_text_that_lies, ""),
    (".mht", hostile_text.archive_in_archive, ""),
    (".mht", hostile_text.archive_of_noise, ""),
    (".csv", hostile_text.one_line_of_commas, ""),
    (".txt", hostile_text.one_line_of_digits, ""),
    (".txt", hostile_text.headings_without_end, ""),
    (".txt", hostile_text.row_labels_in_one_line, ""),
)
"""The suffix it comes with, how it is made, and what must become of it: "read", words of the sentence, or either."""

FAULTS = ("没有料到", "出了故障", "没有启动", "Traceback")


@pytest.mark.parametrize(
    ("suffix", "make", "wanted"), CASES, ids=[f"{make.__name__}{suffix}" for suffix, make, _ in CASES]
)
def test_it_ends_as_a_report_or_one_sentence(
    tmp_path: Path, suffix: str, make: Callable[[], bytes], wanted: str
) -> None:
    path = tmp_path / f"{make.__name__}{suffix}"
    path.write_bytes(make())
    try:
        reply = desk._POOL.ask({"do": "file", "path": str(path)}, path.name).content
    except UserError as error:  # the clock ran out: told by the one who asked
        reply, sentence = {"peak": 0}, str(error)
    else:
        sentence = "" if "good" in reply else str(wire.error_in(reply["error"]))
    assert reply["peak"] < bounds.MOST_BYTES
    assert not any(fault in sentence for fault in FAULTS), sentence
    if "good" in reply:
        assert wanted in {"", "read"}
        assert wire.recognised_in(reply["good"]).report.typed
    else:
        assert wanted != "read", sentence
        assert wanted in sentence
        assert re.fullmatch(r"[^\n]{10,200}。", sentence)


@pytest.mark.parametrize(
    ("suffix", "make"),
    [
        (".csv", hostile_text.heads_between_rows),
        (".txt", hostile_text.one_value_a_line),
        (".txt", hostile_text.headings_again_and_again),
        (".txt", hostile_text.words_between_rows),
        (".txt", hostile_text.blank_cells_in_a_row),
    ],
)
def test_four_times_the_file_takes_no_sixteen_times_as_long(
    tmp_path: Path, suffix: str, make: Callable[[int], bytes]
) -> None:
    seconds = []
    for rows in (350, 350, 1400, 350, 1400):  # the first loads what is needed; the least of the others counts
        path = tmp_path / f"{rows}{suffix}"
        path.write_bytes(make(rows))
        seconds.append(desk._POOL.ask({"do": "file", "path": str(path)}, path.name).content["seconds"])
    assert min(seconds[2], seconds[4]) < 12 * max(min(seconds[1], seconds[3]), 0.02), seconds


def test_nothing_of_another_file_comes_in_by_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("不该读到的字", encoding="utf-8")
    path = tmp_path / "年报.docx"
    path.write_bytes(hostile.entity_from_outside(secret))
    try:
        told = str(desk.read_file(path))
    except UserError as error:
        told = str(error)
    assert "不该读到的字" not in told
