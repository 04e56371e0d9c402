"""How a mend of words is laid out."""

from PySide6.QtGui import QFont, QPalette
from pytestqt.qtbot import QtBot

from core.rewording import Difference
from ui import theme
from ui.findings.difference import height_of, laid_out

CHANGE = Difference("…公开申请", "3005", "3050", "件，均已在期…")


def parts(change: Difference, width: int = 400) -> list[tuple[str, bool, bool]]:
    """The words with a look of their own, whether they are struck out, and whether they are underlined."""
    layout = laid_out(change, QFont(), width, theme.colours(QPalette()))
    units = layout.text().encode("utf-16-le")
    return [
        (
            units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le"),  # type: ignore[attr-defined]  # not in the stubs
            part.format.fontStrikeOut(),  # type: ignore[attr-defined]  # not in the stubs
            part.format.fontUnderline(),  # type: ignore[attr-defined]  # not in the stubs
        )
        for part in layout.formats()
    ]


def test_old_words_are_struck_out_and_new_ones_underlined(qtbot: QtBot) -> None:
    assert parts(CHANGE) == [("3005", True, False), ("3050", False, True)]


def test_rare_characters_before_the_words_do_not_shift_them(qtbot: QtBot) -> None:
    assert parts(Difference("𬭎镇", "𫖯3", "5", "")) == [("𫖯3", True, False), ("5", False, True)]


def test_words_that_are_only_taken_out_are_struck_out(qtbot: QtBot) -> None:
    assert parts(Difference("公开", "的", "", "信息"))[0] == ("的", True, False)


def test_a_narrow_panel_gives_it_more_lines(qtbot: QtBot) -> None:
    shades = theme.colours(QPalette())
    wide, narrow = (height_of(laid_out(CHANGE, QFont(), width, shades)) for width in (400, 60))
    assert narrow >= 2 * wide
