"""`ecolearn tour OUT`: walk through every page without a screen, one picture each."""

from __future__ import annotations

import argparse
import os
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument(
        "--languages", default="kk,ru,en", help="languages, separated by commas (default: all)"
    )
    parser.add_argument(
        "--themes", default="light,dark", help="light, dark, contrast-light, contrast-dark"
    )
    parser.add_argument("--size", default="1024x680", help="size of the window (default: 1024x680)")
    parser.add_argument("--text-size", type=float, default=1.0, help="zoom, 0.8 to 2.0")
    parser.add_argument("--scale", default="1", help="device pixels per pixel, such as 2")
    parser.add_argument("--pages", default="", help="only pages whose name contains this")


def run(args: argparse.Namespace) -> int:
    """Walk; 1 if a page failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = args.scale
    os.environ["QT_FONT_DPI"] = "96"
    from ecolearn.ui.tour import Tour

    width, _, height = args.size.partition("x")
    tour = Tour(args.out, (int(width), int(height)), args.text_size, args.pages)
    failures = tour.walk(args.languages.split(","), args.themes.split(","))
    print(f"{tour.count} pictures in {args.out}")
    for failure in failures:
        print(f"failed: {failure}")
    return 1 if failures else 0
