"""Computes the numbers of the steps and of the matrices in the background, while their tab is in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.network.back_propagation import BackPropagation, back_propagation
from engine.network.batch_back_propagation import matrices
from engine.project.project import Project
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.features.back_propagation.matrix_panel import MatrixPanel
from gui.features.back_propagation.steps.step_panel import StepPanel, Turn
from gui.features.back_propagation.tabs import MATRICES, STEPS
from gui.features.context import WindowContext
from gui.toolkit.background_job import Background

MOST_WORK = 20_000_000
"""Samples times parameters; E over more would make the other numbers wait."""

Show = Callable[[], object]


class Explanations(QObject):
    """Fills the tab that is in front with numbers of the moment that the other views show."""

    def __init__(self, context: WindowContext, steps: StepPanel, matrix_panel: MatrixPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._steps, self._matrices = context, steps, matrix_panel
        self._frame: Frame | None = None
        self._is_outdated = False
        self.is_stepping = False  # until a step is made, what is computed may be of the moment before
        self._background = Background("perceptra-explainer", self)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self._on_background_failed)

    def take_frame(self, frame: Frame) -> None:
        """Take `frame` as the moment that the other views show."""
        self._frame = frame

    def refresh(self) -> None:
        """Ask for the numbers of the tab in front."""
        context, snapshot = self._context, self._snapshot()
        name = context.table_on_show
        if name not in (STEPS.name, MATRICES.name) or snapshot is None or context.session.preparing:
            return
        if self._background.is_busy:  # a job that takes longer than the pause between two frames must come to its end
            self._is_outdated = True
            return
        self._is_outdated = False
        compute = self._matrices_job(snapshot) if name == MATRICES.name else self._steps_job(snapshot)
        if compute is not None:
            self._background.submit(lambda _is_cancelled: compute())

    def _snapshot(self) -> Snapshot | None:
        context, frame = self._context, self._frame
        project, newest = context.document.project, context.session.snapshot
        if newest is None or newest.parameters.shape != (project.network.n_parameters,):
            return None
        if context.session.state != "training":
            return newest
        is_of_frame = frame is not None and frame.snapshot.run_id == newest.run_id and frame.network == project.network
        return frame.snapshot if is_of_frame and frame is not None else newest

    def _matrices_job(self, snapshot: Snapshot) -> Callable[[], Show]:
        project, data = self._context.document.project, self._context.document.dataset

        def compute() -> Show:
            found = matrices(project.start.make_network(snapshot.parameters), data, project.training.loss)
            return lambda: self._if_fits(
                project, lambda: self._matrices.show_matrices(found, project.network, project.training.loss)
            )

        return compute

    def _steps_job(self, snapshot: Snapshot) -> Callable[[], Show] | None:
        """The job for the chosen sample; None, with a message on show, where none is chosen."""
        context, sample = self._context, self._context.probe.sample
        project, data = context.document.project, context.document.dataset
        if sample is None or sample >= data.n_samples:
            text = QCoreApplication.translate(
                "Explanations", "Choose a sample of the training set: here, or in the sample table."
            )
            self._steps.show_problem(text)
            return None
        is_training = context.session.state == "training"
        run = context.session.run()
        turn = Turn(None if is_training else next_sample(run, project), is_training)
        known = None if is_training else run

        def compute() -> Show:
            passage = _explain(project, data, snapshot, sample, known)
            return lambda: self._if_fits(project, lambda: self._steps.show_passage(passage, sample, turn))

        return compute

    def _if_fits(self, project: Project, show: Show) -> None:
        """Show numbers unless the project has become another one meanwhile, or a step is being made."""
        now = self._context.document.project
        if (now.network, now.dataset) == (project.network, project.dataset) and not self.is_stepping:
            show()

    def _on_background_done(self, show: Show) -> None:
        show()
        if self._is_outdated:
            self.refresh()

    def _on_background_failed(self, sentence: str) -> None:
        panel = self._matrices if self._context.table_on_show == MATRICES.name else self._steps
        panel.show_problem(sentence)
        if self._is_outdated:
            self.refresh()


def next_sample(run: Run | None, project: Project, further: int = 0) -> int | None:
    """The sample whose turn it is, or comes `further` ones later; None where a new order is drawn before."""
    if run is None:
        return None if project.training.shuffle else further
    n_samples, place = len(run.order.array), run.position + further
    if place >= n_samples or run.position == 0:
        return None if project.training.shuffle else place % max(n_samples, 1)
    return int(run.order.array[place])


def _explain(project: Project, data: Dataset, snapshot: Snapshot, sample: int, run: Run | None) -> BackPropagation:
    """Training sample `sample` step by step at the parameters of `snapshot`; `run`, at rest, knows the velocity."""
    is_same_moment = run is not None and (run.epoch, run.step) == (snapshot.epoch, snapshot.step)
    is_little = data.n_samples * project.network.n_parameters <= MOST_WORK
    return back_propagation(
        project.start.make_network(snapshot.parameters),
        data.inputs[sample],
        data.targets[sample],
        _at_present_rate(project.training, snapshot),
        velocity=run.rule.memory_1.array if run is not None and is_same_moment else None,
        whole_set=(data.inputs, data.targets) if is_little else None,
    )


def _at_present_rate(training: TrainingSpec, snapshot: Snapshot) -> TrainingSpec:
    """`training` with the learning rate of the next update, which a schedule makes another one than the first."""
    is_shown = RULE_TABLE[training.rule].is_plain_descent
    return replace(training, learning_rate=snapshot.learning_rate) if is_shown else training
