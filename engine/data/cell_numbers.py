"""This module reads and writes the numbers in cells of tables: as the world writes them, and without loss.

A `NumberForm` is one convention: the decimal mark, and what stands between groups of three digits. Minus signs of
print, full-width digits, percents, signs of currencies and Fortran's D for the exponent are read with every form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.data.units import split_unit

Floats = NDArray[np.float64]

SHEET_ERRORS = frozenset(("#n/a", "#nv", "#null!", "#div/0!", "#value!", "#wert!", "#ref!", "#num!", "#name?"))
"""What a spreadsheet writes where a formula has no value, in small letters."""

MISSING_WORDS = (
    frozenset(("na", "n/a", "n.a.", "n.a", "n.v.", "nv", "<na>", "nan", "none", "null", "nil", "nat", "missing"))
    | {"n.d.", "nd", "k.a.", "unknown", "not available", "no data", "#n/d", "s/d", "sin dato", "ohne angabe"}
    | {"bdl", "bld", "lod", "<lod", "< lod", "loq", "<loq", "< loq", "n.b."}
    | {"not detected", "not measured", "keine angabe"}
    | SHEET_ERRORS
    | {".", "..", "...", "-", "--", "---", "–", "—", "−", "*", "\\n", "(null)", "缺失", "无", "未知"}
)
"""What stands for a missing number, in small letters; in a column of words each is a word like others."""

YES_NO = {
    **dict.fromkeys(("no", "n", "nein", "non", "não", "nee", "нет", "否"), 0.0),
    **dict.fromkeys(("yes", "y", "ja", "oui", "sí", "si", "sì", "sim", "да", "是"), 1.0),
}
"""What yes and no are as numbers in some languages, where they have to be some."""


@dataclass(frozen=True)
class NumberForm:
    """decimal: "." or ","; thousands: "", ",", ".", " " (any blank that does not break a line) or "'"."""

    decimal: str = "."
    thousands: str = ""

    @property
    def example(self) -> str:
        """How 1234.5 is written."""
        return f"1{self.thousands}234{self.decimal}5"


PLAIN = NumberForm()
FORMS = (
    PLAIN,
    NumberForm(","),
    NumberForm(".", ","),
    NumberForm(",", "."),
    NumberForm(".", " "),
    NumberForm(",", " "),
    NumberForm(".", "'"),
    NumberForm(",", "'"),
)
"""Every form, the usual ones first."""

_BLANKS = "\u00a0\u2007\u2009\u202f\u3000"
_WRITTEN = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("−–﹣－", "-"),
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys("’＇", "'"),
        "＋": "+",
        "．": ".",
        "，": ",",
        "％": "%",
        "（": "(",
        "）": ")",
    }
)
_WORDS = frozenset(("nan", "inf", "infinity"))
_MARKS = re.compile(f"[.,' ’．，＇{_BLANKS}]")
_DIGIT = re.compile(r"\d")
CURRENCY = (
    r"(?:[A-Z]{0,3}\$|[€£¥¤￥₹₽₩₺₴₪₫฿₱₦₡₵₸]|EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|RUB|PLN|CZK|HUF|SEK|NOK|DKK|AUD|CAD|NZD|HKD"
    r"|TWD|KRW|BRL|MXN|TRY|ZAR|zł|Kč|Ft|kr\.?|Fr\.?|lei|руб\.?|元|円|원)"
)
"""A regular expression for the signs and short names of currencies."""

_LONGEST_SIGN = 4  # no currency has so many letters
_BEFORE = re.compile(rf"([-+]?) *({CURRENCY}) *(?=[-+]?[.,]?\d)")
_BEHIND = re.compile(rf"(?<=[\d.,]) *({CURRENCY})")
NEGATIVE = rf"({CURRENCY})? *\( *([^-+()]*\d[^-+()]*)\) *({CURRENCY}|%)?|(\d[\d., ']*[.,]\d+)-"
"""A regular expression for negative numbers as accountants write them: (5.5), or 5.50- with decimals; full-width
brackets are plain ones by then."""
BOUND = r"^(?:[<>≤≥＜＞]=?|=[<>]|[~≈]) *(?=[-+.,\d])|(?<=\d) *\+$"
"""A regular expression for what stands before a number that is only a bound, or near it, and for the + behind one."""

POWER = r"(.*\d) ?[×x*·⋅] ?10(?:\^\(?([-+]?\d{1,9})\)?|([⁻⁺]?[⁰¹²³⁴-⁹]{1,9}))"
"""A regular expression for 1.5×10^3 and 1.5·10⁻³."""

_POWER, _RAISED = re.compile(POWER), str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_NEGATIVE, _BOUND = re.compile(NEGATIVE), re.compile(BOUND)
_ENDS = frozenset("()（）-−–﹣－")  # a cell without these is quickly known to be none of an accountant
_SIGNS = frozenset("<>≤≥＜＞=~≈")


def number_in(cell: str, form: NumberForm = PLAIN) -> float | None:
    """The number that a cell holds, written in this form; None for texts."""
    if form is PLAIN:
        try:
            if "_" not in cell:  # Python's own grouping of digits; in a table it is a slip
                return float(cell)
        except ValueError:
            pass
    if cell[:_LONGEST_SIGN].isalpha() and cell.lower() not in _WORDS:
        return None  # a word, which is soon known
    return _number(cell.translate(_WRITTEN).strip(), form)


def currency_in(cell: str) -> str:
    """The sign or short name of a currency before or behind the number in a cell; "" for none."""
    if cell[:_LONGEST_SIGN].isalpha():
        return ""
    text = cell.translate(_WRITTEN).strip()
    negative = None if _ENDS.isdisjoint(text) else _NEGATIVE.fullmatch(text)
    return _without_currency("".join(filter(None, negative.groups())) if negative is not None else text)[1]


def is_accounting(cell: str) -> bool:
    """Whether a number in a cell would be negative by brackets around it, or by a minus behind it."""
    return not _ENDS.isdisjoint(cell) and _NEGATIVE.fullmatch(cell.translate(_WRITTEN).strip()) is not None


def without_bound(cell: str) -> str:
    """A number without a sign such as < or ≥ before it, or + behind it; "" where there is none."""
    return _BOUND.sub("", cell) if cell[:1] in _SIGNS or cell[-1:] == "+" else ""


def are_told_apart(bounds: Iterable[str]) -> bool:
    """Whether both <5 and >5 are among bounds, so that they are no numbers."""
    directions = {(bound[0] in "<≤＜=", without_bound(bound)) for bound in bounds}
    return len({number for _, number in directions}) < len(directions)


def number_in_any_form(cell: str) -> float | None:
    """The number in a cell that stands alone, such as one that is typed; a single comma is a decimal comma."""
    return next((number for form in FORMS if (number := number_in(cell, form)) is not None), None)


def count_in_any_form(cell: str) -> float | None:
    """The same where a whole number is wanted: a mark before three digits stands between thousands."""
    return max((number for form in FORMS if (number := number_in(cell, form)) is not None), default=None)


def numbers_at_once(cells: Sequence[str], form: NumberForm = PLAIN) -> Floats | None:
    """All cells as numbers, quickly; None where one is none, or may be none."""
    joined = "\n".join(cells)
    if "_" in joined or (form.thousands and form.thousands.strip() and form.thousands in joined):
        return None
    if form.decimal == ",":
        if "." in joined or ",\n" in joined or joined.endswith(","):
            return None
        pointed = joined.replace(",", ".").split("\n") if "," in joined else cells
    else:
        pointed = cells
    if len(pointed) != len(cells):
        return None  # a cell of several lines
    try:
        return np.fromiter(map(float, pointed), dtype=np.float64, count=len(cells))
    except ValueError:
        return None


def best_form(cells: Iterable[str], delimiter: str = "", usual: NumberForm = PLAIN) -> NumberForm:
    """The form in which most cells are numbers; where several do as well `usual`, then the first of `FORMS`.

    Commas before three digits are thousands where a comma separates the cells, and where no cell speaks against it.
    """
    telling = [split_unit(cell)[0] for cell in cells if _MARKS.search(cell) and _DIGIT.search(cell)]
    if not telling:
        return usual
    found = max((usual, *FORMS), key=lambda form: sum(number_in(cell, form) is not None for cell in telling))
    groups = NumberForm(".", ",")
    if found == FORMS[1] and usual != found and delimiter != ";" and _are_groups(telling, groups):
        return groups
    return found


def number_text(value: float) -> str:
    """A number as short as it can be written without loss; whole ones without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _number(text: str, form: NumberForm) -> float | None:
    """The number in a text of plain characters."""
    is_percent = text.endswith("%")
    match = _pattern(form).fullmatch(text[:-1].rstrip() if is_percent else text)
    if match is None and "10" in text and (power := _POWER.fullmatch(text)) is not None:
        return _number(f"{power[1]}e{power[2] or power[3].translate(_RAISED)}", form)
    if match is None:
        bare, currency = _without_currency(text)
        if currency:
            return _number(bare, form)
        negative = None if _ENDS.isdisjoint(text) else _NEGATIVE.fullmatch(text)
        if negative is not None:
            number = _number("".join(filter(None, negative.groups())).strip(), form)
            return None if number is None else -number
        return float(text) if text.lower().lstrip("+-") in _WORDS else None
    whole = match[2].replace(form.thousands, "") if form.thousands else match[2]
    number = float(f"{match[1]}{whole or 0}.{match[3] or 0}e{match[4] or 0}")
    return float(f"{match[1]}{whole or 0}.{match[3] or 0}e{int(match[4] or 0) - 2}") if is_percent else number


def _without_currency(text: str) -> tuple[str, str]:
    """A text of plain characters without the sign of a currency at one of its ends, and that sign, "" for none."""
    if text[-1:].isdigit() and not text[:1].isdigit():
        found = _BEFORE.match(text)
        return (found[1] + text[found.end() :], found[2]) if found is not None else (text, "")
    if text[:1].isdigit() or text[:1] in ("+", "-", ".", ","):
        behind = _BEHIND.search(text)
        if behind is not None and behind.end() == len(text):
            return text[: behind.start()], behind[1]
    return text, ""


@cache
def _pattern(form: NumberForm) -> re.Pattern[str]:
    """Sign, whole part, decimals, exponent."""
    group = re.escape(form.thousands)
    whole = rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+" if group else r"\d+"
    whole += r"|\d{1,2}(?:,\d\d)+,\d{3}" if group == "," else ""  # 12,34,567 as in India
    after = r"\.(\d*)" if form.decimal == "." else r",(\d+)"
    return re.compile(rf"([-+]?)(?=[.,]?\d)({whole}|)(?:{after})?(?:[eEdD]([-+]?\d{{1,9}}))?")


def _are_groups(cells: list[str], groups: NumberForm) -> bool:
    """Whether all commas may stand between groups of three digits, and not in a single cell."""
    commas = sum("," in cell and number_in(cell, groups) is not None for cell in cells)
    whole = commas == sum("," in cell and number_in(cell, FORMS[1]) is not None for cell in cells)
    return whole and commas > 1
