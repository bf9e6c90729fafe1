#!/usr/bin/env python3
"""Set EcoLearn up and run it, from nothing but Python and the system's package manager.

    python3 dev.py run [arguments of ecolearn]     start the program
    python3 dev.py test [arguments of pytest]      run all checks and tests
    python3 dev.py bench [names]                   measure speed against a floor
    python3 dev.py ecolearn ARGUMENTS              any command of the program

Standard library only. The first call makes `.venv` and installs what `constraints.txt` names;
system libraries that Qt needs are installed too (as root with apt-get), or the exact line to type
is printed. Later calls need no network and add a fraction of a second.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "ecolearn-stamp"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

#: shared library → Debian package that has it; Qt cannot start without these
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
}
#: these on top for a window under X11
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a sentence
        found = f"{sys.version_info.major}.{sys.version_info.minor}"
        print(f"EcoLearn needs Python 3.11 or newer; this is {found}.", file=sys.stderr)
        return 1
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 0 if arguments else 2
    command, rest = arguments[0], arguments[1:]
    commands = {"run": _run, "test": _test, "bench": _bench, "ecolearn": _ecolearn}
    if command not in commands:
        print(f"dev.py knows {', '.join(commands)}; not {command!r}.", file=sys.stderr)
        return 2
    window = command == "run" and _has_display()
    ready = _system_is_ready(window=window) and _environment_is_ready()
    if not ready or not _translations_are_built():
        return 1
    return commands[command](rest)


def _run(rest: list[str]) -> int:
    if _has_display():
        return _call([PYTHON, "-m", "ecolearn", *rest])
    pictures = ROOT / "build" / "tour"
    print(
        "There is no display here, so no window can open. EcoLearn walks through all its pages\n"
        f"without one and writes a picture of each to {pictures}"
    )
    sys.stdout.flush()
    code = _call([PYTHON, "-m", "ecolearn", "tour", pictures], QT_QPA_PLATFORM="offscreen")
    for picture in sorted(pictures.glob("*.png")):
        print(picture)
    return code


def _test(rest: list[str]) -> int:
    from_cores = [] if any(a.startswith("-n") for a in rest) else ["-n", _test_workers()]
    return _call([PYTHON, "-m", "pytest", *from_cores, *rest], **_offscreen())


def _bench(rest: list[str]) -> int:
    return _call([PYTHON, "-m", "tests.benchmarks", *rest])


def _ecolearn(rest: list[str]) -> int:
    return _call([PYTHON, "-m", "ecolearn", *rest])


def _test_workers() -> str:
    return str(min(4, os.cpu_count() or 1))


def _offscreen() -> dict[str, str]:
    return {} if os.environ.get("QT_QPA_PLATFORM") else {"QT_QPA_PLATFORM": "offscreen"}


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _call(command: list[object], **environment: str) -> int:
    try:
        return subprocess.call(
            [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}
        )
    except KeyboardInterrupt:
        return 130


# ── system libraries ──────────────────────────────────────────────────────────────────────────


def _system_is_ready(*, window: bool) -> bool:
    """Install the Debian packages that are missing, or say which; return whether all is there."""
    if not sys.platform.startswith("linux"):
        return True
    if STAMP.exists() and not window:
        return True
    wanted = OFFSCREEN_LIBRARIES | (WINDOW_LIBRARIES if window else {})
    packages = [package for library, package in wanted.items() if not _loads(library)]
    if not PYTHON.exists() and not _has_ensurepip():
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return not packages or _install(packages)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_ensurepip() -> bool:
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def _install(packages: list[str]) -> bool:
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing system packages: {' '.join(packages)}", file=sys.stderr)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        lock = ["-o", "DPkg::Lock::Timeout=300"]
        subprocess.call(["apt-get", *lock, "-qq", "update"], env=quiet, stdout=sys.stderr)
        code = subprocess.call(["apt-get", *lock, "-qq", *line[1:]], env=quiet, stdout=sys.stderr)
        if code == 0:
            return True
    print(
        "EcoLearn needs system libraries that are missing here. Please type:\n\n"
        f"    sudo {' '.join(line)}\n",
        file=sys.stderr,
    )
    return False


# ── the environment ───────────────────────────────────────────────────────────────────────────


def _environment_is_ready() -> bool:
    """Make `.venv` unless the stamp says it is as the project wants it."""
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text("ascii") == wanted:
        return True
    print("Setting up .venv (once; this takes a minute) …", file=sys.stderr)
    STAMP.unlink(missing_ok=True)
    if PYTHON.exists() and _python_of_venv() != sys.version_info[:2]:
        shutil.rmtree(VENV)
    steps: list[list[object]] = []
    if not PYTHON.exists():
        steps.append([sys.executable, "-m", "venv", VENV])
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    steps.append([*pip, "-e", f"{ROOT}[dev]", "-c", ROOT / "constraints.txt"])
    for step in steps:
        code = subprocess.call([str(part) for part in step], cwd=ROOT, stdout=sys.stderr)
        if code:
            print(
                "The set-up stopped. Once the trouble named above is gone, give the same command "
                "again: it goes on from there.",
                file=sys.stderr,
            )
            return False
    STAMP.write_text(wanted, "ascii")
    return True


def _translations_are_built() -> bool:
    """Compile the interface's translations that changed since they were compiled."""
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        built = source.with_suffix(".qm")
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            return _call([PYTHON, ROOT / "tools" / "translations.py", "release"]) == 0
    return True


def _python_of_venv() -> tuple[int, int] | None:
    asked = subprocess.run(
        [str(PYTHON), "-c", "import sys; print(*sys.version_info[:2])"],
        capture_output=True,
        text=True,
        check=False,
    )
    parts = asked.stdout.split()
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 else None


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{sys.version_info[:3]} {ROOT}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
