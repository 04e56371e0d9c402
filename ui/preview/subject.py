"""What the preview can show: the report on its pages, or the picture of its year (图解)."""

from collections.abc import Callable
from dataclasses import dataclass

from core.exporters.marks import Composed
from core.report import Report


@dataclass(frozen=True, slots=True)
class Subject:
    """A document that follows from the report: its name, how it is composed, and the words of the button to export it.

    Without `compose` it is the report itself. One that is `single` has one page for ever; one that can have the 图解 as
    its last page has what composes it so.
    """

    name: str
    compose: Callable[[Report], Composed] | None
    export: str
    single: bool = False
    compose_with_picture: Callable[[Report], Composed] | None = None

    def composed_by(self, *, appended: bool) -> Callable[[Report], Composed] | None:
        """Return what composes it, with the 图解 as its last page where that is wanted and can be."""
        return self.compose_with_picture if appended and self.compose_with_picture else self.compose


def _picture(report: Report) -> Composed:
    from core.exporters.picture.page import compose  # the start-up seam: reportlab's charts come with it

    return compose(report)


def _with_picture(report: Report) -> Composed:
    from core.exporters.picture.appended import compose  # the start-up seam, as above

    return compose(report)


REPORT = Subject("打印预览", None, "导出 PDF…", compose_with_picture=_with_picture)
PICTURE = Subject("年度图解", _picture, "导出图解…", single=True)
