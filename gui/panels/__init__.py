"""The panels beside the network: data, training settings, samples."""

from gui.panels.data_panel import DataPanel
from gui.panels.sample_panel import SamplePanel
from gui.panels.training_panel import TrainingPanel

__all__ = ["DataPanel", "SamplePanel", "TrainingPanel"]
