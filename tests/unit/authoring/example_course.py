"""A small course without any problem, to be spoilt by examples."""

from __future__ import annotations

from pathlib import Path

QUESTION = ":::item {id}\nHow much?\n\n= 6 kWh\n!= *\n  > Multiply.\n:::\n"
FILES = {
    "course.toml": (
        'format = 1\nid = "example"\nversion = "1.0.0"\nlanguages = ["en"]\nhours = 1\n'
        'licence = "CC-BY-4.0"\ntracks = ["secondary"]\nmodules = ["m1"]\n'
        'title = { en = "Example", ru = "Пример" }\n'
        'summary = { en = "An example.", ru = "Пример." }\n'
    ),
    "glossary.toml": (
        '[[terms]]\nid = "energy"\nterm = { en = "energy", ru = "энергия" }\n'
        'text = { en = "What heats.", ru = "То, что греет." }\n'
    ),
    "facts.toml": (
        '[[facts]]\nid = "F-1"\ngrade = "A"\nsource = "A book"\n'
        'text = { en = "Water boils.", ru = "Вода кипит." }\n'
    ),
    "m1/module.toml": (
        'id = "M1"\nlessons = ["1-first"]\ntitle = { en = "Module", ru = "Модуль" }\n\n'
        '[quiz]\nid = "M1-Q"\n'
    ),
    "m1/1-first.en.md": (
        '+++\nid = "M1-L1"\ntitle = "First"\nminutes = 5\n+++\n\n## First {#first}\n\n'
        "Energy.\n\n![A meter](media/meter.svg)\n\n" + QUESTION.format(id="M1-L1-A1")
    ),
    "m1/quiz.en.md": '+++\nid = "M1-Q"\n+++\n\n' + QUESTION.format(id="M1-Q-1"),
    "media/meter.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>',
}
MADE_BYTES = {
    "Windows-1251": FILES["m1/1-first.en.md"].replace("Energy", "Энергия").encode("cp1251"),
    "binary": bytes(range(256)) * 8,
    "a megabyte and more": b"word " * 200_001,
    "cut in a letter": (FILES["m1/1-first.en.md"] + "Энергия – это то, что греет").encode()[:-1],
    "damaged letters": (FILES["m1/1-first.en.md"] + "Энергия \x00 греет и светит")
    .encode()
    .replace(b"\x00", b"\xd1"),
    "a very long line": ('[[terms]]\nid = "energy"\nterm.en = "' + "a" * 20_001 + '"\n').encode(),
    "a drawing of 300 kB": FILES["media/meter.svg"]
    .encode()
    .replace(b"<rect", b" " * 300_000 + b"<rect"),
    "no picture at all": b"Just words.",
    "a PNG of 9000 × 9000 pixels": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (9000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    ),
}
MADE_TEXTS = {
    "nested boxes": "\n".join(
        [":" * (43 - depth) + "note" for depth in range(21)]
        + ["Deep."]
        + [":" * (43 - depth) for depth in reversed(range(21))]
    ),
    "long line": "*a* " + "b" * 20_000,
    "long text": "## A {#a}\n" + "\n" * 10_001 + "End.",
    "deep lists": "\n".join("  " * depth + "- a" for depth in range(25)),
    "large table": "|" + "a|" * 5_001 + "\n|" + "-|" * 5_001,
    "many marks": "a*" * 1_001,
    "many words": "word " * 121,
}


def write(folder: Path, changes: dict[str, str | bytes]) -> Path:
    """Write the course with some files changed; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (FILES | changes).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def in_lesson(body: str) -> str:
    """Return the lesson with more text in it."""
    return FILES["m1/1-first.en.md"].replace("Energy.\n", f"Energy.\n\n{body.strip()}\n")
