"""This module tells Western, Central European, Turkish and Baltic text apart: by what letters a language writes where.

In these encodings each byte is some letter; what differs is whether one language explains all of those found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WESTERN, CENTRAL_EUROPEAN, TURKISH, BALTIC = "cp1252", "cp1250", "cp1254", "cp1257"
DOS, MAC, ISO_2 = "cp850", "mac-roman", "iso8859-2"
LATIN = (WESTERN, CENTRAL_EUROPEAN, TURKISH, BALTIC, ISO_2, DOS, MAC)

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
    BALTIC: (
        "[ąčęėįšųūž]",  # Lithuanian
        "[āčēģīķļņšūž]",  # Latvian
        "[äõöüšž]",  # Estonian
    ),
}
_OLD = {DOS: _WEST, MAC: _WEST}
_MARKS = "–—’‘"  # which may stand between letters without blanks
_LETTER = r"[^\W\d_]"
_CAPITALS = "".join(letter for letter in map(chr, range(0xA0, 0x250)) if letter.isupper())
_NEVER = re.compile(rf"[\x80-\x9f\ufffd]|(?<={_LETTER})[‚ˆ˜†‡•‰‹›¿¡¾½¼]|(?<=[a-zß-öø-ÿ])[{_CAPITALS}ƒ](?![A-Z])")
"""What stands in no text: control characters, certain signs behind a letter, capitals behind small letters."""
_SELDOM = re.compile(rf"(?<={_LETTER})[–—’‘“”…„](?={_LETTER})|(?<={_LETTER})[—“„…](?!{_LETTER})")
"""What stands in texts, but seldom beside what stands in none."""
_SURE, _BETTER = 0.9, 0.3
"""An old encoding must explain so much of a text, and so much more than every newer one."""


def latin_encoding(raw: bytes) -> str:
    """The one of the encodings in which one language covers more of `raw`; the Western one where several do."""
    shares = {encoding: _coverage(raw, encoding, alphabets) for encoding, alphabets in _ALPHABETS.items()}
    best = max(shares, key=shares.__getitem__)
    old = {encoding: _coverage(raw, encoding, alphabets, is_strict=True) for encoding, alphabets in _OLD.items()}
    oldest = max(old, key=old.__getitem__)
    modern = max(_coverage(raw, encoding, alphabets, is_strict=True) for encoding, alphabets in _ALPHABETS.items())
    if old[oldest] >= max(_SURE, modern + _BETTER):
        return oldest
    if shares[BALTIC] == shares[best] == 1 and _is_latvian(raw, best):
        return BALTIC
    is_icelandic = best == WESTERN and re.search("[ðþý]", raw.decode(WESTERN, errors="replace").lower()) is not None
    return TURKISH if is_icelandic and shares[TURKISH] == shares[best] else best


def _is_latvian(raw: bytes, encoding: str) -> bool:
    """Whether text that could be French or Turkish as well has ç before no vowel, or more of â, î and û than of others.

    These stand for ē, ā, ī and ū.
    """
    text = raw.decode(encoding, errors="replace").lower()
    if encoding == TURKISH:
        return len(re.findall("[âîû]", text)) > 1 + len(re.findall("[ıöü]", text))
    has_several = len({letter for letter in text if letter > "\x7f"}) > 1
    return (
        encoding == WESTERN and has_several and re.search(r"ç(?![aouyàáâãéêóôõúc])|[âî](?![^\W\d_])", text) is not None
    )


def _coverage(raw: bytes, encoding: str, alphabets: Sequence[str], is_strict: bool = False) -> float:
    """The largest share of the characters beyond ASCII that one language explains, between 0 and 1.

    is_strict: without those that stand where they do not belong.
    """
    text = raw.decode(encoding, errors="replace")
    if is_strict and _NEVER.search(text):
        text = _SELDOM.sub("\ufffd", _NEVER.sub("\ufffd", text))
    text = text.replace("İ", "ı").lower()
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
