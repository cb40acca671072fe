"""The house as docs/architecture.md tells it, held to its word."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src/medcom_extract"
MODULES = {
    str(path.relative_to(PACKAGE)): ast.parse(path.read_text()) for path in PACKAGE.rglob("*.py")
}
FOREIGN = {"docx", "lxml", "pdfminer", "pdfplumber", "PIL", "pypdfium2"}
LATER = {"parsing", "enrichment", "comparison", "output", "batch", "cli", "commands"}
LATER |= {"extraction", "gathering"}
# What a room may never import: another room, or a library that reads files.
FORBIDDEN = {
    "errors": {"document", "report", "readers", "layout", "vocabulary", *LATER, *FOREIGN},
    "document": {"report", "readers", "layout", "vocabulary", *LATER, *FOREIGN},
    "readers": {"report", "vocabulary", *LATER},
    "layout": {"report", "vocabulary", *LATER, *FOREIGN},
    # Report.mentions() asks the language room for the names it knows, when it is called.
    "report": {"readers", "layout", "vocabulary", *LATER, *FOREIGN} - {"enrichment"},
    "vocabulary": {"report", "readers", "layout", *LATER, *FOREIGN},
    "danish": {"readers", "layout", *LATER, *FOREIGN},
    "parsing": {"readers", "layout", *LATER, *FOREIGN} - {"parsing"},
    "enrichment": {"readers", "layout", *LATER, *FOREIGN} - {"enrichment"},
    "comparison": {"readers", "layout", *LATER, *FOREIGN} - {"comparison"},
    "sameness": {"readers", "layout", "vocabulary", *LATER, *FOREIGN},
    "output": {"readers", "layout", "vocabulary", *LATER, *FOREIGN} - {"output", "comparison"},
}
FRONT_ONLY = {"cli", "commands", "batch"}
FRONT = {"", "errors", "output"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported, anywhere in a module; our own with a leading dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("medcom_extract") for name in names)


def room_of(module: str) -> str:
    return Path(module).parts[0].removesuffix(".py")


def first_part(name: str) -> str:
    """The room of ours, or the foreign package."""
    return name.removeprefix(".").partition(".")[0]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_run_one_way(module: str) -> None:
    banned = FORBIDDEN.get(room_of(module), set())

    assert [] == [name for name in imports(MODULES[module]) if first_part(name) in banned]


@pytest.mark.parametrize("module", sorted(m for m in MODULES if room_of(m) in FRONT_ONLY))
def test_the_command_line_and_the_batch_know_only_the_front_door(module: str) -> None:
    own = {first_part(name) for name in imports(MODULES[module]) if name[:1] in (".", "")}

    assert own <= FRONT | FRONT_ONLY


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_and_functions_stay_small(module: str) -> None:
    assert len((PACKAGE / module).read_text().splitlines()) <= LONGEST_MODULE
    functions = [
        node
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [] == [node.name for node in functions if count_lines(node) > LONGEST_FUNCTION]


def count_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its docstring apart."""
    last = function.body[-1].end_lineno or 0
    first = function.body[0]
    docstring = ast.get_docstring(function, clean=False)
    return last - function.lineno + 1 - (0 if docstring is None else count_span(first))


def count_span(node: ast.stmt) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_nothing_is_printed_outside_the_command_line() -> None:
    printing = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr"))
    }

    assert printing <= {"cli.py"}


def test_no_file_is_a_drawer() -> None:
    names = {part.removesuffix(".py") for module in MODULES for part in Path(module).parts}

    assert set() == names & DRAWERS


def test_every_module_says_what_it_is_for() -> None:
    assert [] == [module for module, tree in MODULES.items() if not ast.get_docstring(tree)]
