"""An address as squares for a camera."""

import re

from openchair.web.square_code import draw


def test_the_squares_are_drawn_here_with_their_white_edge() -> None:
    code = draw("https://example.org/i/abc/")
    assert code.size == 25 + 8  # the second size there is, and four squares on each side
    corners = set(re.findall(r"M(\d+) (\d+)h", code.path))
    assert ("4", "4") in corners
    assert not any(int(x) < 4 or int(y) < 4 for x, y in corners)
