"""What a clerk is told when a reading process did not come to an end of its own."""

from core.errors import UserError
from core.isolation.bounds import MOST_BYTES, SECONDS

_AGAIN = "请确认选对了文件；可以用 WPS 或 Word 打开它，另存一份再导入。"


class CalledOffError(UserError):
    """The one who wanted the file read wants it no more."""


class NoAnswerError(UserError):
    """The reading process did not start or did not come to an end: nothing is known about the file."""


def too_long(name: str) -> UserError:
    """Return the error for a file that takes longer to read than any report does."""
    return NoAnswerError(f"“{name}”读了 {SECONDS:.0f} 秒还没有读完，没有继续。", _AGAIN)


def too_much(name: str) -> UserError:
    """Return the error for a file that takes more memory than any report does."""
    return NoAnswerError(f"“{name}”要用的内存超过 {MOST_BYTES >> 30} GB，没有继续。", _AGAIN)


def too_deep(name: str) -> UserError:
    """Return the error for a file whose parts lie in one another without end."""
    return UserError(f"“{name}”里的内容层层嵌套，读不了。", _AGAIN)


def broke_off(name: str) -> UserError:
    """Return the error for a file that brought the reading process down."""
    return NoAnswerError(f"读“{name}”时出了故障，没有读入；其他内容不受影响。", _AGAIN)


def not_expected(name: str, log: str) -> UserError:
    """Return the error for a file that brought out a fault of ours."""
    return UserError(f"“{name}”里有本程序没有料到的内容，没有读入。", f"{_AGAIN}仍不行请把记录文件发给维护人员：{log}")


def not_started() -> UserError:
    """Return the error for a reading process that the system does not let start."""
    return NoAnswerError(
        "读取文件的程序没有启动起来。", "请重新打开本程序再试；如果装有安全软件，请看它是否拦截了本程序。"
    )


def called_off(name: str) -> CalledOffError:
    """Return the error for a file that nobody wants any more."""
    return CalledOffError(f"已取消读取“{name}”。", "需要时可以再选一次。")
