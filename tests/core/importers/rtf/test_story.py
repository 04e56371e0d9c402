"""Paragraphs and tables as they are read, one inside the other."""

from core.importers.extract import Paragraph
from core.importers.rtf.story import Look, Story
from core.importers.rtf.tables import Edge, Shape, Table


def test_hidden_and_deleted_words_are_not_put() -> None:
    story = Story()
    for look in (Look(), Look(unseen=True), Look(deleted=True)):
        story.put_bytes(b"1", None, None, look)
    story.flush(None)
    story.close()
    assert story.blocks == [Paragraph("1")]


def test_a_paragraph_outside_ends_the_tables() -> None:
    story = Story()
    story.put("A", Look())
    story.end_paragraph(1, heading=False)
    story.end_cell(1)
    story.end_row(1, Shape(0, (Edge(100),)))
    story.put("B", Look(bold=True))
    story.end_paragraph(0, heading=False)
    table, after = story.blocks
    assert isinstance(table, Table)
    assert [len(row.cells) for row in table.rows] == [1]
    assert after == Paragraph("B", heading=True)


def test_the_depth_of_a_paragraph_is_that_of_its_tables() -> None:
    assert [Look().depth(), Look(in_table=True).depth(), Look(in_table=True, level=2).depth()] == [0, 1, 2]
    look = Look(font=3, bold=True)
    assert look.copy() == look
    assert look.copy() is not look
