"""The JSON Schema of a report."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from medcom_extract.report import SCHEMA_VERSION, Report

__all__ = ["json_schema"]


class _WrittenSchema(GenerateJsonSchema):
    """The schema of what is written: no key is ever left out, so every one is required."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return True


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``extract`` gives and the command line prints."""
    schema = Report.model_json_schema(mode="serialization", schema_generator=_WrittenSchema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:medcom-extract:report:{SCHEMA_VERSION}",
        **schema,
        "title": "MedCom status report",
    }
