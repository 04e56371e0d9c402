"""The wall between core and the window, proved by running it: import-linter reads imports, this test makes them."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORT_ALL = """
import importlib, json, pkgutil, sys
import core
names = [module.name for module in pkgutil.walk_packages(core.__path__, "core.")]
for name in names:
    importlib.import_module(name)
print(json.dumps({"imported": names, "loaded": sorted(sys.modules)}))
"""


def test_all_of_core_is_imported_without_qt_and_without_the_window() -> None:
    run = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    seen = json.loads(run.stdout)
    assert {"core.report", "core.form.f2021", "core.edits"} <= set(seen["imported"])
    forbidden = {"PySide6", "shiboken6", "ui", "main"}
    assert [name for name in seen["loaded"] if name.split(".")[0] in forbidden] == []
