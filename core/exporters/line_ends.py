"""Which characters may begin and end a line, and which stay together in one (GB/T 15834-2011, and habit)."""

import re

NEVER_FIRST = frozenset("）》”’〉〕】」』〗)]}，。、；：？！,.;:?!％%℃‰…—·～／/–-")
NEVER_LAST = frozenset("（《“‘〈〔【「『〖([{／/￥¥＄$-")  # a - at the end would be read as the hyphen of a torn word
CLOSING = frozenset("）》”’〉〕】」』〗，。、")
"""Marks whose right half is blank, so that what follows may stand closer."""

HANGING = CLOSING | frozenset("；：")
"""Marks whose blank half may stand out of the line."""

WORD = re.compile(
    r"[0-9A-Za-z\u00c0-\u024f０-９]+(?:(?:://|[.,:/'’@_&+%?=#~\-])[0-9A-Za-z\u00c0-\u024f]+)*[%％℃‰]?|—+|…+|\s+|.",
    re.DOTALL,
)
"""One word, or one character that is none."""

PART = re.compile(r"[^/_.?&=]+[/_.?&=]*|[/_.?&=]+")
"""What a long address may be broken into."""

_MEASURES = (
    "个工作日|人次|平方米|公里|小时|年度|"
    "[年月日时分秒件条项个次人元份章款号期批例篇场页倍名家户岁天周类种位处部级吨亩米届]"
)
_NUMBER = r"(?<![0-9])(?<![0-9][.,])[0-9]++(?:[.,][0-9]++)*+"  # without going back, however long it is
TOGETHER = re.compile(
    rf"第[0-9]++(?:{_MEASURES})?"
    rf"|第（?[一二三四五六七八九十百千〇零两]{{1,6}}）?[条款项章节号届次批期年位类个季]?"
    rf"|{_NUMBER}[余多]?[十百千万亿]{{0,2}}[余多]?(?:{_MEASURES})"
    rf"|{_NUMBER}[余多]?[十百千万亿]{{1,2}}"
    r"|〔[0-9]{4}〕第?[0-9]{1,5}号"
    r"|[^\s.]{0,2}\.(?:pdf|docx?|xlsx?|html?|wps|et|ofd|png|svg|zip|txt|csv)(?![0-9A-Za-z])"
)
"""A number with 第 and with its measure word, that of an official document, the end of a file name."""
