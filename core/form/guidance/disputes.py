"""Notes on table 4, its groups and its outcomes (domain.md B.3)."""

from core.form.guidance.note import Note, article, at, counts, custom, example, mistake

_CO_DEFENDANT = "国办公开办函〔2016〕201号"


def _co_defendant() -> Note:
    return counts("本机关作为复议机关成为共同被告的案件，由作出原行政行为的机关统计，这里不计。", _CO_DEFENDANT)


_TABLE = at(
    "t4",
    counts("只计因政府信息公开工作引起的行政复议和行政诉讼。没有发生填0，总计由程序计算。", article("五十条")),
    counts("本年没有申请，也可能有以前年度的申请引起的复议、诉讼。"),
    example("上年的一件答复，本年被申请复议、结果维持：行政复议—结果维持填1。"),
    mistake("别的业务引起的复议、诉讼，例如对一般行政处罚不服的，不计。"),
)

_GROUPS = (
    *at(
        "t4.review",
        counts("本机关因政府信息公开工作被申请行政复议的案件。", article("五十条")),
        example("申请人不服“不予公开”的答复，申请复议，还没有审结：尚未审结填1。"),
        mistake("本机关作为复议机关审理别的机关的案件，不是本机关被申请复议。"),
    ),
    *at(
        "t4.lawsuit_direct",
        counts("没有经过行政复议，直接向法院起诉的。"),
        _co_defendant(),
        example("申请人不服答复，没有复议就起诉，法院判决维持：结果维持填1。"),
        mistake("经过复议再起诉的填到了这里。那些计“复议后起诉”。"),
    ),
    *at(
        "t4.lawsuit_after_review",
        counts("先经过行政复议，对结果不服再向法院起诉的。"),
        _co_defendant(),
        example("上年复议维持，本年起诉，还没有审结：尚未审结填1。"),
        mistake("同一件事，复议那一次计在“行政复议”，起诉这一次计在这里。"),
    ),
)

_OUTCOMES = (
    *at(
        "t4.*.upheld",
        counts("结果是维持本机关原来的处理。"),
        custom("驳回复议申请、驳回诉讼请求的归在哪一格，没有查到规定；问清楚后年年照办。"),
        example("复议机关决定维持答复，计1件。"),
        mistake("申请人中途撤回的不是维持。"),
    ),
    *at(
        "t4.*.corrected",
        counts("结果是纠正本机关原来的处理。"),
        custom("撤销、变更、确认违法、责令重新答复的，一般计这里。"),
        example("复议机关撤销答复，责令重新答复，计1件。"),
        mistake("纠正以后又重新答复的，表三的办理结果不要再计一次。"),
    ),
    *at(
        "t4.*.other",
        custom("既不是维持、也不是纠正，而且已经结案的，填这里。"),
        example("申请人撤回复议申请，程序终止，计1件。"),
        mistake("还没有结案的不填这里，填“尚未审结”。"),
    ),
    *at(
        "t4.*.pending",
        counts("到本年年底还没有审结的。"),
        custom("上年没有审结的，今年要不要再计，没有查到规定；按主管部门说的办，两年一致。"),
        example("12月收到应诉通知，年底还没有判决，计1件。"),
        mistake("上年填了“尚未审结”，今年却没有这一件的下落。"),
    ),
    *at(
        "t4.*.total",
        counts("前四格相加，由程序计算，不用填。"),
        example("维持1件、尚未审结1件，总计2。"),
        mistake("文字里写的复议、诉讼件数，要与这里一致。"),
    ),
)

DISPUTES = (*_TABLE, *_GROUPS, *_OUTCOMES)
