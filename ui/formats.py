"""Which files the program takes, as the readers tell it: for file dialogs and for what is dropped."""

from pathlib import Path

OWN = ".nianbao"
PICTURES = (".png", ".jpg", ".jpeg", ".bmp")
"""Pictures of pages: nothing is read of them, but they are shown beside the tables."""

NAMES = "Word、Excel、PDF、网页和文字文件"


def readable() -> tuple[str, ...]:
    """Return the suffixes of all readers, in the order of the readers."""
    from core.importers import IMPORTERS  # the start-up seam: not before somebody wants to read

    return tuple(dict.fromkeys(suffix for reader in IMPORTERS for suffix in reader.suffixes))


def is_known(path: Path) -> bool:
    """Tell whether a file goes by a name that the program takes; others may still be told by their content."""
    return path.suffix.lower() in {OWN, *PICTURES, *readable()}


def file_filter() -> str:
    """Return the filter of a file dialog for everything that a report may be in."""
    return f"年报文件 ({' '.join(f'*{suffix}' for suffix in (*readable(), OWN, *PICTURES))})"
