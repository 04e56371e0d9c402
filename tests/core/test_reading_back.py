"""Reading the page of a 图解 back from its file."""

from dataclasses import replace

import pytest

from core import reading_back
from core.errors import UserError
from core.exporters import pdf
from core.exporters.ink import printed
from core.exporters.marks import Composed
from core.exporters.picture import svg
from core.exporters.picture.appended import appended
from core.exporters.picture.page import compose
from core.exporters.picture.proof import Seen
from core.importers.pdf.letters import UNREADABLE
from tests.core.exporters.invented import RARE, full_report, needs_chinese_font
from tests.core.exporters.picture.looked_at import signs

pytestmark = needs_chinese_font

NAME = "图解.pdf"


@pytest.fixture(scope="module")
def page() -> Composed:
    return compose(replace(full_report(), unit=f"“青禾县”{RARE}局"))


def placed(seen: list[Seen]) -> list[tuple[str, int, int]]:
    return sorted((each.sign, round(each.x), round(each.y)) for each in seen if each.sign.strip())


def is_near(one: list[Seen], other: list[Seen]) -> bool:
    """Whether the same characters stand within half a point of where they should."""

    def key(each: Seen) -> tuple[str, int, float]:
        return each.sign, round(each.y), each.x

    both = list(zip(sorted(one, key=key), sorted(other, key=key), strict=True))
    return all(a.sign == b.sign and abs(a.x - b.x) < 0.5 and abs(a.y - b.y) < 0.5 for a, b in both)


def drawn(page: Composed) -> list[Seen]:
    return [each for each in signs(page) if each.sign.strip()]


def test_a_pdf_is_read_with_every_character_in_its_place(page: Composed) -> None:
    seen = [each for each in reading_back.of_pdf(printed(page), NAME) if each.sign.strip()]
    assert is_near(seen, drawn(page))


def test_the_outlines_of_an_svg_are_read_as_what_they_are(page: Composed) -> None:
    assert is_near(reading_back.of_svg(svg.written(page), page, NAME), drawn(page))


def test_so_are_those_of_the_last_page_of_a_report(page: Composed) -> None:
    whole = printed(appended(pdf.compose(full_report()), page))
    assert is_near(reading_back.of_last_page(whole, page, NAME), drawn(page))


def test_an_outline_that_no_font_has_is_no_character(page: Composed) -> None:
    torn = svg.written(page).replace(b' d="M', b' d="M1 1L', 1)
    assert UNREADABLE in {each.sign for each in reading_back.of_svg(torn, page, NAME)}


@pytest.mark.parametrize("keep", [0.0, 0.5, 0.9])
def test_a_torn_file_is_told_as_such(page: Composed, keep: float) -> None:
    written = svg.written(page)
    with pytest.raises(UserError, match=r"没有导出“图解\.pdf”：写出的文件读不回来"):
        reading_back.of_svg(written[: int(len(written) * keep)], page, NAME)
    if not keep:
        with pytest.raises(UserError, match="读不回来，打不开"):
            reading_back.of_pdf(b"", NAME)


def test_more_pages_than_one_are_no_picture() -> None:
    with pytest.raises(UserError, match="不是一页"):
        reading_back.of_pdf(printed(pdf.compose(full_report())), NAME)


def test_a_character_of_an_svg_without_a_place_is_refused(page: Composed) -> None:
    torn = svg.written(page).replace(b"scale(", b"skew(", 1)
    with pytest.raises(UserError, match="没有位置或者形状"):
        reading_back.of_svg(torn, page, NAME)


def test_characters_that_no_font_has_are_twins() -> None:
    lacking = compose(replace(full_report(), unit="\ue000局\ue123"))
    twins = reading_back.twins(lacking)
    assert twins[0xE000] == twins[0xE123]
    assert twins[ord("局")] == "局"
