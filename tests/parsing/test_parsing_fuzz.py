"""Random documents: a report or a refusal, never another error, and no word lost."""

import random

import pytest
from parsing_builders import GREEN, RED, document, para

from medcom_extract.document import Block, Cell, Mark, Paragraph, Patch, Picture, Run, Table
from medcom_extract.errors import NotAStatusReport
from medcom_extract.parsing import parse

WORDS = [
    "Projekt", "Status", "Bemærk især", "Risici", "Næste skridt", "Milepæle", "Planlagt",
    "Sandsynlighed", "Trafiklys", "Opnået", "Rød", "●", "🟢", "Projektleder: Mette",
    "Status: gul", "Største risiko: tiden går", "Juni 2024", "MedCom13 (2023-2025)",
    "Deling af data", "Kort i journalen", "Læs mere: https://a.dk", "Grøn = godt, rød = skidt",
    "31.12.2023", "1", "", "-", "Figur 1: Breve\nog mere", "Tidsplan",
    "Prisen stiger, og testen er blevet rykket til efter sommerferien i alle regioner.",
]  # fmt: skip


def paragraph(dice: random.Random) -> Paragraph:
    marks = (mark(dice),) if dice.random() < 0.15 else ()
    runs = tuple(
        Run(
            dice.choice(WORDS) + dice.choice(["", " "]),
            bold=dice.random() < 0.3,
            underline=dice.random() < 0.1,
            color=dice.choice([None, None, RED, GREEN]),
            size=dice.choice([None, 10.0, 10.0, 14.0, 20.0]),
        )
        for _ in range(dice.randint(0, 2))
    )
    role = dice.choice([None] * 8 + ["title", "heading", "caption", "subtitle"])
    level = dice.choice([1, 2, 3, None]) if role == "heading" else None
    return Paragraph(runs, role, level, dice.choice([None, None, "•", ""]), marks)  # type: ignore[arg-type]


def mark(dice: random.Random) -> Mark:
    kind = dice.choice(["image", "shape", "shading", "glyph", "emoji"])
    count = dice.randint(0, 3)
    codes = [f"#{dice.randrange(1 << 24):06x}" for _ in range(count)]
    patches = tuple(Patch(code, dice.random()) for code in codes)
    alt = dice.choice([None, "Rødt lys", "pil op", ""])
    return Mark(kind, patches, text=dice.choice([None, "🔴", "▲"]), alt=alt)  # type: ignore[arg-type]


def table(dice: random.Random, depth: int = 0) -> Table:
    columns, count = dice.randint(1, 6), dice.randint(0, 6)
    taken: set[tuple[int, int]] = set()
    rows: list[tuple[Cell, ...]] = []
    for row in range(count):
        cells: list[Cell] = []
        for column in range(columns):
            if (row, column) in taken:
                continue
            across = 1 if dice.random() < 0.8 else dice.randint(1, columns - column)
            down = 1 if dice.random() < 0.85 else dice.randint(1, 3)
            taken |= {
                (r, c) for r in range(row, row + down) for c in range(column, column + across)
            }
            blocks = tuple(block(dice, depth + 1) for _ in range(dice.randint(0, 3)))
            marks = (mark(dice),) if dice.random() < 0.3 else ()
            cells.append(Cell(row, column, down, across, blocks, marks))
        rows.append(tuple(cells))
    return Table(columns, tuple(rows), dice.choice([0, 0, 1, 2]))


def block(dice: random.Random, depth: int = 0) -> Block:
    chance = dice.random()
    if chance < 0.05:
        return Picture(Mark("image", width=300.0, height=200.0))
    if chance < (0.3 if depth == 0 else 0.06) and depth < 3:
        return table(dice, depth)
    return paragraph(dice)


@pytest.mark.parametrize("seed", range(150))
def test_a_random_document_is_a_report_or_is_refused(seed: int) -> None:
    dice = random.Random(seed)
    made = document(*(block(dice) for _ in range(dice.randint(0, 14))), para("Slut"))

    try:
        report = parse(made)
    except NotAStatusReport:
        return  # that is an answer too
    assert report.account is not None
    assert report.account.body == made.words == report.account.placed + report.account.unassigned
    assert type(report).model_validate_json(report.model_dump_json()) == report
