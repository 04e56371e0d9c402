"""Fonts and styles at the beginning of RTF."""

from core.importers.rtf.heads import Heads, read_fonts, read_styles
from core.importers.rtf.tokens import Tokens


def test_each_font_tells_its_alphabet() -> None:
    heads = Heads()
    read_fonts(
        Tokens(rb"{\f0\fcharset134 \'cb;}{\f1\fcharset0 A;}{\f2\fnil B;}{\f3\cpg936 C;}}\f9\fcharset2", 99), heads
    )
    assert heads.fonts == {0: "gb18030", 1: "cp1252", 3: "gb18030"}


def test_headings_are_told_by_name_outline_level_and_base() -> None:
    heads = Heads()
    styles = (
        rb"{\s1 heading 1;}{\s2\outlinelevel0 A;}{\s3\sbasedon2 B;}{\s4\outlinelevel9 C;}{\s5\sbasedon5 D;}"
        rb"{\s6 \'b1\'ea\'cc\'e2 1;}{\s7 \u26631?\u-26472?;}{\*\cs8 heading char;}{E;}}"
    )
    heads.page = "gb18030"
    read_styles(Tokens(styles, 200), heads)
    assert heads.headings == {1, 2, 3, 6, 7}
