"""What a sentence speaks of at each of its numbers, and of whom: the words last named decide."""

import re
from dataclasses import dataclass, field
from enum import Enum

from core.sentences import quantities as q
from core.sentences.quantities import Quantity


class Topic(Enum):
    """What numbers count at a place in the text."""

    __hash__ = object.__hash__  # as of `Quantity`

    REQUESTS = "requests"
    APPEALS = "appeals"
    DOCUMENTS = "documents"
    RULES = "rules"
    DECISIONS = "decisions"
    OTHERS = "others"  # what no table counts


_MENTION = re.compile(
    rf"(?P<others>{q.MATTERS})|(?P<appeals>复议|诉讼|应诉)|(?P<requests>{q.ABOUT_REQUESTS.pattern})"
    r"|(?P<documents>规范性文件)|(?P<rules>规章(?!制度))|(?P<decisions>行政(?:许可|处罚|强制))"
)
_OWN_SUBJECT = re.compile(r"我|本(?!级)|全[市县区州盟旗省镇乡]")
_AREA = re.compile(r"(?P<area>(?<![健安完齐保])全[市县区州盟旗省镇乡])|我|本(?!级)|(?<![一-龥])[省市县区][厅局委]")
_GROUP = re.compile("|".join(f"(?P<{each.name}>{words.pattern})" for each, words in q.APPEALS))
_VERB = re.compile("|".join(f"(?P<{each.name}>{words.pattern})" for each, words in q.DOCUMENTS))
_CARRIED = r"(?<![转至到入])(?P<year>(?:19|20)\d{2})年(?!度?的?(?:未办结)?(?:结转|转结|转入|遗留))"
_CARRIED_IN = re.compile(r"(?:加|连同|含)[^，。；]{0,2}(?:上一?年|去年)|(?:上一?年|去年)(?:度)?的?结转")
_PLACE = re.compile(rf"(?P<open>（)|(?P<close>）)|(?<![\d较比同与]){_CARRIED}|(?P<part>{q.PART.pattern})")
_TITLE = re.compile(r"《[^》]*》|〔[^〕]*〕")


Lasting = tuple[Topic | None, bool, Quantity | None, int | None, bool, bool]


@dataclass(slots=True)
class Setting:
    """What was named so far in a paragraph, as its words are gone through from front to back."""

    topic: Topic | None = None
    is_heading: bool = False  # the topic was given by a heading above
    named_now: bool = False  # this sentence named the topic
    requests_now: bool = False  # this sentence named requests
    speaks_of_information: bool = False  # this sentence says 信息公开
    after_requests: bool = False  # the sentences before were about requests for information
    group: Quantity | None = None  # the kind of case that outcomes belong to
    groups: int = 0  # how many kinds of case this sentence named
    verb: int | None = None  # which of 制发、废止、现行有效 was named last in this sentence
    scope: str = ""  # the organ whose numbers these are
    area: str = ""  # 全市, 全县: all that lies in a place
    is_of_a_period: bool = False  # this sentence speaks of a part of the year, or of more than it
    carried_in: bool = False  # this sentence named what was carried in from last year
    part: bool = False  # 其中 was said in this sentence
    year: int | None = None
    outside: list[tuple[int | None, str, bool]] = field(default_factory=list)  # what held before each open bracket

    @property
    def lasting(self) -> "Lasting":
        """What outlasts the end of a sentence."""
        return self.topic, self.is_heading, self.group, self.year, self.speaks_of_information, self.after_requests

    def begin_sentence(self, *, after_semicolon: bool) -> None:
        """Forget what does not outlast a full stop; a semicolon ends less."""
        self.named_now, self.requests_now, self.groups, self.verb = False, False, 0, None
        self.scope, self.part, self.carried_in, self.is_of_a_period = "", False, False, False
        self.area = self.area if after_semicolon else ""
        self.after_requests = self.topic is Topic.REQUESTS or (self.topic is Topic.APPEALS and self.after_requests)
        self.speaks_of_information &= after_semicolon
        self.outside.clear()

    def go_on(self, words: str) -> None:
        """Take in the words up to the next number, or to the end of the sentence."""
        for match in _MENTION.finditer(words):
            self.topic = Topic(match.lastgroup)
            self.is_heading, self.named_now = False, True
            self.requests_now |= self.topic is Topic.REQUESTS
        for match in _GROUP.finditer(words):
            named = Quantity[match.lastgroup or ""]
            self.groups += named is not self.group or not self.groups
            self.group = named
        for match in _VERB.finditer(words):
            self.verb = [each.name for each, _ in q.DOCUMENTS].index(match.lastgroup or "")
        self.carried_in |= "结转" in words and _CARRIED_IN.search(words) is not None
        self.speaks_of_information |= "信息公开" in words or "依申请公开" in words
        for match in _AREA.finditer(words) if "全" in words or self.area else ():
            self.area = match["area"] or ""
        if _OWN_SUBJECT.search(words):
            self.scope = ""
        self._place(_TITLE.sub("", words))

    def _place(self, words: str) -> None:
        """Take in years and 其中; what is said of them in brackets ends with the bracket."""
        for match in _PLACE.finditer(words):
            if match["open"]:
                self.outside.append((self.year, self.scope, self.part))
            elif match["close"]:
                if self.outside:
                    self.year, self.scope, self.part = self.outside.pop()
            elif match["year"]:
                self.year = int(match["year"])
            else:
                self.part = True

    @property
    def named_here(self) -> bool:
        """Whether the topic was named in this very sentence or by the heading right above."""
        return self.is_heading or self.named_now


def topic_of_heading(words: str) -> Topic | None:
    """Return the topic that a line of its own gives to the paragraphs below it: （二）依申请公开情况."""
    if len(words) > 30 or words.endswith(("；", "，")) or "。" in words[:-1]:
        return None
    named = [match.lastgroup for match in _MENTION.finditer(words)]
    return Topic(named[-1]) if named else None
