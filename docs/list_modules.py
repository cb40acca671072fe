"""Write the rooms and modules of the package into architecture.md; the jobs stay as written."""

import re
from pathlib import Path

PAGE = Path(__file__).with_name("architecture.md")
PACKAGE = Path(__file__).parents[1] / "src/medcom_extract"
HEADER = "| room | job | modules |\n|---|---|---|\n"


def list_rooms() -> dict[str, list[str]]:
    """The modules of each room; the package itself is the first room."""
    rooms: dict[str, list[str]] = {"medcom_extract/": []}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.parent.relative_to(PACKAGE).as_posix()
        modules = rooms.setdefault("medcom_extract/" if room == "." else f"{room}/", [])
        if not path.stem.startswith("__"):
            modules.append(path.stem)
    return rooms


def main() -> None:
    text = PAGE.read_text(encoding="utf-8")
    jobs = dict(re.findall(r"^\| `([\w/]+/)` \| (.+?) \| .*\|$", text, re.M))
    rows = "".join(
        f"| `{room}` | {jobs.get(room, 'what it does')} | {', '.join(modules)} |\n"
        for room, modules in list_rooms().items()
    )
    before, _, after = text.partition(HEADER)
    PAGE.write_text(before + HEADER + rows + re.sub(r"\A(\|.*\n)*", "", after), encoding="utf-8")


if __name__ == "__main__":
    main()
