"""Units as they are shown in kk, ru and en, whichever language they were written in.

Only the words change: `kg CO2/kWh` is `кг CO₂/кВт·сағ`. What is not in the table stays.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

_LANGUAGES: Final = ("en", "ru", "kk")
#: symbol in en, ru and kk; each takes the prefixes below
_PREFIXED: Final = (
    *("W|Вт|Вт", "Wh|Вт·ч|Вт·сағ", "Wp|Втп|Втп", "J|Дж|Дж", "cal|кал|кал"),
    *("m|м|м", "g|г|г", "t|т|т", "L|л|л", "l|л|л", "s|с|с"),
    *("A|А|А", "Ah|А·ч|А·сағ", "V|В|В", "Ω|Ом|Ом", "mol|моль|моль"),
    *("lm|лм|лм", "lx|лк|лк", "Pa|Па|Па", "bar|бар|бар", "N|Н|Н", "Hz|Гц|Гц"),
)
_PREFIXES: Final = {
    "": "",
    "n": "н",
    "µ": "мк",
    "m": "м",
    "c": "с",
    "d": "д",
    "h": "г",
    "k": "к",
    "M": "М",
    "G": "Г",
    "T": "Т",
    "P": "П",
}
#: en | ru | kk | never shown; of several spellings the first is shown, the others stay in their own
#: language
_NAMED: Final = (
    "min minute minutes|мин минута минут|мин минут",
    "h hr hour hours|ч час часа часов|сағ сағат|сағатына",
    "day d days|сут сутки суток день дня дней|тәул тәулік тәу күн|тәулігіне күніне",
    "week wk weeks|нед. нед неделя недели недель|апта|аптасына неделю",
    "month mo months|мес. мес месяц месяца месяцев|ай|айына",
    "yr year y a years|год года лет|жыл|жылына",
    "ha|га|га",
    "K|К|К",
    "tenge|тенге тг|теңге тг|KZT",
    "thousand|тыс. тыс|мың",
    "million|млн|млн",
    "billion bn|млрд|млрд",
    "pcs piece pieces|шт. шт|дана",
    "people persons|чел. чел человек|адам",
    "person capita|чел. чел человек|адам",
    "pupil|ученик|оқушы",
    "pupils|учеников|оқушы",
    "drip|капля|тамшы",
    "drips|капель капли|тамшы",
    "drop|капля|тамшы",
    "drops|капель капли|тамшы",
    "cup|чашка|кесе",
    "cups|чашек чашки|кесе",
    "tree|дерево|ағаш",
    "trees|деревьев дерева|ағаш",
    "seedling|саженец|көшет",
    "seedlings|саженцев саженца|көшет",
    "load|стирка|жуу",
    "loads|стирок стирки|жуу",
    "flush|смыв|шаю",
    "flushes|смывов смыва|шаю",
    "bag|пакет|пакет",
    "bags|пакетов пакета|пакет",
    "lamp|лампа|шам",
    "lamps|ламп лампы|шам",
    "CO₂e|CO₂-экв.|CO₂-экв.",
    "waste|отходов|қалдық",
    "water|воды|су",
    "food|продукта|өнім",
    "binder|вяжущего|байланыстырғыш",
    "fuel|топлива|отын",
)
_SMALL = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FORMULA = re.compile(r"(?<![^\W\d_])(CO2|СО2|СО₂|CH4|N2O|H2O|SO2|NO2|CaCO3|O2)(?![0-9])")
_EQUIVALENT = re.compile(r"CO₂[- ]?(?:eq|экв|e)\.?(?![^\W\d_])")
_CUBIC = re.compile(r"(?<![^\W\d_])[Nн](?=[mм][³3])")
_RAISED = re.compile(r"\^\(?([-−]?[0-9])\)?|(?<=[^\W\d_])([23])(?![0-9])")
_WORD = re.compile(r"CO₂e|[^\W\d_₀-₉²³]+(?:·(?:ч|сағ)(?![^\W\d_]))?\.?")


@cache
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return each spelling with the spellings of its row in en, ru and kk."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _NAMED:
        row = tuple(tuple(cell.split()) for cell in line.split("|"))
        for word in (one for cell in row for one in cell):
            table.setdefault(word, row)
    for line in _PREFIXED:
        latin, russian, kazakh = line.split("|")
        for short, cyrillic in _PREFIXES.items():
            row = ((short + latin,), (cyrillic + russian,), (cyrillic + kazakh,))
            for cell in row:
                for word in cell:
                    table.setdefault(word, row)
                    table.setdefault(word.replace("·", ""), row)
    return table


@lru_cache(maxsize=1024)
def unit_words(unit_text: str, language: str) -> str:
    """Return a unit as a reader of `language` (kk, ru, en) knows it: "L/day" is "л/тәул".

    Powers become ², ³ and so on, products ·, chemical formulas get their small digits. Words that
    are not known stay. Never raises.
    """
    text = unit_text.strip().replace("*", "·").replace("⋅", "·").replace("•", "·")
    text = _FORMULA.sub(lambda m: m[0].replace("СО", "CO").translate(_LOW), text)
    text = _EQUIVALENT.sub("CO₂e", text)
    text = _CUBIC.sub(lambda m: "\ue000", text)  # a normal cubic metre is no nanometre
    text = _RAISED.sub(lambda m: (m[1] or m[2]).replace("−", "-").translate(_SMALL), text)
    column = _LANGUAGES.index(language) if language in _LANGUAGES else 0

    def shown(match: re.Match[str]) -> str:
        word = match[0]
        row = _table().get(word) or _table().get(word.rstrip("."))
        if row is None or word in row[column]:
            return word
        return row[column][0]

    text = _WORD.sub(shown, text)
    return text.replace("\ue000", "N" if column == 0 else "н")
