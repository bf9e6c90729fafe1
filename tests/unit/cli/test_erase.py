"""`ecolearn progress erase`: asks first, names the person, says what stays elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecolearn.store.places import data_folder
from ecolearn.store.store import Store
from tests.unit.cli.conftest import Run
from tests.unit.store.facts_made import an_id, answer, profile


@pytest.fixture
def data(own_data_folder: Path) -> Path:
    """Return a data folder with Aru, and two who are called Dana."""
    folder = data_folder()
    store = Store(folder)
    store.log.append([profile("Aru"), answer("Q-1"), profile("Dana", "D1"), profile("Dana", "D2")])
    store.close()
    return folder


def test_it_asks_before_it_erases(data: Path, run: Run) -> None:
    asked = run("progress", "erase", "Aru")
    assert (asked.returncode, "--yes" in asked.stdout) == (1, True)
    done = run("progress", "erase", "Aru", "--yes")
    assert done.returncode == 0
    assert "Aru was erased: 2 entries" in done.stdout
    assert run("progress", "erase", "Aru").returncode == 1


def test_of_two_with_one_name_the_id_decides(data: Path, run: Run) -> None:
    both = run("progress", "erase", "Dana", "--yes")
    assert both.returncode == 1
    assert an_id("D2").hex() in both.stdout
    assert run("progress", "erase", an_id("D2").hex(), "--yes").returncode == 0
    assert run("progress", "erase", "Dana").stdout.startswith("Nothing was erased yet")
