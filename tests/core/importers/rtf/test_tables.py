"""Tables out of rows whose cells tell their edges."""

from itertools import count

from core.importers.extract import Grid, Paragraph
from core.importers.rtf.tables import Edge, Row, Shape, Table, blocks_of, rectangle


def row(*cells: str, edges: tuple[int, ...], left: int = 0) -> Row:
    return Row([[Paragraph(cell)] for cell in cells], Shape(left, tuple(map(Edge, edges))))


def test_edges_that_nearly_meet_are_one() -> None:
    assert rectangle([row("A", "B", edges=(1000, 2000)), row("C", "D", edges=(1012, 1990), left=-8)]) == (
        ("A", "B"),
        ("C", "D"),
    )


def test_a_cell_reaches_over_the_columns_of_others() -> None:
    rows = [row("A", edges=(3000,)), row("B", "C", edges=(1000, 3000)), row("D", "E", "F", edges=(1000, 2000, 3000))]
    assert rectangle(rows) == (("A", None, None), ("B", "C", None), ("D", "E", "F"))


def test_cells_without_an_edge_stand_behind_the_last() -> None:
    assert rectangle([row("A", "B", "C", edges=(1000,))]) == (("A", "B", "C"),)
    assert rectangle([row("A", "B", edges=(1000, 500))]) == (("A", "B"),)


def test_a_row_without_a_description_is_like_the_one_above() -> None:
    table = Table([row("A", "B", edges=(1000, 2000))], cells=[[Paragraph("C")], [Paragraph("D")]])
    table.end_row(Shape())
    assert rectangle(table.rows) == (("A", "B"), ("C", "D"))


def test_words_behind_the_last_cell_are_not_lost() -> None:
    table = Table(content=[Paragraph("A")])
    table.end_row(Shape(0, (Edge(10),)))
    assert list(blocks_of([table], count(1))) == [Grid((("A",),), "第 1 个表格")]
