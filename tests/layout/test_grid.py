"""Rules to grids."""

import pytest
from page_building import flat, lattice, upright

from medcom_extract.layout.grid import REACH, Grid, find_grids, grid_from_lines
from medcom_extract.layout.page import Rule

XS, YS = [50.0, 150.0, 300.0], [100.0, 130.0, 200.0]


def only_grid(rules: list[Rule]) -> Grid:
    grids = find_grids(rules)
    assert len(grids) == 1
    return grids[0]


def spans(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


def test_a_full_set_of_rules_is_a_grid_of_single_cells() -> None:
    grid = only_grid(lattice(XS, YS))

    assert (grid.xs, grid.ys) == (XS, YS)
    assert spans(grid) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert grid.cells[3].box == (150, 130, 300, 200)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        # No wall between the cells of the first row.
        (
            [*lattice(XS[::2], YS), upright(150, 130, 200)],
            [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)],
        ),
        # No wall between the cells of the first column.
        (
            [*lattice(XS, YS[::2]), flat(130, 150, 300)],
            [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)],
        ),
        # An L is no rectangle: its foot is a cell of its own.
        (
            [*lattice(XS[::2], YS[::2]), upright(150, 100, 130), flat(130, 150, 300)],
            [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)],
        ),
    ],
)
def test_slots_without_a_wall_between_them_are_one_cell(
    rules: list[Rule], expected: list[tuple[int, int, int, int]]
) -> None:
    assert spans(only_grid(rules)) == expected


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [flat(100, 50, 300)],
        [flat(100, 50, 300), flat(200, 50, 300)],
        lattice([50, 300], [100, 200]),
        # Rules in both directions that never meet.
        [flat(100, 50, 150), upright(300, 200, 400)],
    ],
    ids=["nothing", "a line", "a stack of lines", "a frame", "lines apart"],
)
def test_what_has_no_two_cells_is_no_grid(rules: list[Rule]) -> None:
    assert find_grids(rules) == []


@pytest.mark.parametrize("shift", [0.0, 0.5, 1.0])
def test_borders_drawn_cell_by_cell_are_one_line(shift: float) -> None:
    cells = [(x, y) for x in (0, 1) for y in (0, 1)]
    rules = [
        rule
        for x, y in cells
        for rule in lattice([XS[x] + shift * x, XS[x + 1]], [YS[y] + shift * y, YS[y + 1]])
    ]

    assert len(only_grid(rules).cells) == 4


@pytest.mark.parametrize(("miss", "grids"), [(REACH - 0.5, 1), (REACH + 1, 0)])
def test_rules_that_miss_each_other_by_little_meet(miss: float, grids: int) -> None:
    rules = [
        flat(100, 50, 300), flat(150, 50, 300), flat(200, 50, 300),
        upright(50 - miss, 100, 200), upright(300 + miss, 100, 200),
    ]  # fmt: skip

    assert len(find_grids(rules)) == grids


@pytest.mark.parametrize(("share", "cells"), [(0.6, 4), (0.4, 3)])
def test_a_wall_covers_half_of_a_side(share: float, cells: int) -> None:
    rules = [*lattice(XS[::2], YS), upright(150, 130, 200), upright(150, 100, 100 + 30 * share)]

    assert len(only_grid(rules).cells) == cells


def test_tables_apart_are_grids_apart_from_top_to_bottom() -> None:
    low = lattice([50, 100, 150], [400, 450])
    high = lattice([250, 300, 350], [100, 150])

    assert [grid.ys[0] for grid in find_grids(low + high)] == [100, 400]


def test_a_point_is_in_one_cell_or_outside() -> None:
    grid = only_grid([*lattice(XS[::2], YS), upright(150, 130, 200)])

    assert [grid.cell_at(x, 110) for x in (49, 60, 299, 301)] == [None, 0, 0, None]
    assert [grid.cell_at(200, y) for y in (99, 101, 131, 200)] == [None, 0, 2, None]


def test_a_lattice_of_more_slots_than_a_table_has_is_no_grid() -> None:
    fine = [10.0 + 5 * n for n in range(160)]

    assert find_grids(lattice(fine, fine)) == []


def test_lines_worked_out_from_words_make_a_full_grid() -> None:
    grid = grid_from_lines(XS, YS)

    assert spans(grid) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert grid.box == (50, 100, 300, 200)
