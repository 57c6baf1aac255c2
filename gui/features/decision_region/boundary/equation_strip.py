"""A strip below the plot shows the equations of the lines, live."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.toolkit.buttons import PlotButton
from gui.toolkit.theme import BUTTON_HEIGHT, Theme
from gui.toolkit.view import View

MOST_ROWS = 3
LEAST_TYPE = 10  # pixels; on stage all letters are larger


@dataclass(frozen=True)
class Equation:
    """One row: the unit's name in its colour, the equation, all with every digit, and briefer and briefer texts."""

    unit: int
    name: str
    colour: str
    text: str
    full: str
    is_selected: bool
    briefs: tuple[str, ...] = ()


def row_height(theme: Theme) -> int:
    """Enough for a finger or a mouse, and for the text at the theme's scale."""
    return max(24, theme.px(18))


def fitting_text(equation: Equation, font: QFont, room: float, least: int) -> str:
    """What of `equation` has `room` pixels, in `font`: all, else a brief text in smaller letters, else briefer ones.

    least: pixels of the smallest letters.
    """

    def fits(text: str) -> bool:
        return QFontMetrics(font).horizontalAdvance(text) <= room

    if fits(equation.text):
        return equation.text
    brief, *briefer = equation.briefs or (equation.text,)
    while font.pixelSize() > least and not fits(brief):
        font.setPixelSize(font.pixelSize() - 1)
    fitting = next((text for text in (brief, *briefer) if fits(text)), (brief, *briefer)[-1])
    return QFontMetrics(font).elidedText(fitting, Qt.TextElideMode.ElideRight, int(room))


class EquationRow(QWidget):
    """A row of text that is brief, then small, where there is little room; a click chooses its line.

    The tooltip has every digit.
    """

    clicked = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._shown: Equation | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What the row says."""
        return "" if self._shown is None else f"{self._shown.name}: {self._shown.text}"

    @property
    def equation(self) -> Equation | None:
        """What the row shows, or as much of it as has room."""
        return self._shown

    def show_equation(self, equation: Equation, theme: Theme) -> None:
        """Write `equation`."""
        if equation != self._shown or theme != self._theme:
            self._shown, self._theme = equation, theme
            self.setFixedHeight(row_height(theme))
            self.setToolTip(equation.full)
            self.setAccessibleName(self.text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), row_height(self._theme))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._shown is not None:
            self.clicked.emit(self._shown.unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        theme, shown = self._theme, self._shown
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.letters(13))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(shown.colour))
        left = theme.px(2)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        width = painter.fontMetrics().horizontalAdvance(shown.name + "  ")
        painter.drawText(QRectF(left, 0, width, self.height()), middle, shown.name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        room = self.width() - left - width
        text = fitting_text(shown, font, room, theme.letters(LEAST_TYPE))
        painter.setFont(font)
        painter.drawText(QRectF(left + width, 0, room, self.height()), middle, text)
        if shown.is_selected:
            painter.fillRect(QRectF(0, 5, theme.px(2), self.height() - 10), QColor(shown.colour))
        painter.end()


class EquationStrip(View, QWidget):
    """Up to three rows, those of the chosen line and its neighbours, and a button that flips the chosen line."""

    chosen = Signal(int)
    flip_wanted = Signal()
    centre_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, prefix: str = "region") -> None:
        """`prefix` begins the names of its widgets."""
        super().__init__(parent)
        self.setObjectName(f"{prefix}_equations")
        self._theme = theme
        self.rows = [EquationRow(f"{prefix}_equation_{index + 1}", theme, self) for index in range(MOST_ROWS)]
        self.flip_button, self.centre_button = PlotButton(self), PlotButton(self)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for row in self.rows:
            rows.addWidget(row)
            row.clicked.connect(self.chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 6, 0)
        layout.setSpacing(4)
        layout.addLayout(rows, 1)
        for name, button, signal in (
            (f"{prefix}_centre_line", self.centre_button, self.centre_wanted),
            (f"{prefix}_flip_line", self.flip_button, self.flip_wanted),
        ):
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.apply_theme(theme)
        self.retranslate()

    def show_equations(self, equations: tuple[Equation, ...]) -> None:
        """Write the equations; of more than three those from the chosen one on."""
        chosen = next((index for index, equation in enumerate(equations) if equation.is_selected), 0)
        most = MOST_ROWS if self._theme.scale == 1 else MOST_ROWS - 1
        first = min(max(0, chosen - 1), max(0, len(equations) - most))
        shown = equations[first : first + most]
        for row, equation in zip(self.rows, shown, strict=False):
            row.show_equation(equation, self._theme)
        for index, row in enumerate(self.rows):
            if row.isHidden() != (index >= len(shown)):
                row.setVisible(index < len(shown))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(palette)
        for button in (self.flip_button, self.centre_button):
            button.setMinimumSize(theme.px(BUTTON_HEIGHT), theme.px(BUTTON_HEIGHT))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Equations of the lines"))
        self.flip_button.setText("⇄")
        self.flip_button.setAccessibleName(self.tr("Flip the line"))
        self.flip_button.setToolTip(self.tr("Let the chosen unit fire on the other side of its line (key F)"))
        self.centre_button.setText("◎")
        self.centre_button.setAccessibleName(self.tr("Bring the line into the middle"))
        self.centre_button.setToolTip(self.tr("Bring the chosen line into the middle of the picture (key C)"))
