"""Paragraphs of binary Word files: what is seen, and how they end."""

import struct

import pytest

from core.errors import UserError
from core.importers.doc import story as doc_story
from core.importers.doc.properties import Properties
from core.importers.doc.story import Line, Stories
from core.importers.doc.styles import Styles
from tests.core.importers import word97
from tests.core.importers.word97 import BOLD, DELETED, HIDDEN, P, cell, p


def lines(*paragraphs: P, pieces: tuple[tuple[int, int], ...] = (), styles: bytes = b"") -> list[Line]:
    streams = word97.streams(list(paragraphs), pieces=pieces, styles=styles)
    return list(Stories(streams, Properties(streams), Styles(streams)).lines(0, streams.counts()["text"]))


def texts(*paragraphs: P) -> list[str]:
    return [line.text for line in lines(*paragraphs)]


def test_tracked_changes_are_read_as_accepted() -> None:
    inserted = struct.pack("<HB", 0x0801, 1)
    assert texts(P((("共收到", b""), ("3", DELETED), ("5", inserted), ("件", b"")))) == ["共收到5件"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    assert texts(P((("前半", b""),), mark_look=DELETED), p("后半")) == ["前半后半"]
    assert texts(P((("", b""),), mark_look=DELETED), cell("格")) == ["", "格"]


def test_hidden_text_is_not_read_unless_shown_again() -> None:
    shown = struct.pack("<HB", 0x083C, 0)
    assert texts(P((("12", b""), ("99", HIDDEN), ("8", shown)))) == ["128"]
    sheet = word97.style_sheet(("暗", 0xFFE, 0xFFF, b"", HIDDEN))
    assert [line.text for line in lines(P((("暗", b""), ("明", shown))), styles=sheet)] == ["明"]


def test_of_a_field_only_the_result_is_read() -> None:
    assert texts(p("第\x13 PAGE \x143\x15页，\x13 IF \x13 A \x14甲\x15 \x14乙\x15。\x13 TC 无 \x15")) == ["第3页，乙。"]


def test_a_field_that_never_ends_swallows_no_other_paragraph() -> None:
    assert texts(p("甲\x13 PAGE"), p("乙")) == ["甲", "乙"]


def test_controls_are_what_they_print() -> None:
    assert texts(p("前\x0b后\t列\x1e号\x1f软\x01图\x02注\x05批")) == ["前\n后\t列-号软图注批"]


def test_a_page_break_inside_a_paragraph_is_a_line_and_a_section_mark_ends_one() -> None:
    assert texts(p("前\x0c后")) == ["前\n后"]
    assert texts(P((("一节", b""),), mark="\x0c"), p("二节")) == ["一节", "二节"]


def test_a_symbol_of_a_font_is_its_character() -> None:
    assert texts(P((("(", struct.pack("<HHH", 0x6A09, 1, 0x2611)), ("是(否)", b"")))) == ["☑是(否)"]


def test_bold_throughout_is_told_from_bold_in_part() -> None:
    found = lines(p("总体情况", look=BOLD), P((("注意", BOLD), ("正文", b""))), P((("甲", BOLD), ("  ", b""))))
    assert [line.heading for line in found] == [True, False, True]


def test_pieces_do_not_disturb_paragraphs() -> None:
    found = lines(p("收到5件。"), P((("abc", BOLD),)), p("完"), pieces=((4, 2), (2, 2), (3, 1), (3, 2)))
    assert [(line.text, line.bold) for line in found] == [("收到5件。", False), ("abc", True), ("完", False)]


def test_a_drawing_is_told_by_its_place() -> None:
    assert lines(p("甲"), p("乙\x08"))[1].anchors == (3,)


def test_more_paragraphs_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_story, "MOST_PARAGRAPHS", 2)
    monkeypatch.setattr(doc_story, "MOST_CELLS", 1)
    with pytest.raises(UserError, match="太大"):
        lines(p("甲"), p("乙"), p("丙"), p("丁"))


@pytest.mark.parametrize("text", ["\x13" * 60, "\x01" * 60])
def test_more_fields_and_controls_than_any_report_has_are_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_story, "_MOST_CONTROLS", 55)
    with pytest.raises(UserError, match="太大"):
        lines(p(text))


def test_stories_that_lie_over_each_other_are_refused() -> None:
    streams = word97.streams([p("甲乙丙丁")])
    stories = Stories(streams, Properties(streams), Styles(streams))
    assert [len(list(stories.lines(0, 5))) for _ in range(2)] == [1, 1]
    with pytest.raises(UserError, match="太大"):
        list(stories.lines(0, 5))
