"""What the written sections have to tell, as data."""

import pytest

from core.form import F2021
from core.form.outline import ACCOUNTS, ASPECTS, TOPICS, Topic

EVERY = tuple(topic for topics in (*TOPICS.values(), ACCOUNTS) for topic in topics)


def test_only_written_sections_have_contents_to_tell() -> None:
    assert {F2021.section(key).heading[0] for key in TOPICS} == {"一", "五", "六"}


def test_the_five_aspects_stand_in_the_order_of_the_notice() -> None:
    assert [topic.heading for topic in ASPECTS] == [
        "主动公开",
        "依申请公开",
        "政府信息管理",
        "政府信息公开平台建设",
        "监督保障",
    ]


@pytest.mark.parametrize("topic", EVERY, ids=lambda topic: str(topic.name))
def test_each_sub_heading_is_known_as_its_own_and_tells_of_itself(topic: Topic) -> None:
    assert topic.titled.search(topic.heading)
    assert topic.told.search(topic.heading)


@pytest.mark.parametrize("topic", ASPECTS, ids=lambda topic: str(topic.name))
def test_no_sub_heading_is_taken_for_another(topic: Topic) -> None:
    assert [other.name for other in ASPECTS if other.titled.search(topic.heading)] == [topic.name]


def test_what_is_told_within_another_names_one_of_the_aspects() -> None:
    assert {topic.within for topic in EVERY} - {""} <= {topic.name for topic in ASPECTS}
