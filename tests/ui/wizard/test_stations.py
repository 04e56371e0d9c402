"""The stations lead through the whole way, each to a step that the form has, in words that fit one line."""

from core.form import F2021
from core.steps import steps
from ui.wizard.stations import STATIONS


def test_there_are_six_stations_from_the_steps_to_the_export() -> None:
    assert [station.title for station in STATIONS] == ["步骤", "填表", "勾稽", "检查", "上年", "导出"]


def test_every_station_is_on_a_step_of_the_form() -> None:
    assert {station.step for station in STATIONS} <= {step.id for step in steps(F2021)}


def test_reading_all_of_them_takes_less_than_a_minute() -> None:
    letters = sum(len(station.words) for station in STATIONS)
    assert letters / 300 * 60 < 60  # three hundred characters a minute is slow reading


def test_each_fits_the_strip() -> None:
    assert max(len(station.words) for station in STATIONS) <= 50
