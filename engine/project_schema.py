"""The project file's contents as msgspec Structs: what may stand in a file, and the way there and back.

Arrays stand as base64 of their little-endian bytes beside type and shape, so that every bit comes back. All other
numbers stand as JSON numbers in the shortest form that reads back the same.
"""

from __future__ import annotations

import math
from typing import Annotated, Any, Final, Literal

import msgspec
import numpy as np

from engine.datasets.spec import DatasetSpec
from engine.errors import EngineError
from engine.frozen_array import FrozenArray
from engine.project import Project
from engine.run import Run
from engine.specs import LECTURE_MILESTONES, MAX_LAYERS, MAX_MILESTONES, LayerSpec, NetworkSpec, TrainingSpec

FORMAT: Final = "perceptra-project"
VERSION: Final = 2
MAX_VALUES = 12_000_000  # in one array
MAX_COLUMNS = 4096

_TYPES = {"float64": "<f8", "int64": "<i8", "bool": "|b1"}

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Pair = tuple[float, float]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the file; a name that is not known is refused rather than lost."""


class Header(msgspec.Struct, frozen=True):
    """What is read first: whether this is a project file, and of which version."""

    format: str
    version: Annotated[int, msgspec.Meta(ge=0, le=2**31)]


class ArrayRecord(_Record, frozen=True):
    """An array: its type, its shape and its bytes, little-endian, in C order."""

    type: Literal["float64", "int64", "bool"]
    shape: Annotated[list[Count], msgspec.Meta(min_length=1, max_length=2)]
    data: bytes


class DatasetRecord(_Record, frozen=True):
    """A DatasetSpec."""

    name: Name
    n_samples: Count
    n_classes: Count
    noise: float
    test_share: float
    seed: Count
    input_coding: Pair
    target_coding: Pair
    truth_table: Annotated[list[int], msgspec.Meta(max_length=32)] | None = None
    inputs: ArrayRecord | None = None
    targets: ArrayRecord | None = None
    test_inputs: ArrayRecord | None = None
    test_targets: ArrayRecord | None = None
    input_names: list[Name] | None = None
    target_names: list[Name] | None = None


class LayerRecord(_Record, frozen=True):
    """A LayerSpec."""

    units: Count
    activation: Name
    kind: Name
    id: Count


class NetworkRecord(_Record, frozen=True):
    """A NetworkSpec."""

    n_inputs: Annotated[int, msgspec.Meta(ge=1, le=MAX_COLUMNS)]
    layers: Annotated[list[LayerRecord], msgspec.Meta(min_length=1, max_length=MAX_LAYERS)]
    initialization: Name
    initial_range: float


class TrainingRecord(_Record, frozen=True):
    """A TrainingSpec."""

    rule: Name
    loss: Name
    learning_rate: float
    batch_size: Count | None
    momentum: float
    l1: float
    l2: float
    shuffle: bool
    seed: Count
    max_epochs: Count | None
    target_error: float | None
    stop_when_all_right: bool
    evaluate_every: Count
    milestones: Annotated[list[Count], msgspec.Meta(max_length=MAX_MILESTONES)] = msgspec.field(
        default_factory=lambda: list(LECTURE_MILESTONES)
    )


class RunRecord(_Record, frozen=True):
    """A Run."""

    epoch: Count
    step: Count
    position: Count
    parameters: ArrayRecord
    memory: ArrayRecord
    scalars: ArrayRecord
    order: ArrayRecord
    rng_state: Annotated[str, msgspec.Meta(max_length=4000)]
    curve: ArrayRecord
    stop_reason: Literal["target_error", "all_right", "max_epochs", "diverged"] | None
    milestones: ArrayRecord | None = None
    film: ArrayRecord | None = None


class ProjectRecord(_Record, frozen=True):
    """The whole file."""

    format: Literal["perceptra-project"]
    version: Literal[2]
    dataset: DatasetRecord
    network: NetworkRecord
    training: TrainingRecord
    parameters: ArrayRecord | None = None
    locked: ArrayRecord | None = None
    cut: ArrayRecord | None = None
    run: RunRecord | None = None


def to_record(project: Project) -> ProjectRecord:
    """`project` as it stands in a file."""
    network = project.network
    layers = [LayerRecord(**_plain(layer, LayerRecord)) for layer in network.layers]
    return ProjectRecord(
        format=FORMAT,
        version=VERSION,
        dataset=DatasetRecord(**_plain(project.dataset, DatasetRecord)),
        network=NetworkRecord(**_plain(network, NetworkRecord) | {"layers": layers}),
        training=TrainingRecord(**_plain(project.training, TrainingRecord)),
        parameters=_array_record(project.parameters),
        locked=_array_record(project.locked),
        cut=_array_record(project.cut),
        run=None if project.run is None else RunRecord(**_plain(project.run, RunRecord)),
    )


def from_record(record: ProjectRecord) -> Project:
    """The project that `record` describes. Raises EngineError where it describes none."""
    network = record.network
    layers = tuple(LayerSpec(**_values(layer)) for layer in network.layers)
    return Project(
        dataset=DatasetSpec(**_values(record.dataset)),
        network=NetworkSpec(**_values(network) | {"layers": layers}),
        training=TrainingSpec(**_values(record.training)),
        parameters=_frozen(record.parameters, "float64"),
        locked=_frozen(record.locked, "bool"),
        cut=_frozen(record.cut, "bool"),
        run=None if record.run is None else Run(**_values(record.run)),
    )


def _plain(value: Any, record: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a frozen value that `record` has, NumPy's numbers turned into Python's."""
    return {name: _plain_value(name, getattr(value, name)) for name in record.__struct_fields__}


def _plain_value(name: str, value: Any) -> Any:
    if isinstance(value, FrozenArray):
        return _array_record(value)
    if isinstance(value, tuple):
        return [_plain_value(name, item) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):  # JSON would hold null in its place
        raise EngineError("'{name}' is {value}; only finite numbers can be saved.", name=name, value=value)
    return value


def _values(record: msgspec.Struct) -> dict[str, Any]:
    fields = {name: getattr(record, name) for name in record.__struct_fields__}
    return {
        name: _frozen(value, "int64" if name == "order" else "float64") if isinstance(value, ArrayRecord) else value
        for name, value in fields.items()
    }


def _array_record(array: FrozenArray | None) -> ArrayRecord | None:
    if array is None:
        return None
    values = array.array
    kind = str(values.dtype)
    if kind not in _TYPES:
        raise EngineError("An array of type {kind} has no place in a project file.", kind=kind)
    return ArrayRecord(
        type=kind,  # type: ignore[arg-type]  # one of the three, as looked up
        shape=list(values.shape),
        data=values.astype(_TYPES[kind]).tobytes(),
    )


def _frozen(record: ArrayRecord | None, kind: str) -> FrozenArray | None:
    if record is None:
        return None
    if record.type != kind:
        raise EngineError("An array is of type {type} where {kind} is needed.", type=record.type, kind=kind)
    count = math.prod(record.shape)
    if count > MAX_VALUES or max(record.shape[1:], default=0) > max(MAX_COLUMNS, len(record.data) // 8):
        raise EngineError("An array of shape {shape} is too large.", shape=record.shape)
    if count * np.dtype(_TYPES[kind]).itemsize != len(record.data):
        raise EngineError(
            "An array of shape {shape} holds {bytes} bytes, which does not fit.",
            shape=record.shape,
            bytes=len(record.data),
        )
    if kind == "bool" and record.data.strip(b"\0\1"):
        raise EngineError("A mask holds bytes other than 0 and 1.")
    return FrozenArray(np.frombuffer(record.data, dtype=_TYPES[kind]).reshape(record.shape), dtype=kind)
