"""Make the sample of today's schema that is kept under `tests/data/databases/`.

`python -m tests.rigs.sample_database`, once for each released schema. A sample is never made anew:
that every later program opens it is what it is for.
"""

from __future__ import annotations

import itertools
import random
import shutil
import sys
import tempfile
from pathlib import Path

from ecolearn.store.store import Store
from ecolearn.store.tables import SCHEMA
from tests.rigs import common, pupil

FOLDER = Path(__file__).parents[1] / "data" / "databases"


def main() -> int:
    """Make it, unless it is there."""
    target = FOLDER / f"schema-{SCHEMA}.db"
    if target.exists():
        print(f"{target.name} is there")
        return 1
    with tempfile.TemporaryDirectory() as work:
        store = Store(Path(work), journal="truncate")
        acts = pupil.acts(common.open_study(store, 1), random.Random(1), lambda line: None)
        for act in itertools.islice(acts, 90):
            act()
        copy = store.backup()
        store.close()
        FOLDER.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
