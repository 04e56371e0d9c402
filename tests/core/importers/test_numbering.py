"""Word's automatic numbers."""

import pytest
from lxml import etree

from core.importers.numbering import Level, Numbering, read_numbering, written
from tests.core.importers.papers import W


@pytest.mark.parametrize(
    ("number", "how", "shown"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "ideographDigital", "二十"),
        (35, "chineseCounting", "三十五"),
        (100, "chineseCounting", "100"),
        (7, "decimal", "7"),
        (3, "decimalEnclosedCircleChinese", "③"),
    ],
)
def test_counts_are_written_as_word_shows_them(number: int, how: str, shown: str) -> None:
    assert written(number, how) == shown


def test_a_deeper_level_begins_anew_and_may_name_the_level_above() -> None:
    levels = {0: Level("decimal", "%1."), 1: Level("decimal", "%1.%2")}
    numbering = Numbering({"1": levels})
    assert [numbering.ordinal("1", level) for level in (0, 1, 1, 0, 1)] == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_bullets_and_unknown_lists_show_nothing() -> None:
    numbering = Numbering({"1": {0: Level("bullet", "")}})
    assert (numbering.ordinal("1", 0), numbering.ordinal("9", 0), numbering.ordinal("1", 4)) == ("", "", "")


def definition(extra: str = "") -> etree._Element:
    return etree.fromstring(
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{extra}</w:num></w:numbering>'
    )


def test_lists_of_one_definition_count_on() -> None:
    numbering = read_numbering(definition())
    assert [numbering.ordinal(number, 0) for number in ("1", "2", "1")] == ["1、", "2、", "3、"]


def test_a_list_that_restarts_counts_by_itself() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = read_numbering(definition(restart))
    assert [numbering.ordinal(number, 0) for number in ("1", "2", "1")] == ["1、", "1、", "2、"]
