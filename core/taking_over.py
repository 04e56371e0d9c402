"""Taking a paragraph of last year's text into this year's (与上年相同)."""

from dataclasses import replace

from core import comparing, prose
from core.report import Report


def take_paragraph(report: Report, key: str, line: int) -> Report:
    """Put a paragraph of last year's text, by its line counted from 0, in the place of its counterpart of this year.

    Without one it goes behind the counterpart of the paragraph before it. Its sentences are 待更新 as those of a text
    that was carried over; numbers that follow the tables follow this year's.
    """
    last = report.last_year
    listed = comparing.paragraphs(last.text(key), report.text(key)) if last else ()
    paragraph = next((each for each in listed if each.line == line), None)
    if last is None or paragraph is None:
        return report
    raw, old = report.texts.get(key, ""), last.texts.get(key, "")
    words = old.split("\n")[line]
    lines = raw.split("\n") if raw.strip() else []
    if paragraph.twin is not None:
        lines[paragraph.twin] = words
    else:
        before = [each.twin for each in listed if each.line < line and each.twin is not None]
        lines.insert(max(before) + 1 if before else 0, words)
    said = {words[each.start : each.start + each.length] for each in prose.sentences(words)}
    carried = report.carried.get(key, frozenset()) | (said & prose.statements(old))
    return replace(
        report,
        texts={**report.texts, key: "\n".join(lines)},
        carried={**report.carried, key: carried},
    )
