"""The command line: which commands there are and how a wrong one is answered, in Chinese."""

import argparse
import re
import sys
from functools import reduce
from pathlib import Path
from typing import NoReturn

VERSION = "0.1.0"

WRONG = (
    (r"the following arguments are required: (.+)", "还缺“{}”"),
    (r"argument .*invalid choice: '(.*?)'.*", "没有“{}”这个命令"),
    (r"unrecognized arguments: (.+)", "多出了“{}”"),
    (r"argument (.+): invalid int value: '(.*?)'", "“{}”后面要写一个整数，不是“{}”"),
    (r"argument (.+): (至少.+)", "“{}”{}"),
    (r"argument (.+): expected .*", "“{}”后面少了内容"),
)
"""What argparse says in English, and how it is said here."""

SAID_BY_ARGPARSE = (
    ("usage: ", "用法："),
    ("positional arguments:", "内容："),
    ("options:", "选项："),
    ("show this help message and exit", "显示这段说明"),
    ("show program's version number and exit", "显示版本"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and says one line."""

    def format_help(self) -> str:
        """Return the help with the few words of argparse in Chinese."""
        return reduce(lambda words, pair: words.replace(*pair), SAID_BY_ARGPARSE, super().format_help())

    def error(self, message: str) -> NoReturn:
        said = next(
            (words.format(*found.groups()) for sign, words in WRONG if (found := re.fullmatch(sign, message))), ""
        )
        self.exit(2, f"命令写得不对{f'：{said}' if said else ''}。用 --help 可以看到写法。\n")


def _jobs(words: str) -> int:
    if (jobs := int(words)) < 1:
        raise argparse.ArgumentTypeError("至少写 1")
    return jobs


_jobs.__name__ = "int"  # named in the complaint of a wrong number


def parser() -> Parser:
    """Return the parser of the command line."""
    ask = Parser(prog="nianbao", description="年报编制：离线编制政府信息公开工作年度报告。不带命令时打开窗口。")
    ask.add_argument("--version", action="version", version=f"年报编制 {VERSION}")
    if not getattr(sys, "frozen", False):  # for those who work on the program; the installed one has --self-test
        ask.add_argument("--walk", type=Path, metavar="文件夹", help="不用显示器走一遍示例，结果和截图放进这个文件夹")
    ask.add_argument("--self-test", type=Path, metavar="文件夹", help="自检，结果、截图和试写的文件放进这个文件夹")
    ask.add_argument("--only-window", action="store_true", help=argparse.SUPPRESS)
    commands = ask.add_subparsers(dest="command", metavar="命令", parser_class=Parser)
    read = commands.add_parser("read", help="读年报，逐格列出（JSON）；多份时每份一行")
    read.add_argument("files", type=Path, nargs="+", metavar="文件")
    read.add_argument("--jobs", type=_jobs, metavar="份数", help="同时读几份，默认与处理器核数相同")
    check = commands.add_parser("check", help="审核年报，列出发现的问题（JSON）；多份时每份一行")
    check.add_argument("files", type=Path, nargs="+", metavar="文件")
    check.add_argument("--last-year", type=Path, metavar="上年文件", help="上年年报，用来对照；多份时每份都与它对照")
    check.add_argument("--jobs", type=_jobs, metavar="份数", help="同时读几份，默认与处理器核数相同")
    check.add_argument(
        "--sheet",
        type=Path,
        metavar="校核单.pdf",
        help="另写可以打印签字的校核单（.pdf、.docx 或 .xlsx），只限一份年报",
    )
    check.add_argument(
        "--sign-sheet", type=Path, metavar="审签单.pdf", help="另写一页审签单（.pdf 或 .docx），只限一份年报"
    )
    check.add_argument("--overwrite", action="store_true", help="覆盖同名的校核单、审签单")
    export = commands.add_parser("export", help="导出为 .xlsx、.pdf、.docx 或 .html")
    export.add_argument("file", type=Path, metavar="文件")
    export.add_argument("-o", "--out", type=Path, required=True, metavar="输出文件")
    export.add_argument("--overwrite", action="store_true", help="覆盖同名文件")
    whole = commands.add_parser("hand-over", help="把全部格式写进一个文件夹，逐份读回核对（JSON）；没有定稿的注明草稿")
    whole.add_argument("file", type=Path, metavar="文件")
    whole.add_argument("-o", "--out", type=Path, required=True, metavar="文件夹")
    whole.add_argument("--overwrite", action="store_true", help="覆盖文件夹里的同名文件")
    new_year = commands.add_parser("new-year", help="由上年年报生成本年草稿")
    new_year.add_argument("file", type=Path, metavar="上年文件")
    new_year.add_argument("-o", "--out", type=Path, required=True, metavar="新项目.nianbao")
    return ask
