"""What tells this PC from one that was made from the same disk image: its built-in network cards.

A copied image has the same machine id, the same serial of the volume and the same paths; only what
is soldered on differs (RELIABILITY F11). Plugged-in adapters do not count: they come and go.
"""

from __future__ import annotations

import sys
from pathlib import Path


def hardware(cards: Path = Path("/sys/class/net")) -> str:
    """Return the addresses of the built-in network cards; "" where the system does not tell.

    Windows: open; there `seal-image`, or Sysprep, gives each PC its own identity.
    """
    if sys.platform == "win32":
        return ""
    found = []
    try:
        for card in sorted(cards.iterdir()):
            device = str((card / "device").resolve(strict=True))
            if "/usb" in device or "/virtual/" in device or "/pci" not in device:
                continue
            if (card / "addr_assign_type").read_text("ascii").strip() == "0":  # as manufactured
                found.append((card / "address").read_text("ascii").strip())
    except (OSError, ValueError):
        pass
    return ",".join(sorted(found))
