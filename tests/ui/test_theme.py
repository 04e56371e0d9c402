"""Colours and sizes that follow the system's palette."""

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from pytestqt.qtbot import QtBot

from ui import theme

LIGHT = QPalette(QColor("#efefef"))
DARK = QPalette(QColor("#2d2d2d"))
DARK.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
DARK.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
BLACK = QPalette(QColor("#000000"))
for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
    BLACK.setColor(role, QColor("#000000"))
BLACK.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast by WCAG 2.1."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK, BLACK], ids=["light", "dark", "high contrast"])
@pytest.mark.parametrize("name", ["accent", "error", "warning", "ok", "last_year", "muted", "ink"])
def test_every_colour_of_words_can_be_read_on_paper(palette: QPalette, name: str) -> None:
    colours = theme.colours(palette)
    assert contrast(getattr(colours, name), colours.paper) >= 4.5


def test_dark_and_high_contrast_are_told_from_light() -> None:
    assert [theme.is_dark(palette) for palette in (LIGHT, DARK, BLACK)] == [False, True, True]
    assert [theme.is_high_contrast(palette) for palette in (LIGHT, DARK, BLACK)] == [False, False, True]
    assert [theme.hides_edges(palette) for palette in (LIGHT, DARK, BLACK)] == [False, True, True]


def test_the_accent_is_left_out_where_the_system_wants_high_contrast() -> None:
    assert theme.with_accent(LIGHT).resolveMask() != 0
    assert theme.with_accent(BLACK).resolveMask() == 0


def test_there_are_three_sizes(qtbot: QtBot) -> None:
    font = QFont()
    font.setPointSizeF(10)
    sizes = [theme.small(font).pointSizeF(), font.pointSizeF(), theme.large(font).pointSizeF()]
    assert sizes == [9.0, 10.0, 13.5]
    assert theme.large(font).bold()
    assert not font.bold()
