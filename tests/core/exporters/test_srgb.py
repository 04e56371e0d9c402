"""The colour profile, judged by a colour engine that did not make it."""

import struct
from io import BytesIO

import pytest

from core.exporters.srgb import profile

ImageCms = pytest.importorskip("PIL.ImageCms", reason="Pillow is not installed")
Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")


def test_it_is_small_names_its_length_and_is_the_same_every_time() -> None:
    data = profile()
    assert len(data) == struct.unpack(">I", data[:4])[0] < 1000
    assert len(data) % 4 == 0
    assert profile.__wrapped__() == data


def test_another_program_reads_it_as_the_srgb_that_it_knows() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(profile()))
    assert ImageCms.getProfileName(ours).strip() == "sRGB"
    colours = [(red, green, blue) for red in range(0, 256, 51) for green in range(0, 256, 51) for blue in (0, 77, 255)]
    picture = Image.new("RGB", (len(colours), 1))
    picture.frombytes(bytes(part for colour in colours for part in colour))
    for source, target in ((ours, ImageCms.createProfile("sRGB")), (ImageCms.createProfile("sRGB"), ours)):
        changed = ImageCms.profileToProfile(picture, source, target)
        pairs = zip(picture.tobytes(), changed.tobytes(), strict=True)
        assert max(abs(before - after) for before, after in pairs) <= 1
