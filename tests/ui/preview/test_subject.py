"""What the preview can show."""

from tests.core.exporters.invented import needs_chinese_font
from tests.examples import filled
from ui.preview.subject import PICTURE, REPORT


@needs_chinese_font
def test_the_picture_of_the_year_is_one_page() -> None:
    assert PICTURE.compose is not None
    assert len(PICTURE.compose(filled()).pages) == 1
    assert PICTURE.single


def test_the_report_is_what_the_press_composes_by_itself() -> None:
    assert REPORT.compose is None
    assert (REPORT.name, PICTURE.name) == ("打印预览", "年度图解")
    assert (REPORT.export, PICTURE.export) == ("导出 PDF…", "导出图解…")


def test_only_the_report_can_have_the_picture_as_its_last_page() -> None:
    assert REPORT.composed_by(appended=False) is None
    assert REPORT.composed_by(appended=True) is REPORT.compose_with_picture
    assert PICTURE.composed_by(appended=True) is PICTURE.compose
