"""This module writes plain values as the text of a TOML file: a table a step, everything below it in one line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def toml_text(contents: Mapping[str, object]) -> str:
    """`contents` as TOML; lists of tables directly below it become tables of their own. What is None is left out."""
    plain = {name: value for name, value in contents.items() if not _is_tables(value)}
    lines = _lines(plain)
    for name, value in contents.items():
        if _is_tables(value):
            for table in value:  # type: ignore[attr-defined]
                lines += ["", f"[[{name}]]", *_lines(table)]
    return "\n".join(lines) + "\n"


def _lines(table: Mapping[str, object]) -> list[str]:
    return [f"{name} = {_value(value)}" for name, value in table.items() if not _is_nothing(value)]


def _is_tables(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(part, Mapping) for part in value)


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, list | tuple) and not value)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        parts = [f"{name} = {_value(part)}" for name, part in value.items() if not _is_nothing(part)]
        return f"{{ {', '.join(parts)} }}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(part) for part in value)}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)
