"""Encodings of the Baltic, of Cyrillic in ISO 8859-5 and of old systems are guessed by the text that they give."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.importing.text.encoding import find_encoding
from engine.spec.errors import EngineError
from tests.helpers.imported_tables import read

LITHUANIAN = "miestas;ūgis;rūšis\nŠiauliai;5;žalias\nKlaipėda;7;ąžuolas\nPanevėžys;9;mėlynas\n"
LATVIAN = "pilsēta;augums;šķirne\nRīga;5;zaļš\nJūrmala;7;ķirsis\nLiepāja;9;vidējs\n"
ESTONIAN = "värv;pikkus;žanr\nõun;5;šokolaad\nTõrva;7;püsiv\nPärnu;9;hea\n"
RUSSIAN = "имя;город;класс\nИван;Москва;да\nМария;Казань;нет\n"
UKRAINIAN = "місто;вага;клас\nКиїв;5;так\nЛьвів;7;ні\nЄвпаторія;9;так\n"
SERBIAN = "град;тежина;врста\nБеоград;5;љубичаста\nНиш;7;жута\n"
ITALIAN = "città;età;qualità\nForlì;5;già\nCantù;7;perché\nMondovì;9;più\ncaffè;2;però\n"
SPANISH = "año;región;categoría\nMálaga;5;número\nEspaña;7;corazón\nPerú;9;también\n"
SWEDISH = "färg;längd;ålder\nblå;5;hög\nröd;7;låg\ngrön;9;mörk\n"
DANISH = "størrelse;højde;år\nrød;5;blå\nÅrhus;7;æble\n"
FRENCH = "âge;île;reçu\naoût;5;français\ngoût;7;façade\n"
TURKISH = "kâğıt;şehir;çocuk\nİzmir;5;güzel\nAğrı;7;öğle\n"
DASHES = "title;note\nAug–Sep;it’s low—very\nhigh–low;cost—benefit…\nword†;well—known\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "cp1257") for text in (LITHUANIAN, LATVIAN)),
        *((text, "iso8859-5") for text in (RUSSIAN, UKRAINIAN, SERBIAN)),
        *((text, "cp1251") for text in (RUSSIAN, UKRAINIAN, SERBIAN)),
        *((ITALIAN, encoding) for encoding in ("cp850", "mac-roman", "cp1252")),
        *((SPANISH, encoding) for encoding in ("cp850", "mac-roman", "cp1252")),
        *((SWEDISH, encoding) for encoding in ("cp850", "mac-roman", "cp1252")),
        *((DANISH, encoding) for encoding in ("cp850", "mac-roman", "cp1252")),
        (FRENCH, "cp1252"),
        (TURKISH, "cp1254"),
        (DASHES, "cp1252"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    assert find_encoding(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"), [(LITHUANIAN, "iso8859-13"), (LATVIAN, "iso8859-13"), (ESTONIAN, "cp1257")]
)
def test_the_letters_are_right_where_encodings_share_them(tmp_path: Path, text: str, encoding: str) -> None:
    table = read(tmp_path, text.encode(encoding))
    assert ";".join(column.name for column in table.columns) == text.splitlines()[0]


def test_a_slip_in_a_short_text_of_utf_8_is_named(tmp_path: Path) -> None:
    raw = "Größe;Name;y\n".encode() + 6 * "5;Müller;1\n".encode() + b"5;M\xfcller;1\n"
    assert find_encoding(raw) == "utf-8"
    with pytest.raises(EngineError, match=r"line 8, character 4: the byte 0xfc does not fit"):
        read(tmp_path, raw)


def test_the_euro_of_iso_8859_15_is_a_currency(tmp_path: Path) -> None:
    table = read(tmp_path, "Größe;Preis\n1;1,50 €\n2;2,50 €\n3;4,50 €\n".encode("iso8859-15"))
    assert table.columns[1].values.tolist() == [1.5, 2.5, 4.5]
