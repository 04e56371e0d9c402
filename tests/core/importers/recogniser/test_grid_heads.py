"""The heads of a grid's tables, remembered for the rows below them."""

from core.form import F2021
from core.importers.recogniser.grid_heads import HeadMemory
from core.importers.recogniser.lines import Line

COLUMNS = ("natural", "business", "research", "public_welfare", "legal_service", "other_org", "total")
HEADS = ("项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def line(*cells: str | None) -> Line:
    return Line(0, cells, part=0, grid=1)


def learned(*heads: str) -> HeadMemory:
    memory = HeadMemory(F2021)
    memory.learn("t3", len(heads), [line(*heads)])
    return memory


def test_columns_stand_where_their_heads_do() -> None:
    memory = learned(*HEADS)
    row = line("（一）予以公开", *"1234567")
    assert memory.places("t3", row) == {column: place for place, column in enumerate(COLUMNS, start=1)}
    assert memory.named["t3"] == set(COLUMNS)
    assert (memory.knows("t3", row), memory.is_as_wide("t3", row)) == (True, True)


def test_a_row_of_another_width_has_no_places() -> None:
    memory = learned(*HEADS)
    short = line("（一）予以公开", "1")
    assert memory.places("t3", short) == {}
    assert (memory.knows("t3", short), memory.is_as_wide("t3", short)) == (False, False)


def test_a_column_that_the_form_has_not_is_known_by_its_head() -> None:
    memory = learned(*HEADS, "备注")
    assert memory.beyond("t3", line(*[""] * 9)) == frozenset({8})


def test_a_column_of_subtotals_is_told_and_is_no_column_of_the_form() -> None:
    memory = learned(*HEADS[:-1], "小计", "总计")
    assert memory.subtotal("t3") is not None
    assert memory.subtotal("t4") is None
    assert "小计" not in memory.named["t3"]


def test_the_order_of_the_heads_is_the_order_of_the_columns() -> None:
    assert learned(*HEADS).order("t3", "granted") == COLUMNS
    assert HeadMemory(F2021).order("t4", "review")[-1] == "total"
