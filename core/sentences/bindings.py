"""What a number is bound to by the words of its own clause before it, else by those right behind it."""

import re
from dataclasses import dataclass, replace

from core.sentences import quantities as q
from core.sentences.numbers import COUNTERS, Number
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic

_SPAN = re.compile(r"\s*(?:工作日|自然日|月|小时|季度|百分点|方面|环节|步骤|平台|渠道|栏目|专栏)")
_CASES = frozenset(COUNTERS) - {"人", "名", "户", "家", "场", "期", "篇"}
_CLAUSE = re.compile(r"[^，：（）、]+(?:、[^，：（）、\d]*)*")
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）).．、][^。]{0,28}。?")
_OTHER_YEAR = re.compile(
    r"上一?年(?:度)?(?!度?(?:的)?(?:未办结)?(?:结转|转结|转入|遗留))|去年(?!结转|转入)|往年|历年|同期|近[一二三四五两\d]年|以来"
)
_LIST = re.compile(r"\d、$")
_FEE = re.compile(r"费|元")
_BETWEEN = re.compile(r"、|和|及|与|或")
_SEVERAL_YEARS = re.compile(r"累计")
_THIS_YEAR = re.compile(r"本年|全年|今年|年内|20\d\d年|年度")
_BEFORE_ORGAN = re.compile(r"^(?:.*其中|[全本今]?年度?|由|经)+")
_ASIDE = re.compile(r"（[^（）\d]*）")
_ANY_YEAR = re.compile(r"20\d\d")
_END = re.compile(r"[，。；、）]|$")


@dataclass(frozen=True, slots=True)
class Binding:
    """What a number may mean; `back` tells how many characters before it the words begin that bind it."""

    quantities: tuple[Quantity, ...]
    back: int
    group: Quantity | None = None
    together: bool = False
    doubtful: bool = False
    carried_year: int | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    quantity: Quantity
    start: int
    end: int


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
    return bool(_END.match(words[number.end :])) and words[number.start].isdigit() and not number.value % 1


def bind(words: str, number: Number, lead: str, tail: str, setting: Setting) -> Binding | None:
    """Bind a number of a sentence. `lead` are the words since the number before, `tail` those up to the next mark."""
    if number.about or (number.unit and number.unit not in _CASES) or _LIST.search(lead):
        return None
    if setting.topic in {None, Topic.OTHERS} or _FEE.search(tail) or _SPAN.match(tail):
        return None
    lead = _ASIDE.sub(lambda aside: "的" * len(aside.group()), lead)
    pieces = list(_CLAUSE.finditer(lead))
    clause = lead[pieces[-1].start() :] if pieces else lead
    if _is_beside_the_point(clause):
        return None
    _note_scope(clause, setting)
    bound = _by_words_before(clause, setting) or (_by_words_behind(clause, tail, setting) if number.unit else None)
    if bound is None or (not number.unit and not set(bound.quantities) <= q.DISTINCT):
        return None
    if number.unit == "条" and not setting.named_here:
        return None
    doubtful = bound.doubtful or _is_doubtful(words[: number.start], clause, setting)
    carried = _carried_year(clause + tail) if set(bound.quantities) & q.CARRIED else None
    return replace(bound, doubtful=doubtful, carried_year=carried)


def _carried_year(words: str) -> int | None:
    years = _ANY_YEAR.findall(words)
    return int(years[-1]) if years else None


def _is_beside_the_point(clause: str) -> bool:
    beside = (q.ABOUT_CHANGE, q.ABOUT_OTHERS, q.ABOUT_PLANS, q.ABOUT_PERIODS, _OTHER_YEAR, q.ABOUT_INSTANCES)
    return any(pattern.search(clause) for pattern in beside)


def _is_doubtful(before: str, clause: str, setting: Setting) -> bool:
    if q.ON_FILE.search(before) or (_SEVERAL_YEARS.search(clause) and not _THIS_YEAR.search(before)):
        return True
    if setting.topic is Topic.APPEALS:
        return not (setting.is_heading or setting.speaks_of_information)
    return setting.topic in {Topic.DOCUMENTS, Topic.RULES} and ("清理" in before or "政府及" in before)


def _note_scope(clause: str, setting: Setting) -> None:
    """Keep the organ that a clause names as the subject of its verb; it holds until the sentence ends."""
    verbs = [match.start() for _, words in (*q.REQUESTS[:6], *q.DOCUMENTS) for match in words.finditer(clause)]
    subject = q.ORGAN.search(clause[: min(verbs)]) if verbs else None
    if subject is not None and not q.WHOLE.search(subject["organ"]):
        setting.scope = _BEFORE_ORGAN.sub("", subject["organ"])


def _by_words_before(clause: str, setting: Setting) -> Binding | None:
    named = _meanings(clause, setting)
    if not named:
        return _as_requests(clause, setting)
    start, end = min(each.start for each in named), max(each.end for each in named)
    if not _leaves_it(clause[end:]) or not _is_whole(clause[:start], named, setting):
        return None
    together = len(named) > 1 and bool(_BETWEEN.search(clause[start:end]))
    return _binding(named, len(clause) - start, setting, together=together)


def _by_words_behind(clause: str, tail: str, setting: Setting) -> Binding | None:
    """Bind 2件结转下年度: nothing but neutral words stands before the number, and the words follow at once."""
    if not _leaves_it(clause) or setting.topic in {Topic.DOCUMENTS, Topic.RULES, Topic.DECISIONS}:
        return None
    named = _meanings(tail, setting)
    if not named or not _leaves_it(tail[: min(each.start for each in named)]):
        return None
    if not _is_whole(clause, named, setting):
        return None
    return _binding(named, 0, setting)


def _as_requests(clause: str, setting: Setting) -> Binding | None:
    """Bind 政府信息公开申请12件, which has no verb of its own."""
    own = setting.topic is Topic.REQUESTS and not setting.part and q.ABOUT_REQUESTS.search(clause)
    if not own or not clause.endswith(("申请", "公开", "案件", "事项")) or not _leaves_it(clause):
        return None
    return Binding((Quantity.RECEIVED, Quantity.HANDLED), len(clause))


def _binding(named: list[_Named], back: int, setting: Setting, *, together: bool = False) -> Binding:
    quantities = tuple(dict.fromkeys(each.quantity for each in named))
    group = setting.group if setting.groups < 2 else None
    doubtful = Quantity.NOT_HELD in quantities
    return Binding(quantities, back, group, together, doubtful)


def _leaves_it(words: str) -> bool:
    """Whether words beside a verb do not narrow down what is counted."""
    return len(q.NEUTRAL.sub("", words)) <= 2 and not q.ABOUT_A_MATTER.search(words)


def _is_whole(before: str, named: list[_Named], setting: Setting) -> bool:
    """Whether a number counts all of its kind: no channel, no list of 其中."""
    quantities = {each.quantity for each in named}
    if quantities <= q.DISTINCT or setting.topic is Topic.DECISIONS:
        return True
    if q.ABOUT_CHANNELS.search(before) and not q.ALL_CHANNELS.search(before):
        return False
    if not setting.part:
        return True
    if setting.topic is Topic.REQUESTS:
        by_kind = quantities <= {Quantity.BY_PERSONS, Quantity.BY_LEGAL_PERSONS}
        return by_kind or (quantities <= {Quantity.CLOSED} and _leaves_it(before))
    return True


def _meanings(words: str, setting: Setting) -> list[_Named]:
    """Return all that words may mean within the topic, in their order."""
    if setting.topic is Topic.DOCUMENTS:
        return _documents(words, setting, q.DOCUMENTS, "规范性文件")
    if setting.topic is Topic.RULES:
        return _documents(words, setting, q.RULES, "规章")
    if setting.topic is Topic.DECISIONS:
        return _named(q.DECISIONS, words)[-1:]
    if setting.topic is Topic.APPEALS:
        found = _appeals(words, setting)
        if found or setting.requests_at != setting.sentence:
            return found
        return [each for each in _requests(words) if each.quantity in q.DISTINCT]
    return _requests(words)


def _documents(words: str, setting: Setting, known: q.Words, noun: str) -> list[_Named]:
    """Return the verb of a clause, or the one before it where the clause names the documents only: 、规章2件."""
    if re.search(rf"{noun}[^，。；]{{0,6}}[及和、与等]", words) or "政策性" in words:
        return []
    found = _named(known, words)
    if found or setting.verb is None or not words.endswith(noun):
        return found[-1:]
    return [_Named(known[setting.verb][0], len(words) - len(noun), len(words))]


def _appeals(words: str, setting: Setting) -> list[_Named]:
    if re.search(r"(?:受理|办理|审理|审结)(?!因)[^，。；]{0,12}行政复议", words):
        return []  # the business of the organ that reviews
    results = _named(q.RESULTS, words) if setting.group is not None else []
    if results:
        return results[-1:]
    cases = _named(q.APPEALS, words)
    several = len({each.quantity for each in cases} & {Quantity.REVIEW, Quantity.LAWSUIT}) > 1
    if several and _BETWEEN.search(words):
        return [each for each in cases if each.quantity in {Quantity.REVIEW, Quantity.LAWSUIT}]
    return cases[-1:]


def _requests(words: str) -> list[_Named]:
    """Return the requests that words name: an outcome rather than 答复, a kind rather than 收到."""
    found = _named(q.REQUESTS, words)
    kinds = {each.quantity for each in found}
    applicants = kinds & {Quantity.BY_PERSONS, Quantity.BY_LEGAL_PERSONS}
    if kinds & q.OUTCOMES_OF_REQUESTS:
        mixed = applicants or kinds & {Quantity.CARRIED_IN, Quantity.CARRIED_FORWARD}
        return [] if mixed else [each for each in found if each.quantity in q.OUTCOMES_OF_REQUESTS]
    if applicants:
        is_plain = kinds - q.GENERAL - {Quantity.NEW} == applicants
        return [each for each in found if each.quantity in applicants] if is_plain else []
    own = [each for each in found if each.quantity not in q.GENERAL]
    return own or found


def _named(known: q.Words, words: str) -> list[_Named]:
    found = [_Named(each, *match.span()) for each, pattern in known if (match := pattern.search(words))]
    return sorted(found, key=lambda each: each.start)
