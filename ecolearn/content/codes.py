"""The problems that reading a course can find: code, severity, facts, meaning in one line.

F is about a file, M about a manifest (TOML), A about an activity, T about a text (Markdown), V
about a drawing or picture. Q, about questions, is in `ecolearn.quiz.items`. The sentences for
people are in `resources/messages/problems.*.toml`; `facts` are the names of the gaps they may use.
Codes are never reused for something else. Any problem may have a `hint` too: what to write instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from ecolearn.problems import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for. `meaning` is for developers; users see translated sentences."""

    severity: Severity
    facts: tuple[str, ...]
    meaning: str


CODES: dict[str, Code] = {
    # files
    "F001": Code(_E, ("name",), "the folder or file is not there"),
    "F002": Code(_E, ("name", "reason"), "the file cannot be read; reason is the system's word"),
    "F003": Code(_W, ("encoding",), "not UTF-8; read as `encoding`, letters may be wrong"),
    "F004": Code(_E, ("name",), "not a text: it contains bytes that no text has"),
    "F005": Code(_E, ("name",), "the file is empty"),
    "F006": Code(_E, ("size", "limit"), "the file is larger than a text may be, in bytes"),
    "F007": Code(_W, ("name",), "the file kept changing while it was read; it may be half-written"),
    "F008": Code(_E, ("name",), "not an ordinary file (a folder, a device, a pipe)"),
    "F009": Code(_W, (), "the text ends in the middle of a letter: it was cut off"),
    "F010": Code(_W, (), "damaged UTF-8: some letters are lost and shown as �"),
    "F011": Code(_E, ("length", "limit"), "a line of a TOML file is too long, in characters"),
    "F012": Code(_E, ("name",), "a link that leads out of the course folder; not followed"),
    "F013": Code(_E, ("name",), "not a usable name: a plain one inside the folder is needed"),
    "F014": Code(_N, ("name",), "a file or folder that no list names; learners do not see it"),
    "F015": Code(_W, ("id", "used", "hidden"), "the same course twice on the shelf; used is shown"),
    # manifests
    "M001": Code(_E, ("reason",), "not valid TOML; reason is English, from the parser"),
    "M002": Code(_E, ("key",), "a key that is needed is missing"),
    "M003": Code(_E, ("key", "expected", "found"), "the value of a key is not what it should be"),
    "M004": Code(_N, ("key", "suggestion"), "unknown key, ignored; suggestion may be empty"),
    "M005": Code(_E, ("format", "known"), "written for a newer EcoLearn; not opened"),
    "M006": Code(_E, ("id",), "not a usable id"),
    "M007": Code(_E, ("id", "kind", "first"), "the id is used twice; first is file:line"),
    "M008": Code(_E, ("name",), "a lesson is listed but has no file in any language"),
    "M009": Code(_E, ("name",), "a module is listed but has no folder with module.toml"),
    "M010": Code(_E, ("id", "expected"), "the id differs from that of the other languages"),
    "M011": Code(_W, ("language", "suggestion"), "not a language EcoLearn knows (kk, ru, en)"),
    "M012": Code(_E, ("id", "expected"), "the quiz file's id is not that of module.toml"),
    "M013": Code(_E, ("name",), "listed twice"),
    "M014": Code(_W, ("name",), "a quiz file, but module.toml has no [quiz]"),
    "M015": Code(_W, ("name", "suggestion"), "no icon has this name"),
    # activities
    "A001": Code(_E, ("known",), "`kind` is missing or no kind of activity"),
    "A002": Code(_W, ("id", "name"), "the file of an activity is not named after its id"),
    # texts
    "T001": Code(_E, ("kind",), "a box is opened and never closed"),
    "T002": Code(_W, (), "::: closes nothing"),
    "T003": Code(
        _E, ("kind", "suggestion"), "no such kind of box; the suggestion, or a note, is shown"
    ),
    "T004": Code(_E, ("kind", "example"), "the box needs an id after its kind"),
    "T005": Code(_E, ("limit",), "boxes too deep in one another; shown as typed from here"),
    "T006": Code(_E, (), "the header between two lines +++ is missing"),
    "T007": Code(_E, (), "the header is not closed by a line +++"),
    "T008": Code(_W, ("found", "expected"), "a box is closed by another number of colons"),
    "T009": Code(_W, ("kind",), "a box in a box needs fewer colons than the outer one"),
    "T010": Code(_W, ("kind",), "text in a box that takes none; shown after it"),
    "T011": Code(_W, (), "text after the first question of a quiz file; added to the beginning"),
    "T012": Code(_W, (), "a code block (```) is never closed; its first line is taken as text"),
    "T013": Code(_W, ("kind",), "this kind of box has no place in a quiz file"),
    "T014": Code(_W, (), "a formula ($$) is never closed"),
    "T015": Code(_W, ("kind", "text"), "words after the id of a card; not shown"),
    "T030": Code(_W, ("length", "limit"), "a line is too long; shown as typed"),
    "T031": Code(_W, ("length", "lines"), "a text is too long; shown as typed"),
    "T032": Code(_W, ("limit",), "lists or quotations too deep in one another; shown as typed"),
    "T033": Code(_W, ("cells", "limit"), "a table has too many cells; shown as typed"),
    "T034": Code(_W, ("anchor",), "the same {#anchor} twice in a lesson; the second gets a number"),
    "T035": Code(_W, ("marks", "length"), "too many marks in a paragraph or text; shown as typed"),
    # pictures
    "V001": Code(_E, ("name",), "the drawing is not well-formed XML"),
    "V002": Code(_E, ("name",), "the drawing has a DTD or entities"),
    "V003": Code(_E, ("name",), "an element that a drawing may not have"),
    "V004": Code(_E, ("name", "value"), "an attribute that a drawing may not have"),
    "V005": Code(_E, ("name", "value"), "a reference to something outside the drawing"),
    "V006": Code(_E, ("name", "found", "limit"), "the drawing is beyond a limit (name says which)"),
    "V007": Code(_E, ("name",), "`use` refers to itself, or to nothing"),
    "V008": Code(_E, ("name", "value"), "a value that cannot be read"),
    "V010": Code(_E, ("name", "found"), "the picture's ending does not fit what is in it"),
    "V011": Code(_E, ("name",), "not a picture EcoLearn can show, or damaged"),
    "V012": Code(_E, ("width", "height", "limit"), "the picture is too large, in pixels"),
}
