"""This module weighs the encodings in which a text file may be written by the text that each would give."""

from __future__ import annotations

import codecs
import re

from engine.data.importing.text.alphabet_words import Weigh, arabic, cyrillic, greek, hebrew, rarer_cyrillic, thai
from engine.data.importing.text.latin_alphabets import CENTRAL_EUROPEAN, DOS, LATIN, MAC, WESTERN, latin_encoding

_LOOKED_AT = 40_000  # bytes that are not ASCII, with their neighbours
_FOREIGN = re.compile(rb"[^\x80-\xff\r\n]{0,2}(?:[\x80-\xff]+[^\x80-\xff\r\n]{0,2})+")
_RUNS = re.compile(r"[^\x00-\x7f]+")
_LATIN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÐÞðþýàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßŠšŽžŒœŸ")
_SIGNS = frozenset("°µ²³±€£§–—’‘“”„…·×÷½¼¾«»¿¡ºª®©™•¢¥\u00a0")
_HANGUL = frozenset(map(chr, range(0xAC00, 0xD7A4)))
_KANA, _KANJI = (frozenset(map(chr, range(*ends))) for ends in ((0x3041, 0x30FF), (0x4E00, 0x9FFF)))
_LETTERS = frozenset("אבגדהוזחטיכלמנסעפצקרשתםןףץך")
_CYRILLIC = frozenset(map(chr, range(0x400, 0x460)))
_LEAST_SIGNS = {"euc_kr": (_HANGUL, 12), "euc_jp": (_KANA, 4), "cp1255": (_LETTERS, 9), "iso8859-5": (_CYRILLIC, 10)}
"""Different signs of an alphabet without which the bytes are taken for Chinese, Hebrew for Russian, or Cyrillic for
Greek: a few words of those may look so, too."""
_SURE, _NEARLY = 5, 0.02  # letters, and a slip in a text that is UTF-8 beyond doubt


def likeliest(raw: bytes, default: str) -> str:
    """The encoding, not UTF-8, that makes the best text of `raw`; `default` where none can be."""
    part = _part(raw)
    scores = {encoding: score for encoding, weigh in _WEIGHTS.items() if (score := _score(part, encoding, weigh)) >= 0}
    for encoding, (alphabet, least) in _LEAST_SIGNS.items():
        if encoding in scores and len(alphabet & set(part.decode(encoding))) < least:
            del scores[encoding]
    fitting = [encoding for encoding in sorted(scores, key=lambda name: -scores[name]) if fits(raw, encoding)]
    best = fitting[0] if fitting else default
    return _latin(raw, part) if best in LATIN else best


def _latin(raw: bytes, part: bytes) -> str:
    encoding = latin_encoding(part)
    return encoding if fits(raw, encoding) else WESTERN


def is_nearly_utf8(raw: bytes) -> bool:
    """Whether all but a few characters that are not ASCII are UTF-8: then a byte is wrong, not the encoding."""
    text = _part(raw).decode("utf-8", "replace")
    foreign = [letter for letter in text if letter > "\x7f"]
    wrong = foreign.count("\ufffd")
    return len(foreign) - wrong > _SURE and wrong <= max(1, _NEARLY * len(foreign))


def fits(raw: bytes, encoding: str) -> bool:
    """Whether every byte can be read so; text by text, since all of it would take several times as much memory."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for at in range(0, len(raw), 1_000_000):
            decoder.decode(raw[at : at + 1_000_000])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _part(raw: bytes) -> bytes:
    """What is not ASCII in `raw`, with its neighbours, up to a certain length."""
    found, length = [], 0
    for match in _FOREIGN.finditer(raw):
        found.append(match[0])
        length += len(match[0])
        if length > _LOOKED_AT:
            break
    return b"\n".join(found)


def _score(part: bytes, encoding: str, weigh: Weigh) -> float:
    """The mean weight of the characters that are not ASCII, between 0 and 1; -1 where the bytes do not fit."""
    try:
        text = part.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    found = dict.fromkeys(  # each word once: a class that stands in every line says no more than in one
        (match[0], text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1])
        for match in _RUNS.finditer(text)
    )
    count = sum(len(run) for run, _, _ in found)
    return sum(weigh(*place) for place in found) / count if count else 0.0


def _western(run: str, before: str, after: str) -> float:
    """Foreign letters stand alone between others, or in pairs of the same size as these: ação, OPÇÃO."""
    if len(run) == 1:
        return 1.0 if run in _LATIN else 0.8 if run in _SIGNS else 0.0
    beside = [letter for letter in (before, after) if letter and letter.isascii() and letter.isalpha()]
    begins = run.istitle() and not before.isalpha() and after.islower()  # Één
    is_word = run.islower() or begins or all(letter.isupper() for letter in (*run, *beside))
    are_letters = all(letter in _LATIN for letter in run)
    return float(len(run)) if len(run) <= 2 and are_letters and is_word and beside else 0.0


def _older(run: str, before: str, after: str) -> float:
    """Letters of DOS, old Macs or Central Europe: within words of ours, and of the case of the letters beside them.

    They weigh less than what is sensible in Western text; which encoding it is, the letters of a language decide.
    """
    beside = [letter for letter in (before, after) if letter.isalpha()]
    begins = run[:1].isupper() and not before.isalpha() and (run[1:] + after).islower()
    is_word = begins or (run + "".join(beside)).isupper() or (run + before if before.isalpha() else run).islower()
    return 0.78 * len(run) if len(run) <= 2 and run.isalpha() and is_word and beside else 0.0


def _is_inside(run: str, before: str, after: str) -> bool:
    """Whether a single sign stands between two of our letters."""
    return len(run) == 1 and all(letter.isascii() and letter.isalpha() for letter in (before, after))


def _japanese(run: str, before: str, after: str) -> float:
    """Kana tell Japanese from Chinese; those of half the width are what Chinese looks like in this encoding."""
    weight = sum(1.0 if "ぁ" <= letter <= "ヿ" else 0.7 if "一" <= letter <= "龥" else 0.0 for letter in run)
    return 0.8 * weight if _is_inside(run, before, after) else weight


def _signs_of(alphabet: frozenset[str], weight: float) -> Weigh:
    """An alphabet of its own in bytes that may be Chinese as well; see `_LEAST_SIGNS`."""

    def weigh(run: str, _before: str, _after: str) -> float:
        return weight * sum(letter in alphabet for letter in run)

    return weigh


def _chinese(encoding: str, common: tuple[int, int], signs: tuple[int, int]) -> Weigh:
    """Frequent characters and signs weigh most; they stand in blocks of their own."""

    def weigh(run: str, before: str, after: str) -> float:
        weight = sum(_weight(letter.encode(encoding)) for letter in run)
        return 0.8 * weight if _is_inside(run, before, after) else weight

    def _weight(code: bytes) -> float:
        if len(code) != 2:
            return 0.0
        if common[0] <= code[0] <= common[1] or signs[0] <= code[0] <= signs[1]:
            return 1.0 if code[1] >= 0xA1 else 0.6 if encoding == "big5" else 0.2
        return 0.3 if code[1] >= 0xA1 else 0.0

    return weigh


_WEIGHTS: dict[str, Weigh] = {  # where two do equally well, the first
    WESTERN: _western,
    CENTRAL_EUROPEAN: _older,
    "gb18030": _chinese("gb18030", (0xB0, 0xD7), (0xA1, 0xA3)),
    "cp1251": cyrillic,
    "koi8-r": cyrillic,
    "cp866": cyrillic,
    "iso8859-5": rarer_cyrillic,
    "cp1253": greek,
    "cp1255": hebrew,
    "cp1256": arabic,
    "iso8859-6": arabic,
    "cp874": thai,
    "shift_jis": _japanese,
    "euc_jp": _signs_of(_KANA | _KANJI, 1.05),
    "euc_kr": _signs_of(_HANGUL, 1.02),
    "big5": _chinese("big5", (0xA4, 0xC6), (0xA1, 0xA3)),
    DOS: _older,
    MAC: _older,
}
