"""Which national format a file is in."""

import pytest

from core.form import F2019, F2021
from core.form.layout import Form
from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.which_form import form_supposed, form_told


def told(*texts: str) -> Form | None:
    return form_told(lines_of(Extract(tuple(map(Paragraph, texts)))))


def test_the_heads_of_table_2_tell_the_form() -> None:
    assert told("信息内容", "本年新 制作数量", "本年新公开数量", "对外公开总数量") is F2019
    assert told("信息内容", "本年制发件数", "本年废止件数", "现行有效件数") is F2021


def test_one_old_word_alone_tells_nothing() -> None:
    assert told("全年政府集中采购，采购总金额见下表。", "一、总体情况") is None


def test_old_words_in_prose_do_not_outweigh_the_heads_of_the_new_form() -> None:
    prose = "与旧格式相比，不再填“对外公开总数量”和“上一年项目数量”。"
    assert told(prose, "本年制发件数", "本年废止件数", "现行有效件数") is F2021


@pytest.mark.parametrize(
    ("year", "rows", "form"),
    [
        (2020, {"t3.granted"}, F2019),
        (2020, {"t3.other_all"}, F2019),
        (2020, {"t3.other_misc"}, F2021),
        (2021, {"t3.granted"}, F2021),
        (2018, set(), F2021),
        (None, {"t3.other_all"}, F2021),
    ],
)
def test_without_table_2_the_year_and_the_rows_of_table_3_decide(year: int | None, rows: set[str], form: Form) -> None:
    assert form_supposed(year, rows) is form
