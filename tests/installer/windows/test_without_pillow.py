"""The stand-in for Pillow in the frozen program."""

import subprocess
import sys
from pathlib import Path

from installer.windows.places import ROOT

HOOK = ROOT / "installer" / "windows" / "without_pillow.py"


def test_every_writer_works_with_the_stand_in_alone(tmp_path: Path) -> None:
    script = tmp_path / "write.py"
    script.write_text(
        f"import runpy, sys\nrunpy.run_path({str(HOOK)!r}, run_name='__main__')\n"
        "from core import exporters, self_test\n"
        "report = self_test.sample()\n"
        "print([len(each.load()(report)[0]) > 1000 for each in exporters.EXPORTERS])\n"
        "print([name for name in sys.modules if name.startswith('PIL')])\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(script)], capture_output=True, text=True, cwd=ROOT, check=False,
        env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    written, known = done.stdout.splitlines()
    assert (written, done.stderr) == ("[True, True, True, True]", "")
    assert known == "['PIL', 'PIL.Image']"
