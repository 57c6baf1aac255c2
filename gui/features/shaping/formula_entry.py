"""A line for a feature of one's own: its map while it is typed, or what is wrong with it, at the character."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from engine.data.dataset import Dataset
from engine.data.features import Feature, common_features, read_feature
from engine.expression import ExpressionError
from gui.toolkit.dialogs.form_dialog import plain_text
from gui.toolkit.drawing.feature_map import feature_image
from gui.toolkit.drawing.pixmaps import transparent_pixmap
from gui.toolkit.entries.expression_line import ExpressionLine
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.error_text import error_text


class FormulaEntry(View, QWidget):
    """Announces a formula that can be read when it is to be added, by the button or Enter."""

    added = Signal(str)

    def __init__(self, data: Dataset, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data, self._themes = data, themes
        self._feature: Feature | None = None
        self.line = ExpressionLine(themes, self)
        self.line.setObjectName("shape_formula")
        self._map = QLabel(self)
        self._map.setObjectName("shape_formula_map")
        self._button = QPushButton(self)
        self._button.setObjectName("shape_formula_add")
        self._button.setAutoDefault(False)
        self._message = plain_text("shape_formula_message", self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._map, 0, 0)
        layout.addWidget(self.line, 0, 1)
        layout.addWidget(self._button, 0, 2)
        layout.addWidget(self._message, 1, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        self.line.textChanged.connect(lambda _text: self._read())
        self._button.clicked.connect(self.add)
        self.follow_themes(themes)

    def retranslate(self) -> None:
        offered = common_features(self._data.preprocessing.number_names)
        example = " + ".join([text for text in offered if text.endswith("^2") and "*" not in text][:2])
        self.line.setPlaceholderText(self.tr("A formula of your own, such as {example}").format(example=example))
        self.line.setAccessibleName(self.tr("Formula of a feature"))
        self.line.setToolTip(
            self.tr("Inputs by name or as x1, x2 …; + − × ÷ ^, sin, cos, exp, log, sqrt, max and more")
        )
        self._button.setText(self.tr("Add"))
        self._button.setAccessibleName(self.tr("Add the feature"))
        self._button.setToolTip(self.tr("Let the network see this feature too"))
        self._read()

    def apply_theme(self, theme: Theme) -> None:
        self._map.setFixedSize(QSize(theme.px(36), theme.px(36)))
        self._message.setMinimumHeight(theme.px(34))

    def add(self) -> bool:
        """Announce the formula, if it can be read, and empty the line; whether it was."""
        if self._feature is None:
            return False
        text = self.line.text().strip()
        self.line.clear()
        self.added.emit(text)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which the line has left to this entry, adds the formula; it closes no dialog on an unfinished one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
            self.add()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        """Show what stands in the line: its map, or what is wrong."""
        text, problem = self.line.text(), ""
        self._feature = None
        self.line.set_wrong(None)
        if text.strip():
            try:
                self._feature = read_feature(text, self._data.preprocessing.number_names)
            except ExpressionError as error:
                problem = error_text(error)
                self.line.set_wrong((error.start, error.end))
        self._button.setEnabled(self._feature is not None)
        self._message.setText(problem or (self._feature.name if self._feature is not None else ""))
        self.line.setAccessibleDescription(problem)
        self._colour()
        self._draw_map()

    def _draw_map(self) -> None:
        side = self._themes.theme.px(36)
        if self._feature is None:
            blank = transparent_pixmap(side, side)
            self._map.setPixmap(blank)
            return
        image = feature_image(self._feature, self._data, self._themes.theme)
        self._map.setPixmap(QPixmap.fromImage(image).scaled(side, side))

    def _colour(self) -> None:
        is_wrong = self._feature is None and bool(self._message.text())
        wear(self._message, tone="warning" if is_wrong else "muted")
