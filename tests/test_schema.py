import json
from pathlib import Path
from typing import Any

import pydantic
import pytest

import medcom_extract
from medcom_extract import report
from medcom_extract.output.json import format_schema

COPY = Path(__file__).parents[1] / "docs/schema.json"
MODELS = [getattr(report, name) for name in report.__all__ if name != "SCHEMA_VERSION"]


def test_the_copy_in_the_docs_is_the_schema() -> None:
    expected = format_schema(medcom_extract.json_schema()) + "\n"

    assert expected == COPY.read_text(encoding="utf-8"), (
        "run: medcom-extract schema -o docs/schema.json"
    )


def test_the_schema_names_itself_and_its_version() -> None:
    schema = medcom_extract.json_schema()

    assert schema["$id"] == f"urn:medcom-extract:report:{report.SCHEMA_VERSION}"
    assert schema["properties"]["schema_version"]["default"] == report.SCHEMA_VERSION


def test_every_key_is_always_present() -> None:
    schema = medcom_extract.json_schema()

    for name, model in {"Report": schema, **schema["$defs"]}.items():
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


def test_the_schema_is_plain_json() -> None:
    schema: Any = json.loads(json.dumps(medcom_extract.json_schema()))

    assert schema == medcom_extract.json_schema()
    assert schema["additionalProperties"] is False
