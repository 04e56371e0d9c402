import pytest

from core.addresses import MOST, places
from core.form import F2021


def first(wanted: str, here: str = "") -> tuple[str, str]:
    found = places(F2021, wanted, here)[0]
    return found.step, found.place


@pytest.mark.parametrize(
    ("wanted", "step", "place"),
    [
        ("三(三)3", "s3", "t3.denied_safety_stability.natural"),
        ("三（三）３", "s3", "t3.denied_safety_stability.natural"),
        ("三三3", "s3", "t3.denied_safety_stability.natural"),
        ("三(五)3 商业", "s3", "t3.rejected_publication.business"),
        ("公开出版物", "s3", "t3.rejected_publication.natural"),
        ("国家秘密，其他", "s3", "t3.denied_state_secret.other_org"),
        ("许可", "s2", "t2.licensing.decisions"),
        ("表四", "s4", ""),
        ("问题", "s5", "s5"),
        ("封面", "cover", "preamble"),
        ("纠正", "s4", "t4.review.corrected"),
    ],
)
def test_a_place_is_found_by_its_number_or_a_few_words(wanted: str, step: str, place: str) -> None:
    assert first(wanted) == (step, place)


def test_of_a_number_that_is_not_printed_the_last_places_are_left_out() -> None:
    assert first("三(二)3") == ("s3", "t3.partial.natural")


def test_where_no_column_is_named_the_column_of_the_current_cell_is_kept() -> None:
    assert first("三(一)", "t3.carried_in.research") == ("s3", "t3.granted.research")


def test_a_whole_name_comes_before_a_part_of_one_and_the_table_at_hand_before_others() -> None:
    listed = [place.place for place in places(F2021, "一", "t3.granted.natural")]
    assert listed[0] == "t3.new_requests.natural"
    assert "s1" in listed


def test_a_heading_over_several_rows_names_all_of_them() -> None:
    words = [place.words for place in places(F2021, "不予处理")]
    assert words[0] == "表三　三(五)1 信访举报投诉类申请"
    assert len(words) == 5


@pytest.mark.parametrize("wanted", ["", "  ", "，", "龙", "9", "三(三)3 龙", "x" * 10_000])
def test_what_names_nothing_finds_nothing(wanted: str) -> None:
    assert places(F2021, wanted) == ()


def test_no_more_places_than_can_be_looked_over() -> None:
    assert len(places(F2021, "的")) <= MOST
