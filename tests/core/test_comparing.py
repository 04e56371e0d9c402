"""Last year's text beside this year's."""

from hypothesis import given
from hypothesis import strategies as st

from core.comparing import Side, compare, paragraphs
from core.prose import sentences


def told(text: str, side: Side) -> tuple[list[str], list[str]]:
    """Return the sentences and the words of one side."""
    cut = [[text[each.start : each.start + each.length] for each in parts] for parts in (side.sentences, side.words)]
    return cut[0], cut[1]


def test_in_a_reworded_sentence_only_the_words_that_differ_are_told_on_both_sides() -> None:
    then, now = "全年公开信息128条，举办培训2次。没有收费。", "全年公开信息135条，举办业务培训2次。没有收费。"
    found = compare(then, now)
    assert told(then, found.then) == (["全年公开信息128条，举办培训2次。"], ["128"])
    assert told(now, found.now) == (["全年公开信息135条，举办业务培训2次。"], ["135", "业务"])


def test_a_sentence_that_is_gone_and_one_that_is_new_are_told_whole() -> None:
    then, now = "公开12条。向社会公布了目录。", "公开12条。全年没有发生行政复议。"
    found = compare(then, now)
    assert told(then, found.then) == (["向社会公布了目录。"], ["向社会公布了目录。"])
    assert told(now, found.now) == (["全年没有发生行政复议。"], ["全年没有发生行政复议。"])


def test_a_new_sentence_between_two_reworded_ones_does_not_confuse_them() -> None:
    then = "主动公开政府信息12条。收到信息公开申请3件。"
    now = "主动公开政府信息15条。举办开放日。收到信息公开申请4件。"
    assert told(now, compare(then, now).now)[1] == ["15", "举办开放日。", "4"]


def test_changes_with_one_character_between_them_are_one() -> None:
    then, now = "我局印发通知并在网站公开目录。", "我局印制通告并在网站公开目录。"
    assert told(now, compare(then, now).now)[1] == ["制通告"]


@given(st.text("公开信息12。\n", max_size=30), st.text("公开信息12。\n", max_size=30))
def test_what_differs_lies_in_sentences_that_differ(then: str, now: str) -> None:
    found = compare(then, now)
    for side, text in ((found.then, then), (found.now, now)):
        assert set(side.sentences) <= set(sentences(text))
        for words in side.words:
            assert any(
                one.start <= words.start and words.start + words.length <= one.start + one.length
                for one in side.sentences
            )
    assert compare(then, then).then == Side()


def test_each_paragraph_of_last_years_knows_its_counterpart() -> None:
    then = "总的说明。\n（一）主动公开。发布12条。\n（二）监督保障。培训2次。"
    now = "总的说明。\n新写的一段话语。\n\n（一）主动公开。发布15条。"
    assert [(each.line, each.twin, each.is_same) for each in paragraphs(then, now)] == [
        (0, 0, True),
        (1, 3, False),
        (2, None, False),
    ]


def test_a_paragraph_that_was_moved_is_still_there() -> None:
    assert [each.is_same for each in paragraphs("甲段内容。\n乙段内容。", "乙段内容。\n甲段内容。")] == [True, True]
