"""This module says, in the program's own words, why the text of a project file cannot be read, and at which line."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from engine.files.record_faults import first_fault
from engine.files.value_lines import dotted, line_of
from engine.spec.errors import Text


def syntax_problem(text: str) -> Text:
    """Why `text`, which msgspec has refused, is no JSON."""
    try:
        json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            return Text("it ends in the middle, as after a copy that was broken off")
        return Text("line {line} cannot be read at character {column}", line=error.lineno, column=error.colno)
    except (ValueError, RecursionError):
        pass
    return Text("it holds what no such file can hold")


def record_problem(text: str, kind: Any) -> Text:
    """What of `text`, JSON that msgspec cannot read as a `kind`, is wrong, with its line and the field."""
    try:
        contents = json.loads(text)
    except (ValueError, RecursionError):
        return syntax_problem(text)
    return fault_text(contents, text, kind)


def fault_text(contents: object, text: str, kind: Any) -> Text:
    """The first fault of `contents`, read from `text`."""
    fault = first_fault(contents, kind)
    line = line_of(text, fault.path)
    if not fault.path:
        return Text("line {line}: {problem}", line=line, problem=fault.problem)
    return Text("line {line}, field {field}: {problem}", line=line, field=dotted(fault.path), problem=fault.problem)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
