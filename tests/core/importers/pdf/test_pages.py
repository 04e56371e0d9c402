"""What every page repeats is dropped; tables go on over page breaks."""

from core.importers.pdf.grids import RuledGrid
from core.importers.pdf.pages import Page, in_order, without_furniture
from core.importers.pdf.words import PrintedLine


def line(text: str, top: float) -> PrintedLine:
    return PrintedLine(text, 100, top, 200, top + 12, 12)


def pages(*texts: list[tuple[str, float]]) -> list[Page]:
    return [Page(number, 800, tuple(line(*each) for each in page)) for number, page in enumerate(texts)]


def shown(kept: list[Page]) -> list[list[str]]:
    return [[block.text for block in page.blocks if isinstance(block, PrintedLine)] for page in kept]


def test_running_page_numbers_are_dropped() -> None:
    kept, heads = without_furniture(pages([("甲", 200), ("- 1 -", 760)], [("乙", 200), ("- 2 -", 760)]))
    assert (shown(kept), heads) == ([["甲"], ["乙"]], [])


def test_bare_numbers_are_dropped_only_where_they_count_the_pages() -> None:
    kept, _ = without_furniture(pages([("甲", 200), ("3", 760)], [("乙", 200), ("4", 760)]))
    assert shown(kept) == [["甲"], ["乙"]]
    kept, _ = without_furniture(pages([("甲", 200), ("12", 760)], [("乙", 200), ("12", 300), ("丙", 320)]))
    assert shown(kept) == [["甲", "12"], ["乙", "12", "丙"]]


def test_a_head_on_every_page_is_told_once() -> None:
    head = ("云岭县林草局年度报告", 40)
    kept, heads = without_furniture(pages([head, ("甲", 200)], [head, ("乙", 200)], [head, ("丙", 200)]))
    assert shown(kept) == [["甲"], ["乙"], ["丙"]]
    assert heads == ["云岭县林草局年度报告"]


def test_a_title_that_stands_elsewhere_than_the_head_stays() -> None:
    kept, _ = without_furniture(
        pages([("年度报告", 90), ("甲", 200)], [("年度报告", 40), ("乙", 200)], [("年度报告", 40), ("丙", 200)])
    )
    assert shown(kept) == [["年度报告", "甲"], ["乙"], ["丙"]]


def test_a_unit_large_in_the_title_and_small_as_the_signature_is_no_head() -> None:
    title = PrintedLine("云岭县林草局", 100, 60, 300, 80, 20)
    first = Page(0, 800, (title, line("甲", 200)))
    (kept, heads) = without_furniture([first, *pages([("乙", 200)]), *pages([("云岭县林草局", 60)])])
    assert shown(kept)[0] == ["云岭县林草局", "甲"]
    assert heads == []


def test_a_table_at_a_page_top_goes_on_only_if_nothing_stands_between() -> None:
    grid = RuledGrid((0, 100), 1, (), 700, 780)
    below = RuledGrid((0, 100), 1, (), 60, 80)
    together = in_order([Page(0, 800, (grid,)), Page(1, 800, (below,))])
    assert len(together) == 1
    apart = in_order([Page(0, 800, (grid,)), Page(1, 800, (line("四、标题", 40), below))])
    assert len(apart) == 3
