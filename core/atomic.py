"""Put a file in place whole or not at all.

A clerk's file must survive a full disk, a pulled stick and a program that holds it open: the bytes go to a new file in
the same folder, are forced to the disk, and only then take the place of the old file.
"""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from core.errors import UserError

UNFINISHED = ".~nianbao-*.tmp"
"""What the new file is called until it is in place; one is left behind only where the program is killed meanwhile.

The name is ours alone: what is swept away must not be what another program is just writing.
"""

_HELD = frozenset({5, 32, 33})  # Windows: access denied, sharing violation, lock violation
_TRIES = 6
_PAUSE = 0.08  # seconds; a virus scanner lets go within a few of these

_NO_RIGHT = ("这个位置没有写入权限", "请另存到自己的文件夹，例如“文档”。")
_ADVICE = {
    errno.ENOSPC: ("磁盘已满", "请清理磁盘，或者另存到别的磁盘。"),
    errno.EDQUOT: ("可用的磁盘空间已用完", "请清理磁盘，或者另存到别的磁盘。"),
    errno.EFBIG: ("这个磁盘放不下这样大的文件", "请另存到别的磁盘。"),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: ("这个磁盘只能读、不能写", "请关闭U盘的写保护开关，或者另存到别的磁盘。"),
    errno.ENOENT: ("文件夹不存在，可能已被移走，或者U盘已拔出", "请另选一个文件夹保存。"),
    errno.ENOTDIR: ("所选的位置不是文件夹", "请另选一个文件夹保存。"),
    errno.EEXIST: ("同一位置已有同名的文件", "请换一个名字，或者先把那个文件移开。"),
    errno.EISDIR: ("同一位置已有同名的文件夹", "请换一个文件名保存。"),
    errno.ENAMETOOLONG: ("文件名或路径太长", "请换一个短一些的文件名，或者保存到离磁盘根目录近一些的文件夹。"),
    errno.EINVAL: ("文件名里有不能用的字符", '请换一个文件名，不要用 \\ / : * ? " < > | 等字符。'),
    errno.EIO: ("磁盘读写出错", "请检查U盘或硬盘，并另存到别的磁盘。"),
}


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, whole or not at all.

    Raises `UserError` with cause and next step; then the old file, if there was one, is untouched and no other file is
    left behind.
    """
    try:
        _write(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise _advice(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder with all above it, unless it is there; `UserError` with cause and next step where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _advice(path, error) from error


def try_folder(path: Path) -> None:
    """Raise `UserError` unless a file can be put into a folder; one that is missing is made and taken away again.

    Asking the system for the right is not enough: Windows says yes to any folder.
    """
    missing = [each for each in (path, *path.parents) if not os.path.lexists(each)]
    trial = path / UNFINISHED.replace("*", os.urandom(6).hex())
    try:
        path.mkdir(parents=True, exist_ok=True)
        trial.open("xb").close()
        trial.unlink()
    except (OSError, ValueError) as error:
        raise _advice(path, error) from error
    finally:
        for each in missing:
            with suppress(OSError, ValueError):  # not made, or somebody else's by now
                each.rmdir()


def _write(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder of this name", str(target))
    fresh = target.with_name(UNFINISHED.replace("*", os.urandom(6).hex()))
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))
        _replace(fresh, target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _replace(fresh: Path, target: Path) -> None:
    """Rename over the target; on Windows a scanner or the preview of the file manager may hold it for a moment."""
    for _ in range(_TRIES - 1):
        try:
            fresh.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(_PAUSE)
        else:
            return
    fresh.replace(target)


def _settle(folder: Path) -> None:
    """Force the new name to the disk where folders can be opened (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return  # some network folders refuse it; the file itself is safe already
    finally:
        os.close(handle)


def _advice(path: Path, error: OSError | ValueError) -> UserError:
    held = getattr(error, "winerror", None) in _HELD and path.is_file()
    if held:
        cause, hint = (
            "文件正被其他程序打开，或者不许改写",
            "请先在 WPS 或其他程序里关闭它再保存，或者换一个文件名保存。",
        )
    else:
        number = error.errno if isinstance(error, OSError) else errno.EINVAL  # ValueError: a null byte in the name
        cause, hint = _ADVICE.get(number or 0, (f"系统报告“{error}”", "请另存到别的文件夹再试。"))
    return UserError(f"没有保存“{path.name}”：{cause}。", hint)
