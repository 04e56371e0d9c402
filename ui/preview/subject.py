"""What the preview can show: the report on its pages, or the picture of its year (图解)."""

from collections.abc import Callable
from dataclasses import dataclass

from core.exporters.marks import Composed
from core.report import Report


@dataclass(frozen=True, slots=True)
class Subject:
    """A document that follows from the report: its name, how it is composed, and the words of the button to export it.

    Without `compose` it is the report itself. One that is `single` has one page for ever.
    """

    name: str
    compose: Callable[[Report], Composed] | None
    export: str
    single: bool = False


def _picture(report: Report) -> Composed:
    from core.exporters.picture.page import compose  # the start-up seam: reportlab's charts come with it

    return compose(report)


REPORT = Subject("打印预览", None, "导出 PDF…")
PICTURE = Subject("年度图解", _picture, "导出图解…", single=True)
