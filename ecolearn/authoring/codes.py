"""Every problem code there is. Those of reading a course stand in `content.codes`; here are those
of questions (Q), languages (X), media (S), references (R), activities (A) and advice on
lessons (T1…).

Codes are stable: never reused for something else. The sentences stand in
`resources/messages/problems.*.toml`, examples in docs/problems.md.
"""

from __future__ import annotations

from ecolearn.content.codes import CODES as READING

_QUESTIONS = [f"Q{number:03}" for number in range(1, 26)]
_KEYS = [f"Q{number}" for number in range(101, 119)]
_QUIZZES = [f"Q{number}" for number in range(201, 207)]
_LANGUAGES = [f"X{number:03}" for number in range(1, 14)]
_MEDIA = [f"S{number:03}" for number in range(1, 7)]
_REFERENCES = [f"R{number:03}" for number in range(1, 13)]
#: of activities: embedding, formulas and calculators, sorting, scenarios, number checks,
#: checklists, debates
_ACTIVITIES = [
    *("A003", "A004", "A005", "A011"),
    *(f"A{number}" for number in range(101, 119)),
    *(f"A{number}" for number in range(201, 207)),
    *(f"A{number}" for number in range(301, 308)),
    *(f"A{number}" for number in range(401, 407)),
    *("A501", "A502"),
    *(f"A{number}" for number in range(601, 604)),
]
_ADVICE = [f"T{number}" for number in range(101, 108)]

#: all codes, in the order of docs/problems.md
CODES: tuple[str, ...] = (
    *READING,
    *_ADVICE,
    *_QUESTIONS,
    *_KEYS,
    *_QUIZZES,
    *_LANGUAGES,
    *_MEDIA,
    *_REFERENCES,
    *_ACTIVITIES,
)
