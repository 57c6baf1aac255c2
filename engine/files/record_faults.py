"""This module says what is wrong with the contents of a file, where msgspec's own words are English and name no key.

It is asked only after msgspec has refused the contents: the first fault is named, an unknown key before a missing one,
since a misspelt key is both.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import inspect

from engine.files.value_lines import Path
from engine.spec.errors import Text, brief
from engine.spec.suggestion import unknown_name


@dataclass(frozen=True)
class Fault:
    """What is wrong, and with the value at which path."""

    path: Path
    problem: Text


def first_fault(contents: object, kind: Any) -> Fault:
    """The first fault of `contents`, plain dictionaries and lists, which msgspec cannot convert into a `kind`."""
    return _fault(contents, inspect.type_info(kind), ()) or Fault((), Text("its values do not go together"))


def _fault(value: object, kind: inspect.Type, path: Path) -> Fault | None:
    if isinstance(kind, inspect.UnionType):
        return _union_fault(value, kind, path)
    if isinstance(kind, inspect.StructType):
        return _table_fault(value, kind, path)
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        return _list_fault(value, kind, path)
    if isinstance(kind, inspect.TupleType):
        return _tuple_fault(value, kind, path)
    problem = _scalar_problem(value, kind)
    return None if problem is None else Fault(path, problem)


def _union_fault(value: object, kind: inspect.UnionType, path: Path) -> Fault | None:
    """Of several tables the one that `value` names counts; None stands for a value that may be missing."""
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    if value is None and len(kinds) < len(kind.types):
        return None
    tables = {each.tag: each for each in kinds if isinstance(each, inspect.StructType) and each.tag is not None}
    if len(tables) > 1:
        return _tagged_fault(value, tables, path)
    faults = [_fault(value, each, path) for each in kinds]
    return None if None in faults else next(iter(faults), None)


def _tagged_fault(value: object, tables: Mapping[Any, inspect.StructType], path: Path) -> Fault | None:
    field = next(iter(tables.values())).tag_field or ""
    if not isinstance(value, Mapping):
        return Fault(path, Text("a table is needed here"))
    if field not in value:
        return Fault(path, Text("{name} is missing", name=field))
    tag = value[field]
    if not isinstance(tag, str) or tag not in tables:
        return Fault((*path, field), unknown_name(tag, tables))
    return _table_fault(value, tables[tag], path)


def _table_fault(value: object, kind: inspect.StructType, path: Path) -> Fault | None:
    if not isinstance(value, Mapping):
        return Fault(path, Text("a table is needed here"))
    fields = {field.encode_name: field for field in kind.fields}
    known = [*fields, *([kind.tag_field] if kind.tag_field else [])]
    if kind.forbid_unknown_fields:
        for name in value:
            if name not in known:
                return Fault((*path, str(name)), unknown_name(name, known))
    for name, field in fields.items():
        if field.required and name not in value:
            return Fault(path, Text("{name} is missing", name=name))
    faults = (_fault(value[name], field.type, (*path, name)) for name, field in fields.items() if name in value)
    return next((fault for fault in faults if fault is not None), None)


def _list_fault(value: object, kind: inspect.VarTupleType | inspect.ListType, path: Path) -> Fault | None:
    if not isinstance(value, list | tuple):
        return Fault(path, Text("a list is needed here"))
    if kind.min_length is not None and len(value) < kind.min_length:
        return Fault(path, Text("at least {least} entries are needed here", least=kind.min_length))
    if kind.max_length is not None and len(value) > kind.max_length:
        return Fault(path, Text("at most {most} entries have room here", most=kind.max_length))
    faults = (_fault(item, kind.item_type, (*path, index)) for index, item in enumerate(value))
    return next((fault for fault in faults if fault is not None), None)


def _tuple_fault(value: object, kind: inspect.TupleType, path: Path) -> Fault | None:
    if not isinstance(value, list | tuple) or len(value) != len(kind.item_types):
        return Fault(path, Text("a list of {count} entries is needed here", count=len(kind.item_types)))
    pairs = enumerate(zip(value, kind.item_types, strict=True))
    faults = (_fault(item, each, (*path, index)) for index, (item, each) in pairs)
    return next((fault for fault in faults if fault is not None), None)


def _scalar_problem(value: object, kind: inspect.Type) -> Text | None:
    if isinstance(kind, inspect.LiteralType):
        return None if value in kind.values else unknown_name(value, kind.values)
    if isinstance(kind, inspect.BoolType):
        return None if isinstance(value, bool) else Text("true or false is needed here")
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return _number_problem(value, kind)
    if isinstance(kind, inspect.StrType):
        return _text_problem(value, kind)
    if isinstance(kind, inspect.BytesType):
        return None if _is_base64(value) else Text("these are not the bytes of an array")
    return None


def _number_problem(value: object, kind: inspect.IntType | inspect.FloatType) -> Text | None:
    if isinstance(kind, inspect.IntType) and (not isinstance(value, int) or isinstance(value, bool)):
        return Text("a whole number is needed here")
    if not isinstance(value, int | float) or isinstance(value, bool):
        return Text("a number is needed here")
    if kind.ge is not None and value < kind.ge:
        return Text("the number must be at least {least}", least=kind.ge)
    if kind.gt is not None and value <= kind.gt:
        return Text("the number must be greater than {least}", least=kind.gt)
    if kind.le is not None and value > kind.le:
        return Text("the number must be at most {most}", most=kind.le)
    return None


def _text_problem(value: object, kind: inspect.StrType) -> Text | None:
    if not isinstance(value, str):
        return Text("a text in quotation marks is needed here")
    if kind.min_length is not None and len(value) < kind.min_length:
        return Text("the text is empty")
    if kind.max_length is not None and len(value) > kind.max_length:
        return Text("the text is longer than {most:,} characters", most=kind.max_length)
    if kind.pattern is not None and re.search(kind.pattern, value) is None:
        return Text("{name} has characters that cannot stand here", name=brief(repr(value), 60))
    return None


def _is_base64(value: object) -> bool:
    try:
        return isinstance(value, str) and base64.b64decode(value, validate=True) is not None
    except (binascii.Error, ValueError):
        return False
