"""Colours and type of the window: one accent, greys, and the three marks. All follow the system's palette, so that
dark mode and high contrast come by themselves; nothing here says something that shape or words do not (look.md).
"""

import sys
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

STEP = 4
"""Pixels. Every distance in the window is a multiple of it."""

_FAMILIES = (
    ("Microsoft YaHei UI", "Microsoft YaHei") if sys.platform == "win32" else ("Noto Sans CJK SC", "Noto Sans SC")
)
_SMALLER, _LARGER = 0.9, 1.35


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the window. `hatch` lines blank cells, `flash` lies behind a place that was just gone to."""

    accent: QColor
    error: QColor
    warning: QColor
    ok: QColor
    muted: QColor
    grid: QColor
    computed: QColor
    crosshair: QColor
    last_year: QColor
    paper: QColor
    ink: QColor
    selection: QColor
    hatch: QColor
    flash: QColor


def colours(palette: QPalette) -> Colours:
    """Return the colours that suit a palette: light, dark or of high contrast.

    They are kept by the palette's own key: painting asks for them many times a second.
    """
    key = palette.cacheKey()
    if key not in _KNOWN:
        if len(_KNOWN) >= MOST_PALETTES:
            _KNOWN.clear()
        _KNOWN[key] = _mixed_for(palette)
    return _KNOWN[key]


MOST_PALETTES = 100
_KNOWN: dict[int, Colours] = {}


def _mixed_for(palette: QPalette) -> Colours:
    paper, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    if is_high_contrast(palette):
        return _high_contrast(palette, paper, ink)
    accent, error, warning, ok, last_year = _DARK if is_dark(palette) else _LIGHT
    return Colours(
        accent=QColor(accent),
        error=QColor(error),
        warning=QColor(warning),
        ok=QColor(ok),
        muted=mixed(ink, paper, 0.40),
        grid=mixed(ink, paper, 0.76),
        computed=mixed(ink, paper, 0.94),
        crosshair=mixed(QColor(accent), paper, 0.93),
        last_year=QColor(last_year),
        paper=paper,
        ink=ink,
        selection=mixed(QColor(accent), paper, 0.66),
        hatch=mixed(ink, paper, 0.86),
        flash=mixed(QColor(warning), paper, 0.70),
    )


def with_accent(palette: QPalette) -> QPalette:
    """Return what to set over the system's palette: our accent for what is selected, but nothing in high contrast."""
    over = QPalette()
    over.setResolveMask(0)
    if not is_high_contrast(palette):
        over.setColor(QPalette.ColorRole.Highlight, QColor(_LIGHT[0]))
        over.setColor(QPalette.ColorRole.HighlightedText, QColor("#ffffff"))
    return over


def is_dark(palette: QPalette) -> bool:
    """Whether words are lighter than what they stand on."""
    return palette.color(QPalette.ColorRole.Text).lightness() > palette.color(QPalette.ColorRole.Base).lightness()


def is_high_contrast(palette: QPalette) -> bool:
    """Whether the system draws windows and fields alike in black and white, as its high-contrast themes do."""
    window, base = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    return window == base and base.lightness() in {0, 255} and abs(base.lightness() - text.lightness()) > 120


def hides_edges(palette: QPalette) -> bool:
    """Whether the edges that Fusion draws would not be seen in these colours."""
    return is_dark(palette) or is_high_contrast(palette)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with a share (0 to 1) of `other` in it."""
    own = 1 - share
    return QColor(
        round(one.red() * own + other.red() * share),
        round(one.green() * own + other.green() * share),
        round(one.blue() * own + other.blue() * share),
    )


def interface_font(system: QFont) -> QFont:
    """Return the system's interface font with the Chinese family of the house, in the system's size."""
    font = QFont(system)
    font.setFamilies([*_FAMILIES, *system.families()])
    return font


def small(font: QFont) -> QFont:
    """Return the small one of the three sizes: notes, last year's values, captions."""
    return _scaled(font, _SMALLER)


def zoomed(font: QFont, percent: int) -> QFont:
    """Return the font of a part that is shown at a size of its own; at 100 per cent it takes the font around it."""
    own = QFont()
    if percent != 100:
        own.setPointSizeF(_scaled(font, percent / 100).pointSizeF())
    return own


def large(font: QFont) -> QFont:
    """Return the large one of the three sizes, bold: headings of a page."""
    heading = _scaled(font, _LARGER)
    heading.setBold(True)
    return heading


def bold(font: QFont) -> QFont:
    """Return the same font in bold."""
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


# accent, error, warning, ok, last year; each against its paper at 4.5 : 1 or better
_LIGHT = ("#1f4e8c", "#b3261e", "#8a5a00", "#2e6b34", "#56708c")
_DARK = ("#8ab4f0", "#ff8a80", "#f0b849", "#86c98c", "#9fb6cf")


def _high_contrast(palette: QPalette, paper: QColor, ink: QColor) -> Colours:
    accent = palette.color(QPalette.ColorRole.Highlight)
    return Colours(ink, ink, ink, ink, ink, ink, paper, paper, ink, paper, ink, accent, ink, accent)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    points = font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()
    scaled.setPointSizeF(round(points * factor, 1))
    return scaled
