"""The words by which reports speak of what the tables count (domain.md D.5), as data.

A clause that names several quantities before a number ("办结上年结转的2件") may mean any of them: all are kept.
"""

import re
from enum import Enum


class Quantity(Enum):
    """What a number in the text may count."""

    __hash__ = object.__hash__  # asked some hundred times a keystroke; Enum's own hashes the name each time

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
    BY_BUSINESS = "by_business"
    BY_RESEARCH = "by_research"
    BY_WELFARE = "by_welfare"
    BY_LEGAL_SERVICE = "by_legal_service"
    CLASSIFIED = "classified"
    THIRD_PARTY = "third_party"
    INTERNAL_AFFAIRS = "internal_affairs"
    PROCESS_INFO = "process_info"
    ENFORCEMENT_FILE = "enforcement_file"
    ADMIN_QUERY = "admin_query"
    PETITION = "petition"
    DUPLICATE = "duplicate"
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


_NEXT = r"(?:下一?年|次年|下年度|来年|20\d\d年)"
_LAST = r"(?:上一?年|去年|上年度|20\d\d年)"
_FORWARD = "|".join(
    (
        rf"结转(?:至|到|入|下转)?{_NEXT}(?:度)?(?:继续)?(?:办理|处理|答复)?",
        rf"转(?:入|至|到)?{_NEXT}(?:度)?(?:继续)?(?:办理|处理|答复)?",
        "转结|顺延",
        r"跨年(?:度)?(?:办理|结转)",
        r"(?:下一?年|次年|下年度|来年)(?:度)?(?:继续)?办理",
        rf"延(?:至|到|期至|期到){_NEXT}",
    )
)
_IN = rf"{_LAST}(?:度)?(?:的)?(?:未办结)?(?:结转|转结|转入|遗留)|结转(?:自)?(?:上一?年|去年|上年度)"

Words = tuple[tuple[Quantity, re.Pattern[str]], ...]


def _compiled(*words: tuple[Quantity, str]) -> Words:
    return tuple((quantity, re.compile(pattern)) for quantity, pattern in words)


REQUESTS: Words = _compiled(
    (Quantity.CARRIED_IN, _IN),
    (Quantity.CARRIED_FORWARD, rf"(?!{_IN})(?:{_FORWARD})"),
    (Quantity.NEW, r"新收(?:到)?|新增(?:收到)?|新受理|新接收"),
    (Quantity.RECEIVED, r"(?<!新)(?:收到|接收|接到|受理|登记)"),
    (Quantity.HANDLED, r"收办|(?<![正尚仍]在)(?<!实际)办理(?!事项|情况|结果|中)|处理(?!费|情况|结果|决定|中)"),
    (Quantity.CLOSED, r"(?<!未)办结|(?<!延期)答复|回复|办复|办毕"),
    (Quantity.GRANTED, r"(?<!部分)(?<!不)(?:予以|同意|准予)公开(?!申请)"),
    (Quantity.PARTIAL, r"部分公开"),
    (Quantity.DENIED, r"不予(?:以)?公开"),
    (Quantity.NOT_HELD, r"信息不存在|(?:本机关)?不掌握(?:相关)?"),
    (Quantity.UNABLE, r"无法提供"),
    (Quantity.REJECTED, r"不予(?:以)?处理"),
    (Quantity.OTHER, r"其他处理|作其他"),
    (Quantity.BY_PERSONS, r"自然人|公民个人|(?:公民|个人)(?:申请)?$"),
    (Quantity.BY_LEGAL_PERSONS, r"(?<![民人]、)法人(?:或者?|和|及|、)其他组织|法人组织|(?<![民人]、)法人(?:申请)?$"),
    (Quantity.BY_BUSINESS, r"商业企业(?:申请)?$|(?<![业家国])企业(?:申请)?$"),
    (Quantity.BY_RESEARCH, r"科研机构(?:申请)?$"),
    (Quantity.BY_WELFARE, r"(?:社会)?公益组织(?:申请)?$"),
    (Quantity.BY_LEGAL_SERVICE, r"法律服务机构(?:申请)?$"),
    (Quantity.CLASSIFIED, r"(?<!涉及)(?:属于)?国家秘密"),
    (Quantity.THIRD_PARTY, r"(?:保护)?第三方合法权益"),
    (Quantity.INTERNAL_AFFAIRS, r"(?:属于)?(?:三类)?内部事务(?:性)?信息"),
    (Quantity.PROCESS_INFO, r"(?:属于)?(?:四类)?过程性信息"),
    (Quantity.ENFORCEMENT_FILE, r"(?:属于)?行政执法案卷(?:信息)?"),
    (Quantity.ADMIN_QUERY, r"(?:属于)?行政查询事项"),
    (Quantity.PETITION, r"信访举报投诉类"),
    (Quantity.DUPLICATE, r"(?<!防止)(?<!避免)重复申请"),
)
GENERAL = frozenset({Quantity.RECEIVED, Quantity.HANDLED})
"""Verbs that any number of requests may have beside the words that tell what it is."""

OUTCOMES_OF_REQUESTS = frozenset(
    {Quantity.GRANTED, Quantity.PARTIAL, Quantity.DENIED, Quantity.NOT_HELD, Quantity.UNABLE, Quantity.REJECTED}
    | {Quantity.OTHER}
)
CARRIED = frozenset({Quantity.CARRIED_IN, Quantity.CARRIED_FORWARD})
REASONS = frozenset(
    {Quantity.CLASSIFIED, Quantity.THIRD_PARTY, Quantity.INTERNAL_AFFAIRS, Quantity.PROCESS_INFO}
    | {Quantity.ENFORCEMENT_FILE, Quantity.ADMIN_QUERY, Quantity.PETITION, Quantity.DUPLICATE}
)
"""Single rows of table 3, by the words that no other row has."""

RESULTS_LISTED = re.compile(r"予以?公开|无法提供|不予(?:以)?处理|办理结果|答复结果")
"""Words of a sentence that tells results: a reason named in it is that row of table 3."""

APPLICANTS = frozenset(
    {Quantity.BY_PERSONS, Quantity.BY_LEGAL_PERSONS, Quantity.BY_BUSINESS}
    | {Quantity.BY_RESEARCH, Quantity.BY_WELFARE, Quantity.BY_LEGAL_SERVICE}
)
DISTINCT = OUTCOMES_OF_REQUESTS | REASONS | CARRIED | {Quantity.NEW}
"""What the tables count by itself, so that its number may also follow 其中."""

APPEALS: Words = _compiled(
    (Quantity.LAWSUIT_DIRECT, r"未经(?:行政)?复议直接(?:起诉|诉讼|提起)|直接(?:提起)?(?:行政)?(?:起诉|诉讼)"),
    (Quantity.LAWSUIT_AFTER_REVIEW, r"(?<!未经)复议后(?:又|再)?(?:提起)?(?:行政)?(?:起诉|诉讼)"),
    (Quantity.LAWSUIT, r"行政诉讼|行政应诉|被(?:提起)?(?:行政)?(?:诉讼|起诉)"),
    (Quantity.REVIEW, r"(?<!未经)行政复议(?!机[关构]|决定|后)|申请复议"),
)

RESULTS: Words = _compiled(
    (Quantity.UPHELD, r"(?:结果)?维持"),
    (Quantity.CORRECTED, r"(?:结果|被)?纠正"),
    (Quantity.OTHER_RESULT, r"其他结果|其他(?!处理)"),
    (Quantity.PENDING, r"尚未审结|未审结|正在审理|尚在审理"),
)

_ISSUED = r"制发|制定|出台|印发|制订"
_REPEALED = r"废止"
_IN_FORCE = r"现行有效|继续有效|保留(?:有效)?|现有"
DOCUMENTS: Words = _compiled(
    (Quantity.DOCUMENTS_ISSUED, _ISSUED),
    (Quantity.DOCUMENTS_REPEALED, _REPEALED),
    (Quantity.DOCUMENTS_IN_FORCE, _IN_FORCE),
)
RULES: Words = _compiled(
    (Quantity.RULES_ISSUED, _ISSUED),
    (Quantity.RULES_REPEALED, _REPEALED),
    (Quantity.RULES_IN_FORCE, _IN_FORCE),
)

DECISIONS: Words = _compiled(
    (Quantity.LICENSING, r"行政许可"),
    (Quantity.PENALTIES, r"行政处罚"),
    (Quantity.COERCION, r"行政强制"),
)

ABOUT_REQUESTS = re.compile(
    r"信息公开[^，。；]{0,10}申请|依申请[^，。；]{0,6}公开|公开申请|公开(?:政府|各类)?信息的?申请|申请公开(?:政府)?信息|申请(?:公开)?(?:案件|事项|办理)"
)
"""Words that say that a sentence speaks of requests for information."""

MATTERS = (
    r"留言|信箱|咨询|热线|信访(?!举报投诉类)|来信|来访|来电|(?<!信访举报)投诉|举报(?!投诉类)|建议|提案|工单|舆情|网民|问政|平台(?:办件|受理)|网办"
    r"|政务服务|满意度|法律援助|调解|仲裁"
)
"""What is received and answered too, but counted by no table."""

ABOUT_OTHERS = re.compile(rf"{MATTERS}|解读|培训|会议|推送|发布|更新|阅读|粉丝|检查|抽查|整改|点赞|应诉机关|案卷评查")
"""Words by which a number counts something that no table has."""

ON_FILE = re.compile(r"备案|报备|登记备查")
"""Cases and documents that are put on file are not the ones that table 2 and table 4 count."""

ABOUT_CHANGE = re.compile(r"同比|环比|较(?:上|去|20)|比(?:上|去|20)|相比|增加|增长|减少|下降|上升|多于|降低|提高|翻")
"""Words before the amount of a change, or before the figure it is compared with."""

ABOUT_PERIODS = re.compile(
    r"(?<!今年)以来|[上下]半年|前[一二三]季度|\d{1,2}月(?=[收办接受])|季度|每[月周日天]|月均|日均|年均|\d{1,2}月(?:份|底|末|以来|至|到|[-—～])|[-—至到～](?!12月31)\d{1,2}月|自20\d\d年(?!1月1日)\d"
    r"|截[至止](?!本年|年底|年末|12月3|20\d\d年(?:底|末|12月3))"
)
"""Words that say that a number is of a part of the year, or of more than the year."""

ABOUT_PLANS = re.compile(r"计划|力争|拟|将(?:继续|进一步|在)?|目标|预计|争取|明年|下一步")

ABOUT_CHANNELS = re.compile(
    r"当面|现场|网络|网上|线上|线下|信函|邮寄|邮件|传真|电话|口头|书面|窗口|微信|挂号信|通过(?!各|多)|平台|系统|网站"
)
"""Ways by which a part of the requests comes in."""

ALL_CHANNELS = re.compile(r"等(?:各种|多种|各类)?(?:渠道|方式|途径|形式|平台)|各种|多种|各类")

ABOUT_A_MATTER = re.compile(
    r"关于|涉及|针对|对于|围绕|有关|属于|因|延期|延长|补正|撤回|超期|不服|更正|转[送办]|移[送交]"
)
"""Words between verb and number that narrow it to a part."""

ABOUT_INSTANCES = re.compile(r"[一二再终]审|上诉|胜诉|败诉|出庭|裁定|判决")

PART = re.compile(r"其中|包括|包含|含|分别(?:是|为)?")
"""Words after which a number counts a part of the whole."""

ORGAN = re.compile(
    r"(?P<organ>[\u4e00-\u9fff]{0,14}(?:办公室|办公厅|办公处|委员会|管委会|街道办事处|街道|机关本身|局机关|本级|政府|部门|单位"
    r"|支队|大队|分局|中心|公司|集团|学校|医院|[市县区省州旗盟]直|[局委办厅院县区市镇乡所站]))"
    r"(?:方面)?的*：?(?:[全本]年(?:度)?|年内|20\d\d年(?:度)?|共计?|累计|合计|总计|新|已|均|依法|按[时期]|直接|及时|规范)*$"
)
"""An organ as the subject right before a verb."""

WHOLE = re.compile(r"全[市县区州盟旗省镇乡局系委办院]|各级|各部门|各单位|我|本(?!级)|各地")
"""Words by which a number counts all that the report is about."""

NEUTRAL = re.compile(
    r"政府|信息|公开|依|申请人?|案件?|事项|办件|的|了|共|计|合计|总|数量?|量|为|是|有|各?类|已|均|并|答复|办结|办理|处理|完毕|完成"
    r"|继续|决定|告知书?|情形|情况|等|其中|含|另|还|仅|只|公民|自然人|法人|或者?|和|及|与|其他|组织|提出|提交|本?[全今上]?年度?|结转|下|一|到|至|于"
    r"|行政|措施|机关|诉讼|复议|起诉?|被|提|仍|尚|未|正在|审理|审结|中|进行|分别|书面|规范性?|文件|规章|向?[我本]?[局县市区镇乡办委]|全|依法|按[时期]|及时"
    r"|剩余?|其余|余|20\d\d|因|工作|引[发起]|发生|产生|[（：、]|新|收|受|理|作|出|结果|直接|后|又"
)
"""Words that leave what a number counts as it is."""

NONE_FORWARD = re.compile(rf"(?:无|没有|未)[^，。；\d]{{0,6}}(?:{_FORWARD})")
NONE_IN = re.compile(rf"(?:无|没有|未)[^，。；\d]{{0,4}}(?:{_IN})")
ALL_CLOSED = re.compile(
    r"(?:均已?|全部(?:已)?|已全部|都已?)(?:依法|依规|及时|妥善|规范|予以|按规定|、){0,4}(?:办结|答复|办理完毕|办理完成|回复|处理完毕)"
)
ON_TIME = re.compile(r"按期|按时|到期|限期|应办|期限内|时限|逾期|规定时间|法定时间")
