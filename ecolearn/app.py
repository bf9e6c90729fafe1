"""The core, built once, for the window and the command line alike. No Qt."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING

from ecolearn.errors import DiskFull, DiskFullAtStart

if TYPE_CHECKING:
    from ecolearn.content.library import Library
    from ecolearn.store.keeper import Keeper
    from ecolearn.store.opening import Opening
    from ecolearn.store.store import Store
    from ecolearn.study.study import Study


#: seconds after the start at which the database is checked and the reserve made
CHECK_AFTER_S = 15.0


@dataclass(frozen=True, slots=True)
class Core:
    """What pages and commands work with."""

    library: Library
    study: Study
    store: Store
    #: makes copies and checks the database while the program runs
    keeper: Keeper
    #: what opening the database took; the window tells
    opening: Opening

    def close(self) -> None:
        """Keep a copy of what changed, close the database. Nothing is lost without it: a killed
        program has saved as much."""
        from ecolearn.store.opening import say_goodbye

        self.keeper.stop()
        self.study.leases.release()
        self.store.backup_if_changed()
        self.store.close()
        say_goodbye(self.store)


def build_core(
    data_dir: Path | None,
    course_roots: Sequence[tuple[Path, str]],
    now: Callable[[], datetime] | None = None,
    rng: Random | None = None,
) -> Core:
    """Open the data folder (None = the usual place) and the shelf, and return the core.

    `course_roots` are pairs of (folder, origin) as `Library` takes them. Heavy: imports SQLAlchemy
    and opens the database, so the window calls it on its database thread once it is painted. Every
    act is to be called from that same thread.

    A damaged or missing database is put right first; `Core.opening` says what was done.

    Raises:
        NoPlaceForData: no folder can be written to.
        NewerDatabase, DamagedDatabase, DatabaseBusy: see `store.opening.open_store`.
        DiskFullAtStart: there is no space to open it.
    """
    collecting = gc.isenabled()
    gc.disable()  # a collection while modules are made costs more than it finds
    try:
        from ecolearn import paths
        from ecolearn.content.library import Library
        from ecolearn.store.clock import utc_now
        from ecolearn.store.keeper import Keeper
        from ecolearn.store.opening import open_store
        from ecolearn.store.places import data_folder
        from ecolearn.study.study import Study
    finally:
        if collecting:
            gc.enable()
    folder = data_folder(None if data_dir is None else (data_dir,))
    library = Library(course_roots, paths.cache_dir(folder))
    try:
        store, opening = open_store(folder, now or utc_now)
    except DiskFull as error:
        raise DiskFullAtStart(**error.facts) from error
    try:
        study = Study(store, library, now or utc_now, rng or SystemRandom())
    except BaseException:
        store.close()
        raise
    keeper = Keeper(store)
    keeper.start(CHECK_AFTER_S)
    return Core(library, study, store, keeper, opening)
