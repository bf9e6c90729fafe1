"""JSON Schemas of the TOML parts of a course, for editors that complete and check while typing.

`python -m ecolearn.authoring.schemas` writes them to docs/; a test sees that they are current.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ecolearn.content.manifest import schema

#: file in docs/ → (part of the format, title)
FILES = {
    "course.schema.json": ("course.toml", "EcoLearn course.toml"),
    "module.schema.json": ("module.toml", "EcoLearn module.toml"),
    "activity.schema.json": ("activity", "EcoLearn activities/ID.toml"),
}


def schema_text(part: str, title: str) -> str:
    """Return the schema of a part as it stands in the file."""
    data: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema()[part],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into `folder`; return the files."""
    paths = []
    for name, (part, title) in FILES.items():
        path = folder / name
        path.write_text(schema_text(part, title), "utf-8", newline="\n")
        paths.append(path)
    return paths


if __name__ == "__main__":
    write_schemas(Path("docs"))
