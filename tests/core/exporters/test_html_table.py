"""A grid as an HTML table (its place in the page: test_html.py)."""

from core.exporters.html_table import table
from core.exporters.pages import grid
from core.form import F2021
from core.report import Report
from tests.core.exporters.markup import read


def test_rows_that_name_columns_are_the_head_that_paper_repeats() -> None:
    for each, heads in (("t2", 0), ("t3", 3), ("t4", 3)):
        markup = table(grid(Report(), F2021.table(each)))
        head = markup.partition("</thead>")[0] if heads else ""
        assert head.count("<tr>") == heads


def test_labels_tell_what_they_name() -> None:
    cells = [cell for row in read(table(grid(Report(), F2021.table("t3")))).tables[0].rows for cell in row]
    scopes = {cell.words: cell.attributes.get("scope") for cell in cells}
    assert (scopes["自然人"], scopes["（一）予以公开"], scopes["（三）不予公开"]) == ("col", "row", "rowgroup")
    assert all("scope" not in cell.attributes for cell in cells if cell.tag == "td")


def test_long_row_labels_begin_at_the_left_and_short_ones_stand_in_the_middle() -> None:
    for each, side in (("t2", "center"), ("t3", "left")):
        rows = read(table(grid(Report(), F2021.table(each)))).tables[0].rows
        labels = [cell for row in rows for cell in row if cell.attributes.get("scope") == "row"]
        assert {cell.attributes["style"].rpartition("text-align:")[2] for cell in labels} == {side}


def test_heads_of_narrow_columns_stand_in_pairs_of_characters() -> None:
    assert table(grid(Report(), F2021.table("t4"))).count("结果<br>维持") == 3
    assert "社会<br>公益<br>组织" in table(grid(Report(), F2021.table("t3")))
    assert "<br>" not in table(grid(Report(), F2021.table("t2")))


def test_the_name_of_a_group_stands_below_its_number_so_that_no_character_of_it_is_left_alone() -> None:
    markup = table(grid(Report(), F2021.table("t3")))
    assert [name in markup for name in ("（三）<br>不予公开", "（六）<br>其他处理", "（一）予以公开")] == [True] * 3
    assert markup.count("）<br>") == 4
