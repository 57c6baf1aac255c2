"""This module writes the window's formulas, which are lines of text such as "η·δ₁ᵒ·y₁", as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gui.words.mathematics.part_marks import END, colour_of, number_of

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾ᵒʸ", "0123456789()oy")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?(?:e[−+]?\d+)?)"
    r"|(?P<name>(?:[A-Za-z]+|[α-ωΔ∂∞ŷ])′?)"
    r"|(?P<low>[₀-₉]+)|(?P<high>[⁰¹²³⁴-⁹⁽⁾ᵒʸ]+)|(?P<sign>\S)"
)
_LETTERS = {
    "α": r"\alpha ",
    "δ": r"\delta ",
    "Δ": r"\Delta ",
    "η": r"\eta ",
    "λ": r"\lambda ",
    "μ": r"\mu ",
    "σ": r"\sigma ",
    "∂": r"\partial ",
    "∞": r"\infty ",
    "ŷ": r"\hat{y}",
}
_FUNCTIONS = ("exp", "ln", "max", "min", "tanh")
_SIGNS = {
    "·": r"\cdot ",
    "−": "-",
    "Σ": r"\sum ",
    "…": r"\dots ",
    "½": r"\tfrac{1}{2}",
    "→": r"\to ",
    "≤": r"\le ",
}
_PAIRS = {"(": (")", r"\left(", r"\right)"), "[": ("]", r"\left[", r"\right]"), "‖": ("‖", r"\left\|", r"\right\|")}
_BEFORE = {"^": "^", "√": r"\sqrt"}
"""Signs that take what stands behind them."""
_ADDING = ("+", "−", "=", "→", "≤")


@dataclass
class _Atom:
    """A piece of a formula that stands for itself. inside: what a pair of brackets holds, "" for other pieces."""

    text: str
    inside: str = ""

    @property
    def bare(self) -> str:
        """Without the brackets, where a fraction or a power keeps it together."""
        return self.inside or self.text


def latex(formula: str) -> str:
    """`formula` as LaTeX: indices, powers, fractions and brackets as mathematics has them.

    Parts that are marked (`part_marks`) have the colours of their marks.
    """
    tokens = [(str(match.lastgroup), match.group()) for match in _TOKEN.finditer(formula)]
    return _sum(iter(tokens), closing="")


def _sum(tokens: Iterator[tuple[str, str]], closing: str) -> str:
    """Terms and the signs between them, up to the bracket `closing`."""
    written: list[str] = []
    term: list[_Atom] = []
    for kind, text in tokens:
        if text == closing:
            break
        if text in _ADDING:
            is_sign = not term and (not written or written[-1][-1] in "=({[")
            written += [_term(term), f"{{{_SIGNS.get(text, text)}}}" if is_sign else _SIGNS.get(text, text)]
            term = []
        elif text in _PAIRS:
            end, left, right = _PAIRS[text]
            inside = _sum(tokens, end)
            term.append(_Atom(f"{left}{inside}{right}", "" if text == "‖" else inside))
        elif (part := number_of(text)) is not None:
            term.append(_Atom(rf"\textcolor{{{colour_of(part)}}}{{{_sum(tokens, END)}}}"))
        else:
            _add(term, kind, text)
    return "".join([*written, _term(term)])


def _add(term: list[_Atom], kind: str, text: str) -> None:
    """One token more; an index or a power belongs to what stands before it."""
    if kind in ("low", "high") and term:
        mark, digits = ("_", _SUBSCRIPTS) if kind == "low" else ("^", _SUPERSCRIPTS)
        term[-1] = _Atom(f"{term[-1].text}{mark}{{{text.translate(digits)}}}")
    elif kind == "number":
        term.append(_Atom(_number(text)))
    elif kind == "name":
        term.append(_Atom(_name(text)))
    else:
        term.append(_Atom(_SIGNS.get(text, text)))


def _number(text: str) -> str:
    digits, _, power = text.replace("−", "-").replace("+", "").partition("e")
    return rf"{digits}\cdot 10^{{{int(power)}}}" if power else digits


def _name(text: str) -> str:
    letters, is_slope = text.rstrip("′"), text.endswith("′")
    if letters in _LETTERS:
        written = _LETTERS[letters]
    elif len(letters) == 1:
        written = letters
    elif letters in _FUNCTIONS:
        written = rf"\{letters} "
    else:
        written = rf"\mathrm{{{letters}}}"
    return f"{written.rstrip()}'" if is_slope else written


def _term(atoms: list[_Atom]) -> str:
    """A product; what stands before a stroke and after it is a fraction, after ^ a power, and after √ under a root."""
    texts = [atom.text for atom in atoms]
    if "/" in texts:
        place = texts.index("/")
        over, under = (_part(part) for part in (atoms[:place], atoms[place + 1 :]))
        return rf"\frac{{{over}}}{{{under}}}"
    written: list[str] = []
    atoms = list(atoms)
    while atoms:
        atom = atoms.pop(0)
        if atom.text in _BEFORE and atoms:
            written.append(f"{_BEFORE[atom.text]}{{{atoms.pop(0).bare}}}")
        else:
            written.append(atom.text)
    return "".join(written)


def _part(atoms: list[_Atom]) -> str:
    return atoms[0].bare if len(atoms) == 1 else _term(atoms)


def aligned(rows: list[tuple[str, str]]) -> str:
    """Equations below each other, their signs of equality in one column; both sides are LaTeX."""
    lines = r" \\ ".join(f"{left}&={right}" for left, right in rows)
    return rf"\begin{{aligned}}{lines}\end{{aligned}}"
