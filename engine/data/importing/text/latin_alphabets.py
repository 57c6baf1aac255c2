"""This module tells Western from Central European and Turkish text: by the letters that a language writes, and where.

In these encodings each byte is some letter; what differs is whether one language explains all of those found.
"""

from __future__ import annotations

import re

WESTERN, CENTRAL_EUROPEAN, TURKISH = "cp1252", "cp1250", "cp1254"

_END = r"(?![^\W\d_])"
_ALPHABETS = {
    WESTERN: (
        "[äöüß]",  # German
        "[àâæçèéêëîïôœùûüÿ]",  # French
        "[áéíïñóúüçàèò·]",  # Spanish and Catalan
        "[áàâãçéêíóôúü]|õ(?=e)",  # Portuguese
        f"[àèéìíîòóù]{_END}",  # Italian
        "[äåæéöøü]",  # Danish, Norwegian, Swedish and Finnish
        "[áðéíóúýþæö]",  # Icelandic
        "[äõöüšž]",  # Estonian
        "[áéíóúèéëïöü]",  # Irish and Dutch
    ),
    CENTRAL_EUROPEAN: (
        "[ąćęłńóśźż]",  # Polish
        "[áčďéěíňóřšťúůýž]",  # Czech
        "[áäčďéíĺľňóôŕšťúýž]",  # Slovak
        "[áéíóöőúüű]",  # Hungarian
        "[čćđšž]",  # Slovene and Croatian
        "[ăâîşţ]",  # Romanian
        "[äöüß]",  # German, as neighbours write it
    ),
    TURKISH: ("[âçğıîöşûü]",),
}


def latin_encoding(raw: bytes) -> str:
    """The one of the encodings in which one language covers more of `raw`; the Western one where several do."""
    shares = {encoding: _coverage(raw, encoding) for encoding in _ALPHABETS}
    best = max(shares, key=shares.__getitem__)
    is_icelandic = best == WESTERN and re.search("[ðþý]", raw.decode(WESTERN, errors="replace").lower()) is not None
    return TURKISH if is_icelandic and shares[TURKISH] == shares[best] else best


def _coverage(raw: bytes, encoding: str) -> float:
    """The largest share of the characters beyond ASCII that one language explains, between 0 and 1."""
    text = raw.decode(encoding, errors="replace").replace("İ", "ı").lower()
    foreign = [place for place, sign in enumerate(text) if sign > "\x7f"]
    letters = sum(not _is_mark(text, place) for place in foreign)
    best = max(len(re.findall(alphabet, text)) for alphabet in _ALPHABETS[encoding])
    return 1 - (letters - best) / len(foreign) if foreign else 0.0


def _is_mark(text: str, place: int) -> bool:
    """Whether a sign such as ° or ³ stands where units and prices have it: not between two letters."""
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return not text[place].isalpha() and text[place] != "\ufffd" and not (before.isalpha() and after.isalpha())
