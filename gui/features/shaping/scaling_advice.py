"""Says, before training and once while it happens, that the error runs away, and offers the scaling that mends it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from engine.analysis.frame import Frame
from engine.analysis.mean_answer import has_run_away, mean_error
from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.project.runaway import Remedy, advice_for, is_large, remedy_for
from gui.document import commands
from gui.features.context import WindowContext
from gui.toolkit.background_job import Background
from gui.words.number_text import few_figures

_FIRST_EPOCHS = 5  # of a run: not looked at
_CALM_MS = 400  # after an edit


class _Look:
    """What the numbers of a project's data are like; found beside the window, as there may be a million."""

    def __init__(self, project: Project, is_large: bool, error_of_mean: float, asks: bool) -> None:
        """asks: whether to try how training would begin."""
        self.project, self.is_large, self.error_of_mean = project, is_large, error_of_mean
        self.remedy = advice_for(project) if asks else None


class ScalingAdvice(QObject):
    """For each data set at most one message before training, and one while it runs away; both can be dismissed."""

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._advised: DatasetSpec | None = None  # about whose start something was said
        self._warned: DatasetSpec | None = None  # and about whose run
        self._looked: _Look | None = None
        self._text = ""
        self._times = 0.0
        self._before, self._meanwhile = (Background(f"perceptra-scaling-{k}", self) for k in (1, 2))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._look)
        self._before.done.connect(self._on_before_done)
        self._meanwhile.done.connect(self._on_meanwhile_done)
        context.document.changed.connect(self._on_document_changed)
        context.session.prepared.connect(self._calm.start)
        context.clock.add(self._on_frame)

    # ------------------------------------------------------------------ before

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self._context.messages.withdraw(self._text)
            self._meanwhile.cancel()
        self._calm.start()

    def _look(self) -> None:
        """Try beside the window how training would begin, and how large the numbers are."""
        session, document = self._context.session, self._context.document
        project, data = document.project, document.dataset
        if session.preparing or data.task != "values" or not data.preprocessing.targets.is_none:
            return
        is_asked = session.state == "idle" and project.dataset != self._advised
        self._before.submit(lambda _given_up: _Look(project, is_large(data), mean_error(data.targets), is_asked))

    def _on_before_done(self, look: _Look) -> None:
        self._looked = look
        project = look.project
        if look.remedy is None or project != self._context.document.project or project.dataset == self._advised:
            return
        self._advised = project.dataset
        text = self.tr(
            "With these numbers the error would stay above that of always answering the mean. Scaled, they are"
            " learned; you still see your units."
        )
        self._offer(text, look.remedy)

    # ------------------------------------------------------------------ while

    def _on_frame(self, frame: Frame) -> None:
        project, look = self._context.document.project, self._looked
        if look is None or not look.is_large or look.project.dataset is not project.dataset:
            return
        if project.dataset == self._warned or frame.network != project.network or not len(frame.curve.last):
            return
        loss, first = frame.snapshot.loss, float(frame.curve.last[0])
        if frame.snapshot.epoch >= _FIRST_EPOCHS and has_run_away(loss, first, look.error_of_mean):
            self._warned = project.dataset
            self._times = loss / (look.error_of_mean or 1.0)
            self._meanwhile.submit(lambda _given_up: (project, remedy_for(project)))

    def _on_meanwhile_done(self, found: tuple[Project, Remedy | None]) -> None:
        project, remedy = found
        if project.dataset != self._context.document.project.dataset:
            return
        times = few_figures(self._times)
        if remedy is None:
            text = self.tr("The error is {times} times that of always answering the mean: lower the learning rate.")
            self._context.messages.notice(text.format(times=times))
            return
        text = self.tr(
            "The error is {times} times that of always answering the mean. Scaled numbers are learned better."
        )
        self._offer(text.format(times=times), remedy)

    # ------------------------------------------------------------------ the way out

    def _offer(self, text: str, remedy: Remedy) -> None:
        offers = {
            "inputs": self.tr("Scale the inputs"),
            "targets": self.tr("Scale the targets"),
            "both": self.tr("Scale inputs and targets"),
        }
        self._context.messages.withdraw(self._text)
        self._text = text
        self._context.messages.warn(text, offers[remedy.part], lambda: self._take(remedy), stays=True)

    def _take(self, remedy: Remedy) -> None:
        """Scale, as one step of Undo, and begin again from the start."""
        context = self._context
        if commands.set_shape(context.document, remedy.shape):
            context.session.reset()
