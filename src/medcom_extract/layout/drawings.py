"""Drawings made of many pieces: a chart of bars is one picture, not a hundred rectangles."""

from medcom_extract.document import Box
from medcom_extract.layout.boxes import around, shared_height, shared_width
from medcom_extract.layout.page import Artwork, Fill, Rule

__all__ = ["gather_drawings"]

_NEAR = 14.0
"""Points between two pieces of one drawing, at the most."""

_LEAST_PIECES = 8
_LEAST_SIDE = 40.0
_MOST_PIECES = 5_000


def gather_drawings(
    fills: list[Fill], artwork: list[Artwork], rules: list[Rule]
) -> tuple[list[Artwork], list[Fill], list[Artwork]]:
    """Drawings, and the fills and artwork that belong to none.

    A drawing is a group of at least eight filled pieces or shapes that stand close together, and
    is larger than a mark.  Rules widen a drawing (axes, grid lines) but do not make one.
    """
    pieces: list[Fill | Artwork] = [*fills, *(a for a in artwork if a.kind == "shape")]
    if not _LEAST_PIECES <= len(pieces) <= _MOST_PIECES:
        return [], fills, artwork
    drawings: list[Artwork] = []
    used: set[int] = set()
    for group in _groups(pieces):
        box = around([piece.box for piece in group])
        if len(group) < _LEAST_PIECES or min(box[2] - box[0], box[3] - box[1]) < _LEAST_SIDE:
            continue
        used.update(id(piece) for piece in group)
        drawings.append(Artwork("image", *_widened(box, rules)))
    return (
        drawings,
        [fill for fill in fills if id(fill) not in used],
        [art for art in artwork if id(art) not in used],
    )


def _groups(pieces: list[Fill | Artwork]) -> list[list[Fill | Artwork]]:
    """Pieces that stand close to each other, directly or through others."""
    groups: list[tuple[Box, list[Fill | Artwork]]] = []
    for piece in sorted(pieces, key=lambda p: (p.x0, p.top)):
        near = [group for group in groups if _close(group[0], piece.box)]
        box = around([piece.box, *(group[0] for group in near)])
        members = [piece, *(member for group in near for member in group[1])]
        groups = [group for group in groups if not any(group is one for one in near)]
        groups.append((box, members))
    return [members for _, members in groups]


def _widened(box: Box, rules: list[Rule]) -> Box:
    inside = [
        (rule.x0, rule.top, rule.x1, rule.bottom)
        for rule in rules
        if _close(box, (rule.x0, rule.top, rule.x1, rule.bottom))
    ]
    return around([box, *inside])


def _close(one: Box, other: Box) -> bool:
    return shared_width(one, other) >= -_NEAR and shared_height(one, other) >= -_NEAR
