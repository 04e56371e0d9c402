"""The exception whose text a clerk may see."""

from core.errors import UserError


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = UserError("磁盘已满。", "请清理磁盘。")
    assert (error.message, error.hint, str(error)) == ("磁盘已满。", "请清理磁盘。", "磁盘已满。请清理磁盘。")
