"""The article of a page, and what stands around it."""

import pytest

from core.importers.extract import Grid, Paragraph
from core.importers.web.page import page

ARTICLE = (
    "<p>一、总体情况</p><p>本局全年公开信息三百余条，答复及时。</p>"
    "<table><tr><td>行政许可<td>3<td>4<td>5<tr><td>行政处罚<td>6<td>7<td>8</table>"
    "<p>六、其他需要报告的事项</p><p>无</p>"
)
MENU = "<ul><li><a href='/'>首页</a></li><li>信息公开指南</li><li>信息公开制度</li></ul>"
FOOT = "<div>主办单位：山前市人民政府办公室</div><div>网站标识码：9900000001</div>"


def shown(markup: str) -> list[str]:
    blocks = page(markup).blocks
    return [block.text if isinstance(block, Paragraph) else "表" for block in blocks if not isinstance(block, Grid)]


BARE = shown(f"<div>{ARTICLE}</div>")


@pytest.mark.parametrize(
    "markup",
    [
        f"<div>{MENU}</div><div>{ARTICLE}</div>{FOOT}",
        f"{MENU}<div><div>{MENU}</div><div><div>{ARTICLE}</div></div></div>{FOOT}",
        f"{MENU}<table><tr><td>{MENU}</td><td>{ARTICLE}</td></tr></table>{FOOT}",
        f"<form>{MENU}<table><tr><td></td><td>{ARTICLE}</td><td>广告</td></tr></table></form>",
        f"<div>{ARTICLE}<div>【<a href='/d'>下载Word</a>】【<a href='#'>打印</a>】</div></div>",
        f"<div>{ARTICLE}<div>相关链接</div><ul><li><a href='/x'>山前市2020年年报</a></li></ul></div>",
        f"{MENU}<div>{ARTICLE.replace('<p>', '').replace('</p>', '<br>')}</div>{FOOT}",
    ],
)
def test_furniture_is_left_out_around_and_behind_the_article(markup: str) -> None:
    assert [line for line in shown(markup) if line] == [line for line in BARE if line]


@pytest.mark.parametrize("headline", ["云岭县林草局", "云岭县2024年政府信息公开工作年度报告"])
def test_headlines_above_the_article_stay(headline: str) -> None:
    element = f"<h1>{headline}</h1>" if headline == "云岭县林草局" else f"<div class=t><span>{headline}</span></div>"
    assert shown(f"<div>{MENU}{element}<div>来源：本站</div></div><div>{ARTICLE}</div>") == [headline, *BARE]


def test_the_lines_of_a_headline_stay_together() -> None:
    title = ["云岭县林草局", "2024年", "政府信息公开工作年度报告"]
    lines = "".join(f"<p>{line}</p>" for line in ["欢迎", *title])
    assert shown(f"{MENU}{lines}<div>{ARTICLE}</div>") == [*title, *BARE]


def test_a_way_to_the_page_is_no_headline() -> None:
    way = "<div>首页 &gt; 年报 &gt; 云岭县2024年政府信息公开工作年度报告</div>"
    assert shown(f"{way}<div>{ARTICLE}</div>") == BARE


@pytest.mark.parametrize(
    "beside",
    [
        "<div>本报告由本局办公室编制。</div>",
        "<div>二、主动公开政府信息情况</div>",
        "<table><tr><td>行政强制<td>1<td>2<td>3<tr><td>行政收费<td>4<td>5<td>6</table>",
    ],
    ids=["a sentence", "a heading", "figures"],
)
@pytest.mark.parametrize("before", [True, False])
def test_what_may_belong_to_the_article_is_never_left_out(beside: str, before: bool) -> None:
    parts = [beside, f"<div>{ARTICLE}</div>"]
    block = page("".join(parts if before else parts[::-1])).blocks[0 if before else -1]
    assert getattr(block, "rows", block) == getattr(page(beside).blocks[0], "rows", page(beside).blocks[0])


def test_a_last_word_is_no_furniture() -> None:
    assert shown(f"<div>{ARTICLE}</div>")[-1] == "无"


def test_a_page_without_an_article_is_shown_whole() -> None:
    assert shown(f"<div>{MENU}</div><div>很短</div>") == ["首页", "信息公开指南", "信息公开制度", "很短"]


def test_marks_on_the_same_page_are_no_links() -> None:
    markup = f"<div>{ARTICLE}<p><a href='#_Toc1'>云岭县林草局办公室</a></p></div>"
    assert shown(markup)[-1] == "云岭县林草局办公室"
