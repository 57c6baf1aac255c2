"""Texts with values in them, and what libraries say, cut short."""

from __future__ import annotations

from engine.spec.errors import EngineError, Text, brief


def test_values_stand_in_the_sentence_and_beside_it() -> None:
    error = EngineError("Set {what} to {value:g}.", what=Text("the rate"), value=0.5)
    assert str(error) == "Set the rate to 0.5."
    assert error.text.template == "Set {what} to {value:g}."
    assert error.text.values["value"] == 0.5


def test_braces_in_a_text_without_values_are_braces() -> None:
    assert str(Text("use {braces} here")) == "use {braces} here"


def test_a_short_complaint_stays_whole() -> None:
    assert brief(ValueError("no such file")) == "no such file"
    assert brief("x" * 300) == "x" * 300


def test_of_a_long_complaint_begin_and_end_are_kept() -> None:
    text = "".join(chr(0x4E00 + k) for k in range(301))
    assert brief(text) == text[:150] + " … " + text[-150:]
    assert brief("abcdefgh", limit=7) == "abc … efgh"  # half of an odd limit: the end has one letter more
    assert brief("abcdefgh", limit=6) == "abc … fgh"
