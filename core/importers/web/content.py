"""Tells the article of a page from what a web system prints around it: menus, links, dates, marks of the site.

Nothing that reads like prose, counts like a heading or holds figures is ever left out: from the whole page the way goes
down only while all beside it is furniture. Headlines above the article stay, for its title may stand only there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from core.importers.recogniser.readings import is_value
from core.importers.recogniser.words import han
from core.importers.web.tags import is_block, is_shown

_DOWN_TO = frozenset(
    ("html", "body", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td")
)
_SENTENCE_HAN = 8
_COUNTERS_HAN = 2  # "3件", "2万元"
_MOST_FIGURES = 5  # numbers beside the article: a page count, visits
_LINK = re.compile(r"#?$|[^#]")  # but no mark of a place on the same page, as word processors write them
_COUNTED = re.compile(r"\s*([(（]?[一二三四五六七八九十]+[)）、.．]|第[一二三四五六七八九十]+部分)")
_HEADLINE = re.compile(r"年度(工作)?报告")
_WAY = re.compile(r"[>＞»›]|位置")
_LONGEST_HEADLINE = 70
_LINES_ABOVE = 2  # of a headline in three lines
_FURNITURE = re.compile(
    r"icp备|网站标识码|公网安备|版权所有|上一[篇条]|下一[篇条]|相关(链接|阅读|文章)|【?(下载|打印|关闭)", re.IGNORECASE
)


@dataclass
class _Share:
    """What an element holds, all below it included; `lines` are its own."""

    element: etree._Element
    inside: list["_Share"] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    words: int = 0  # Chinese characters outside of links
    linked: int = 0
    figures: int = 0
    prose: bool = False
    headline: bool = False
    furniture: bool = False

    @property
    def content(self) -> bool:
        """Whether it may be a piece of an article."""
        return self.prose or self.figures > _MOST_FIGURES

    @property
    def is_line(self) -> bool:
        """Whether it is a line of plain words."""
        return bool(self.words) and not (self.inside or self.linked or self.furniture)


def left_out(root: etree._Element) -> set[etree._Element]:
    """Return the elements of a page that nobody sees or that are no part of its article."""
    dropped: set[etree._Element] = set()
    article = _measured(root, dropped)
    while (below := _way_down(article)) is not None:
        place = article.inside.index(below)
        dropped |= _without_headlines(article.inside[:place])
        dropped |= {share.element for share in article.inside[place + 1 :]}
        article = below
    for share in reversed(article.inside):
        if share.content or not (share.furniture or share.linked > share.words):
            break
        dropped.add(share.element)
    return dropped


@dataclass(slots=True)
class _Step:
    """An element on the way down: whose lines it writes, its children still to come, and whether it is a link."""

    share: _Share
    element: etree._Element
    children: Iterator[etree._Element]
    linked: bool


def _measured(root: etree._Element, hidden: set[etree._Element]) -> _Share:
    """Return what each block of a page holds; what nobody sees goes to `hidden`."""
    page = _Share(root)
    way = [_Step(page, root, iter(root), linked=False)]
    _take(page, root.text, linked=False)
    while way:
        top = way[-1]
        child = next(top.children, None)
        if child is None:
            way.pop()
            if top.share.element is top.element:
                _judge(top.share)
            if way:
                _take(way[-1].share, top.element.tail, linked=way[-1].linked)
        elif not is_shown(child):
            hidden.add(child)
            _take(top.share, child.tail, linked=top.linked)
        else:
            way.append(_entered(top.share, child, linked=top.linked))
    return page


def _entered(share: _Share, child: etree._Element, *, linked: bool) -> _Step:
    if is_block(child.tag, child.get("style", "")):
        inner = _Share(child)
        share.inside.append(inner)
        share.lines.append("")
        share = inner
    elif child.tag == "br":
        share.lines.append("")
    elif child.tag == "a":
        linked = linked or _LINK.match(child.get("href", "")) is not None
    _take(share, child.text, linked=linked)
    return _Step(share, child, iter(child), linked)


def _take(share: _Share, text: str | None, *, linked: bool) -> None:
    if text and linked:
        share.linked += han(text)
    elif text:
        share.lines[-1] += text


def _judge(share: _Share) -> None:
    """Sum up what an element holds, when all in it is known."""
    for line in share.lines:
        if line and not line.isspace():
            _judge_line(share, line.strip())
    share.headline = share.headline or (share.element.tag in {"h1", "h2"} and share.words > 0)
    for inner in share.inside:
        share.words += inner.words
        share.linked += inner.linked
        share.figures += inner.figures
        share.prose = share.prose or inner.prose
        share.headline = share.headline or inner.headline
        share.furniture = share.furniture or inner.furniture


def _judge_line(share: _Share, line: str) -> None:
    words = han(line)
    share.words += words
    if words <= _COUNTERS_HAN and any(map(str.isdigit, line)) and is_value(line):
        share.figures += 1
        return
    share.prose = share.prose or ("。" in line and words >= _SENTENCE_HAN)
    share.prose = share.prose or (words > 3 and _COUNTED.match(line) is not None)
    if len(line) <= _LONGEST_HEADLINE:
        share.headline = share.headline or (_HEADLINE.search(line) is not None and not _WAY.search(line))
        share.furniture = share.furniture or _FURNITURE.search(line) is not None


def _way_down(article: _Share) -> _Share | None:
    """Return the one part of an element that holds its article, None if what stands beside it may belong to it."""
    parts = [share for share in article.inside if share.content]
    if len(parts) != 1 or parts[0].element.tag not in _DOWN_TO or any(map(_may_belong, article.lines)):
        return None
    return parts[0] if _holds_more(parts[0]) else None


def _holds_more(share: _Share) -> bool:
    """Whether an element is a container and no table of figures or paragraph of the article itself."""
    if share.element.tag in {"table", "tbody", "tr"}:
        return sum(inner.content for inner in share.inside) == 1 and _holds_more(
            next(inner for inner in share.inside if inner.content)
        )
    return share.prose and (share.figures > _MOST_FIGURES or len(share.inside) > 1)


def _may_belong(line: str) -> bool:
    return han(line) >= _SENTENCE_HAN or _COUNTED.match(line) is not None


def _without_headlines(shares: list[_Share]) -> set[etree._Element]:
    """Return the elements above an article that hold no headline, nor a line of one: the unit may stand above it."""
    dropped: set[etree._Element] = set()
    for place, share in enumerate(shares):
        if share.headline:
            dropped |= _without_headlines(share.inside)
        elif not (any(near.headline for near in shares[place + 1 : place + 1 + _LINES_ABOVE]) and share.is_line):
            dropped.add(share.element)
    return dropped
