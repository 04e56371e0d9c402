"""What the words of a clause may mean. All sentences are invented."""

from core.sentences.meanings import leaves_it, meanings, subject_of
from core.sentences.quantities import Quantity
from core.sentences.topics import Setting, Topic


def meant(words: str, topic: Topic) -> list[Quantity]:
    return [each.quantity for each in meanings(words, Setting(topic=topic))]


def test_a_kind_counts_before_a_general_verb() -> None:
    assert meant("办理结转下年度", Topic.REQUESTS) == [Quantity.CARRIED_FORWARD]
    assert meant("收到", Topic.REQUESTS) == [Quantity.RECEIVED]


def test_an_outcome_counts_before_the_answer_it_is() -> None:
    assert meant("答复予以公开", Topic.REQUESTS) == [Quantity.GRANTED]


def test_the_same_verb_means_documents_or_rules_by_the_topic() -> None:
    assert meant("废止", Topic.DOCUMENTS) == [Quantity.DOCUMENTS_REPEALED]
    assert meant("废止", Topic.RULES) == [Quantity.RULES_REPEALED]


def test_published_decisions_are_items_and_not_decisions() -> None:
    assert meant("公示行政许可", Topic.DECISIONS) == []
    assert meant("作出行政许可", Topic.DECISIONS) == [Quantity.LICENSING]


def test_the_business_of_the_organ_that_reviews_is_not_the_units_own() -> None:
    assert meant("审理行政复议", Topic.APPEALS) == []


def test_an_organ_before_the_verb_is_the_subject_unless_it_is_the_whole() -> None:
    assert subject_of("其中县民政局") == "县民政局"
    assert subject_of("全县") == ""


def test_words_that_name_a_matter_do_not_leave_the_count_as_it_is() -> None:
    assert leaves_it("")
    assert not leaves_it("土地征收类")
