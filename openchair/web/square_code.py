"""An address as the squares a telephone's camera reads, drawn here and nowhere else."""

from dataclasses import dataclass

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET = 4
"""White squares around it, as the standard asks."""


@dataclass(frozen=True)
class SquareCode:
    """`path` goes over each dark square, in a drawing `size` units wide and high."""

    size: int
    path: str


def draw(address: str) -> SquareCode:
    code = QRCode(border=QUIET, error_correction=ERROR_CORRECT_M)
    code.add_data(address)
    rows = code.get_matrix()
    dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, on in enumerate(row) if on]
    return SquareCode(len(rows), "".join(dark))
