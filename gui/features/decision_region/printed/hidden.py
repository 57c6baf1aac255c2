"""The hidden plane on paper."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from gui.features.decision_region.printed.region import PrintedRegion


@dataclass(frozen=True, eq=False)
class PrintedHidden(PrintedRegion):
    """A picture of the output layer's region over the hidden codes; `inputs`: what is written below the samples."""

    inputs: NDArray[np.float64] | None = None

    @property
    def words(self) -> NDArray[np.float64] | None:
        return self.inputs

    def picture_title(self) -> str:
        return QCoreApplication.translate("Pictures", "Hidden plane")

    def refined(self) -> PrintedHidden:
        return self
