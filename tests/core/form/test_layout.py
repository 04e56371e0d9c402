"""What can be asked of a form, whichever year's it is."""

import pytest

from core.cells import CellId
from core.form import F2021, FORMS
from core.form.layout import TEXTS, Equation, Row


def test_a_form_is_found_by_its_identifier() -> None:
    assert FORMS["F2021"] is F2021
    assert F2021.table("t3").name == "表三"
    assert F2021.section("s3").table == "t3"


def test_a_cell_is_named_by_row_and_column() -> None:
    assert F2021.cells[CellId("t3.granted.natural")].name == "（一）予以公开—自然人"


def test_a_heading_has_a_title_without_its_ordinal() -> None:
    assert F2021.section("s4").title == "政府信息公开行政复议、行政诉讼情况"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
        ("（一）予以公开", "予以公开"),
        ("3.其他", "其他"),
        ("规章", "规章"),
        ("三、", "三、"),
    ],
)
def test_a_row_has_a_name_without_its_ordinal(label: str, name: str) -> None:
    assert Row("x", label, "x").name == name


def test_no_row_of_the_form_loses_more_than_its_ordinal() -> None:
    names = {row.id: row.name for table in F2021.tables for row in table.rows}
    assert names["rejected_petition"] == "信访举报投诉类申请"
    assert names["denied_internal_affairs"] == "属于三类内部事务信息"
    assert names["total_handled"] == "总计"


def test_an_equation_knows_all_its_cells() -> None:
    equation = Equation("A03", "t3", "自然人", (CellId("a"), CellId("b")), (CellId("c"),))
    assert equation.cells == ("a", "b", "c")


def test_a_typed_cell_of_table_3_stands_in_the_sums_of_its_row_and_column() -> None:
    of = F2021.equations_of
    assert [e.code for e in of[CellId("t3.granted.natural")]] == ["A01", "A02"]
    assert [e.code for e in of[CellId("t3.new_requests.natural")]] == ["A01", "A03"]
    assert [e.code for e in of[CellId("t3.total_handled.total")]] == ["A01", "A02", "A03"]
    assert of[CellId("t2.regulations.issued")] == ()


def test_rows_and_columns_are_told_once_in_their_order() -> None:
    table = F2021.table("t4")
    assert [row.id for row in table.rows] == ["review", "lawsuit_direct", "lawsuit_after_review"]
    assert [column.label for column in table.columns] == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def test_addresses_name_each_row_of_table_3_shortly_and_once() -> None:
    addresses = [row.address for row in F2021.table("t3").rows]
    assert len(set(addresses)) == 25
    assert addresses[:5] == ["一", "二", "三(一)", "三(二)", "三(三)1"]


def test_texts_are_the_preamble_the_six_sections_and_the_closing() -> None:
    assert list(TEXTS) == ["preamble", *(section.id for section in F2021.sections), "signature"]
