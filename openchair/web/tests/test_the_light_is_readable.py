"""Colours as the stylesheet ships them: every pair of text and ground, in both lights."""

import re
from pathlib import Path

import pytest

from openchair.web import cloths

CSS = (Path(__file__).resolve().parent.parent / "static/web/css/house.css").read_text()
TEXT_PAIRS = [
    *[("ink", ground) for ground in ("wall", "linen", "paper", "lampwash", "greenwash")],
    *[("ink2", ground) for ground in ("wall", "linen", "paper", "lampwash", "greenwash")],
    *[("green", ground) for ground in ("wall", "paper", "linen", "lampwash")],
    ("on-green", "green"),
    ("lampink", "lamp"),
    ("ink", "pool"),
]
EDGE_PAIRS = [
    *[("edge", ground) for ground in ("wall", "paper", "linen", "greenwash", "lampwash")],
    ("madder", "paper"),
    ("green", "greenwash"),
]


def tokens(selector: str) -> dict[str, str]:
    block = CSS[CSS.index(selector + " {") :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


DAY = tokens(":root")
EVENING = DAY | tokens(':root[data-theme="lamplight"]')
LIGHTS = pytest.mark.parametrize("light", [DAY, EVENING], ids=["day", "evening"])


def brightness(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted([brightness(one), brightness(other)])
    return (high + 0.05) / (low + 0.05)


@LIGHTS
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_seven_to_one(light: dict[str, str], text: str, ground: str) -> None:
    assert round(contrast(light[text], light[ground]), 1) >= 7


@LIGHTS
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_stand_out_three_to_one(light: dict[str, str], edge: str, ground: str) -> None:
    assert contrast(light[edge], light[ground]) >= 3


def test_the_evening_is_the_same_by_device_and_by_choice() -> None:
    assert tokens(':root:not([data-theme="daylight"])') == tokens(':root[data-theme="lamplight"]')


def test_the_stylesheet_weaves_the_cloths_by_the_same_numbers() -> None:
    for cloth in cloths.CLOTHS:
        weave = re.search(rf"\.{cloth.css}[,\s][^{{}}]*{{\s*--weave:([^;]*);", CSS)
        assert weave is not None, cloth.name
        woven = re.findall(r"var\(--stripe\) (\d+)px (\d+)px", weave[1])
        assert woven == [(str(a), str(a + wide)) for a, wide in cloth.threads]


def test_nothing_is_left_or_right_but_the_picture_of_the_cloth() -> None:
    sides = re.findall(
        r"^\s*(?:margin|padding|border|inset)?-?(?:left|right)\b.*:", CSS, re.MULTILINE
    )
    assert sides == []
    assert not re.search(r"text-align:\s*(left|right)", CSS)


def test_the_stylesheet_asks_no_other_house() -> None:
    assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", CSS)
    assert "@import" not in CSS
