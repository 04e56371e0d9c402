"""年报编制: the command line and the way to the window.

Reads its arguments and nothing more. The commands without a window never import Qt; the window is imported last.
"""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from core.errors import UserError

if TYPE_CHECKING:
    import argparse

FAILED = 2
"""Exit status where something could not be read, written or understood."""

STOPPED = 130
"""Exit status after Ctrl+C, as shells have it."""


def headless(given: "argparse.Namespace") -> int:
    """Run a command without a window: JSON on standard output, or one line on standard error and status 2."""
    try:
        if given.command == "read":
            return _read(given.files, given.jobs)
        return _check(given) if given.command == "check" else _work(given)
    except UserError as error:
        print(str(error).replace("\n", " "), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\n已停止。已经输出的内容可以照用，原文件没有改动。", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever reads our lines has enough of them, as `head` has
        sys.stdout = None
        return 0
    except Exception as error:  # noqa: BLE001 - whoever runs it gets a sentence, the log gets the traceback
        return _unexpected(error)


def _work(given: "argparse.Namespace") -> int:
    from core import commands  # after the arguments: --help and --version need none of it

    if given.command == "export":
        content, status = commands.export(given.file, given.out, overwrite=given.overwrite)
    elif given.command == "hand-over":
        content, status = commands.hand_over(given.file, given.out, overwrite=given.overwrite)
    else:
        content, status = commands.new_year(given.file, given.out)
    print(commands.as_text(content))
    return status


def _read(files: list[Path], jobs: int | None) -> int:
    from core import listing

    paths = listing.expanded(files)
    if len(paths) == 1:
        print(listing.as_text(listing.read(paths[0])))
        return 0
    progress, failed = listing.Progress(len(paths), sys.stderr), 0
    for number, content in enumerate(listing.read_many(paths, jobs), start=1):
        print(listing.as_line(content), flush=True)
        progress.tell(number)
        failed += "error" in content
    return FAILED if failed else 0


def _check(given: "argparse.Namespace") -> int:
    from core import commands, listing

    paths = listing.expanded(given.files)
    if len(paths) == 1:
        content, status = commands.check(
            paths[0], given.last_year, given.sheet, given.sign_sheet, overwrite=given.overwrite
        )
        print(commands.as_text(content))
        return status
    for sheet, name in ((given.sheet, "校核单"), (given.sign_sheet, "审签单")):
        if sheet is not None:
            raise UserError(f"{name}一次只能写一份。", f"请逐份审核并写{name}。")
    progress, statuses = listing.Progress(len(paths), sys.stderr), list[int]()
    for content, status in commands.check_many(paths, given.last_year, given.jobs):
        print(listing.as_line(content), flush=True)
        statuses.append(status)
        progress.tell(len(statuses))
    return commands.status_of(statuses)


def _unexpected(error: Exception) -> int:
    import logging

    from core.home import folder

    log = folder() / "log" / "commands.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=log, format="%(asctime)s %(message)s", encoding="utf-8")
    logging.getLogger(__name__).error("a command failed", exc_info=error)
    print(f"程序内部出错，没有完成；原文件没有改动。请把这个记录文件发给维护人员：{log}", file=sys.stderr)
    return FAILED


def main(arguments: list[str]) -> int:
    """Run the program and return its exit status."""
    if arguments == ["worker"]:  # started by core.isolation; nobody types it
        from core.isolation.worker import serve

        return serve()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Chinese Windows console would use GBK in a pipe
    if not arguments or (len(arguments) == 1 and Path(arguments[0]).is_file()):
        return _window(arguments)  # at once, also with a project that was double-clicked: no parser to wait for
    if arguments[0] == "read" and len(arguments) == 2:
        from core.isolation import desk

        desk.warm_up()  # a process takes as long to start as the arguments take to be read
    from core.command_line import parser

    given = parser().parse_args(arguments)
    if given.command:
        return headless(given)
    if given.self_test:
        from ui.self_test import self_test  # Qt, so only here

        return self_test(given.self_test, only_window=given.only_window)
    if getattr(given, "walk", None):
        from ui.walk import walk  # Qt, so only here

        return walk(given.walk)
    return _window([])


def _window(arguments: list[str]) -> int:
    from core import home  # only where a window is wanted

    if (home.folder() / "running.lock").exists():
        from core import running  # hardly ever needed

        if running.hand_over(home.folder(), arguments[0] if arguments else ""):
            return 0
    if not has_display():
        print("没有图形桌面，打不开窗口。请在桌面上启动，或者用命令：main.py --help 列出全部命令。", file=sys.stderr)
        return FAILED
    from ui.app import run  # Qt, so last

    return run(arguments)


def has_display() -> bool:
    """Tell whether a window can be shown: without a display Qt on Linux ends the process with a core dump."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in wanted)


def leave(status: int) -> NoReturn:
    """End the process; what is left of a command goes with it, without a search for cycles, a tenth of a short one."""
    if "PySide6" not in sys.modules:  # a window is taken down in its order
        gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
