"""What the documents show is what happens."""

import argparse
import ast
import dataclasses
import doctest
import re
from pathlib import Path

import pytest

from medcom_extract import Limits, cli, errors
from medcom_extract.batch import drift, outcomes

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/medcom_extract"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
PROSE = [page for page in PAGES if page.name != "vocabulary.md"]
RUN = re.compile(r"^\$ medcom-extract (.*?)(?: \| head -(\d+))?$")


def console_runs() -> list[tuple[str, str, int | None, str]]:
    """Page, command line, number of lines shown (None for all) and output of each shown run."""
    runs = []
    for page in PAGES:
        for block in re.findall(r"^```console\n(.*?)^```", page.read_text(), re.M | re.S):
            first, _, output = block.partition("\n")
            found = RUN.match(first)
            assert found, f"{page.name}: {first} is no run of medcom-extract"
            runs.append((page.name, found[1], int(found[2]) if found[2] else None, output))
    return runs


@pytest.mark.parametrize(("page", "words", "head", "expected"), console_runs())
def test_a_run_that_is_shown_gives_what_is_shown(
    page: str,
    words: str,
    head: int | None,
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(words.split()) == 0, page
    lines = capsys.readouterr().out.splitlines(keepends=True)

    assert expected == "".join(lines[:head])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_give_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []

    result = doctest.DocTestRunner().run(example, out=told.append)
    assert result.failed == 0, "".join(told)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [] == [target for target in targets if not (page.parent / target).exists()]


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_a_line_of_prose_is_one_sentence(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    prose = [line for line in re.sub("`[^`]+`", "x", text).splitlines() if line[:1].isalpha()]

    assert [] == [line for line in prose if re.search(r"[a-z]\. [A-Z]", line)]
    assert [] == [line for line in prose if line[-1] not in ".:"]


def test_the_first_command_names_a_sample_that_is_there() -> None:
    commands = re.findall(r"^```sh\n(.+)\n```", (ROOT / "README.md").read_text(), re.M)

    assert len(commands) == 2
    assert (ROOT / commands[0].split()[-1]).is_file()
    assert "<!-- test command -->\n```sh\n" + commands[1] in (ROOT / "README.md").read_text()


def all_parsers(top: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    commands = [a for a in top._actions if isinstance(a, argparse._SubParsersAction)]
    return [top, *commands[0].choices.values()]


def test_every_option_and_exit_code_stands_in_the_docs() -> None:
    page = (ROOT / "docs/cli.md").read_text()
    options = {
        word
        for parser in all_parsers(cli._build_parser())
        for action in parser._actions
        for word in action.option_strings
    }

    assert [] == [option for option in sorted(options) if f"`{option}" not in page]
    for each in (page, (ROOT / "README.md").read_text()):
        codes = re.findall(r"^\| (\d+) \| (.+) \|$", each.replace("`", ""), re.M)
        assert cli.EXIT_CODES == {int(code): text for code, text in codes}


def test_every_error_and_limit_stands_in_the_docs() -> None:
    page = (ROOT / "docs/errors.md").read_text()

    assert errors.__all__ == sorted(re.findall(r"^\| `([A-Z]\w+)` \|", page, re.M))
    limits = {each.name: f"{each.default:,}" for each in dataclasses.fields(Limits)}
    assert limits == dict(re.findall(r"^\| `([a-z]\w+)` \| ([\d,]+) \|", page, re.M))


WARNING = re.compile(r"[a-z]+(?:-[a-z]+)+")


def heads(node: ast.AST) -> list[ast.expr]:
    """Where a warning's code may stand: an argument, or the first of a pair with its message."""
    if isinstance(node, ast.Call):
        named = getattr(node.func, "id", "").endswith(("Warning", "Note"))
        return [*node.args[:named], *(each.value for each in node.keywords if each.arg == "code")]
    pair = isinstance(node, ast.Tuple) and len(node.elts) == 2
    return node.elts[:1] if pair and isinstance(node, ast.Tuple) else []


def warning_codes() -> set[str]:
    nodes = [
        node for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text()))
    ]
    values = [
        head.value for node in nodes for head in heads(node) if isinstance(head, ast.Constant)
    ]
    return {text for text in values if isinstance(text, str) and WARNING.fullmatch(text)}


def test_every_warning_stands_in_the_docs_and_no_other() -> None:
    page = (ROOT / "docs/warnings.md").read_text()
    listed = re.findall(r"^\| `([a-z-]+)` \|", page, re.M)
    batch = {drift.DRIFT, drift.UNASSIGNED}

    assert sorted(set(listed)) == sorted(listed)
    assert set(listed) == warning_codes() | batch
    spoken = page.partition("## What the authors wrote")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", spoken, re.M)) == outcomes.CONTENT_CODES


def test_the_architecture_lists_every_room_and_module() -> None:
    page = (ROOT / "docs/architecture.md").read_text()
    rows = re.findall(r"^\| `([\w/]+/)` \| .+? \| (.*?) ?\|$", page, re.M)
    listed = {f"{room}{module}" for room, modules in rows for module in modules.split(", ")}
    modules = [path for path in PACKAGE.rglob("*.py") if not path.stem.startswith("__")]
    found = {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in modules}

    assert found == {name.removeprefix("medcom_extract/") for name in listed - {""}}, (
        "run: python docs/list_modules.py"
    )
    assert "what it does" not in page
