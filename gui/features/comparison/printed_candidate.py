"""One network of the comparison on paper: its name, its region, its figures and its error curve."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.project.comparison import CandidateMoment, ComparisonMoment
from gui.features.comparison.curve_view import CurveView
from gui.features.comparison.region_view import RegionView
from gui.toolkit.export.offscreen_copy import paint_copy
from gui.toolkit.theme import Theme, ThemeManager

_CURVE_SHARE = 0.22


class PrintedCandidate:
    """Shows `candidate` at `moment`; `title` and `figures` are written above and below the region."""

    def __init__(
        self, theme: Theme, moment: ComparisonMoment, candidate: CandidateMoment, texts: tuple[str, str]
    ) -> None:
        self._theme, self._texts = theme, texts
        self._size = QSize()
        themes = ThemeManager(theme)
        self._region, self._curve = RegionView(themes), CurveView(themes)
        self._region.show_moment(moment, candidate)
        samples = moment.data.n_samples
        highest = max(float(other.curve.maximum.max(initial=0.0)) for other in moment.candidates) * samples
        self._curve.show_curve(candidate.curve, samples, highest, moment.epoch)

    def resize(self, size: QSize, /) -> None:
        """How large to paint."""
        self._size = size

    def font(self) -> QFont:
        """That of the views."""
        return self._region.font()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        theme, px = self._theme, self._theme.px
        whole = QRectF(0, 0, self._size.width(), self._size.height()).adjusted(px(4), 0, -px(4), 0)
        row, curve = px(20), max(whole.height() * _CURVE_SHARE, px(60))
        region = whole.adjusted(0, row, 0, -curve - row)
        title, figures = QRectF(whole), QRectF(whole.left(), region.bottom(), whole.width(), row)
        title.setHeight(row)
        painter.setPen(QColor(theme.text))
        for text, place, bold in ((self._texts[0], title, True), (self._texts[1], figures, False)):
            painter.setFont(_fitting(text, place.width(), painter.font(), px(12), bold))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
        paint_copy(painter, self._region, region, theme)
        paint_copy(painter, self._curve, whole.adjusted(0, whole.height() - curve, 0, 0), theme)


def _fitting(text: str, width: float, base: QFont, pixels: int, bold: bool) -> QFont:
    """`base`, as much smaller than `pixels` as `text` needs to fit into `width`."""
    font = QFont(base)
    font.setBold(bold)
    font.setPixelSize(pixels)
    needed = QFontMetricsF(font).horizontalAdvance(text)
    font.setPixelSize(max(1, int(pixels * min(1.0, width / max(needed, 1.0)))))
    return font
