"""Filling notes (口径): what belongs into a place of format F2021 and where that is laid down.

In our own words, short enough to stand beside the field. Only what a source says is said: a row for which none was
found has no note of its own and shows those of its table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `place` is a text, a field of the cover, a table ("t3") or one of its rows ("t3.granted")."""

    place: str
    text: str
    basis: str = ""


def notes_of(place: str) -> tuple[Note, ...]:
    """Return the notes for a cell, a table or a text, the most particular first; empty where there are none."""
    wanted = _TABLE_OF_SECTION.get(place, place)
    found = [note for note in NOTES if wanted == note.place or wanted.startswith(f"{note.place}.")]
    return tuple(sorted(found, key=lambda note: -note.place.count(".")))


_TABLE_OF_SECTION: Mapping[str, str] = MappingProxyType({"s2": "t2", "s3": "t3", "s4": "t4"})

_REGULATION = "《政府信息公开条例》"
_NOTICE = "国办公开办函〔2021〕30号"
_FEES = "国办函〔2020〕109号《政府信息公开信息处理费管理办法》"


def _article(number: str) -> str:
    return f"{_REGULATION}第{number}"


_COVER = (
    Note("unit", "写单位全称，标题、前言和落款里的名称要一致。"),
    Note("year", "填报告年度，不是编制的年份。统计期限是报告年度的1月1日至12月31日。", "DB51/T 2660—2019"),
    Note(
        "year",
        "县级以上政府部门在次年1月31日前向本级主管部门提交并公布；县级以上地方政府的年报在3月31日前公布。",
        _article("四十九条"),
    ),
    Note("org_type", "各级人民政府的年报还要写工作考核、社会评议和责任追究结果。", _article("五十条")),
    Note("org_type", "政府办公室自己的年报和本级政府的年报是两份不同的报告。"),
    Note(
        "title", "标题用“某某年政府信息公开工作年度报告”，“工作”二字不要漏。单位名称可以同排一行，也可以单独排在上面。"
    ),
    Note(
        "preamble",
        "写明编制依据：《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号。",
        f"{_article('五十条')}；{_NOTICE}",
    ),
    Note("preamble", "写明统计期限：本年度1月1日至12月31日，起止日期要写全。"),
    Note("preamble", "多数年报还写明电子版在哪里查阅，以及联系的科室、地址、邮编和电话。"),
    Note("preamble", "前言不编序号，放在“一、总体情况”之前。"),
    Note("signature", "国办格式没有规定落款，网上公布的年报多数不写；报送备案的纸质件一般写单位名称和日期。"),
)

_PROSE = (
    Note(
        "s1",
        "五个方面都要写到：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。不漏项，也不写与公开无关的工作。",
        _NOTICE,
    ),
    Note("s1", "各级人民政府还要写工作考核、社会评议和责任追究结果。", _article("五十条")),
    Note("s1", "写到的申请、复议、诉讼件数，要与第三、第四部分的表一致。"),
    Note("s5", "写主要问题和改进情况。问题要具体，改进要写做了什么、怎么做。", _article("五十条")),
    Note("s5", "不要照抄上年。内容雷同、敷衍塞责造成不良影响的，要追究责任。", _NOTICE),
    Note("s6", "在这里写收取信息处理费的情况。没有收取，也写一句“未收取信息处理费”。", _NOTICE),
    Note("s6", "金额一般以元为单位；表二的行政事业性收费以万元为单位，并且包含信息处理费。"),
    Note(
        "s6",
        "按件计收：同一申请人一个自然月内10件以内不收费，第11至30件每件100元，从第31件起每增加10件，每件加收100元。",
        f"{_FEES}第四条",
    ),
    Note(
        "s6",
        "按量计收：30页以内不收费，第31至100页每页10元，第101至200页每页20元，第201页起每页40元。"
        "同一件申请只用一种办法计费。",
        f"{_FEES}第三条、第五条",
    ),
)

_DECISIONS = "填本年作出的处理决定数量。有的地方明确：已公开的和依法不公开的都要计入。"

_TABLE_2 = (
    Note("t2", "十个数都要填，没有发生填0，不要留空。"),
    Note(
        "t2.regulations",
        "规章由国务院部门，或者省、自治区、直辖市、设区的市、自治州政府制定，不是单位内部的规章制度。其他单位一般填0。",
        "《立法法》",
    ),
    Note(
        "t2.normative_docs",
        "现行有效一般等于：上年现行有效＋本年制发－本年废止。有效期届满、清理或职能划转造成不等的，说明原因。",
        _article("二十条第（一）项"),
    ),
    Note("t2.licensing", _DECISIONS, _article("二十条第（五）项")),
    Note("t2.penalties", _DECISIONS, _article("二十条第（六）项")),
    Note("t2.coercion", _DECISIONS, _article("二十条第（六）项")),
    Note(
        "t2.admin_fees",
        "单位是万元，可以带小数。填本机关全部行政事业性收费，信息处理费也在内。",
        _article("二十条第（八）项"),
    ),
)

_TABLE_3 = (
    Note("t3", "每一列都要平：一（本年新收）＋二（上年结转）＝三（七）总计＋四（结转下年度）。", _NOTICE),
    Note("t3", "没有发生填0，不要留空。总计由程序计算。"),
    Note("t3.new_requests", "本年1月1日至12月31日收到的申请。"),
    Note("t3.carried_in", "应等于上年年报的“四、结转下年度继续办理”，每一列分别相等。"),
    Note(
        "t3.carried_in",
        "机构改革中职能划转的，未办完的申请随职能转到接收机关，因此不相等的要说明原因。",
        "国办公开办函〔2019〕14号",
    ),
    Note("t3.granted", "决定公开，并提供了信息或告知了获取方式的申请。", _article("三十六条第（二）项")),
    Note(
        "t3.partial",
        "信息中既有能公开的、也有不能公开的内容，能分开处理的。只在这里计一次，不再计入其他情形。",
        _article("三十七条"),
    ),
    Note("t3.denied_state_secret", "依法确定为国家秘密的。", _article("十四条")),
    Note("t3.denied_law_forbidden", "其他法律、行政法规禁止公开的。", _article("十四条")),
    Note(
        "t3.denied_safety_stability",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定的，合称“三安全一稳定”。",
        _article("十四条"),
    ),
    Note(
        "t3.denied_third_party",
        "涉及商业秘密、个人隐私等，公开会损害第三方合法权益的；征求意见后第三方不同意公开且理由合理的。",
        f"{_article('十五条')}、第三十二条",
    ),
    Note(
        "t3.denied_internal_affairs",
        "三类内部事务信息：人事管理、后勤管理、内部工作流程。",
        _article("十六条第一款"),
    ),
    Note(
        "t3.denied_process_info",
        "四类过程性信息：讨论记录、过程稿、磋商信函、请示报告。",
        _article("十六条第二款"),
    ),
    Note("t3.denied_enforcement_file", "行政执法案卷中的信息。", _article("十六条第二款")),
    Note(
        "t3.denied_admin_query",
        "工商登记、不动产登记等资料，法律、行政法规对查询另有规定，告知申请人按规定查询的。",
        _article("三十六条第（七）项"),
    ),
    Note(
        "t3.unable_not_held",
        "经检索没有所申请的信息，或者所申请的信息不由本机关负责公开的。",
        _article("三十六条第（四）（五）项"),
    ),
    Note(
        "t3.unable_needs_creation",
        "没有现成的信息，需要对现有信息加工、分析才能得到的。",
        _article("三十八条"),
    ),
    Note("t3.unable_unclear", "告知补正以后，申请内容仍然不明确的。", _article("三十条")),
    Note("t3.rejected_petition", "以申请公开的形式进行信访、投诉、举报等活动的。", _article("三十九条第一款")),
    Note(
        "t3.rejected_duplicate",
        "已经答复过，同一申请人又重复申请同一信息，不再重复处理的。",
        _article("三十六条第（六）项"),
    ),
    Note("t3.rejected_publication", "要求提供政府公报、报刊、书籍等公开出版物的。", _article("三十九条第二款")),
    Note(
        "t3.rejected_excessive",
        "申请的数量、频次明显超过合理范围，要求说明理由后，理由不合理的。",
        _article("三十五条"),
    ),
    Note("t3.other_no_correction", "告知补正以后，没有正当理由逾期不补正的。", _article("三十条")),
    Note(
        "t3.other_unpaid_fee",
        "发出收费通知后20个工作日内没有缴费，视为放弃申请的。第六部分应写到发出收费通知的情况。",
        _FEES,
    ),
    Note("t3.total_handled", "（一）至（六）各行相加，由程序计算。"),
    Note(
        "t3.carried_forward",
        "年底前收到、还没有办结的申请。一般应在20个工作日内答复，最多再延长20个工作日；征求第三方意见的时间不计在内。",
        _article("三十三条"),
    ),
)

_TABLE_4 = (
    Note("t4", "只计因政府信息公开工作引起的行政复议和行政诉讼。没有发生填0，总计由程序计算。"),
    Note("t4", "本年没有申请，也可能有以前年度的申请引起的复议、诉讼。"),
    *(
        Note(
            f"t4.{group}",
            "本机关作为复议机关成为共同被告的案件，由作出原行政行为的机关统计，这里不计。",
            "国办公开办函〔2016〕201号",
        )
        for group in ("lawsuit_direct", "lawsuit_after_review")
    ),
)

NOTES: tuple[Note, ...] = (*_COVER, *_PROSE, *_TABLE_2, *_TABLE_3, *_TABLE_4)
"""All notes, in the order of the report."""
