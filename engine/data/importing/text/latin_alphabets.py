"""This module tells Western from Central European text: by the letters that a language writes, not by single bytes.

In both encodings each byte is some letter; what differs is whether one language uses all of those found.
"""

from __future__ import annotations

from collections import Counter

WESTERN, CENTRAL_EUROPEAN = "cp1252", "cp1250"

_ALPHABETS = {
    WESTERN: (
        "äöüß",  # German
        "àâæçèéêëîïôœùûüÿ",  # French
        "áéíïñóúüçàèò·",  # Spanish and Catalan
        "áàâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "äåæéöøü",  # Danish, Norwegian, Swedish and Finnish
        "áðéíóúýþæö",  # Icelandic
        "äõöüšž",  # Estonian
        "áéíóúèéëïöü",  # Irish and Dutch
    ),
    CENTRAL_EUROPEAN: (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "čćđšž",  # Slovene and Croatian
        "ăâîşţ",  # Romanian
        "äöüß",  # German, as neighbours write it
    ),
}


def latin_encoding(raw: bytes) -> str:
    """The one of the two encodings in which one language covers more of `raw`; the Western one where both do."""
    return max((WESTERN, CENTRAL_EUROPEAN), key=lambda encoding: _coverage(raw, encoding))


def _coverage(raw: bytes, encoding: str) -> float:
    """The largest share of the characters beyond ASCII that one language explains, between 0 and 1."""
    text = raw.decode(encoding, errors="replace").lower()
    foreign = [place for place, sign in enumerate(text) if sign > "\x7f"]
    letters = Counter(text[place] for place in foreign if not _is_mark(text, place))
    best = max(sum(letters[letter] for letter in set(alphabet)) for alphabet in _ALPHABETS[encoding])
    return 1 - (letters.total() - best) / len(foreign) if foreign else 0.0


def _is_mark(text: str, place: int) -> bool:
    """Whether a sign such as ° or ³ stands where units and prices have it: not between two letters."""
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return not text[place].isalpha() and text[place] != "\ufffd" and not (before.isalpha() and after.isalpha())
