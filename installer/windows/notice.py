"""The notice of third parties, made from what the bundle really contains.

PyInstaller notes where each file and each module of the bundle came from. Each is traced to the package it belongs to;
what belongs to none stops the build, for nothing may be handed out without its licence.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from installer.windows.places import FONTS, HERE, NOTICE, ROOT

LICENCES = HERE / "licences"
_ELSEWHERE = re.compile(r"android|musl|v8_|cibw", re.IGNORECASE)
"""Licences of what a wheel holds on other systems only."""

_OURS = re.compile(r"(core|ui|resources|main\.py|build/\w+/pyinstaller)(/|$)")
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_OF_QT = ("PySide6_Essentials", "shiboken6")
_RUNTIME = re.compile(r"(msvcp|vcruntime|concrt)140", re.IGNORECASE)
PYTHON, RUNTIME, OURS, FREE_FONTS = "Python 3.11", "Microsoft Visual C++ 运行库", "", "字体"

_HEAD = """年报编制所含的第三方组件
========================

年报编制本身按 MIT 许可发布（见“许可.txt”）。安装的程序里还有下列组件，各按自己的许可使用，许可原文在后面。
这份清单由打包程序按实际装入的文件生成。

{listed}

关于 Qt 与 PySide6（LGPL）
--------------------------

窗口使用 Qt {qt} 和 PySide6 {qt}（The Qt Company Ltd. 及其他贡献者），按 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用，
未作任何修改，取自其发布者发布的安装包。

1. 它们是单独的动态库，放在程序文件夹的 _internal\\PySide6 和 _internal\\shiboken6 里。您可以用自己修改、编译的、
   接口相同的版本替换这些文件，程序照常使用替换后的库；为此也可以对本程序进行调试和反向工程。
2. LGPL-3.0 及其所依的 GPL-3.0 原文在下面“PySide6_Essentials”一节。
3. 源代码：Qt {qt}（qt-everywhere-src-{qt}）和 PySide6 {qt}（pyside-setup-everywhere-src-{qt}）由 Qt 项目公开发布。
   取不到的，请向给您本程序的单位或个人索取：自收到本程序之日起三年内，按复制的成本提供上述完整源代码。
4. Qt 的库里还编入了下列组件：zlib、libpng（各按自己的许可）、libjpeg-turbo（IJG、BSD-3-Clause）、FreeType（FTL）、
   HarfBuzz（MIT）、PCRE2、double-conversion（BSD-3-Clause）、MD4C、TinyCBOR（MIT）、Unicode 数据（Unicode-3.0）、
   BLAKE2、SHA-3（CC0）、Easing Equations（BSD-3-Clause）。

安装程序由 NSIS（Nullsoft Scriptable Install System）制作，其程序按 zlib/libpng 许可使用；解压部分取自 LZMA SDK
（Common Public License 1.0，NSIS 作者准许其与任何许可的安装程序连接）。绿色版里没有这些。
"""


class UnknownOriginError(RuntimeError):
    """The bundle holds files of which nobody knows whose they are; they are named in the message."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was put into the bundle: its name there, and the file it came from, with forward slashes."""

    name: str
    source: str


def write(tables: Path, python: Path, site: Path, out: Path = NOTICE) -> tuple[str, ...]:
    """Write the notice; return the names of the components. `tables` is PyInstaller's folder of notes, `python` that of
    the interpreter, and `site` that of the packages it took from.
    """
    owners = _owners(site)
    whose = {taken.name: _owner(taken.source, python, owners) for taken in taken_from(tables)}
    unknown = sorted(name for name, owner in whose.items() if owner is None)
    if unknown:
        raise UnknownOriginError("不知道来自哪个组件，不能打包：" + "、".join(unknown[:20]))
    fonts = {FREE_FONTS} if FONTS.is_dir() else set[str]()
    used = sorted({owner for owner in whose.values() if owner} | fonts, key=str.casefold)
    versions = {found.name: found.version for found in metadata.distributions(path=[str(site)])}
    listed = "\n".join(f"- {name} {versions.get(name, '')}".rstrip() for name in used)
    parts = [_HEAD.format(listed=listed, qt=versions["PySide6_Essentials"])]
    for name in used:
        parts += [_heading(name, versions.get(name, "")), *_texts(name, site)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return tuple(used)


def taken_from(tables: Path) -> Iterator[Taken]:
    """Yield what PyInstaller notes that it took: modules of the archive, then files."""
    modules = ast.literal_eval((tables / "PYZ-00.toc").read_text("utf-8"))[1]  # of the archive that is made first
    files = ast.literal_eval((tables / "COLLECT-00.toc").read_text("utf-8"))[0]
    for name, source, *_ in [*modules, *files]:
        yield Taken(name, source.replace("\\", "/"))


def _owner(source: str, python: Path, owners: Mapping[str, str]) -> str | None:
    """Return whose a file is: a component, "" for this program itself, None where nobody knows."""
    file = source.rpartition("/")[2]
    if _RUNTIME.match(file):
        return RUNTIME
    if inside := source.partition("/site-packages/")[2]:
        return "pyinstaller" if "pyinstaller" in inside.lower() else owners.get(inside.casefold())
    below = source.partition(ROOT.as_posix() + "/")[2]
    if _OURS.match(below) or file.startswith("pyi_rth"):
        return OURS
    return PYTHON if f"{python.as_posix()}/".casefold() in source.casefold() else None


def _owners(site: Path) -> dict[str, str]:
    """Return for each file of the packages, by its path in small letters, the name of its package."""
    return {
        str(file).replace("\\", "/").casefold(): found.name
        for found in metadata.distributions(path=[str(site)])
        for file in found.files or ()
    }


def _heading(name: str, version: str) -> str:
    title = f"{name} {version}".rstrip()
    return f"{'=' * 78}\n{title}\n{'=' * 78}"


def _texts(name: str, site: Path) -> list[str]:
    """Return the words of a component's licences."""
    if (words := _known_texts(name)) is not None:
        return words
    found = next(each for each in metadata.distributions(path=[str(site)]) if each.name == name)
    files = [Path(str(found.locate_file(str(file)))) for file in found.files or () if _is_licence(str(file))]
    if not files:
        raise UnknownOriginError(f"组件 {name} 的安装包里没有许可原文，不能打包。")
    return [_read(file) for file in files]


def _is_licence(file: str) -> bool:
    """Tell whether a file of a package is one of its licences, as they apply on Windows."""
    folder, _, name = file.replace("\\", "/").rpartition("/")
    inside = folder.partition(".dist-info")
    is_text = bool(_TEXT.search(name)) or inside[2].startswith("/licenses")
    return bool(inside[1]) and is_text and not _ELSEWHERE.search(file)


def _known_texts(name: str) -> list[str] | None:
    if name == PYTHON:
        return [_read(LICENCES / "Python-3.11.txt")]
    if name == RUNTIME:
        return ["随 Python 和 PySide6 的安装包分发，按 Microsoft 可再分发代码的条款使用。"]
    if name == FREE_FONTS:
        return [_read(file) for file in sorted(FONTS.glob("*-licence.txt"))]
    if name == _OF_QT[0]:
        return [_read(LICENCES / f"{text}.txt") for text in ("LGPL-3.0", "GPL-3.0")]
    return [f"许可与 {_OF_QT[0]} 相同。"] if name in _OF_QT else None


def _read(file: Path) -> str:
    return file.read_text("utf-8", "replace").strip()
