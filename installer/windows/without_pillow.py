"""Run by the frozen program before anything else: an empty stand-in for Pillow.

reportlab cannot be loaded without `PIL.Image`, and uses it for pictures alone, of which the program has none. Pillow
itself would be megabytes that nothing calls.
"""

import sys
from types import ModuleType


def stand_in() -> ModuleType:
    """Return a package PIL that knows the type of a picture, so that nothing is one."""
    package, module = ModuleType("PIL"), ModuleType("PIL.Image")
    vars(module)["Image"] = type("Image", (), {})
    vars(package).update(Image=module, __path__=[])
    return package


if __name__ == "__main__":
    made = stand_in()
    sys.modules.setdefault("PIL", made)
    sys.modules.setdefault("PIL.Image", vars(made)["Image"])
