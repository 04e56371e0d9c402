"""Pillow stays outside until somebody wants a picture."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CORE = "PIL._imaging"
"""What takes the time: the compiled part."""


def told(lines: str) -> str:
    """Return what lines of Python tell in a process of their own."""
    return subprocess.run([sys.executable, "-c", lines], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_a_report_is_written_as_pdf_without_pillow() -> None:
    lines = "import sys; from core.exporters import EXPORTERS; from tests.examples import filled;"
    lines += (
        f"data, _ = EXPORTERS[0].load()(filled()); print(data[:5], 'reportlab' in sys.modules, {CORE!r} in sys.modules)"
    )
    assert told(lines).strip() == "b'%PDF-' True False"


def test_who_wants_a_picture_afterwards_has_it() -> None:
    lines = "import sys; from core.exporters import pillow; pillow.when_wanted();"
    lines += f"from PIL import Image; before = {CORE!r} in sys.modules; size = Image.new('L', (3, 2)).size;"
    lines += f"print(before, size, {CORE!r} in sys.modules)"
    assert told(lines).strip() == "False (3, 2) True"


def test_a_pillow_that_is_there_stays_as_it_is() -> None:
    lines = "import sys; from PIL import Image; from core.exporters import pillow; pillow.when_wanted();"
    lines += "print(sys.modules['PIL.Image'] is Image, type(Image).__name__)"
    assert told(lines).strip() == "True module"
