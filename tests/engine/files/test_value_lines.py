"""The lines of keys and values in TOML and JSON texts, found by an independent search for marked words."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator

import pytest

from engine.files.value_lines import line_of, value_lines

TOML = '''title = "mark-1"  # a comment = { [
"quoted key" = 'mark-2'
dotted.key.deep = "mark-3"
numbers = [1.5, -2e3,
    3, # with a comment ]
    4]
long = """
[not] = a header
"and" = "" no key
mark-4"""
inline = { a = "mark-5", b = { c = ["mark-6", { d = "mark-7" }] } }

[table]
x = "mark-8"

[[many]]
x = "mark-9"

[[many.inner]]
x = "mark-10"
texts = [
    "mark-11", "mark-12",
    { y = "mark-13", z = [
        ["mark-14"],
        ["mark-15"]] },
]

[[many]]
x = 'mark-16'
time = 07:32:00
when.at = "mark-17"
'''


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not isinstance(value, dict | list):
        yield path, value
    for key, part in parts:
        yield from leaves(part, (*path, key))


def line_with(text: str, mark: str) -> int:
    return next(
        number for number, line in enumerate(text.split("\n"), 1) if f"{mark}" in line.replace('"', "'").split("'")
    )


def test_every_value_of_a_toml_text_is_found_on_its_line() -> None:
    found = [(path, value) for path, value in leaves(tomllib.loads(TOML)) if "mark" in str(value)]
    assert len(found) == 17
    for path, value in found:
        mark = str(value).split("\n")[-1]
        begins = {"mark-4": 7}  # a text over several lines stands where it begins
        assert line_of(TOML, path) == begins.get(mark) or line_of(TOML, path) == line_with(TOML, mark), path


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_every_value_of_a_json_text_is_found_on_its_line(indent: int | None) -> None:
    contents = {
        "a": "mark-1",
        "b": [1, 2.5, -3e5, "mark-2", {"c": "mark-3", "d": [["mark-4"], []]}],
        'quo"te': {"e": {}, "f": "mark-5", "colon:": "a: {b} [c], #d"},
        "last": None,
    }
    text = json.dumps(contents, indent=indent)
    for path, value in leaves(contents):
        if isinstance(value, str) and value.startswith("mark"):
            assert line_of(text, path) == line_with(text, value)


def test_what_is_missing_is_told_by_what_would_hold_it() -> None:
    assert line_of(TOML, ("many", 1, "x", "none")) == line_of(TOML, ("many", 1, "x"))
    assert line_of(TOML, ("many", 0, "inner", 0, "none")) == TOML.split("\n").index("[[many.inner]]") + 1
    assert line_of(TOML, ("none",)) == 1


def test_a_large_text_of_one_line_takes_no_time_that_grows_faster_than_it() -> None:
    text = json.dumps({"a": "x" * 3_000_000, "b": '\\"' * 300_000})
    assert value_lines(text)[("b",)] == 1
