"""Printed lines outside of tables as paragraphs: indents as blanks, headings told by their looks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from core.importers.extract import Box, Paragraph
from core.importers.pdf.words import PrintedLine

_LARGER = 1.15  # than the body, for a heading
_LONGEST_HEADING = 40
_OFTEN = 0.08  # of all lines must begin at the left margin
_MOST_INDENT = 20


@dataclass(frozen=True, slots=True)
class Body:
    """What most lines look like: where they begin, how high their letters are, whether they are bold."""

    margin: float = 0.0
    size: float = 12.0
    bold: bool = False

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> "Body":
        """Return the looks of most of the lines, long ones counting more."""
        if not lines:
            return cls()
        begins = Counter(round(line.left / 3) for line in lines)
        margin = min(place for place, times in begins.items() if times >= _OFTEN * len(lines))
        letters = sum(len(line.text) for line in lines)
        bold = sum(len(line.text) for line in lines if line.bold)
        sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 10)]
        return cls(
            min(line.left for line in lines if round(line.left / 3) == margin), median(sizes), bold * 2 > letters
        )


def paragraph_of(line: PrintedLine, body: Body, box: Box) -> Paragraph:
    """Return a printed line; how far it is indented stands before it in full-width blanks."""
    indent = min(_MOST_INDENT, max(0, round((line.left - body.margin) / line.size)))
    return Paragraph("　" * indent + line.text, _is_heading(line, body), box)


def _is_heading(line: PrintedLine, body: Body) -> bool:
    looks = (line.bold and not body.bold) or line.size > _LARGER * body.size
    return looks and len(line.text) <= _LONGEST_HEADING
