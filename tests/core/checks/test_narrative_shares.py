"""Family N, arithmetic of the prose itself. All sentences are invented."""

import pytest

from core.checks import catalogue
from core.finding import Finding
from tests.core.checks.example import written
from tests.core.checks.golden_narrative import REQUESTS


def said(code: str, text: str) -> list[Finding]:
    return [finding for finding in catalogue.run(written(text, REQUESTS)).findings if finding.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "办结政府信息公开申请11件，其中予以公开11件，占100%。",
        "新收政府信息公开申请12件，其中自然人12件，占比100%。",
        "全年有申请14件，政府信息公开申请予以公开11件，占78.6%。",
        "政府信息公开申请予以公开11件，占全省总量的3.2%。",
        "主动公开信息48条，占35%。",
        "予以公开11件，占政府信息公开申请办结总数的100.0%。",
    ],
)
def test_a_share_of_any_whole_nearby_is_lawful(text: str) -> None:
    assert said("N27", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("主动公开信息230条，比上年减少20条，下降9%。", "下降9%"),
        ("公开信息230条，较2023年的200条增加50条。", "较2023年的200条增加50条"),
        ("抽查的60所学校中有80所公开内容不完整。", "80所"),
        ("发放问卷1200份，回收有效问卷11530份。", "回收有效问卷11530份"),
        ("发出收费通知14件、1600元，实际收取15件。", "实际收取15件"),
        ("发出收费通知5件，实际收取2件180元；其余4件未缴纳。", None),
        ("发出收费通知5件，实际收取2件180元，其余4件未缴纳。", "其余4件"),
    ],
)
def test_figures_of_a_sentence_that_do_not_go_together_are_told(text: str, words: str | None) -> None:
    assert [each.excerpt for each in said("N28", text)] == ([words] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息230条，比上年减少20条，下降8%。",
        "公开信息250条，较2023年的200条增加50条，增长25%。",
        "抽查的60所学校中有8所公开内容不完整。",
        "12个社区中有35个网格建成公开点。",
        "发放问卷1200份，回收有效问卷1153份。",
        "发出收费通知14件，实际收取12件。",
        "收到申请10件，予以公开5件、部分公开2件，其余3件不予公开。",
        "收到意见9件，采纳6件，其余3件予以说明。",
        "访问量增长210%。",
    ],
)
def test_figures_that_go_together_are_lawful(text: str) -> None:
    assert said("N28", text) == []


@pytest.mark.parametrize(
    "text", ["办结政府信息公开申请11件，均予以公开。", "来信3件，均不予公开姓名。", "政府信息公开申请均已答复。"]
)
def test_what_is_said_of_all_and_is_so_is_lawful(text: str) -> None:
    assert said("N29", text) == []
