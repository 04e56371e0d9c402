"""Puts the prose together: which lines are words of the report, and which broken lines belong to one paragraph."""

import re
from collections.abc import Sequence

from core.importers.recogniser.words import han, is_sentence, plain

_FURNITURE = re.compile(
    r"^(发布(时间|日期|者|机构|单位)|来源|信息来源|文章来源|字号|字体|【?字体|选择阅读字号|浏览(次数|量)|阅读次数|点击(数|率|量)|访问量|分享(到)?|打印|【?打印|关闭|【?关闭"
    r"|当前位置|首页|您(现在)?的位置|智能问答|登录|欢迎访问|扫一扫|手机(版|端)|用微信|下载(word|pdf)?|【下载|上一(篇|条)|下一(篇|条)|相关(链接|阅读|文章)|责任编辑|作者|网站地图|版权所有|网站标识码|.{0,6}icp备|.{0,3}公网安备|copyright|©|关于我们|联系我们|网站声明|扫描二维码|微信扫|纠错|收藏|主办单位|承办单位|技术支持|索引号|发文(日期|机关|字号)|成文日期|公开(日期|方式)|主题(词|分类)|文号|有效性|正文|返回顶部|保护视力色|【?大中小)"
)
_FORM_FOOT = re.compile(
    r"^(填[表报制](人|日期|时间|单位)|制表人?|审核人?|核稿人?|经办人|签发人|单位负责人|(分管|主要)领导)[:(]"
)
_DOCUMENT_HEAD = re.compile(r"^(附件\d*:?|目录|封面|[^。,;]{1,12}[〔\[(（]\d{4}[〕\])）]\d+号)$")
_COVER = re.compile(
    r"^[(（]?[^。;]{0,20}?(\d{4}|[二〇○零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}日|[一二三四五六七八九十]{1,3}日)?[)）]?$"
)
_DATE = re.compile(
    r"^(\d{4}|[二〇○零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$"
)
_BEGINS = re.compile(
    r"^\s*([(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十]+[，,、])"
)
_ENDS = ("。", "！", "？", "；", "：", ":", ";", "!", "?", "。”", "。）", "”。")
_SPEAKS = re.compile(r"现将|根据|按照|依据|依照|遵照|本报告|为了?(贯彻|落实|进一步)")
_WIDE = re.compile("[\u2e80-\U0010ffff]")
_SIGNATURE_LONGEST = 40


def is_furniture(text: str) -> bool:
    """Whether a line belongs to a web page around the report."""
    return _FURNITURE.match(plain(text).lower()) is not None


def is_document_head(text: str) -> bool:
    """Whether a line stands above the title of a document that is filed: "附件1", its number, "目录"."""
    return _DOCUMENT_HEAD.match(plain(text)) is not None


def preamble_of(texts: Sequence[str]) -> list[str]:
    """Return the lines before the first heading that are words of a preamble: the first sentence and what follows."""
    first = next((place for place, text in enumerate(texts) if _is_prose(text) and not is_furniture(text)), None)
    if first is None:
        return []
    return [text for text in texts[first:] if text.strip() and not is_furniture(text) and not _cover(text)]


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence or the beginning of one that goes on below: "根据《……》和《……"."""
    return is_sentence(text) or (han(text) >= 16 and ("《" in text or _SPEAKS.match(plain(text)) is not None))


def _cover(text: str) -> bool:
    return bool(_COVER.match(plain(text))) or is_document_head(text)


def without_ending(texts: list[str], unit: str) -> tuple[list[str], list[str]]:
    """Split off what a page prints behind the report, and the signature: unit and date, or one of them alone."""
    kept = [text for text in texts if text.strip()]
    while kept and (is_furniture(kept[-1]) or _FORM_FOOT.match(plain(kept[-1]))) and not plain(kept[-1]).endswith("。"):
        kept.pop()
    signature: list[str] = []
    if kept and _DATE.match(plain(kept[-1])):
        signature.insert(0, kept.pop().strip())
    if kept and _signs(kept[-1], unit, dated=bool(signature)):
        signature.insert(0, kept.pop().strip())
    return kept, signature


def _signs(text: str, unit: str, *, dated: bool) -> bool:
    bare = plain(text)
    if unit and bare == plain(unit):
        return True
    return dated and han(bare) >= 2 and len(bare) <= _SIGNATURE_LONGEST and not re.search(r"[。,;:!?、]", bare)


def joined(texts: Sequence[str], *, printed_lines: bool) -> list[str]:
    """Return paragraphs: lines that a page or a copy broke inside a sentence are put together again.

    `printed_lines` tells that each text is a line as printed; only then does its length say that it was broken.
    """
    width = _line_width(texts) if printed_lines else None
    paragraphs: list[str] = []
    previous = ""
    for text in texts:
        if not text.strip():
            continue
        if paragraphs and _goes_on(previous, text, width):
            paragraphs[-1] += text.strip()
        else:
            paragraphs.append(text.strip())
        previous = text
    return paragraphs


def _goes_on(previous: str, text: str, width: int | None) -> bool:
    before = previous.strip()
    if _BEGINS.match(text):
        return before.endswith(("，", "、")) and width is not None and _shown(previous) >= width - 4
    if before.endswith(("，", "、")):
        return True
    if width is None or _shown(previous) < width - 4:
        return False
    indented = len(text) - len(text.lstrip()) >= 2
    return not indented or not before.endswith(_ENDS)


def _line_width(texts: Sequence[str]) -> int | None:
    """Return the width of full printed lines in half characters, if the text is broken into such lines."""
    widths = sorted(_shown(text) for text in texts if text.strip())
    if len(widths) < 3:
        return 60 if widths and widths[-1] <= 90 else None
    widest = widths[-1]
    full = sum(width >= widest - 6 for width in widths)
    return widest if widest <= 120 and full >= max(2, len(widths) // 3) else None


def _shown(text: str) -> int:
    return len(text.rstrip()) + len(_WIDE.findall(text.rstrip()))
