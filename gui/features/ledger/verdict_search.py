"""Finds out in the background what the verdict says: whether a line exists, after how many corrections, which cycle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.rules import RULE_TABLE
from gui.features.ledger.verdict import Verdict
from gui.toolkit.background_job import Background

if TYPE_CHECKING:
    from engine.analysis.separability import Separability
    from engine.training.convergence import Cycle
    from engine.training.ledger import LedgerView

CYCLE_STEPS, COUNTED_STEPS = 80_000, 20_000
"""How far a cycle is looked for, and corrections are counted: a second or so."""


@dataclass(frozen=True)
class _Outlook:
    """What can be said before the run: per unit whether a line exists, and after how many corrections it is found."""

    units: tuple[Separability, ...]
    bounds: tuple[float | None, ...]


@dataclass(frozen=True)
class _Course:
    """What the run itself shows: corrections until step `current`, and where it will have come round."""

    key: tuple[int, int]
    current: int
    counts: tuple[int, ...]
    cycle: Cycle | None


class VerdictSearch(QObject):
    """Takes the ledgers of one run after the other; `found` tells that the verdict may be another one now."""

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._outlooks = Background("perceptra-verdict", self)
        self._courses = Background("perceptra-course", self)
        self._outlook: _Outlook | None = None
        self._course: _Course | None = None
        self._asked: tuple[tuple[int, int], int] | None = None
        self._run_id = -1
        self._outlooks.done.connect(self._on_outlooks_done)
        self._courses.done.connect(self._on_courses_done)

    def look_ahead(self, project: Project, data: Dataset, start: NDArray[np.float64]) -> None:
        """Find out what can be said before the run of `project` from `start`, flat."""
        self.forget()
        self._outlooks.submit(lambda _unwanted: _look_ahead(project, data, start))

    def forget(self) -> None:
        """Forget what was said before the run: it belongs to another project, or to other data or settings."""
        self._outlook, self._asked = None, None

    def cancel(self) -> None:
        """Stop searching."""
        self._outlooks.cancel()
        self._courses.cancel()

    def begin_run(self, run_id: int) -> bool:
        """Take the run with this id from now on; whether it is another one than so far."""
        if run_id == self._run_id:
            return False
        self._run_id, self._course = run_id, None
        return True

    def follow(self, view: LedgerView) -> None:
        """Let the corrections be counted, or a cycle be found, one job at a time."""
        outlook, key = self._outlook, (self._run_id, view.edition)
        if outlook is None or not outlook.units or self._courses.is_busy or view.length == view.first:
            return
        hopeless = not all(unit.separable for unit in outlook.units)
        asked = (key, 0 if hopeless else view.current)
        if asked != self._asked:
            self._asked = asked
            self._courses.submit(lambda _unwanted: _follow(view, key, hopeless))

    def cycle_reached(self, view: LedgerView | None) -> Cycle | None:
        """The cycle, once the run has gone round it."""
        course = self._course_of(view)
        if view is None or course is None or course.cycle is None:
            return None
        return course.cycle if view.current >= course.cycle.again else None

    def verdict(self, project: Project, view: LedgerView | None) -> Verdict:
        """What is known of the run of `project` whose ledger is `view`, None before it has one."""
        course = self._course_of(view)
        counts = course.counts if course is not None else ()
        if view is not None and len(view.stretches) > 1:
            counts = ()  # made under several settings, to which no one bound belongs
        return Verdict(
            units=None if self._outlook is None else self._outlook.units,
            bounds=() if self._outlook is None else self._outlook.bounds,
            counts=counts,
            cycle=self.cycle_reached(view),
            current=view.current if view is not None else 0,
            is_perceptron=RULE_TABLE[project.training.rule].threshold_units,
            is_masked=_is_masked(project),
            n_inputs=project.network.n_inputs,
        )

    def _course_of(self, view: LedgerView | None) -> _Course | None:
        """What is known of the run as `view` shows it; None where it was found for another one."""
        course = self._course
        is_of_view = course is not None and view is not None and course.key == (self._run_id, view.edition)
        return course if is_of_view else None

    def _on_outlooks_done(self, outlook: _Outlook) -> None:
        self._outlook = outlook
        self.found.emit()

    def _on_courses_done(self, course: _Course) -> None:
        self._course = course
        self.found.emit()


def _look_ahead(project: Project, data: Dataset, start: NDArray[np.float64]) -> _Outlook:
    from engine.analysis.separability import unit_separability
    from engine.training.convergence import correction_bound

    units = tuple(unit_separability(data))
    if not RULE_TABLE[project.training.rule].threshold_units or _is_masked(project):
        return _Outlook(units, (None,) * len(units))
    low, high = data.target_codes
    step, n_outputs = project.training.learning_rate * (high - low), data.n_outputs
    bounds = tuple(
        correction_bound(data.inputs, data.targets[:, index] > data.middle, start[index::n_outputs], step)
        if unit.separable
        else None
        for index, unit in enumerate(units)
    )
    return _Outlook(units, bounds)


def _follow(view: LedgerView, key: tuple[int, int], hopeless: bool) -> _Course:
    from engine.training.convergence import count_corrections, find_cycle

    if hopeless:
        return _Course(key, view.current, (), find_cycle(view, CYCLE_STEPS))
    counts = count_corrections(view, COUNTED_STEPS)
    return _Course(key, view.current, () if counts is None else tuple(int(count) for count in counts), None)


def _is_masked(project: Project) -> bool:
    """Whether weights or biases are locked or cut."""
    return any(mask is not None and bool(np.any(np.asarray(mask))) for mask in (project.locked, project.cut))
