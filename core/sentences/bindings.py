"""What a number is bound to by the words of its own clause before it, else by those right behind it."""

import re
from dataclasses import dataclass, replace

from core.sentences import quantities as q
from core.sentences.meanings import BETWEEN, Named, leaves_it, meanings, note_scope
from core.sentences.numbers import COUNTERS, Number
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic

_SPAN = re.compile(r"\s*(?:工作日|自然日|月|小时|季度|百分点|方面|环节|步骤|平台|渠道|栏目|专栏)")
_CASES = frozenset(COUNTERS) - {"人", "名", "户", "家", "场", "期", "篇"}
_CLAUSE = re.compile(r"[^，：（）、]+(?:、[^，：（）、\d]*)*")
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）).．、][^。]{0,28}。?")
_OTHER_YEAR = re.compile(
    r"(?<!结转)(?<!结转自)上一?年(?:度)?(?!度?(?:的)?(?:未办结)?(?:结转|转结|转入|遗留))|去年(?!结转|转入)|往年|历年|同期|近[一二三四五两\d]年"
)
_SUM = re.compile(r"(?:总?共|合计|共计|总计)(?:有|为|是)?")
_LIST = re.compile(r"\d、$")
_FEE = re.compile(r"费|元")
_NOUNS = ("申请", "公开", "案件", "事项", "申请量", "数", "数量")
_OBJECT = ("对", "就", "把", "将", "为")
_SEVERAL_YEARS = re.compile(r"累计")
_THIS_YEAR = re.compile(r"本年|全年|今年|年内|20\d\d年|年度")
_MONTH_OF_A_YEAR = re.compile(r"20\d\d年\d{1,2}月[收办接受]")
_ALREADY_OPEN = re.compile(r"主动公开\d|已公开\d")
_OF_INFORMATION = re.compile(r"其中[^。；]{0,20}信息公开")
_LEFT_OUT = re.compile(r"撤回|不予受理|[延超逾]期(?!未)[^，。；]{0,4}\d|补正|移[送交]|转[办送]|合并|退回")
_DONE = frozenset({Quantity.HANDLED, Quantity.CLOSED})
_ASIDE = re.compile(r"（[^（）\d]*）")
_STILL_DUE = re.compile(r"因(?:尚|仍|正)(?:在|处于)(?:法定)?(?:的)?(?:办理|答复)?(?:期限|时限|期)内|因尚未到期")
_ANY_YEAR = re.compile(r"20\d\d")
_END = re.compile(r"[，。；、）]|$")


@dataclass(frozen=True, slots=True)
class Binding:
    """What a number may mean; the words that bind it begin `back` characters before it or end `ahead` behind it."""

    quantities: tuple[Quantity, ...]
    back: int
    group: Quantity | None = None
    together: bool = False
    doubtful: bool = False
    carried_year: int | None = None
    ahead: int = 0
    likely: bool = False


def is_heading(words: str) -> bool:
    """Whether a paragraph is a sub-heading of its own, which ends what an earlier heading said."""
    return bool(_HEADING.fullmatch(words))


def speaks_of_requests_last(words: str) -> bool:
    """Whether of the words that name a topic or a matter of its own, those on requests stand last."""
    setting = Setting()
    setting.go_on(words)
    clause = words.rpartition("，")[2]
    return setting.topic is Topic.REQUESTS and not setting.part and not q.ABOUT_OTHERS.search(clause)


def is_bare(words: str, number: Number) -> bool:
    """Whether a number without a counter ends a clause, as in 部分公开67，."""
    return (
        bool(_END.match(words[number.end :]))
        and words[number.start].isdigit()
        and "." not in words[number.start : number.end]
    )


def bind(words: str, number: Number, lead: str, tail: str, setting: Setting) -> Binding | None:
    """Bind a number of a sentence. `lead` are the words since the number before, `tail` those up to the next mark."""
    lead = _ASIDE.sub(lambda aside: "的" * len(aside.group()), lead)
    tail = _STILL_DUE.sub(lambda due: "的" * len(due.group()), tail)
    clause = _last_clause(lead)
    if setting.topic is None and (_are_requests(tail) or ("申请" in clause and q.ABOUT_REQUESTS.search(words))):
        setting.topic, setting.named_now = Topic.REQUESTS, True  # 办结9件政府信息公开申请
    _note_period(lead, clause, setting)
    if setting.is_of_a_period or _counts_something_else(words, number, lead, tail, setting):
        return None
    note_scope(clause, setting)
    bound = _by_words_before(clause, setting) or (_by_words_behind(clause, tail, setting) if number.unit else None)
    if bound is None or (not number.unit and not set(bound.quantities) <= q.DISTINCT):
        return None
    unclear = _is_doubtful(words[: number.start], clause, setting)
    doubtful = bound.doubtful or unclear
    likely = unclear and not bound.doubtful and _goes_on_about_requests(words[: number.start], setting)
    if set(bound.quantities) & q.REASONS and not q.RESULTS_LISTED.search(words):
        doubtful = True
    if set(bound.quantities) <= _DONE and _LEFT_OUT.search(_ASIDE.sub("", words)):
        doubtful = True
    carried = _carried_year(clause + tail) if set(bound.quantities) & q.CARRIED else None
    return replace(bound, doubtful=doubtful, carried_year=carried, likely=likely)


def _note_period(lead: str, clause: str, setting: Setting) -> None:
    """Keep that a sentence speaks of a month or of several years, until it names its year (上半年收到7件，全年12件)."""
    if _THIS_YEAR.search(clause):
        setting.is_of_a_period = bool(_MONTH_OF_A_YEAR.search(clause))
    elif q.ABOUT_PERIODS.search(lead):
        setting.is_of_a_period = True


def _counts_something_else(words: str, number: Number, lead: str, tail: str, setting: Setting) -> bool:
    """Whether a number is about, one of several, no count of cases, or of a matter, a time or a plan of its own."""
    clause = _last_clause(lead)
    if number.about or (number.unit and number.unit not in _CASES) or _LIST.search(lead) or "分别" in lead:
        return True
    if setting.topic in {None, Topic.OTHERS} or _FEE.search(tail) or _SPAN.match(tail):
        return True
    if number.unit == "条" and not setting.named_here:
        return True
    of_all_kinds = setting.topic is Topic.APPEALS and not setting.speaks_of_information
    if of_all_kinds and _OF_INFORMATION.search(words[number.end :]):
        return True
    beside = (q.ABOUT_CHANGE, q.ABOUT_OTHERS, q.ABOUT_PLANS, _OTHER_YEAR, q.ABOUT_INSTANCES)
    return any(pattern.search(clause) for pattern in beside)


def _are_requests(tail: str) -> bool:
    """Whether the words behind a number name requests, and nothing that narrows them."""
    named = q.ABOUT_REQUESTS.search(tail)
    return named is not None and leaves_it(tail[: named.start()])


def _last_clause(lead: str) -> str:
    """Return the words right before the number; none where a comma stands before it."""
    pieces = list(_CLAUSE.finditer(lead))
    return lead[pieces[-1].start() :] if pieces and not lead.endswith("，") else ""


def _carried_year(words: str) -> int | None:
    years = _ANY_YEAR.findall(words)
    return int(years[-1]) if years else None


def _is_doubtful(before: str, clause: str, setting: Setting) -> bool:
    if q.ON_FILE.search(before) or (_SEVERAL_YEARS.search(clause) and not _THIS_YEAR.search(before)):
        return True
    if setting.topic is Topic.REQUESTS:
        return bool(_ALREADY_OPEN.search(before)) and "公开" in clause
    if setting.topic is Topic.APPEALS:
        return not (setting.is_heading or setting.speaks_of_information)
    return setting.topic in {Topic.DOCUMENTS, Topic.RULES} and ("清理" in before or "政府及" in before)


def _goes_on_about_requests(before: str, setting: Setting) -> bool:
    """Whether reviews and lawsuits come right after the requests for information that they are about."""
    return setting.topic is Topic.APPEALS and setting.after_requests and not q.ON_FILE.search(before)


def _by_words_before(clause: str, setting: Setting) -> Binding | None:
    named = meanings(clause, setting)
    if not named:
        return _as_requests(clause, setting) or _as_sum(clause, setting)
    start, end = min(each.start for each in named), max(each.end for each in named)
    if not leaves_it(clause[end:]) or not _is_whole(clause[:start], named, setting):
        return None
    together = len(named) > 1 and bool(BETWEEN.search(clause[start:end]))
    return _binding(named, len(clause) - start, setting, together=together)


def _by_words_behind(clause: str, tail: str, setting: Setting) -> Binding | None:
    """Bind 2件结转下年度: nothing but neutral words stands before the number, and the words follow at once."""
    if (
        not leaves_it(clause)
        or clause.endswith(_OBJECT)
        or setting.topic in {Topic.DOCUMENTS, Topic.RULES, Topic.DECISIONS}
    ):
        return None
    named = meanings(tail, setting)
    if not named or not leaves_it(tail[: min(each.start for each in named)]):
        return None
    if not _is_whole(clause, named, setting):
        return None
    return replace(_binding(named, 0, setting), ahead=max(each.end for each in named))


def _as_requests(clause: str, setting: Setting) -> Binding | None:
    """Bind 政府信息公开申请12件, which has no verb of its own."""
    own = setting.topic is Topic.REQUESTS and not setting.part and q.ABOUT_REQUESTS.search(clause)
    if not own or not clause.rstrip("为是共计均：").endswith(_NOUNS) or not leaves_it(clause):
        return None
    return Binding((Quantity.RECEIVED, Quantity.HANDLED), len(clause))


def _as_sum(clause: str, setting: Setting) -> Binding | None:
    """Bind 加上年结转的3件，共12件: the sum of what came and what was carried in."""
    if setting.topic is not Topic.REQUESTS or not setting.carried_in or not _SUM.fullmatch(clause):
        return None
    return Binding((Quantity.HANDLED,), len(clause))


def _binding(named: list[Named], back: int, setting: Setting, *, together: bool = False) -> Binding:
    quantities = tuple(dict.fromkeys(each.quantity for each in named))
    group = setting.group if setting.groups < 2 else None
    doubtful = Quantity.NOT_HELD in quantities
    return Binding(quantities, back, group, together, doubtful)


def _is_whole(before: str, named: list[Named], setting: Setting) -> bool:
    """Whether a number counts all of its kind: no channel, no list of 其中."""
    quantities = {each.quantity for each in named}
    if quantities <= q.DISTINCT or setting.topic is Topic.DECISIONS:
        return True
    if q.ABOUT_CHANNELS.search(before) and not q.ALL_CHANNELS.search(before):
        return False
    if not setting.part:
        return True
    if setting.topic is Topic.REQUESTS:
        by_kind = quantities <= q.APPLICANTS
        on_time = q.ON_TIME.search(before)  # 其中按期办结55件，延期办结2件
        return by_kind or (quantities <= {Quantity.CLOSED} and leaves_it(before) and not on_time)
    return True
