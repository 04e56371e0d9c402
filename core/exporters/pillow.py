"""Pillow loaded when a picture is asked for, and not before.

reportlab imports it with itself, for pictures alone, of which a report has none; to load it takes longer than a page.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def when_wanted() -> None:
    """Let the next import of `PIL.Image` load nothing until something of it is used; call it before reportlab comes."""
    if "PIL" in sys.modules or not (package := find_spec("PIL")) or not package.loader:
        return  # there already, or a stand-in, or not installed
    import PIL

    spec = find_spec("PIL.Image")
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    vars(PIL)["Image"] = module
    spec.loader.exec_module(module)
