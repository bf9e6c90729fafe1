"""Where data may live: on a local disk that can be written and flushed (3.1, F8, F9)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ecolearn.errors import NoPlaceForData
from ecolearn.store import places

MOUNTS = r"""
/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
//server/school /media/school\040share cifs rw 0 0
/dev/sdb1 /home/local xfs rw 0 0
C: /mnt/c 9p rw,aname=drvfs,trans=fd 0 0
far /mnt/far 9p rw,trans=tcp 0 0
sshfs /mnt/ssh fuse.sshfs rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/var/lib/eco", True),
        ("/home/aru/.local/share/EcoLearn", False),
        ("/home", False),
        ("/homework", True),
        ("/home/local/aru", True),
        ("/media/school share/eco", False),
        ("/mnt/c/Users", True),
        ("/mnt/far/x", False),
        ("/mnt/ssh/x", False),
    ],
)
def test_network_drives_are_known_on_linux(path: str, local: bool) -> None:
    assert places.is_local_linux(path, MOUNTS) is local


@pytest.mark.parametrize(
    ("path", "local"),
    [
        (r"C:\EcoLearn\data", True),
        ("H:/EcoLearn", False),
        (r"\\server\share\EcoLearn", False),
        ("//server/share", False),
        (r"\\?\C:\EcoLearn", True),
        (r"\\?\H:\EcoLearn", False),
        (r"\\?\UNC\server\share", False),
    ],
)
def test_network_drives_are_known_on_windows(path: str, local: bool) -> None:
    kinds = {"C:\\": 3, "H:\\": 4}
    assert places.is_local_windows(path, kinds.__getitem__) is local


def test_the_first_good_place_is_taken(tmp_path: Path) -> None:
    reasons = {"a": "network", "b": "", "c": ""}
    found = places.data_folder([tmp_path / n for n in "abc"], lambda path: reasons[path.name])
    assert found == tmp_path / "b"


def test_without_a_good_place_the_reason_of_the_first_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoPlaceForData) as caught:
        places.data_folder([tmp_path / "x", tmp_path / "y"], lambda path: f"no {path.name}")
    assert caught.value.facts == {"path": str(tmp_path / "x"), "reason": "no x"}


def test_a_folder_is_made_and_tried_and_left_clean(tmp_path: Path) -> None:
    folder = tmp_path / "деректер" / "📗"
    assert places.trouble_with(folder) == ""
    assert list(folder.iterdir()) == []


def test_a_file_in_the_way_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert places.trouble_with(tmp_path / "file") == "io"


@pytest.mark.parametrize(
    ("code", "reason"), [("ENOSPC", "full"), ("EDQUOT", "full"), ("EROFS", "read-only")]
)
def test_a_flush_that_fails_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, reason: str
) -> None:
    import errno

    def fail(handle: int) -> None:
        raise OSError(getattr(errno, code), "flush")

    monkeypatch.setattr(os, "fsync", fail)
    assert places.trouble_with(tmp_path) == reason
    assert list(tmp_path.iterdir()) == []


def test_a_folder_set_by_hand_is_the_only_candidate(own_data_folder: Path) -> None:
    assert places.usual_places() == (own_data_folder,)
