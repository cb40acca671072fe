import json
from pathlib import Path
from typing import Any

import pydantic
import pytest

import medcom_extract
from medcom_extract import InvalidOption, cli, report
from medcom_extract.comparison import models, series
from medcom_extract.output.json import format_schema
from medcom_extract.output.schema import KINDS

DOCS = Path(__file__).parents[1] / "docs"
COPIES = {
    "report": "schema.json",
    "comparison": "comparison-schema.json",
    "timeline": "timeline-schema.json",
}
MODELS = [
    found
    for module in (report, models, series)
    for name in module.__all__
    if isinstance(found := getattr(module, name), type) and issubclass(found, pydantic.BaseModel)
]


def test_every_schema_has_a_copy() -> None:
    assert set(COPIES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_in_the_docs_is_the_schema(kind: str) -> None:
    expected = format_schema(medcom_extract.json_schema(kind)) + "\n"

    assert expected == (DOCS / COPIES[kind]).read_text(encoding="utf-8"), (
        f"run: medcom-extract schema --of {kind} -o docs/{COPIES[kind]}"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_names_itself_and_its_version(kind: str) -> None:
    schema = medcom_extract.json_schema(kind)

    assert schema["$id"] == f"urn:medcom-extract:{kind}:{report.SCHEMA_VERSION}"
    assert schema["properties"]["schema_version"]["default"] == report.SCHEMA_VERSION


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_always_present(kind: str) -> None:
    schema = medcom_extract.json_schema(kind)

    for name, model in {"itself": schema, **schema["$defs"]}.items():
        missing = set(model.get("properties", {})) - set(model.get("required", []))
        assert missing == set(), name


@pytest.mark.parametrize("model", MODELS)
def test_models_are_frozen_refuse_unknown_fields_and_describe_each_field(
    model: type[pydantic.BaseModel],
) -> None:
    assert model.model_config.get("frozen")
    assert model.model_config.get("extra") == "forbid"
    undescribed = [name for name, field in model.model_fields.items() if not field.description]
    assert undescribed == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_plain_json(kind: str) -> None:
    schema: Any = json.loads(json.dumps(medcom_extract.json_schema(kind)))

    assert schema == medcom_extract.json_schema(kind)
    assert schema["additionalProperties"] is False


def test_the_command_line_prints_each_schema(capsys: pytest.CaptureFixture[str]) -> None:
    for kind in KINDS:
        assert cli.main(["schema", "--of", kind, "--compact"]) == 0
        assert json.loads(capsys.readouterr().out) == medcom_extract.json_schema(kind)


def test_a_schema_of_something_else_is_refused() -> None:
    with pytest.raises(InvalidOption, match="there are report, comparison, timeline"):
        medcom_extract.json_schema("ledger")
