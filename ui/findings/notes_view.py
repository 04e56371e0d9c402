"""What the tab 口径 says of a place: what counts there and by which article, an example, what is often got wrong."""

from collections.abc import Iterator

from core.form.guidance.note import Kind, Note
from core.form.notes import name_of as name_of_part
from core.form.notes import parts_of
from core.report import Report
from ui.findings.place_tabs import Line, Look, PlaceView, name_of
from ui.theme import STEP

NO_NOTES = "点一个格子或一段文字，这里就显示它的填报口径。"


def tell_notes(view: PlaceView, report: Report, place: str) -> None:
    """Show the notes on a place: of a cell those on its row, then on its column, then on its table."""
    view.show_lines(_lines(report, place))


def _lines(report: Report, place: str) -> Iterator[Line]:
    parts = parts_of(place)
    if not parts:
        yield Line(((NO_NOTES, Look.PLAIN),), 0)
        return
    yield Line(((name_of(report, place) or name_of_part(report.form, place), Look.STRONG),), 0)
    for number, part in enumerate(parts):
        if number:
            yield Line(((name_of_part(report.form, part.place), Look.NAME),), 5 * STEP)
        for note in sorted(part.notes, key=lambda note: _ORDER.index(note.kind)):
            yield from _paragraphs(note)


def _paragraphs(note: Note) -> Iterator[Line]:
    tag = "" if note.kind is Kind.COUNTS else f"{note.kind.value}　"
    yield Line(((tag, Look.TAG), (note.text, Look.PLAIN)))
    yield Line(((note.small_print, Look.FINE),), STEP // 2)


_ORDER = (Kind.COUNTS, Kind.EXAMPLE, Kind.MISTAKE)
