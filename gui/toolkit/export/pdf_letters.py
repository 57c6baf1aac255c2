"""This module mends what a PDF file says its glyphs stand for, so that its text is found and copied as it was written.

Qt names for each glyph the first character that has it. Fonts use one glyph for a Chinese character and the radical
that looks like it, and for space and tab; the radicals and the tab come first.
"""

from __future__ import annotations

import re
import unicodedata

# Pairs of what Qt finds and what was meant, where Unicode's own compatibility table does not tell.
_PAIRS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    "⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴罒⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹"
    "⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠"
    "⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⼾户㬵胶"
)
_RADICALS = range(0x2E80, 0x2FE0)
_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CODES = re.compile(rb"\[[^\]]*\]")


def _meanings() -> dict[bytes, bytes]:
    """Codes as Qt writes them, four hexadecimal digits, and the codes to write instead."""
    meant = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    meant |= dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"\t": " "}
    return {_code(found): _code(text) for found, text in meant.items() if found != text}


def _code(letter: str) -> bytes:
    return f"<{ord(letter):04X}>".encode()


_MEANINGS = _meanings()


def with_true_letters(pdf: bytes) -> bytes:
    """The same file, and as long; its glyphs stand for the characters that people write."""
    return _CMAP.sub(lambda cmap: _CODES.sub(_mended, cmap.group()), pdf)


def _mended(codes: re.Match[bytes]) -> bytes:
    return re.sub(rb"<[0-9A-F]{4}>", lambda code: _MEANINGS.get(code.group(), code.group()), codes.group())
