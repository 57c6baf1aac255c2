"""This module edits the saved runs, the author and the notes of a project."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import data_of
from engine.data.fingerprint import fingerprint_of
from engine.project.edits.edit import Edit
from engine.project.project import MAX_AUTHOR, MAX_NOTES, Project
from engine.project.saved_run import MAX_NAME, SAVED_MOMENT_BYTES, SavedRun, bounded, figures_of, thinned
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.training.run import Run, check_saved_run

Key = tuple[int, str]


def saved_run(
    project: Project, run: Run, data: Dataset, *, name: str, when: str, was_steered: bool = False
) -> SavedRun:
    """`run`, which trained `project` on `data`, as one to keep; `when` is the time as ISO text."""
    return SavedRun(
        number=next_number(project),
        when=when,
        name=name[:MAX_NAME],
        dataset=project.dataset,
        fingerprint=fingerprint_of(data),
        network=project.network,
        training=project.training,
        epoch=run.epoch,
        figures=figures_of(run, data),
        curve=FrozenArray(thinned(run.curve.array)),
        stop_reason=run.stop_reason,
        was_steered=was_steered or bool(run.marks),
        parameters=project.parameters,
        locked=project.locked,
        cut=project.cut,
        state=replace(run, moments=None if run.moments is None else run.moments.within(SAVED_MOMENT_BYTES)),
        marks=run.marks,
    )


def next_number(project: Project) -> int:
    """The number of the next run to be kept."""
    return 1 + max((run.number for run in project.runs), default=0)


def with_run(project: Project, kept: SavedRun) -> Project:
    """`project` with one run more, or with a newer state of one that it keeps already."""
    others = [run for run in project.runs if run.key != kept.key]
    return replace(project, runs=bounded(sorted([*others, kept], key=lambda run: run.number)))


def with_new_runs(project: Project, kept: Sequence[SavedRun]) -> Project:
    """`project` with these runs more, numbered in this order behind its own."""
    for run in kept:
        project = with_run(project, replace(run, number=next_number(project)))
    return project


def restore_run(project: Project, kept: SavedRun) -> Edit:
    """Data, network, settings and start as they were in `kept`, and its end as the run where that was kept.

    Raises EngineError, changing nothing, where its samples were not kept and are not those of the project.
    """
    dataset = kept.dataset
    if dataset is None:
        if fingerprint_of(data_of(project.dataset)) != kept.fingerprint:
            raise EngineError(
                "The samples of {name} were too many to be kept with it; open the same data first, then restore it.",
                name=kept.name,
            )
        dataset = project.dataset
    if kept.state is not None:
        check_saved_run(kept.state, kept.network.n_parameters, data_of(dataset).n_samples)
    return Edit(
        replace(
            project,
            dataset=dataset,
            network=kept.network,
            training=kept.training,
            parameters=kept.parameters,
            locked=kept.locked,
            cut=kept.cut,
            run=kept.state,
        )
    )


def branch_run(project: Project, kept: SavedRun, run: Run) -> Edit:
    """Keep the run so far, and go on from `run`, a past moment of it."""
    return Edit(replace(with_run(project, kept), run=run))


def open_start(project: Project, tried: Project, seed: int, run: Run) -> Edit:
    """Data, network and settings of `tried`, the start that `seed` draws, and `run`, which was trained from there.

    It was trained up to a limit of its own: only at that of the project, or where it diverged, it has ended.
    """
    limit = tried.training.max_epochs
    is_over = run.stop_reason == "diverged" or (limit is not None and run.epoch >= limit)
    return Edit(
        replace(
            project,
            dataset=tried.dataset,
            network=tried.network,
            training=replace(tried.training, seed=seed),
            parameters=tried.start.redrawn(seed).parameters,
            locked=tried.locked,
            cut=tried.cut,
            run=run if is_over else replace(run, stop_reason=None),
        )
    )


def rename_run(project: Project, key: Key, name: str) -> Edit:
    """Call a saved run otherwise; a blank name changes nothing."""
    called = " ".join(name.split())[:MAX_NAME]
    if not called:
        return Edit(project)
    return Edit(
        replace(project, runs=tuple(replace(run, name=called) if run.key == key else run for run in project.runs))
    )


def delete_runs(project: Project, keys: Collection[Key]) -> Edit:
    """Keep these runs no longer."""
    return Edit(replace(project, runs=tuple(run for run in project.runs if run.key not in keys)))


def set_notes(project: Project, author: str, notes: str) -> Edit:
    """Whose work the project is, and what its author writes about it. Raises EngineError where that is too long."""
    for what, limit in ((author, MAX_AUTHOR), (notes, MAX_NOTES)):
        if len(what) > limit:
            raise EngineError(
                "A name can have {author} characters and notes {notes}; shorten what you wrote.",
                author=MAX_AUTHOR,
                notes=MAX_NOTES,
            )
    return Edit(replace(project, author=author, notes=notes))
