"""Character maps of embedded fonts."""

from core.exporters import cmaps


def test_characters_above_the_basic_plane_are_two_units() -> None:
    table = cmaps.to_unicode({"年": 1, "𬭎": 2}).decode()
    assert "2 beginbfchar\n<0001> <5E74>\n<0002> <D872DF4E>\nendbfchar" in table


def test_no_block_has_more_than_a_hundred_entries() -> None:
    codes = {chr(0x4E00 + i): i + 1 for i in range(250)}
    table = cmaps.to_unicode(codes).decode()
    assert [line for line in table.splitlines() if "beginbfchar" in line] == [
        f"{n} beginbfchar" for n in (100, 100, 50)
    ]


def test_glyphs_are_listed_by_code_from_one() -> None:
    assert cmaps.glyph_map({"年": 3, "报": 258}) == bytes((0, 0, 0, 3, 1, 2))
