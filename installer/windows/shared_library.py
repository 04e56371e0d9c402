"""Run by both frozen programs first: they take their modules from one archive that lies beside them.

PyInstaller would build the whole archive into each program. As it is, what PyInstaller itself tries to load before this
finds nothing: ctypes, above all, which no window needs before it is there. For the same reason next to nothing can be
imported here.
"""

import sys
from types import ModuleType


def share(loader: ModuleType, archives: ModuleType, archive: str) -> None:
    """Have PyInstaller's loader of modules take them from this archive; the two are modules of its start."""
    shared = archives.ZlibArchiveReader(archive, start_offset=0, check_pymagic=True)
    vars(loader.pyz_archive).update(vars(shared))  # whoever finds modules already holds on to that one


if __name__ == "__main__":
    start = sys.modules  # what PyInstaller loads first is there by now
    share(start["pyimod02_importers"], start["pyimod01_archive"], f"{vars(sys)['_MEIPASS']}/nianbao.pyz")
