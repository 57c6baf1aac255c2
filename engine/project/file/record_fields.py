"""This module turns the fields of a frozen value into those of a record in a project file, and back."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np

from engine.project.file.array_record import ArrayRecord, array_record, frozen_array
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray


def plain(value: Any, record: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a frozen value that `record` has, NumPy's numbers turned into Python's."""
    return {name: _plain_value(name, getattr(value, name)) for name in record.__struct_fields__}


def values(record: msgspec.Struct) -> dict[str, Any]:
    """The fields of a record as a frozen value takes them, without those that an older file does not have."""
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    return {
        name: frozen_array(value) if isinstance(value, ArrayRecord) else value
        for name, value in fields.items()
        if value is not msgspec.UNSET
    }


def _plain_value(name: str, value: Any) -> Any:
    if isinstance(value, FrozenArray):
        return array_record(value)
    if isinstance(value, tuple):
        return [_plain_value(name, item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):  # JSON would hold null in its place
        raise EngineError("'{name}' is {value}; only finite numbers can be saved.", name=name, value=value)
    return value
