"""Where sections and flat tables begin and end."""

from core.form import F2019, F2021
from core.form.layout import Form
from core.importers.extract import Extract, Grid, Paragraph, Part
from core.importers.recogniser.headings import find_headings
from core.importers.recogniser.lines import Line, lines_of
from core.importers.recogniser.sections import above_everything, flat_lines, sections_of, tables_of

Block = Paragraph | Grid | Part


def flat(*blocks: Block, form: Form = F2021) -> dict[str, list[str]]:
    lines = lines_of(Extract(blocks))
    headings, _ = find_headings(lines)
    found = flat_lines(lines, headings, sections_of(lines, headings), form)
    return {table: [line.cells[0] or "" for line in some] for table, some in found.items()}


def words(lines: list[Line]) -> list[str]:
    return [line.only or "" for line in lines]


def test_a_section_goes_on_until_the_next_heading_or_worksheet() -> None:
    lines = lines_of(Extract((Paragraph("一、总体情况"), Paragraph("甲"), Part("表"), Paragraph("乙"))))
    assert sections_of(lines, find_headings(lines)[0]) == {0: "s1", 1: "s1", 2: ""}


def test_lines_below_the_heading_of_a_table_may_be_its_flat_text() -> None:
    given = (
        Paragraph("二、主动公开政府信息情况"),
        Paragraph("规章 1 2 3"),
        Paragraph("五、存在的主要问题及改进情况"),
        Paragraph("甲"),
    )
    assert flat(*given) == {"t2": ["规章 1 2 3"]}
    assert flat(*given, form=F2019) == {"l2": ["规章 1 2 3"]}


def test_without_headings_the_first_words_of_a_table_begin_it() -> None:
    assert flat(Paragraph("甲"), Paragraph("申请人情况"), Paragraph("一、本年新收政府信息公开申请数量 0")) == {
        "t3": ["申请人情况", "一、本年新收政府信息公开申请数量 0"]
    }


def test_titles_stand_above_the_first_heading_of_each_part() -> None:
    lines = lines_of(
        Extract((Paragraph("标题"), Paragraph("一、总体情况"), Part("表"), Paragraph("表名"), Paragraph("乙")))
    )
    assert words(above_everything(lines, {1, 3})) == ["标题", "表名"]
    assert words(above_everything(lines, {1})) == ["标题", "表名", "乙"]


def test_each_form_names_its_own_table_2() -> None:
    assert (tables_of(F2019)["s2"], tables_of(F2021)["s2"]) == ("l2", "t2")


def test_the_table_of_a_later_section_begins_also_where_its_heading_is_missing() -> None:
    given = ("二、主动公开政府信息情况", "规章 1 2 3", "申请人情况", "（一）予以公开 0", "行政复议 行政诉讼", "0 0 0")
    assert flat(*map(Paragraph, given)) == {
        "t2": ["规章 1 2 3"],
        "t3": ["申请人情况", "（一）予以公开 0"],
        "t4": ["行政复议 行政诉讼", "0 0 0"],
    }


def test_below_a_heading_no_table_of_an_earlier_section_begins() -> None:
    given = ("三、收到和处理政府信息公开申请情况", "申请人情况", "信息内容")
    assert flat(*map(Paragraph, given)) == {"t3": ["申请人情况", "信息内容"]}
