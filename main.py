"""年报编制: the command line and the way to the window.

Reads its arguments and nothing more. The commands without a window never import Qt; the window is imported last.
"""

import argparse
import logging
import re
import sys
from pathlib import Path
from typing import NoReturn

from core.errors import UserError

VERSION = "0.1.0"
FAILED = 2


WRONG = (
    (r"the following arguments are required: (.+)", "还缺“{}”"),
    (r"argument .*invalid choice: '(.*?)'.*", "没有“{}”这个命令"),
    (r"unrecognized arguments: (.+)", "多出了“{}”"),
    (r"argument (.+): expected .*", "“{}”后面少了内容"),
)
"""What argparse says in English, and how it is said here."""


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and says one line."""

    def error(self, message: str) -> NoReturn:
        said = next(
            (words.format(*found.groups()) for sign, words in WRONG if (found := re.fullmatch(sign, message))), ""
        )
        print(f"命令写得不对{f'：{said}' if said else ''}。用 --help 可以看到写法。", file=sys.stderr)
        sys.exit(FAILED)


def parser() -> Parser:
    """Return the parser of the command line."""
    ask = Parser(prog="nianbao", description="年报编制：离线编制政府信息公开工作年度报告。不带命令时打开窗口。")
    ask.add_argument("--version", action="version", version=f"年报编制 {VERSION}")
    ask.add_argument("--walk", type=Path, metavar="文件夹", help="不用显示器走一遍示例，结果和截图放进这个文件夹")
    commands = ask.add_subparsers(dest="command", metavar="命令", parser_class=Parser)
    read = commands.add_parser("read", help="读一份年报，逐格列出（JSON）")
    read.add_argument("file", type=Path, metavar="文件")
    check = commands.add_parser("check", help="审核一份年报，列出发现的问题（JSON）")
    check.add_argument("file", type=Path, metavar="文件")
    check.add_argument("--last-year", type=Path, metavar="上年文件", help="上年年报，用来对照")
    export = commands.add_parser("export", help="导出为 .xlsx 或 .pdf")
    export.add_argument("file", type=Path, metavar="文件")
    export.add_argument("-o", "--out", type=Path, required=True, metavar="输出文件")
    new_year = commands.add_parser("new-year", help="由上年年报生成本年草稿")
    new_year.add_argument("file", type=Path, metavar="上年文件")
    new_year.add_argument("-o", "--out", type=Path, required=True, metavar="新项目.nianbao")
    return ask


def headless(given: argparse.Namespace) -> int:
    """Run a command without a window: JSON on standard output, or one line on standard error and status 2."""
    from core import commands  # after the arguments: --help and --version need none of it

    try:
        if given.command == "read":
            content, status = commands.read(given.file)
        elif given.command == "check":
            content, status = commands.check(given.file, given.last_year)
        elif given.command == "export":
            content, status = commands.export(given.file, given.out)
        else:
            content, status = commands.new_year(given.file, given.out)
    except UserError as error:
        print(str(error).replace("\n", " "), file=sys.stderr)
        return FAILED
    except Exception as error:  # noqa: BLE001 - whoever runs it gets a sentence, the log gets the traceback
        return _unexpected(error)
    print(commands.as_text(content))
    return status


def _unexpected(error: Exception) -> int:
    from core.home import folder

    log = folder() / "log" / "commands.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=log, format="%(asctime)s %(message)s", encoding="utf-8")
    logging.getLogger(__name__).error("a command failed", exc_info=error)
    print(f"程序内部出错，没有完成；原文件没有改动。请把这个记录文件发给维护人员：{log}", file=sys.stderr)
    return FAILED


def main(arguments: list[str]) -> int:
    """Run the program and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Chinese Windows console would use GBK in a pipe
    if len(arguments) == 1 and not arguments[0].startswith("-") and Path(arguments[0]).is_file():
        return _window(arguments)  # a double-clicked project
    given = parser().parse_args(arguments)
    if given.command:
        return headless(given)
    if given.walk:
        from ui.walk import walk  # Qt, so only here

        return walk(given.walk)
    return _window([])


def _window(arguments: list[str]) -> int:
    from ui.app import run  # Qt, so last

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
