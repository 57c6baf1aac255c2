"""Reading the network: numbers on the diagram, one neuron looked at closely, values passed through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from engine.project.project import Project
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

LOOK_AFTER_MS = 120  # the region does not flicker when the mouse only crosses neurons


class ReadingWiring(Wiring):
    """Tells the session what the views need for it, and keeps the views at one about the probe."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._diagram, self._region, self._probe = window.diagram_view, window.decision_region_plot, window.probe
        self._diagram.aids.probe = self._probe
        self._region.set_probe(self._probe)
        self._test_place = -1  # of the test sample that passes through
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        window, act = self.window, self.window.actions_by_name
        self._timer.timeout.connect(self._look_closely)
        self._diagram.attention_changed.connect(self._on_diagram_attention_changed)
        act["weight_numbers"].toggled.connect(lambda on: self._show_numbers("all", on))
        act["neuron_weights"].toggled.connect(lambda on: self._show_numbers("neuron", on))
        act["focus_neuron"].toggled.connect(self._on_focus_toggled)
        act["pass_values"].triggered.connect(self._on_pass_triggered)
        self._probe.changed.connect(self._on_probe_changed)
        window.sample_panel.sample_selected.connect(self._on_sample_selected)
        window.document.changed.connect(self._on_document_changed)

    # ------------------------------------------------------------------ numbers and focus

    def _show_numbers(self, what: str, on: bool) -> None:
        """Write these numbers, and not the others, onto the diagram; or none."""
        other = self.window.actions_by_name["neuron_weights" if what == "all" else "weight_numbers"]
        if on:
            other.setChecked(False)
        elif other.isChecked():
            return
        self._diagram.aids.labels = what if on else "none"
        self._diagram.aids.refresh()
        if on and what == "neuron":
            self._ask_for_neuron()

    def _on_focus_toggled(self, on: bool) -> None:
        self._diagram.aids.focus = on
        self._diagram.aids.refresh()
        if on:
            self._ask_for_neuron()

    def _ask_for_neuron(self) -> None:
        """Say what is missing where nothing seems to happen."""
        if self._diagram.aids.neuron is None:
            self.window.message_bar.notice(self.tr("Point at a neuron in the diagram, or select one."))

    # ------------------------------------------------------------------ one neuron or connection closely

    def _on_diagram_attention_changed(self) -> None:
        looked_at = self._diagram.hovered_target or self._diagram.selected
        self.window.session.want_gradient(looked_at is not None and looked_at.kind in ("connection", "bias"))
        if self._diagram.close_unit != self._region.unit_view.unit:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_closely(self) -> None:
        unit = self._diagram.close_unit
        self.window.session.set_close_unit(unit)
        self._region.look_at(unit)

    # ------------------------------------------------------------------ values passed through

    def _on_pass_triggered(self, on: bool) -> None:
        if not on:
            self._probe.clear()
        elif not self._choose_row(0):
            self._probe.set_point(self._region.plane.fixed)

    def _on_sample_selected(self, row: int) -> None:
        if row < 0:
            self._probe.clear()
        else:
            self._choose_row(row)

    def _choose_row(self, row: int) -> bool:
        """Pass a sample through, training samples counted first, then test samples; whether there is such a one."""
        data = self.window.document.dataset
        if row < data.n_samples:
            self._probe.set_sample(row, tuple(data.raw_inputs[row].tolist()), tuple(data.targets[row].tolist()))
        elif row < data.n_samples + data.n_test_samples:
            self._test_place = row - data.n_samples
            self._probe.set_point(tuple(data.raw_test_inputs[self._test_place].tolist()))
        return row < data.n_samples + data.n_test_samples

    def _on_probe_changed(self) -> None:
        self.window.session.set_passed(self._probe.inputs)
        self.window.actions_by_name["pass_values"].setChecked(self._probe.inputs is not None)
        row = self._row_of_probe()
        if row != self.window.document.dataset.n_samples + self._test_place:
            self._test_place = -1
        self.window.sample_panel.show_selected(row)

    def _row_of_probe(self) -> int:
        """The row of the sample table that passes through, −1 for a point."""
        if self._probe.sample is not None:
            return self._probe.sample
        data = self.window.document.dataset
        if self._probe.inputs is None or len(self._probe.inputs) != data.n_raw_inputs:
            return -1
        same = (data.raw_test_inputs == self._probe.inputs).all(axis=1).nonzero()[0].tolist()
        if self._test_place in same:
            return data.n_samples + self._test_place
        return data.n_samples + same[0] if same else -1

    def _on_document_changed(self, before: Project, after: Project) -> None:
        """The sample goes with the data; a point stays while it fits them."""
        if before.dataset == after.dataset:
            return
        data, probe = self.window.document.dataset, self._probe
        fits = probe.inputs is not None and len(probe.inputs) == data.n_raw_inputs
        stays = fits and not self.window.document.is_loading
        if probe.sample is not None:
            if not (stays and probe.sample < data.n_samples and self._choose_row(probe.sample)):
                probe.clear()
        elif stays and 0 <= self._test_place < data.n_test_samples:
            self._choose_row(data.n_samples + self._test_place)
        elif not fits:
            probe.clear()
        self.window.sample_panel.show_selected(self._row_of_probe())
