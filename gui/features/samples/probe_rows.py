"""The sample that passes through the network is the selected row of the table, and the other way round."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.samples.sample_panel import SamplePanel


class ProbeRows(QObject):
    """Keeps the probe, the selected row and View ▸ Pass values through at one, also when the data change."""

    def __init__(self, context: WindowContext, panel: SamplePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._panel, self._probe = context, panel, context.probe
        self._test_index = -1  # of the test sample that passes through
        context.actions["pass_values"].triggered.connect(self._on_pass_triggered)
        context.probe.changed.connect(self._on_probe_changed)
        panel.sample_selected.connect(self._on_sample_selected)
        context.document.changed.connect(self._on_document_changed)

    def _on_pass_triggered(self, on: bool) -> None:
        """The first sample; where there is none, the decision region chooses a point."""
        if on:
            self._choose_row(0)
        else:
            self._probe.clear()

    def _on_sample_selected(self, row: int) -> None:
        if row < 0:
            self._probe.clear()
        else:
            self._choose_row(row)

    def _choose_row(self, row: int) -> bool:
        """Pass a sample through, training samples counted first, then test samples; whether there is such a one."""
        data = self._context.document.dataset
        if row < data.n_samples:
            self._probe.set_sample(row, tuple(data.raw_inputs[row].tolist()), tuple(data.targets[row].tolist()))
        elif row < data.n_samples + data.n_test_samples:
            self._test_index = row - data.n_samples
            self._probe.set_point(tuple(data.raw_test_inputs[self._test_index].tolist()))
        return row < data.n_samples + data.n_test_samples

    def _on_probe_changed(self) -> None:
        self._context.session.set_passed(self._probe.inputs)
        self._context.actions["pass_values"].setChecked(self._probe.inputs is not None)
        row = self._row_of_probe()
        if row != self._context.document.dataset.n_samples + self._test_index:
            self._test_index = -1
        self._panel.show_selected(row)

    def _row_of_probe(self) -> int:
        """The row of the sample table that passes through, −1 for a point."""
        if self._probe.sample is not None:
            return self._probe.sample
        data = self._context.document.dataset
        if self._probe.inputs is None or len(self._probe.inputs) != data.n_raw_inputs:
            return -1
        same = (data.raw_test_inputs == self._probe.inputs).all(axis=1).nonzero()[0].tolist()
        if self._test_index in same:
            return data.n_samples + self._test_index
        return data.n_samples + same[0] if same else -1

    def _on_document_changed(self, before: Project, after: Project) -> None:
        """The sample goes with the data; a point stays while it fits them."""
        if before.dataset == after.dataset and not self._context.document.is_loading:
            return
        data, probe = self._context.document.dataset, self._probe
        fits = probe.inputs is not None and len(probe.inputs) == data.n_raw_inputs
        stays = fits and not self._context.document.is_loading
        if probe.sample is not None:
            if not (stays and probe.sample < data.n_samples and self._choose_row(probe.sample)):
                probe.clear()
        elif stays and 0 <= self._test_index < data.n_test_samples:
            self._choose_row(data.n_samples + self._test_index)
        elif not fits:
            probe.clear()
        self._panel.show_selected(self._row_of_probe())
