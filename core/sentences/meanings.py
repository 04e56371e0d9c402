"""What the words of one clause may mean within the topic of their sentence, and whose numbers they tell."""

import re
from dataclasses import dataclass

from core.sentences import quantities as q
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic

_PUBLISHED = re.compile(r"公开|公示|信息|公布|发布|案卷|事项")
_OTHER_VERB = re.compile(r"公开|发布|公布|解读|审查|审核|备案|清理|上传|归集|报送|评估|修改|修订")
BETWEEN = re.compile(r"、|和|及|与|或")
_BEFORE_ORGAN = re.compile(r"^(?:.*其中|[全本今]?年度?|由|经)+")


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity that words name, with their place in the clause."""

    quantity: Quantity
    start: int
    end: int


def note_scope(clause: str, setting: Setting) -> None:
    """Keep the organ that a clause names as the subject of its verb; it holds until the sentence ends."""
    verbs = [match.start() for _, words in (*q.REQUESTS[:6], *q.DOCUMENTS) for match in words.finditer(clause)]
    setting.scope = (subject_of(clause[: min(verbs)]) if verbs else "") or setting.scope


def subject_of(words: str) -> str:
    """Return the organ that words before a verb name as its subject; nothing where it is the whole unit."""
    subject = q.ORGAN.search(words)
    return "" if subject is None or q.WHOLE.search(subject["organ"]) else _BEFORE_ORGAN.sub("", subject["organ"])


def leaves_it(words: str) -> bool:
    """Whether words beside a verb do not narrow down what is counted."""
    return len(q.NEUTRAL.sub("", words)) <= 1 and not q.ABOUT_A_MATTER.search(words)


def meanings(words: str, setting: Setting) -> list[Named]:
    """Return all that words may mean within the topic, in their order."""
    if setting.topic is Topic.DOCUMENTS:
        return _documents(words, setting, q.DOCUMENTS, "规范性文件")
    if setting.topic is Topic.RULES:
        return _documents(words, setting, q.RULES, "规章")
    if setting.topic is Topic.DECISIONS:
        return [] if _PUBLISHED.search(words) else _named(q.DECISIONS, words)[-1:]
    if setting.topic is Topic.APPEALS:
        found = _appeals(words, setting)
        if found or not setting.requests_now:
            return found
        return [each for each in _requests(words) if each.quantity in q.DISTINCT]
    return _requests(words)


def _documents(words: str, setting: Setting, known: q.Words, noun: str) -> list[Named]:
    """Return the verb of a clause, or the one before it where the clause names the documents only: 、规章2件."""
    if re.search(rf"{noun}[^，。；]{{0,6}}[及和、与等]", words) or "政策性" in words:
        return []
    found = _named(known, words)
    if found or setting.verb is None or not words.endswith(noun) or _OTHER_VERB.search(words):
        return found[-1:]
    return [Named(known[setting.verb][0], len(words) - len(noun), len(words))]


def _appeals(words: str, setting: Setting) -> list[Named]:
    if re.search(r"(?:受理|办理|审理|审结)(?!因)[^，。；]{0,12}行政复议", words):
        return []  # the business of the organ that reviews
    results = _named(q.RESULTS, words) if setting.group is not None else []
    if results:
        return results[-1:]
    cases = _named(q.APPEALS, words)
    several = len({each.quantity for each in cases} & {Quantity.REVIEW, Quantity.LAWSUIT}) > 1
    if several and BETWEEN.search(words):
        return [each for each in cases if each.quantity in {Quantity.REVIEW, Quantity.LAWSUIT}]
    return cases[-1:]


def _requests(words: str) -> list[Named]:
    """Return the requests that words name: an outcome rather than 答复, a kind rather than 收到."""
    found = _named(q.REQUESTS, words)
    kinds = {each.quantity for each in found}
    applicants = kinds & q.APPLICANTS
    if kinds & q.REASONS:
        return [] if applicants else [each for each in found if each.quantity in q.REASONS]
    if kinds & q.OUTCOMES_OF_REQUESTS:
        mixed = applicants or kinds & {Quantity.CARRIED_IN, Quantity.CARRIED_FORWARD}
        return [] if mixed else [each for each in found if each.quantity in q.OUTCOMES_OF_REQUESTS]
    if applicants:
        is_plain = kinds - q.GENERAL - {Quantity.NEW} == applicants
        return [each for each in found if each.quantity in applicants] if is_plain else []
    own = [each for each in found if each.quantity not in q.GENERAL]
    return own or found


def _named(known: q.Words, words: str) -> list[Named]:
    found = [Named(each, *match.span()) for each, pattern in known if (match := pattern.search(words))]
    return sorted(found, key=lambda each: each.start)
