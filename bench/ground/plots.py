"""Small pictures of figures, as SVG that a reader of any kind can take in."""

from collections.abc import Mapping, Sequence
from html import escape

LEFT, RIGHT, ROW, TOP, BOTTOM = 330, 90, 26, 48, 34
WIDTH = 900
INK, GRID, GOOD, BAD, MARK = "#1c243a", "#c9c4b8", "#476a53", "#892d2d", "#c39b70"


def bars(title: str, told: str, rows: Mapping[str, tuple[float, str]], limit: float) -> str:
    """One bar a row: its length and the words at its end; a line stands at `limit`."""
    most = max([limit * 1.2, *(length for length, _ in rows.values())])
    drawn = [
        _bar(number, name, *row, most, limit) for number, (name, row) in enumerate(rows.items())
    ]
    height = TOP + ROW * len(rows) + BOTTOM
    at = _x(limit, most)
    line = f'<path d="M{at:.1f} {TOP - 8}V{height - BOTTOM + 4}" stroke="{INK}" stroke-dasharray="4 3"/>'
    return _picture(
        title, told, height, "\n".join([*drawn, line, _words(at, height - 12, "budget")])
    )


def dots(title: str, told: str, rows: Mapping[str, Sequence[float]], unit: str) -> str:
    """One dot a measurement, so that the spread can be seen; the middle one is a bar."""
    most = max(max(values) for values in rows.values()) * 1.1
    drawn = [
        _dots(number, name, row, most, unit) for number, (name, row) in enumerate(rows.items())
    ]
    return _picture(title, told, TOP + ROW * len(rows) + BOTTOM, "\n".join(drawn))


def _bar(number: int, name: str, length: float, said: str, most: float, limit: float) -> str:
    y, end = TOP + ROW * number, _x(length, most)
    colour = GOOD if length <= limit else BAD
    return (
        f'<text x="{LEFT - 10}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
        f'<rect x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" height="16" fill="{colour}"/>'
        f'<text x="{end + 6:.1f}" y="{y + 13}">{escape(said)}</text>'
    )


def _dots(number: int, name: str, values: Sequence[float], most: float, unit: str) -> str:
    y, middle = TOP + ROW * number, sorted(values)[len(values) // 2]
    spots = "".join(
        f'<circle cx="{_x(value, most):.1f}" cy="{y + 8}" r="4" fill="{MARK}" fill-opacity=".7"/>'
        for value in values
    )
    return (
        f'<text x="{LEFT - 10}" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
        f'<path d="M{LEFT} {y + 20}H{WIDTH - RIGHT}" stroke="{GRID}"/>{spots}'
        f'<path d="M{_x(middle, most):.1f} {y}v16" stroke="{INK}" stroke-width="2"/>'
        f'<text x="{_x(max(values), most) + 10:.1f}" y="{y + 13}">{middle:.2f} {escape(unit)}</text>'
    )


def _x(value: float, most: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * value / most


def _words(x: float, y: float, said: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="middle">{escape(said)}</text>'


def _picture(title: str, told: str, height: int, drawn: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title told" '
        f'font-family="sans-serif" font-size="13" fill="{INK}">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="told">{escape(told)}</desc>\n'
        f'<rect width="100%" height="100%" fill="#fcfbf7"/>\n'
        f'<text x="16" y="26" font-size="16" font-weight="bold">{escape(title)}</text>\n'
        f"{drawn}\n</svg>\n"
    )
