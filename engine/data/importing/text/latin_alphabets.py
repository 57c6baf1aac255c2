"""This module tells Western, Central European and Turkish text apart: by the letters that a language writes, and where.

In these encodings each byte is some letter; what differs is whether one language explains all of those found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WESTERN, CENTRAL_EUROPEAN, TURKISH = "cp1252", "cp1250", "cp1254"
DOS, MAC, ISO_2 = "cp850", "mac-roman", "iso8859-2"
LATIN = (WESTERN, CENTRAL_EUROPEAN, TURKISH, ISO_2, DOS, MAC)

_END = r"(?![^\W\d_])"
_WEST = (
    "[äöüß]",  # German
    "[àâæçèéêëîïôœùûüÿ]",  # French
    "[áéíïñóúüçàèò·]",  # Spanish and Catalan
    "[áàâãçéêíóôúü]|õ(?=e)",  # Portuguese
    f"[àèéìíîòóù]{_END}",  # Italian
    "[äåæéöøü]",  # Danish, Norwegian, Swedish and Finnish
    "[áðéíóúýþæö]",  # Icelandic
    "[äõöüšž]",  # Estonian
    "[áéíóúèéëïöü]",  # Irish and Dutch
)
_CENTRE = (
    "[ąćęłńóśźż]",  # Polish
    "[áčďéěíňóřšťúůýž]",  # Czech
    "[áäčďéíĺľňóôŕšťúýž]",  # Slovak
    "[áéíóöőúüű]",  # Hungarian
    "[čćđšž]",  # Slovene and Croatian
    "[ăâîşţ]",  # Romanian
    "[äöüß]",  # German, as neighbours write it
)
_ALPHABETS = {
    WESTERN: _WEST,
    CENTRAL_EUROPEAN: _CENTRE,
    TURKISH: ("[âçğıîöşûü]",),
    ISO_2: _CENTRE,
}
_OLD = {DOS: _WEST, MAC: _WEST}
_MARKS = "–—’‘"  # which may stand between letters without blanks
_SURE, _BETTER = 0.9, 0.3
"""An old encoding must explain so much of a text, and so much more than every newer one."""


def latin_encoding(raw: bytes) -> str:
    """The one of the encodings in which one language covers more of `raw`; the Western one where several do."""
    shares = {encoding: _coverage(raw, encoding, alphabets) for encoding, alphabets in _ALPHABETS.items()}
    best = max(shares, key=shares.__getitem__)
    old = {encoding: _coverage(raw, encoding, alphabets) for encoding, alphabets in _OLD.items()}
    oldest = max(old, key=old.__getitem__)
    if old[oldest] >= max(_SURE, shares[best] + _BETTER):
        return oldest
    is_icelandic = best == WESTERN and re.search("[ðþý]", raw.decode(WESTERN, errors="replace").lower()) is not None
    return TURKISH if is_icelandic and shares[TURKISH] == shares[best] else best


def _coverage(raw: bytes, encoding: str, alphabets: Sequence[str]) -> float:
    """The largest share of the characters beyond ASCII that one language explains, between 0 and 1."""
    text = raw.decode(encoding, errors="replace").replace("İ", "ı").lower()
    foreign = [place for place, sign in enumerate(text) if sign > "\x7f"]
    letters = sum(not _is_mark(text, place) for place in foreign)
    best = max(len(re.findall(alphabet, text)) for alphabet in alphabets)
    return min(1 - (letters - best) / len(foreign), 1.0) if foreign else 0.0


def _is_mark(text: str, place: int) -> bool:
    """Whether a sign such as ° or ³ stands where units and prices have it: not between two letters."""
    if text[place] in _MARKS:
        return True
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    is_drawn = "─" <= text[place] <= "◿" or text[place] == "\ufffd"  # lines and blocks of DOS
    is_sign = text[place] == "µ" or not (text[place].isalpha() or is_drawn)
    return is_sign and not (before.isalpha() and after.isalpha())
