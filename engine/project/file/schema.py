"""This module defines the contents of project files as msgspec Structs, and converts projects to them and back.

Arrays stand as base64 of their little-endian bytes beside type and shape, so that every bit comes back. All other
numbers stand as JSON numbers in the shortest form that reads back the same.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from engine.data.datasets.recipe import FIRST_FORMULA, FIRST_INTERVAL, DatasetSpec
from engine.data.preprocessing import MAX_FEATURES, MAX_FORMULA
from engine.data.words import MAX_WORDS
from engine.project.bookmarks import MAX_NOTE, MOST_BOOKMARKS, Bookmark
from engine.project.file.array_record import MAX_COLUMNS, ArrayRecord, Count, Record, array_record, frozen_array
from engine.project.file.record_fields import plain, values
from engine.project.file.run_record import (
    MarkRecords,
    RunRecord,
    StopReason,
    mark_records,
    marks_of,
    run_of,
    run_record,
)
from engine.project.file.training_record import TrainingRecord
from engine.project.project import MAX_AUTHOR, MAX_NOTES, Project
from engine.project.saved_run import MAX_NAME, MAX_RUNS, RunFigures, SavedRun
from engine.spec.errors import EngineError
from engine.spec.specs import MAX_LAYERS, LayerSpec, NetworkSpec, TrainingSpec

FORMAT: Final = "perceptra-project"
VERSION: Final = 3
Name = Annotated[str, msgspec.Meta(max_length=200)]
Formula = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_FORMULA)]
Pair = tuple[float, float]
Scaling = Literal["none", "standardise", "min_max", "plus_minus"]
Encoding = Literal["", "one_hot", "ordinal"]
WordList = Annotated[list[Name], msgspec.Meta(max_length=MAX_WORDS)]

ReadingRecord = Annotated[list[Name], msgspec.Meta(max_length=2)]
Rule = Literal[
    "divides_percents",
    "drops_currencies",
    "counts_flags",
    "knows_missing",
    "negates_brackets",
    "takes_bounds",
    "drops_units",
]
Mark = Annotated[str, msgspec.Meta(max_length=1)]  # of `number_form`: a decimal mark, or what stands between thousands


class Header(msgspec.Struct, frozen=True):
    """The header is read first: whether this is a project file, and of which version."""

    format: str
    version: Annotated[int, msgspec.Meta(ge=0, le=2**31)]


class DatasetRecord(Record, frozen=True):
    """A DatasetSpec. What is not set is not written, so that files without it stay those of an older Perceptra."""

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
    input_names: Annotated[list[Name], msgspec.Meta(max_length=MAX_COLUMNS)] | None = None
    target_names: Annotated[list[Name], msgspec.Meta(max_length=MAX_COLUMNS)] | None = None
    stratified: bool = False
    features: Annotated[list[Formula], msgspec.Meta(max_length=MAX_FEATURES)] = msgspec.field(default_factory=list)
    keeps_inputs: bool = True
    scaling: Scaling = "none"
    formula: Formula = FIRST_FORMULA
    interval: Pair = FIRST_INTERVAL
    input_words: Annotated[list[WordList], msgspec.Meta(max_length=MAX_COLUMNS)] | msgspec.UnsetType = msgspec.UNSET
    encodings: Annotated[list[Encoding], msgspec.Meta(max_length=MAX_COLUMNS)] | msgspec.UnsetType = msgspec.UNSET
    target_scaling: Scaling | msgspec.UnsetType = msgspec.UNSET
    code_names: Annotated[list[Name], msgspec.Meta(max_length=2)] | msgspec.UnsetType = msgspec.UNSET
    readings: Annotated[list[ReadingRecord], msgspec.Meta(max_length=MAX_COLUMNS)] | msgspec.UnsetType = msgspec.UNSET
    undone_rules: list[Rule] | msgspec.UnsetType = msgspec.UNSET
    number_form: Annotated[list[Mark], msgspec.Meta(max_length=2)] | msgspec.UnsetType = msgspec.UNSET


class LayerRecord(Record, frozen=True):
    """A LayerSpec."""

    units: Count
    activation: Name
    kind: Name
    id: Count


class NetworkRecord(Record, frozen=True):
    """A NetworkSpec."""

    n_inputs: Annotated[int, msgspec.Meta(ge=1, le=MAX_COLUMNS)]
    layers: Annotated[list[LayerRecord], msgspec.Meta(min_length=1, max_length=MAX_LAYERS)]
    initialization: Name
    initial_range: float


class FiguresRecord(Record, frozen=True):
    """The RunFigures of a saved run."""

    loss_sum: float | None
    n_right: Count | None
    n_samples: Count
    test_loss_sum: float | None
    n_test_right: Count | None
    n_test_samples: Count


class SavedRunRecord(Record, frozen=True):
    """A SavedRun; `data`: 0 for the project's own data, n for the n-th of `kept_data`, None where there are none."""

    number: Annotated[int, msgspec.Meta(ge=1, le=2**31)]
    when: Annotated[str, msgspec.Meta(max_length=40)]
    name: Annotated[str, msgspec.Meta(max_length=MAX_NAME)]
    data: Annotated[int, msgspec.Meta(ge=0, le=MAX_RUNS)] | None
    fingerprint: Annotated[str, msgspec.Meta(max_length=40)]
    network: NetworkRecord
    training: TrainingRecord
    epoch: Count
    figures: FiguresRecord
    curve: ArrayRecord
    stop_reason: StopReason | None
    was_steered: bool
    parameters: ArrayRecord | None = None
    locked: ArrayRecord | None = None
    cut: ArrayRecord | None = None
    state: RunRecord | None = None
    marks: MarkRecords = msgspec.field(default_factory=list)


class BookmarkRecord(Record, frozen=True):
    """A Bookmark."""

    epoch: Count
    note: Annotated[str, msgspec.Meta(max_length=MAX_NOTE)]


class ProjectRecord(Record, frozen=True):
    """The whole file."""

    format: Literal["perceptra-project"]
    version: Literal[3]
    dataset: DatasetRecord
    network: NetworkRecord
    training: TrainingRecord
    parameters: ArrayRecord | None = None
    locked: ArrayRecord | None = None
    cut: ArrayRecord | None = None
    run: RunRecord | None = None
    author: Annotated[str, msgspec.Meta(max_length=MAX_AUTHOR)] = ""
    notes: Annotated[str, msgspec.Meta(max_length=MAX_NOTES)] = ""
    runs: Annotated[list[SavedRunRecord], msgspec.Meta(max_length=MAX_RUNS)] = msgspec.field(default_factory=list)
    kept_data: Annotated[list[DatasetRecord], msgspec.Meta(max_length=MAX_RUNS)] = msgspec.field(default_factory=list)
    bookmarks: Annotated[list[BookmarkRecord], msgspec.Meta(max_length=MOST_BOOKMARKS)] = msgspec.field(
        default_factory=list
    )


def to_record(project: Project) -> ProjectRecord:
    """`project` as it stands in a file."""
    data = _distinct_data(project)
    return ProjectRecord(
        format=FORMAT,
        version=VERSION,
        dataset=_dataset_record(project.dataset),
        network=_network_record(project.network),
        training=TrainingRecord(**plain(project.training, TrainingRecord)),
        parameters=array_record(project.parameters),
        locked=array_record(project.locked),
        cut=array_record(project.cut),
        run=run_record(project.run),
        author=project.author,
        notes=project.notes,
        runs=[_saved_run_record(run, data) for run in project.runs],
        kept_data=[_dataset_record(spec) for spec in data[1:]],
        bookmarks=[BookmarkRecord(epoch=mark.epoch, note=mark.note) for mark in project.bookmarks],
    )


def from_record(record: ProjectRecord) -> Project:
    """The project that `record` describes. Raises EngineError where it describes none."""
    data = [DatasetSpec(**values(each)) for each in (record.dataset, *record.kept_data)]
    return Project(
        dataset=data[0],
        network=_network(record.network),
        training=TrainingSpec(**values(record.training)),
        parameters=frozen_array(record.parameters),
        locked=frozen_array(record.locked, "bool"),
        cut=frozen_array(record.cut, "bool"),
        run=run_of(record.run),
        author=record.author,
        notes=record.notes,
        runs=tuple(_saved_run(each, data) for each in record.runs),
        bookmarks=tuple(Bookmark(mark.epoch, mark.note) for mark in record.bookmarks),
    )


def _dataset_record(spec: DatasetSpec) -> DatasetRecord:
    fields = plain(spec, DatasetRecord)
    unset = {field.name for field in msgspec.structs.fields(DatasetRecord) if field.default is msgspec.UNSET}
    is_default = {name for name in unset if getattr(spec, name) == getattr(DatasetSpec, name)}
    return DatasetRecord(**{name: value for name, value in fields.items() if name not in is_default})


def _network_record(network: NetworkSpec) -> NetworkRecord:
    layers = [LayerRecord(**plain(layer, LayerRecord)) for layer in network.layers]
    return NetworkRecord(
        **{name: getattr(network, name) for name in ("n_inputs", "initialization", "initial_range")}, layers=layers
    )


def _network(record: NetworkRecord) -> NetworkSpec:
    layers = tuple(LayerSpec(**values(layer)) for layer in record.layers)
    return NetworkSpec(**(values(record) | {"layers": layers}))


def _distinct_data(project: Project) -> list[DatasetSpec]:
    """The project's data and then those of its saved runs, each once."""
    return list(dict.fromkeys([project.dataset, *(run.dataset for run in project.runs if run.dataset is not None)]))


def _saved_run_record(run: SavedRun, data: list[DatasetSpec]) -> SavedRunRecord:
    names = ("number", "when", "name", "fingerprint", "epoch", "stop_reason", "was_steered")
    return SavedRunRecord(
        **{name: getattr(run, name) for name in names},
        data=None if run.dataset is None else data.index(run.dataset),
        network=_network_record(run.network),
        training=TrainingRecord(**plain(run.training, TrainingRecord)),
        figures=FiguresRecord(**plain(run.figures, FiguresRecord)),
        curve=array_record(run.curve),
        parameters=array_record(run.parameters),
        locked=array_record(run.locked),
        cut=array_record(run.cut),
        state=run_record(run.state),
        marks=mark_records(run.marks),
    )


def _saved_run(record: SavedRunRecord, data: list[DatasetSpec]) -> SavedRun:
    if record.data is not None and record.data >= len(data):
        raise EngineError("The saved run {name} has no data.", name=record.name)
    fields = {name: getattr(record, name) for name in record.__struct_fields__ if name != "data"}
    return SavedRun(
        **fields
        | {
            "dataset": None if record.data is None else data[record.data],
            "network": _network(record.network),
            "training": TrainingSpec(**values(record.training)),
            "figures": RunFigures(**values(record.figures)),
            "curve": frozen_array(record.curve),
            "parameters": frozen_array(record.parameters),
            "locked": frozen_array(record.locked, "bool"),
            "cut": frozen_array(record.cut, "bool"),
            "state": run_of(record.state),
            "marks": marks_of(record.marks),
        }
    )
