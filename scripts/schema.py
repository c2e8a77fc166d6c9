"""Write the JSON Schemas of the YAML files to .cache/schemas, for editors."""

import json
from pathlib import Path

from pydantic import BaseModel

from dialogues.schemas import record, registry

MODELS: dict[str, type[BaseModel]] = {
    "record": record.RecordEntry,
    "passages": record.Passages,
    "cities": registry.Cities,
    "people": registry.People,
    "organizations": registry.Organizations,
    "initiatives": registry.Initiatives,
    "themes": registry.Themes,
    "schemes": registry.Schemes,
    "events": registry.Events,
    "featured": registry.Featured,
    "omissions": registry.Omissions,
    "glossary": registry.Terms,
    "synonyms": registry.Synonyms,
    "redirects": registry.Redirects,
}


def main() -> int:
    """Write a schema for each kind of file; an editor is pointed to them in CONTRIBUTING.md."""
    folder = Path(".cache/schemas")
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in MODELS.items():
        text = json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2)
        (folder / f"{name}.schema.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(MODELS)} schemas in {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
