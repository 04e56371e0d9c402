"""The page of a Word file."""

import pytest

from core.exporters.docx_page import footers, headers, section
from core.exporters.docx_xml import Element, R, W


def words(footer: Element) -> str:
    """Return the words of a footer, fields by their names."""
    return "".join((each.text or "") for each in footer.iter(f"{{{W}}}t", f"{{{W}}}instrText"))


def test_the_page_is_that_of_the_standard() -> None:
    paper, margins = (section(footers()).find(f"{{{W}}}{name}") for name in ("pgSz", "pgMar"))
    assert paper is not None
    assert margins is not None
    sides = [
        round(int(margins.get(f"{{{W}}}{side}", "0")) / 1440 * 25.4) for side in ("top", "left", "right", "bottom")
    ]
    assert sides == [37, 28, 26, 35]
    assert round(int(paper.get(f"{{{W}}}h", "0")) / 1440 * 25.4) == 297


@pytest.mark.parametrize(("part", "side"), [("footer-odd", "right"), ("footer-even", "left")])
def test_pages_are_numbered_at_the_outer_edge(part: str, side: str) -> None:
    footer = footers()[part]
    (where,) = footer.iter(f"{{{W}}}jc")
    assert where.get(f"{{{W}}}val") == side
    assert words(footer) == "—  PAGE 1 —"


def test_a_sheet_tells_its_check_number_and_how_many_pages_it_has() -> None:
    assert words(footers("校验号 3F7K-9Q2M", of_all=True)["footer-even"]) == "校验号 3F7K-9Q2M　—  PAGE 1/ NUMPAGES 1 —"


def test_a_draft_says_so_at_the_outer_edge_of_every_page() -> None:
    marks = headers()
    assert [words(mark) for mark in marks.values()] == ["草稿", "草稿"]
    sides = [next(mark.iter(f"{{{W}}}jc")).get(f"{{{W}}}val") for mark in marks.values()]
    assert sides == ["right", "left"]


def test_the_page_names_its_headers_and_footers_by_what_pages_they_are_for() -> None:
    named = {
        (str(each.tag).rpartition("}")[2], each.get(f"{{{W}}}type"), each.get(f"{{{R}}}id"))
        for each in section([*headers(), *footers()])
        if each.get(f"{{{R}}}id")
    }
    assert named == {
        ("headerReference", "default", "header-odd"),
        ("headerReference", "even", "header-even"),
        ("footerReference", "default", "footer-odd"),
        ("footerReference", "even", "footer-even"),
    }
