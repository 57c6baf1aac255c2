"""Where the inputs are the pixels of images, the image under the mouse is shown."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from engine.data.dataset import Dataset
from gui.toolkit.drawing.pixel_image import image_side, pixel_image

_LINES = 5  # lines of text that it is high
_GAP = 6


class SampleImage(QLabel):
    """Lies in a corner of `area` in which the mouse is not, and lets the mouse through."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("region_sample_picture")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self._data: Dataset | None = None
        self._side: int | None = None
        self._most = 1.0
        self.hide()

    def show_inputs(self, data: Dataset, inputs: NDArray[np.float64], mouse: QPoint, picture: QRect) -> None:
        """Show `inputs` (n_inputs,) as an image of `data` within the rectangle `picture`; nothing for other data."""
        if data is not self._data:
            self._data, self._side = data, image_side(data)
            self._most = float(data.raw_inputs.max(initial=0.0)) or 1.0
        if self._side is None:
            self.hide()
            return
        size = _LINES * self.fontMetrics().height()
        ratio, palette = self.devicePixelRatioF(), self.palette()
        image = pixel_image(inputs, self._side, palette.base().color(), palette.text().color(), self._most)
        pixmap = QPixmap.fromImage(image.scaled(round(size * ratio), round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setFixedSize(size + 2 * self.frameWidth(), size + 2 * self.frameWidth())
        self._place(mouse, picture)
        self.show()

    def _place(self, mouse: QPoint, picture: QRect) -> None:
        right = QPoint(picture.right() - self.width() - _GAP, picture.top() + _GAP)
        reach = QRect(right, self.size()).adjusted(-3 * _GAP, -3 * _GAP, 3 * _GAP, 3 * _GAP)
        self.move(picture.topLeft() + QPoint(_GAP, _GAP) if reach.contains(mouse) else right)
