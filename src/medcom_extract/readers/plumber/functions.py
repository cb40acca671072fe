"""PDF functions (ISO 32000-1, 7.10): what a tint or a point of a shading has for a colour."""

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from pdfminer.pdftypes import PDFStream, list_value, resolve1

__all__ = ["Function", "function_of"]

Function = Callable[[Sequence[float]], list[float]]

_MOST_SAMPLES = 1_000_000


def function_of(spec: object) -> Function | None:
    """A function to call; None for one that is not understood (PostScript calculators).

    ``spec`` may be an array of functions that give a component each.
    """
    spec = resolve1(spec)
    if isinstance(spec, list):
        parts = [function_of(part) for part in spec]
        known = [part for part in parts if part is not None]
        if not known or len(known) < len(parts):
            return None
        return lambda inputs: [value for part in known for value in part(inputs)]
    attributes: dict[str, Any] = spec.attrs if isinstance(spec, PDFStream) else spec  # type: ignore[assignment]
    if not isinstance(attributes, dict):
        return None
    kind = resolve1(attributes.get("FunctionType"))
    domain = _pairs(attributes.get("Domain"))
    if kind == 2:
        return _exponential(attributes, domain)
    if kind == 3:
        return _stitching(attributes, domain)
    if kind == 0 and isinstance(spec, PDFStream):
        return _sampled(spec, domain)
    return None


def _exponential(spec: dict[str, Any], domain: list[tuple[float, float]]) -> Function:
    low = _numbers(spec.get("C0"), [0.0])
    high = _numbers(spec.get("C1"), [1.0])
    power = float(resolve1(spec.get("N", 1)))

    def evaluate(inputs: Sequence[float]) -> list[float]:
        x = _clip(inputs[0], domain[0])
        share = x**power if x > 0 or power > 0 else 0.0
        return [a + share * (b - a) for a, b in zip(low, high, strict=False)]

    return evaluate


def _stitching(spec: dict[str, Any], domain: list[tuple[float, float]]) -> Function | None:
    parts = [function_of(part) for part in list_value(spec["Functions"])]
    low, high = domain[0]
    edges = [low, *_numbers(spec.get("Bounds"), []), high]
    encode = _pairs(spec.get("Encode"))
    if not parts or any(part is None for part in parts) or len(edges) != len(parts) + 1:
        return None

    def evaluate(inputs: Sequence[float]) -> list[float]:
        x = _clip(inputs[0], domain[0])
        place = next((i for i in range(len(parts) - 1) if x < edges[i + 1]), len(parts) - 1)
        part = parts[place]
        assert part is not None
        return part([_between(x, (edges[place], edges[place + 1]), encode[place])])

    return evaluate


def _sampled(spec: PDFStream, domain: list[tuple[float, float]]) -> Function | None:
    """A table of samples; looked up at the nearest one, which is near enough for a colour."""
    sizes = [int(size) for size in _numbers(spec.get("Size"), [])]
    ranges = _pairs(spec.get("Range"))
    bits = int(resolve1(spec.get("BitsPerSample", 8)))
    count = len(ranges)
    for size in sizes:
        count *= size
    if bits not in (8, 16) or not 0 < count <= _MOST_SAMPLES or len(sizes) != len(domain):
        return None
    data, step = spec.get_data(), bits // 8
    decode = _pairs(spec.get("Decode")) or ranges

    def evaluate(inputs: Sequence[float]) -> list[float]:
        place, stride = 0, 1
        for x, limits, size in zip(inputs, domain, sizes, strict=True):
            place += stride * round(_between(_clip(x, limits), limits, (0, size - 1)))
            stride *= size
        at = place * len(ranges) * step
        samples = (data[at + i * step : at + (i + 1) * step] for i in range(len(ranges)))
        return [
            _between(int.from_bytes(sample, "big"), (0, 2**bits - 1), limits)
            for sample, limits in zip(samples, decode, strict=True)
        ]

    return evaluate


def _clip(x: float, limits: tuple[float, float]) -> float:
    return min(max(x, limits[0]), limits[1])


def _between(x: float, source: tuple[float, float], target: tuple[float, float]) -> float:
    wide = source[1] - source[0]
    return target[0] + (x - source[0]) * (target[1] - target[0]) / wide if wide else target[0]


def _numbers(value: object, otherwise: list[float]) -> list[float]:
    if value is None:
        return otherwise
    return [float(resolve1(part)) for part in list_value(value)]


def _pairs(value: object) -> list[tuple[float, float]]:
    numbers = _numbers(value, [])
    return list(itertools.pairwise(numbers))[::2]
