"""Words of last year's report again."""

from core import edits
from core.checks import catalogue
from core.finding import Severity
from core.report import Report
from tests.core.checks.example import after
from tests.core.checks.golden_tables import SENTENCES
from tests.examples import filled

OTHER = (
    "流域里的小水电清理时，公开了每座电站的处置办法。取水许可的办理指南重新编写，附上了填写样例。"
    "防汛预案在雨季之前全部挂网，村级预案也张贴到户。河长名录按季度更新，电话都有人接听。"
    "水费标准的听证会提前十天公告，旁听席位对外开放。灌区改造的招标、进度和验收逐项公布，群众可以随时查阅核对。"
)


def written(text: str, key: str = "s5") -> Report:
    return edits.set_text(filled(), key, text)


def said(last: Report, report: Report) -> list[tuple[str, Severity]]:
    found = catalogue.run(after(last, report)).findings
    return [(finding.code, finding.severity) for finding in found if finding.code in {"Y07", "Y09"}]


def test_other_words_are_lawful() -> None:
    assert said(written(SENTENCES), written(OTHER)) == []


def test_half_of_the_words_again_is_a_hint() -> None:
    assert said(
        written(SENTENCES), written(SENTENCES + OTHER + "库区移民的后期扶持资金按户公示，收支明细每半年更新。")
    ) == [("Y07", Severity.HINT)]


def test_other_numbers_in_the_same_sentences_are_the_same_words() -> None:
    last, now = (f"全年举办培训{count}期。{SENTENCES}" for count in (3, 5))
    assert ("Y07", Severity.WARNING) in said(written(last, "s1"), written(now, "s1"))


def test_a_word_changed_here_and_there_is_the_same_sentence() -> None:
    changed = SENTENCES.replace("准确", "精准").replace("陈旧", "老旧")
    assert ("Y07", Severity.WARNING) in said(written(SENTENCES, "s1"), written(changed, "s1"))


def test_short_texts_are_alike_by_necessity() -> None:
    short = "本年未收取信息处理费，没有其他需要报告的事项。"
    assert said(written(short, "s6"), written(short, "s6")) == []


def test_text_that_was_not_touched_since_last_year_is_not_counted() -> None:
    last = written(SENTENCES)
    draft = edits.carry_over(last)
    assert [f.code for f in catalogue.run(draft).findings if f.code in {"Y07", "Y09"}] == []
