"""This module weighs runs of letters of another alphabet than ours: whether they can be words of a language.

Each function takes a run of characters that are not ASCII, with the character before and the one after it, and gives
the sum of the weights of its characters, which are between 0 and 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Weigh = Callable[[str, str, str], float]

_SMALL, _LARGE = "а-яёіїєґўђѓјљњћќџ", "А-ЯЁІЇЄҐЎЂЃЈЉЊЋЌЏ"
_CYRILLIC = re.compile(f"[{_SMALL}]+|[{_LARGE}][{_SMALL}]*|[{_LARGE}]+")
_BASE = frozenset("абвгдежзиклмнопрстуфхцчш")
_VOWELS = frozenset("аеиоуыіюяр")  # with the r of Serbian
_SLAVIC = (
    _BASE | frozenset("йщъыьэюяё"),  # Russian and Bulgarian
    _BASE | frozenset("йщьюяґєіїʼ"),  # Ukrainian
    _BASE | frozenset("йыьэюяёіў"),  # Belarusian
    _BASE | frozenset("ђјљњћџѓѕќ"),  # Serbian and Macedonian
)
_FREQUENT = frozenset("оеаинтсрвлОЕАИНТСРВЛ")
"""Half of a Russian text: in another Cyrillic encoding the same bytes are seldom these, and small letters capitals."""
_ACCENTS = "άέήίόύώΐΰϊϋΆΈΉΊΌΎΏ"  # a Greek word has one, and ς only at its end
_GREEK = re.compile(f"(?=.*[{_ACCENTS}])[Α-Ωα-ω{_ACCENTS}][α-ρσ-ω{_ACCENTS}]*ς?")
_HEBREW = re.compile("[אבגדהוזחטיכלמנסעפצקרשת]+[ךםןףץ]?")  # five letters have another form at the end of a word
_HEBREW_FREQUENT = frozenset("יוהלאמרבתשנ")
_ARABIC = re.compile("[ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوي]+[ةى]?")  # two letters stand only at the end of a word
_ARABIC_FREQUENT = frozenset("اليمنورتبةعدسه")
_THAI = re.compile("(?:[เ-ไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำๅฯๆ]*[ิ-ฺ็-๎]*)+")  # vowels and tones have their places beside a consonant


def _words_of(word: re.Pattern[str], frequent: frozenset[str] = frozenset(), usual: float = 0.9) -> Weigh:
    """Words of another alphabet have no letters of ours between theirs; `frequent` letters weigh 1, others `usual`."""

    def weigh(run: str, before: str, after: str) -> float:
        if (before + after).isascii() and any(letter.isalpha() for letter in before + after):
            return 0.0
        if len(run) == 1:
            return 0.3 * run.isalpha()
        if word.fullmatch(run) is None:
            return 0.0
        return usual * len(run) + (1 - usual) * sum(letter in frequent for letter in run)

    return weigh


greek = _words_of(_GREEK)
hebrew = _words_of(_HEBREW, _HEBREW_FREQUENT, 0.75)
arabic = _words_of(_ARABIC, _ARABIC_FREQUENT, 0.55)
thai = _words_of(_THAI, usual=0.74)


def cyrillic(run: str, before: str, after: str) -> float:
    """Words of Russian and its neighbours in the usual case, and of frequent letters."""
    weight = _words_of(_CYRILLIC)(run, before, after)
    if weight < len(run) / 2:
        return weight
    return (0.7 if run.isupper() else 0.75) * len(run) + 0.25 * sum(letter in _FREQUENT for letter in run)


def rarer_cyrillic(run: str, before: str, after: str) -> float:
    """The same in an encoding that is seldom used, whose bytes may well be Greek, Hebrew or Arabic.

    All letters of a word must be those of one language, and its longer words have vowels.
    """
    word = run.lower()
    has_vowel = len(word) < 3 or any(letter in _VOWELS for letter in word)
    is_word = word[0] not in "ьъы" and has_vowel and any(set(word) <= alphabet for alphabet in _SLAVIC)
    return 0.85 * cyrillic(run, before, after) if is_word else 0.0
