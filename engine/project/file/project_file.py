"""This module reads and writes project files (.perceptra): checked JSON with a version, replaced atomically."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np

from engine.data.datasets.recipe import data_of
from engine.files.atomic_write import write_atomically
from engine.files.text_file import decode, path_of, read_bytes
from engine.network.fit import check_widths
from engine.project.file.json_text import fault_text, record_problem
from engine.project.file.schema import FORMAT, VERSION, Header, ProjectRecord, from_record, to_record
from engine.project.project import Project
from engine.spec.errors import EngineError, Text
from engine.spec.frozen_array import FrozenArray
from engine.spec.value_checks import check_kind
from engine.training.run import check_saved_run

SUFFIX = ".perceptra"
MAX_FILE_BYTES = 128_000_000
_MOST_VALUES = 1_000_000  # that stand one by one; arrays are one value each


def _unchanged(contents: dict[str, Any]) -> dict[str, Any]:
    return contents


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: _unchanged,  # what version 2 has besides, a file may lack
    2: _unchanged,  # likewise; its film is still read
}
"""For each older version: the function that turns such a file's contents into those of the next version."""


def save(project: Project, path: str | os.PathLike[str], unwanted: Callable[[], bool] = lambda: False) -> None:
    """Write `project` to `path`, wholly or not at all; what `load` reads back is equal to the bit.

    Where it is `unwanted` before the end, the former file stays.

    A run that belongs to another network or other data than the project's could not go on and is left out.
    Raises EngineError, leaving a former file as it was, where the project or the place does not allow it.
    """
    check_kind("What is saved", project, Project)
    file = path_of(path)
    write_atomically(file, payload_of(project, file.name), unwanted)


def payload_of(project: Project, name: str) -> bytes:
    """What `save` writes to a file called `name`; raises EngineError where the project does not allow it."""
    try:
        check_project(project)
        payload = encode(project if _run_fits(project) else replace(project, run=None))
    except (TypeError, ValueError) as error:  # whatever msgspec refuses besides
        unknown = Text("it holds a value that no project file can hold.")
        problem = error.text if isinstance(error, EngineError) else unknown
        raise EngineError("The project cannot be saved as {file}: {problem}", file=name, problem=problem) from error
    if len(payload) > MAX_FILE_BYTES:
        raise EngineError(
            "The project cannot be saved as {file}: it takes {size:,.0f} MB, the limit is {limit:,.0f} MB; "
            "use fewer samples.",
            file=name,
            size=len(payload) / 1e6,
            limit=MAX_FILE_BYTES / 1e6,
        )
    return payload


def load(path: str | os.PathLike[str]) -> Project:
    """The project in the file at `path`. Raises EngineError naming the file and what to do where there is none."""
    file = path_of(path)
    return decode_project(read_bytes(file, MAX_FILE_BYTES), file.name)


def encode(project: Project) -> bytes:
    """`project` as the bytes of a file, one field a line."""
    return msgspec.json.format(msgspec.json.encode(to_record(project)), indent=1) + b"\n"


def decode_project(payload: bytes, name: str) -> Project:
    """The project in the bytes of a file called `name`; raises EngineError like `load`."""
    _check_structure(payload, name)
    text = decode(payload, name)
    try:
        project = from_record(_read_record(text, name))
        check_project(project)
        if project.run is not None:
            check_saved_run(project.run, project.network.n_parameters, data_of(project.dataset).n_samples)
            check_widths(project.network, project.run.parameters.array)
    except EngineError as error:
        if str(error).startswith(name):
            raise
        raise EngineError(
            "{file} cannot be opened: {problem} Open another copy of the file.", file=name, problem=error.text
        ) from error
    return project


def _check_structure(payload: bytes, name: str) -> None:
    """Refuse, before any of them is made, more lists and values than a project has: they take many times their text."""
    if payload.count(b",") + payload.count(b"[") + payload.count(b"{") > _MOST_VALUES:
        raise EngineError(
            "{file} is no Perceptra project, or is damaged: {error}. Open another copy of the file.",
            file=name,
            error=Text("it lists more than {limit:,} values", limit=_MOST_VALUES),
        )


def _read_record(text: str, name: str) -> ProjectRecord:
    try:
        header = msgspec.json.decode(text, type=Header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise EngineError(
            "{file} is no Perceptra project, or is damaged: {error}. Open another copy of the file.",
            file=name,
            error=record_problem(text, Header),
        ) from error
    if header.format != FORMAT:
        raise EngineError("{file} is no Perceptra project; choose a file that Perceptra saved.", file=name)
    if header.version > VERSION:
        raise EngineError(
            "{file} was saved by a newer Perceptra (file version {version}; this one reads up to {newest}); "
            "update Perceptra to open it.",
            file=name,
            version=header.version,
            newest=VERSION,
        )
    try:
        if header.version == VERSION:
            return msgspec.json.decode(text, type=ProjectRecord)
        contents = _migrated(msgspec.json.decode(text), header.version, name)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _changed(name, record_problem(text, ProjectRecord)) from error
    try:
        return msgspec.convert(contents, ProjectRecord)
    except (msgspec.ValidationError, RecursionError) as error:
        raise _changed(name, fault_text(contents, text, ProjectRecord)) from error


def _changed(name: str, problem: Text) -> EngineError:
    return EngineError(
        "{file} is damaged or was changed by hand: {error}. Open another copy of the file.", file=name, error=problem
    )


def _migrated(contents: dict[str, Any], version: int, name: str) -> dict[str, Any]:
    """The contents of an older file as the present version has them."""
    while version < VERSION:
        if version not in MIGRATIONS:
            raise EngineError(
                "{file} has file version {version}, which no Perceptra ever wrote. Open another copy of the file.",
                file=name,
                version=version,
            )
        contents = MIGRATIONS[version](contents)
        version += 1
    return contents | {"version": VERSION}


def check_project(project: Project) -> None:
    """Raises EngineError where data, network, start and masks do not belong together."""
    data, network = data_of(project.dataset), project.network
    if (data.n_inputs, data.n_outputs) != (network.n_inputs, network.n_outputs):
        raise EngineError(
            "The network has {inputs} inputs and {outputs} outputs, but the data have {data_inputs} and "
            "{data_outputs}.",
            inputs=network.n_inputs,
            outputs=network.n_outputs,
            data_inputs=data.n_inputs,
            data_outputs=data.n_outputs,
        )
    for name in ("parameters", "locked", "cut"):
        _check_flat(name, getattr(project, name), network.n_parameters)
    if project.parameters is not None:
        check_widths(network, project.parameters.array)
    if project.cut is not None and project.cut.array[: network.n_rbf_parameters].any():
        raise EngineError("The centres and widths of an RBF layer cannot be cut; lock them instead.")


def _run_fits(project: Project) -> bool:
    if project.run is None:
        return True
    try:
        check_saved_run(project.run, project.network.n_parameters, data_of(project.dataset).n_samples)
        check_widths(project.network, project.run.parameters.array)
    except EngineError:
        return False
    return True


def _check_flat(name: str, values: FrozenArray | None, count: int) -> None:
    if values is None:
        return
    if values.array.shape != (count,):
        raise EngineError(
            "The network has {count} weights and biases, but '{name}' has shape {shape}.",
            count=count,
            name=name,
            shape=values.array.shape,
        )
    if not np.isfinite(values.array).all():
        raise EngineError("'{name}' holds numbers that are not finite.", name=name)
