"""Bar charts without words: a picture for Word, vectors for the PDF producers."""

import io
import random
from typing import Any

from PIL import Image, ImageDraw

WIDTH, HEIGHT, BARS = 260, 110, 36
COLOUR = "#4f81bd"
Bar = tuple[float, float, float, float]


def shape_bars(caption: str) -> list[Bar]:
    """Left, top, width and height of each bar; the same for the same caption."""
    chance = random.Random(caption)
    falling = chance.random() < 0.25
    step = WIDTH / BARS
    bars = []
    for n in range(BARS):
        trend = (BARS - n if falling else n + 4) / (BARS + 4)
        height = HEIGHT * trend * chance.uniform(0.72, 0.95)
        bars.append((n * step, HEIGHT - height, step * 0.75, height))
    return bars


def draw_chart(caption: str) -> bytes:
    """The chart as a small PNG."""
    image = Image.new("P", (WIDTH * 2, HEIGHT * 2), 0)
    image.putpalette([255, 255, 255, 79, 129, 189, 208, 208, 208])
    pen: Any = ImageDraw.Draw(image)
    for line in range(4):
        pen.line((0, line * 55, WIDTH * 2, line * 55), fill=2)
    for x, y, width, height in shape_bars(caption):
        pen.rectangle((x * 2, y * 2, (x + width) * 2, (y + height) * 2), fill=1)
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True, bits=2)
    return stream.getvalue()


def write_svg_chart(caption: str) -> str:
    bars = "".join(
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'
        for x, y, width, height in shape_bars(caption)
    )
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" fill="{COLOUR}">{bars}</svg>'
