"""The words by which reports speak of what the tables count (domain.md D.5), as data.

A clause that names several quantities before a number ("办结上年结转的2件") may mean any of them: all are kept.
"""

import re
from enum import Enum


class Quantity(Enum):
    """What a number in the text may count."""

    NEW = "new"  # 新收
    RECEIVED = "received"  # 收到: newly received, or with those carried in
    HANDLED = "handled"  # 收办、办理: received, all, or closed
    CLOSED = "closed"  # 办结、答复
    CARRIED_IN = "carried_in"
    CARRIED_FORWARD = "carried_forward"
    GRANTED = "granted"
    PARTIAL = "partial"
    DENIED = "denied"
    UNABLE = "unable"
    NOT_HELD = "not_held"
    REJECTED = "rejected"
    OTHER = "other"
    BY_PERSONS = "by_persons"
    BY_LEGAL_PERSONS = "by_legal_persons"
    REVIEW = "review"
    LAWSUIT = "lawsuit"
    LAWSUIT_DIRECT = "lawsuit_direct"
    LAWSUIT_AFTER_REVIEW = "lawsuit_after_review"
    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER_RESULT = "other_result"
    PENDING = "pending"
    DOCUMENTS_ISSUED = "normative_docs.issued"
    DOCUMENTS_REPEALED = "normative_docs.repealed"
    DOCUMENTS_IN_FORCE = "normative_docs.in_force"
    RULES_ISSUED = "regulations.issued"
    RULES_REPEALED = "regulations.repealed"
    RULES_IN_FORCE = "regulations.in_force"
    LICENSING = "licensing"
    PENALTIES = "penalties"
    COERCION = "coercion"


_NEXT = r"(?:下一?年|次年|下年度|来年)"
_LAST = r"(?:上一?年|去年|上年度)"
_FORWARD = "|".join(
    (
        rf"结转(?:至|到|入)?{_NEXT}",
        rf"转(?:入|至|到)?{_NEXT}",
        "转结|顺延",
        r"跨年(?:度)?(?:办理|结转)",
        rf"{_NEXT}(?:度)?(?:继续)?办理",
        rf"延(?:至|到){_NEXT}",
    )
)
_IN = rf"{_LAST}(?:度)?(?:的)?(?:未办结)?(?:结转|转结|转入|遗留)|结转(?:自)?{_LAST}|结转{_LAST}"

REQUESTS: tuple[tuple[Quantity, re.Pattern[str]], ...] = tuple(
    (quantity, re.compile(words))
    for quantity, words in (
        (Quantity.CARRIED_FORWARD, _FORWARD),
        (Quantity.CARRIED_IN, _IN),
        (Quantity.NEW, r"新收(?:到)?|新增(?:收到)?|新受理|新接收"),
        (Quantity.RECEIVED, r"(?<!新)(?:收到|接收|接到|受理|登记)"),
        (Quantity.HANDLED, r"收办|办理(?!事项|情况|结果)|处理(?!费|情况|结果|决定)"),
        (Quantity.CLOSED, r"(?<!未)办结|答复|回复|办复|办毕"),
        (Quantity.GRANTED, r"(?<!部分)(?<!不)(?:予以|同意|准予|全部)公开(?!申请)"),
        (Quantity.PARTIAL, r"部分公开"),
        (Quantity.DENIED, r"不予(?:以)?公开"),
        (Quantity.NOT_HELD, r"信息不存在|(?:本机关)?不掌握"),
        (Quantity.UNABLE, r"无法提供"),
        (Quantity.REJECTED, r"不予(?:以)?处理"),
        (Quantity.OTHER, r"其他处理|作其他"),
        (Quantity.BY_PERSONS, r"自然人|公民个人"),
        (Quantity.BY_LEGAL_PERSONS, r"法人(?:或者?|和|及|、)其他组织|法人组织"),
    )
)

APPEALS: tuple[tuple[Quantity, re.Pattern[str]], ...] = tuple(
    (quantity, re.compile(words))
    for quantity, words in (
        (Quantity.LAWSUIT_DIRECT, r"未经复议直接(?:起诉|诉讼|提起)|直接(?:提起)?(?:行政)?(?:起诉|诉讼)"),
        (Quantity.LAWSUIT_AFTER_REVIEW, r"复议后(?:又|再)?(?:提起)?(?:行政)?(?:起诉|诉讼)"),
        (Quantity.LAWSUIT, r"行政诉讼|行政应诉|被(?:提起)?(?:行政)?(?:诉讼|起诉)"),
        (Quantity.REVIEW, r"行政复议(?!机[关构]|决定|后)|申请复议"),
    )
)

RESULTS: tuple[tuple[Quantity, re.Pattern[str]], ...] = tuple(
    (quantity, re.compile(words))
    for quantity, words in (
        (Quantity.UPHELD, r"(?:结果)?维持"),
        (Quantity.CORRECTED, r"(?:结果|被)?纠正"),
        (Quantity.OTHER_RESULT, r"其他结果|其他(?!处理)"),
        (Quantity.PENDING, r"尚未审结|未审结|正在审理|尚在审理"),
    )
)

_ISSUED = r"制发|制定|出台|印发|新制定|制订"
_REPEALED = r"废止"
_IN_FORCE = r"现行有效|继续有效|保留(?:有效)?"
DOCUMENTS: tuple[tuple[Quantity, Quantity, re.Pattern[str]], ...] = tuple(
    (document, rule, re.compile(words))
    for document, rule, words in (
        (Quantity.DOCUMENTS_ISSUED, Quantity.RULES_ISSUED, _ISSUED),
        (Quantity.DOCUMENTS_REPEALED, Quantity.RULES_REPEALED, _REPEALED),
        (Quantity.DOCUMENTS_IN_FORCE, Quantity.RULES_IN_FORCE, _IN_FORCE),
    )
)

DECISIONS: tuple[tuple[Quantity, re.Pattern[str]], ...] = tuple(
    (quantity, re.compile(words))
    for quantity, words in (
        (Quantity.LICENSING, r"行政许可"),
        (Quantity.PENALTIES, r"行政处罚"),
        (Quantity.COERCION, r"行政强制"),
    )
)

ABOUT_REQUESTS = re.compile(
    r"信息公开[^，。；]{0,10}申请|依申请[^，。；]{0,6}公开|公开申请|申请(?:公开)?(?:案件|事项|办理)"
)
"""Words that say that a sentence speaks of requests for information."""

ABOUT_OTHERS = re.compile(
    r"留言|信箱|咨询|热线|信访|来信|来访|来电|投诉|举报(?!投诉类)|建议|提案|工单|舆情|网民|问政|平台(?:办件|受理)|网办|办件"
    r"|政务服务|满意度|解读|培训|会议|推送|发布|更新|阅读|粉丝|检查|抽查|整改|点赞|备案|应诉机关|案卷评查"
)
"""Words by which a number counts something that no table has."""

ABOUT_CHANGE = re.compile(r"同比|环比|较(?:上|去|20)|比(?:上|去|20)|相比|增加|增长|减少|下降|上升|多于|降低|提高|翻")
"""Words before the amount of a change, or before the figure it is compared with."""

ABOUT_PERIODS = re.compile(r"[上下]半年|季度|每[月周日天]|月均|日均|年均|\d{1,2}月(?:份|底|末|以来)|截至|自20\d\d年\d")
"""Words that say that a number is of a part of the year, or of more than the year."""

ABOUT_PLANS = re.compile(r"计划|力争|拟|将(?:继续|进一步|在)?|目标|预计|争取|明年|下一步")

PART = re.compile(
    r"其中|包括|含|分别(?:是|为)?|本级|机关本身|(?:办公室|办公厅|分局|[市县区省州旗盟]直|部门|街道|乡镇)(?=[^，。；、（]{0,6}(?:收|受|办|答|登|新))"
)
"""Words after which a number counts a part of the whole."""

NONE_RECEIVED = re.compile(
    r"(?:未|没有?|尚未|无)(?:新)?(?:收到|接到|接收到?|受理过?|发生)[^，。；：]{0,30}?申请|(?:无|零|没有)(?:政府)?信息公开申请|零申请|无(?:任何)?(?:公民|法人|自然人)[^，。；]{0,20}申请"
)
NONE_FORWARD = re.compile(rf"(?:无|没有|未)[^，。；]{{0,6}}(?:{_FORWARD})")
NONE_IN = re.compile(rf"(?:无|没有|未)[^，。；]{{0,4}}(?:{_IN})")
NONE_APPEALED = re.compile(
    r"(?:未|没有?|无|未有)(?:发生|出现|产生|引发|收到|提起)?(?:过)?[^，。；]{0,24}?(?P<what>行政复议[^，。；]{0,8}诉讼|行政复议|行政诉讼)"
)
ALL_CLOSED = re.compile(
    r"(?:均已?|全部(?:已)?|已全部|都已?)(?:依法|依规|及时|妥善|规范|予以|按规定|、){0,4}(?:办结|答复|办理完毕|办理完成|回复|处理完毕)"
)
ON_TIME = re.compile(r"按期|按时|到期|限期|应办|期限内|时限|逾期|规定时间|法定时间")
