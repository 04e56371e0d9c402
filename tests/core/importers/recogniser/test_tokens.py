"""Flat lines cut into labels and values."""

from core.importers.extract import Extract, Paragraph
from core.importers.recogniser.lines import lines_of
from core.importers.recogniser.tokens import tokens_of


def cut(table: str, *lines: str) -> list[str]:
    return [token.text for token in tokens_of(lines_of(Extract(tuple(map(Paragraph, lines)))), table) if token.ours]


def test_two_blanks_separate_and_one_does_not() -> None:
    assert cut("t3", "（一）予以公开  1  0", "商业 企业", "4 4") == ["（一）予以公开", "1", "0", "商业 企业", "4 4"]


def test_single_blanks_separate_the_values_of_a_row() -> None:
    assert cut("t3", "(一) 予以公开 1 0 0 0 0 0 1") == ["(一) 予以公开", *"1000001"]
    assert cut("t3", "1 0 0 0 0 0 1") == list("1000001")
    assert cut("t2", "信息内容 本年制发件数 本年废止件数") == ["信息内容", "本年制发件数", "本年废止件数"]


def test_prose_is_left_out() -> None:
    assert cut("t3", "2024年共收到申请 3 件。", "（一）予以公开") == ["（一）予以公开"]


def test_short_words_by_themselves_are_kept_but_are_not_the_tables() -> None:
    tokens = list(tokens_of(lines_of(Extract((Paragraph("待核"), Paragraph("来源：石桥乡人民政府网站公告")))), "t3"))
    assert [(token.text, token.ours) for token in tokens] == [("待核", False)]
