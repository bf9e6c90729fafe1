"""A program to be killed: answers without end, printing each id once it is acknowledged.

`python -m tests.unit.store.writer FOLDER JOURNAL`. Unbuffered, so that a printed id was
acknowledged, and an unprinted one perhaps.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path
from typing import cast

from ecolearn.store.engine import Journal
from ecolearn.store.events import make_event
from ecolearn.store.store import Store
from tests.unit.store.facts_made import answer


def main() -> None:
    """Write until killed."""
    store = Store(Path(sys.argv[1]), journal=cast(Journal, sys.argv[2]))
    for number in count():
        event = make_event(answer(f"Q-{number % 50}", at_s=number), store.clock.moment())
        store.log.acknowledge([event])
        os.write(1, event.id.hex().encode() + b"\n")


if __name__ == "__main__":
    main()
