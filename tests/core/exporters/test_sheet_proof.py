"""Whether the file of a sheet says what the sheet says."""

from collections.abc import Sequence

from core.exporters.proof import Proof
from core.exporters.ruled import Cell, Row
from core.exporters.sheet_proof import prove
from core.exporters.sheets import Sheet, Table, across, head

FINDINGS = Table(
    (1, 1), (Row((Cell("A03"), Cell("差 1 件"))), Row((Cell("N01"), Cell("")))), head(("规则", "问题")), "一、问题"
)
SIGNED = Table((1, 1), (Row((Cell("编制"), Cell(""))),), by_hand=True)
SHEET = Sheet(
    "青禾县林业局校核单", "青禾县林业局", "3F7K-9Q2M", (FINDINGS, SIGNED, Table((1,), (across("没有。", 1),)))
)
TITLE, HEADING = "青禾县林业局校核单", "一、问题"
ROWS: tuple[tuple[str | None, ...], ...] = (("规则", "问题"), ("A03", "差 1 件"), ("N01", ""))


def found(*rows: Sequence[str | None], texts: Sequence[str] = (TITLE, HEADING)) -> Proof:
    return prove(SHEET, (rows, (("没有。",),)), texts)


def test_a_file_that_says_all_of_it_is_proved() -> None:
    assert found(*ROWS) == Proof(7, 7, 2, 2)


def test_blanks_and_the_ends_of_lines_do_not_count() -> None:
    assert found(("规则", "问 题"), ("A03", "差\n1\n件"), ("N01", None, "")).differences == ()


def test_a_row_that_says_something_else_is_told() -> None:
    proof = found(ROWS[0], ("A03", "差 7 件"), ROWS[2])
    assert (proof.equal_cells, proof.differences) == (5, ("没有读到“A03 差 1 件”这一行",))


def test_words_in_another_cell_of_the_row_do_not_do() -> None:
    assert found(*ROWS[:2], ("", "N01")).differences == ("没有读到“N01”这一行",)


def test_rows_in_another_order_are_told() -> None:
    assert len(found(ROWS[0], ROWS[2], ROWS[1]).differences) == 1


def test_a_row_that_the_end_of_a_page_tore_counts_with_or_without_the_head_between() -> None:
    for between in ((), (ROWS[0],)):
        assert found(ROWS[0], ("A03", "差"), *between, ("", "1 件"), ROWS[2]).differences == ()
    assert found(ROWS[0], ("A03", "差"), ("", "2 件"), ROWS[2]).differences == ("没有读到“A03 差 1 件”这一行",)
    assert len(found(ROWS[0], ("A03", "差")).differences) == 2


def test_rows_that_a_reader_took_for_one_count_and_only_as_they_stand() -> None:
    assert found(ROWS[0], ("A03N01", "差 1 件")).differences == ()
    assert len(found(ROWS[0], ("A03N01", "差 2 件")).differences) == 2
    assert len(found(ROWS[0], ("N01A03", "差 1 件")).differences) == 2


def test_a_title_or_heading_that_is_not_there_is_told() -> None:
    proof = found(*ROWS, texts=[TITLE])
    assert (proof.equal_texts, proof.differences) == (1, ("没有读到“一、问题”",))
    assert prove(SHEET, (ROWS, (("没有。",),)), [TITLE], headed=False).differences == ()


def test_marks_above_letters_may_stand_apart() -> None:
    sheet = Sheet("校核单", "", "", (Table((1,), (across("Te\u0301 1", 1),)),))
    assert prove(sheet, ((("T\u00e91",),),), ["校核单"]).differences == ()


def test_what_looks_the_same_is_made_the_same() -> None:
    sheet = Sheet("校核单", "", "", (Table((1,), (across("⾏", 1),)),))
    assert prove(sheet, ((("行",),),), ["校核单"]).differences != ()
    assert prove(sheet, ((("行",),),), ["校核单"], lambda text: text.replace("⾏", "行")).differences == ()
