"""Write the tables and their columns into tables.md; the text above them stays as written."""

from pathlib import Path

from medcom_extract.output.tables import TABLES

PAGE = Path(__file__).with_name("tables.md")
HEADER = "## The tables\n"


def main() -> None:
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(HEADER)
    parts = [before + HEADER]
    for table in TABLES:
        rows = "".join(f"| `{c.name}` | {c.kind} | {c.meaning} |\n" for c in table.columns)
        what = f"A row is {table.meaning}.\n\n"
        parts.append(
            f"\n### {table.name}\n\n{what}| column | kind | meaning |\n|---|---|---|\n{rows}"
        )
    PAGE.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
