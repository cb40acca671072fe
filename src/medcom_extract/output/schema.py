"""The JSON Schemas of what the library writes: a report, a comparison, a timeline."""

from importlib import import_module
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from medcom_extract.errors import InvalidOption
from medcom_extract.report import SCHEMA_VERSION

__all__ = ["KINDS", "json_schema"]

# Imported when asked for: whoever wants a report's schema need not load the comparison.
_MODELS = {
    "report": ("report", "Report", "MedCom status report"),
    "comparison": ("comparison.models", "Comparison", "Comparison of two MedCom status reports"),
    "timeline": ("comparison.series", "Timeline", "Timeline of MedCom status reports"),
}
KINDS = tuple(_MODELS)


class _WrittenSchema(GenerateJsonSchema):
    """The schema of what is written: no key is ever left out, so every one is required."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002
        return True


def json_schema(of: str = "report") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what ``extract``, ``compare`` or ``timeline`` gives.

    ``of`` is ``"report"``, ``"comparison"`` or ``"timeline"``; raises ``InvalidOption`` for
    anything else.
    """
    if of not in _MODELS:
        raise InvalidOption(f"there is no schema of {of!r}; there are {', '.join(KINDS)}")
    module, name, title = _MODELS[of]
    model = getattr(import_module(f"medcom_extract.{module}"), name)
    schema = model.model_json_schema(mode="serialization", schema_generator=_WrittenSchema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:medcom-extract:{of}:{SCHEMA_VERSION}",
        **schema,
        "title": title,
    }
