"""Whatever a clerk writes, on paper: read back by PDFium, which knows nothing of ours."""

import re
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.exporters.line_ends import NEVER_FIRST, NEVER_LAST
from core.exporters.marks import Text
from core.exporters.paper import BODY, LEFT, WIDTH
from core.exporters.pdf import compose, printed
from core.report import Report
from tests.core.exporters.invented import needs_chinese_font

pytestmark = needs_chinese_font

WORDS = st.text(alphabet="公开信息申请答复目录解读平台留言办理县市局镇𬭎䶮㙟镕堃", min_size=1, max_size=9)
NUMBERS = st.sampled_from(
    ["2031年", "1月20日", "12件", "1,286条", "37.5%", "0.16万元", "第二十条", "第（一）项", "第12号"]
)
LATIN = st.sampled_from(["JSON", "OpenData", "v2.5", "www.example.cn", "x@y.cn", "PDF/A", "Wi-Fi", "é", "Ω"])
MARKS = st.sampled_from(
    ["，", "。", "；", "、", "：", "？", "！", "……", "——", "。”", "），", "》《", "（", "《", "“", " "]
)
PROSE = st.lists(st.one_of(WORDS, WORDS, WORDS, NUMBERS, LATIN, MARKS), min_size=20, max_size=160).map("".join)
ADDRESS = re.compile("[0-9A-Za-z]/$")  # may part behind a stroke
CROWDED = re.compile(r"[^\w\s]{7}")  # so many marks in a row fit no rule


def read(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s|\ufffe|[—-] ?\d+ ?[—-](?=\s*$)", "", text)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # whole files are too slow to be made smaller for minutes
)
@given(PROSE.filter(lambda text: text.strip() != ""))
def test_it_stands_in_full_lines_with_no_mark_out_of_place_and_is_copied_as_it_was_written(text: str) -> None:
    composed = compose(Report(texts={"s6": text}))
    lines = [mark for page in composed.pages for mark in page if isinstance(mark, Text) and is_of(mark, composed.tags)]
    words = ["".join(piece.text for piece in line.pieces).strip() for line in lines]
    assert squeezed("".join(words)) == squeezed(text)
    if not CROWDED.search(text):
        for before, after in pairwise(words):
            assert before[-1] not in NEVER_LAST or ADDRESS.search(before)
            assert after[0] not in NEVER_FIRST
    data = printed(composed)
    assert squeezed(text) in read(data)
    assert rightmost(data) <= LEFT + WIDTH + 0.5


def rightmost(data: bytes) -> float:
    """Return where the ink of the last character of any line ends."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage() for page in document]
    boxes = [page.get_charbox(at) for page in pages for at in range(page.count_chars())]
    document.close()
    return float(max(right for left, _, right, _ in boxes if right > left))


def is_of(mark: Text, tags: tuple[object, ...]) -> bool:
    """Whether it is a line of the paragraph, the only text of the report that is none of the form's."""
    return mark.size == pytest.approx(BODY) and mark.tag >= 0 and tags[mark.tag][0] == "P"  # type: ignore[index]  # a Tag


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
