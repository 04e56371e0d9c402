"""What a sentence speaks of. All sentences are invented."""

import pytest

from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic, topic_of_heading


def after(words: str) -> Setting:
    setting = Setting()
    setting.go_on(words)
    return setting


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("全年收到政府信息公开申请", Topic.REQUESTS),
        ("因政府信息公开申请被申请行政复议", Topic.APPEALS),
        ("制发行政规范性文件", Topic.DOCUMENTS),
        ("制定政府规章", Topic.RULES),
        ("作出行政处罚", Topic.DECISIONS),
        ("健全规章制度", None),
    ],
)
def test_the_words_last_named_give_the_topic(words: str, topic: Topic | None) -> None:
    assert after(words).topic is topic


def test_outcomes_belong_to_the_kind_of_case_named_last() -> None:
    assert after("行政复议3件，行政诉讼").group is Quantity.LAWSUIT


def test_a_year_in_brackets_ends_with_the_bracket() -> None:
    assert after("收到申请（2022年").year == 2022
    assert after("收到申请（2022年为9件）").year is None


def test_a_full_stop_ends_the_part_but_not_the_topic() -> None:
    setting = after("收到政府信息公开申请，其中")
    assert setting.part
    setting.begin_sentence(after_semicolon=False)
    assert (setting.part, setting.topic) == (False, Topic.REQUESTS)


def test_a_heading_gives_its_topic_and_a_sentence_does_not() -> None:
    assert topic_of_heading("（二）依申请公开情况") is Topic.REQUESTS
    assert topic_of_heading("办理依申请公开事项。做好服务。") is None
