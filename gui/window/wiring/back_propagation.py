"""Back-propagation in the window: the step, matrix, milestone, success and function tabs below the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QTimer, Signal

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.rules import RULE_TABLE
from engine.training.snapshot import Snapshot
from engine.training.success_rate import Attempt
from gui.features.back_propagation import FunctionPanel, MatrixPanel, MilestonePanel, StepPanel, SuccessPanel
from gui.features.back_propagation.step_panel import Turn
from gui.features.back_propagation.success_panel import Trial
from gui.toolkit.annotations import Annotations
from gui.toolkit.background_job import Background
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.export import Offer
from gui.window.wiring.back_propagation_jobs import explain, lay_out, next_sample, try_starts
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


def _is_dense(project: Project) -> bool:
    return all(layer.kind == "dense" for layer in project.network.layers)


def _has_slopes(project: Project) -> bool:
    """Back-propagation needs slopes everywhere; the perceptron rule does without it."""
    smooth = all(ACTIVATIONS[layer.activation].has_gradient for layer in project.network.layers)
    return _is_dense(project) and smooth and RULE_TABLE[project.training.rule].gradient


STEPS = tab_spec(
    "steps",
    QT_TRANSLATE_NOOP("Tabs", "Step by step"),
    QT_TRANSLATE_NOOP("Tabs", "Back-propagation of one sample in seven steps"),
    fits=_has_slopes,
)
FUNCTIONS = tab_spec(
    "functions",
    QT_TRANSLATE_NOOP("Tabs", "Functions"),
    QT_TRANSLATE_NOOP("Tabs", "Activation functions and their derivatives"),
    fits=_is_dense,
)
MATRICES = tab_spec(
    "matrices",
    QT_TRANSLATE_NOOP("Tabs", "Matrices"),
    QT_TRANSLATE_NOOP("Tabs", "Forward and backward pass of the whole set as matrices"),
    fits=_has_slopes,
)
MILESTONES = tab_spec(
    "milestones",
    QT_TRANSLATE_NOOP("Tabs", "Milestones"),
    QT_TRANSLATE_NOOP("Tabs", "What the network answered after certain epochs"),
)
SUCCESS = tab_spec(
    "success",
    QT_TRANSLATE_NOOP("Tabs", "Success rate"),
    QT_TRANSLATE_NOOP("Tabs", "How often training succeeds from random starts"),
)
PAUSE_MS = 100


class BackPropagationWiring(Wiring):
    """Asks for numbers only while the tab that shows them is in front; they are computed in the background."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        themes, notation = window.appearance.themes, window.appearance.notation
        self.steps = StepPanel(window.document, themes, notation, window)
        self.matrices = MatrixPanel(themes, window)
        self.milestones = MilestonePanel(window.document, themes, notation, window)
        self.success = SuccessPanel(themes, window)
        self.functions = FunctionPanel(window.document, themes, notation, window)
        self._frame: Frame | None = None
        self._explainer = Background("perceptra-explainer", self)
        self._trials = _Trials(self)
        self._marked = False
        self._steps_seen: set[int] = set()
        self._is_stepping = self._is_outdated = False
        for name, panel in (
            (STEPS, self.steps),
            (FUNCTIONS, self.functions),
            (MATRICES, self.matrices),
            (MILESTONES, self.milestones),
            (SUCCESS, self.success),
        ):
            window.tables.add(name, panel)
        self._connect()

    def _connect(self) -> None:
        window = self.window
        window.clock.add(self._on_clock_frame, pause_ms=PAUSE_MS)
        window.clock.add(self.milestones.show_frame, pause_ms=90)
        window.clock.add(self._show_functions, pause_ms=60)
        window.tables.shown.connect(self._on_tables_shown)
        window.pages.shown.connect(self._on_pages_shown)
        window.probe.changed.connect(self._on_probe_changed)
        window.document.changed.connect(self._on_document_changed)
        window.session.prepared.connect(self._refresh)
        window.session.state_changed.connect(self._refresh)
        for rested in (window.session.paused, window.session.finished, window.session.failed):
            rested.connect(self._on_session_rested)
        self._explainer.done.connect(self._on_explainer_done)
        self._explainer.failed.connect(self._on_explainer_failed)
        self.steps.sample_chosen.connect(self._choose_sample)
        self.steps.apply_wanted.connect(self._on_steps_apply_wanted)
        self.steps.marks_changed.connect(self._show_marks)
        self.steps.part_chosen.connect(self.functions.choose)
        window.diagram_view.selection_changed.connect(self._on_diagram_selection_changed)
        self.milestones.rate_wanted.connect(self._on_milestones_rate_wanted)
        self.milestones.export_wanted.connect(self._on_milestones_export_wanted)
        self.milestones.failed.connect(window.message_bar.warn)
        self.success.wanted.connect(self._begin_trials)
        self.success.cancelled.connect(self._on_success_cancelled)
        self._trials.progressed.connect(self.success.show_attempts)
        self._trials.ended.connect(self.success.finish)
        self._trials.failed.connect(self.success.show_problem)

    def pictures(self) -> list[Offer]:
        return [
            Offer("functions", self.tr("Activation functions"), self.functions.picture),
            Offer("success", self.tr("Success rate"), self.success.picture),
        ]

    def facts(self) -> dict[str, object]:
        """How many of the seven steps were on show since the project was opened, and whether the success is known."""
        return {
            "steps.seen": len(self._steps_seen),
            "success.known": bool(self.success.attempts) and not self.success.is_running,
        }

    # ------------------------------------------------------------------ what is on show

    @property
    def _name_on_show(self) -> str:
        return self.window.tables.current if self.window.pages.current == WORKBENCH else ""

    def _on_tables_shown(self, _name: str) -> None:
        if self._name_on_show in (STEPS.name, FUNCTIONS.name) and self.window.probe.inputs is None:
            self._choose_sample(next_sample(self.window.session.run(), self.window.document.project) or 0)
        self._show_marks()
        self._refresh()

    def _on_probe_changed(self) -> None:
        self.window.session.set_passed(self.window.probe.inputs)
        self._refresh()

    def _on_pages_shown(self, _name: str) -> None:
        self._refresh()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self.window.document.is_loading:
            self._steps_seen = set()
        if (before.network, before.dataset) != (after.network, after.dataset):
            self.steps.show_problem("")
        self.success.mark_outdated()
        self._refresh()

    def _on_clock_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._refresh()

    def _show_functions(self, frame: Frame) -> None:
        if self._name_on_show == FUNCTIONS.name:
            self.functions.show_frame(frame)

    # ------------------------------------------------------------------ numbers

    def _snapshot(self) -> Snapshot | None:
        window, frame = self.window, self._frame
        project, newest = window.document.project, window.session.snapshot
        if newest is None or newest.parameters.shape != (project.network.n_parameters,):
            return None
        if window.session.state != "training":
            return newest
        is_of_frame = frame is not None and frame.snapshot.run_id == newest.run_id and frame.network == project.network
        return frame.snapshot if is_of_frame and frame is not None else newest

    def _refresh(self) -> None:
        """Ask for the numbers of the tab in front, from the moment that the other views show."""
        window, name, snapshot = self.window, self._name_on_show, self._snapshot()
        if name == FUNCTIONS.name and self._frame is not None:
            self.functions.show_frame(self._frame)
        if name not in (STEPS.name, MATRICES.name) or snapshot is None or window.session.preparing:
            return
        if self._explainer.is_busy:  # a job that takes longer than the pause between two frames must come to its end
            self._is_outdated = True
            return
        self._is_outdated = False
        project, data = window.document.project, window.document.dataset
        if name == MATRICES.name:

            def compute() -> Callable[[], object]:
                found = lay_out(project, data, snapshot)
                return lambda: self._if_fits(
                    project, lambda: self.matrices.show_matrices(found, project.network, project.training.loss)
                )
        else:
            sample, run = window.probe.sample, window.session.run()
            if sample is None or sample >= data.n_samples:
                self.steps.show_problem(self.tr("Choose a sample of the training set: here, or in the sample table."))
                return
            is_training = window.session.state == "training"
            turn = Turn(None if is_training else next_sample(run, project), is_training)
            known = None if is_training else run

            def compute() -> Callable[[], object]:
                passage = explain(project, data, snapshot, sample, known)
                return lambda: self._if_fits(project, lambda: self.steps.show_passage(passage, sample, turn))

        self._explainer.submit(lambda _is_cancelled: compute())

    def _on_session_rested(self, *_reason: str) -> None:
        self._is_stepping = False
        self._refresh()

    def _if_fits(self, project: Project, show: Callable[[], object]) -> None:
        """Show numbers unless the project has become another one meanwhile, or a step is being made."""
        now = self.window.document.project
        if (now.network, now.dataset) == (project.network, project.dataset) and not self._is_stepping:
            show()

    def _on_explainer_done(self, show: Callable[[], object]) -> None:
        show()
        if self._is_outdated:
            self._refresh()

    def _on_explainer_failed(self, sentence: str) -> None:
        if self._name_on_show == MATRICES.name:
            self.matrices.show_problem(sentence)
        else:
            self.steps.show_problem(sentence)
        if self._is_outdated:
            self._refresh()

    # ------------------------------------------------------------------ the diagram

    def _show_marks(self) -> None:
        marks = self.steps.marks() if self._name_on_show == STEPS.name else None
        if marks is None:
            if self._marked:
                self._marked = False
                self.window.diagram_view.set_annotations(None)
            return
        self._marked = True
        self._steps_seen.add(self.steps.step)
        key = self.steps.key
        emphasis = frozenset([key]) if key and key[0] >= 0 else frozenset()
        self.window.diagram_view.set_annotations(
            Annotations(marks.neurons, marks.connections, marks.biases, emphasis, marks.title)
        )

    def _on_diagram_selection_changed(self) -> None:
        selected = self.window.diagram_view.selected
        if selected is not None and selected.kind == "neuron" and selected.unit is not None:
            self.functions.choose((selected.layer, selected.unit))

    # ------------------------------------------------------------------ doing

    def _choose_sample(self, sample: int) -> None:
        data = self.window.document.dataset
        if 0 <= sample < data.n_samples:
            inputs, targets = (tuple(map(float, rows[sample])) for rows in (data.raw_inputs, data.targets))
            self.window.probe.set_sample(sample, inputs, targets)

    def _on_steps_apply_wanted(self) -> None:
        """Make the step, and go on with the sample whose turn comes then."""
        window = self.window
        turn = next_sample(window.session.run(), window.document.project)
        self._is_stepping = True  # until it is made, what is computed may be of the moment before
        window.session.step_sample()
        n_samples = window.document.dataset.n_samples
        if turn is not None and window.document.project.training.batch_size == 1 and n_samples:
            following = next_sample(window.session.run(), window.document.project, further=1)
            self._choose_sample((turn + 1) % n_samples if following is None else following)

    # ------------------------------------------------------------------ how often

    def _on_milestones_rate_wanted(self) -> None:
        self.window.tables.show_table(SUCCESS.name)
        self._begin_trials()

    def _on_milestones_export_wanted(self) -> None:
        self.window.questions.ask_save_table(self.tr("Save the table"), lambda path: self.milestones.export(str(path)))

    def _begin_trials(self) -> None:
        window = self.window
        if window.session.preparing:
            self.success.show_problem(self.tr("The engine is being compiled; try again in a moment."))
            return
        project = replace(window.document.project, run=None)
        trial = self._trials.begin(project, window.document.dataset)
        self.success.begin(trial)

    def _on_success_cancelled(self) -> None:
        self._trials.cancel()
        self.success.finish()


class _Trials(QObject):
    """Many starts in the background; what is known comes a few times a second."""

    progressed = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Background("perceptra-trials", self)
        self._worker.done.connect(self._on_worker_done)
        self._worker.failed.connect(self._on_worker_failed)
        self._found: list[Attempt] = []
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._tell)

    def begin(self, project: Project, data: Dataset) -> Trial:
        """Try starts of `project`, giving up those before."""
        found: list[Attempt] = []
        self._found = found
        trial, job = try_starts(project, data, found)
        self._worker.submit(job)
        self._timer.start()
        return trial

    def cancel(self) -> None:
        """Stop; what was found stays on show."""
        self._worker.cancel()
        self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        self.progressed.emit(tuple(self._found))

    def _on_worker_done(self, _result: object) -> None:
        self._timer.stop()
        self._tell()
        self.ended.emit()

    def _on_worker_failed(self, sentence: str) -> None:
        self._timer.stop()
        self.failed.emit(sentence)
