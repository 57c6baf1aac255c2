"""One contender of the race: its title, its region, its figures, and what the slides say where they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.project.race.depth import RBF
from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.regions.drawing import RegionDrawing
from gui.features.comparison.regions.view import RegionView
from gui.features.comparison.texts import claim, contradicts, found, has_claim
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.number_text import exact, four_figures
from gui.words.plot_sentences import numbers_lines, numbers_sentences
from gui.words.setting_texts import layers_text

_SPACE = 3


class ContenderPanel(View, CardFrame):
    """Shows the contender called `name`; `chosen` carries the name where a person clicks on it."""

    chosen = Signal(str)

    def __init__(self, name: str, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"comparison_{name}")
        self._name, self._themes = name, themes
        self._title_text, self._colour = "", ""
        self._moment: RaceMoment | None = None
        self._contender: ContenderMoment | None = None
        self._numbers: tuple[str, ...] = ()
        self._shape_hint = ""
        self.is_chosen = False
        self._title, self._figures, self._verdict = QLabel(self), QLabel(self), QLabel(self)
        self._shape = QLabel(self)
        wear(self._shape, caption=True)
        self._shape.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shape.setObjectName(f"comparison_shape_{name}")
        wear(self._title, heading=True)
        self._title.setMinimumWidth(1)  # a long one is elided rather than taking the others' room
        self._figures.setObjectName(f"comparison_figures_{name}")
        self._verdict.setObjectName(f"comparison_verdict_{name}")
        for label in (self._title, self._figures, self._verdict):
            label.setTextFormat(Qt.TextFormat.RichText)
        self._verdict.setVisible(has_claim(name))
        self.region = RegionView(themes, notation, self)
        for label in (self._shape, self._figures, self._verdict):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the region decides the width
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._shape, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(_SPACE)
        layout.addLayout(head)
        for widget in (self.region, self._figures, self._verdict):
            layout.addWidget(widget, 1 if widget is self.region else 0)
        self.follow_themes(themes)

    @property
    def contender(self) -> ContenderMoment | None:
        """What is on show."""
        return self._contender

    @property
    def height_of_texts(self) -> int:
        """What stands above and below the region, in pixels."""
        labels = [self._title, self._figures, *([self._verdict] if has_claim(self._name) else [])]
        lines = sum(label.fontMetrics().height() * (2 if label is self._verdict else 1) for label in labels)
        return lines + _SPACE * (len(labels) + 1) + 10

    def show_title(self, title: str, colour: str) -> None:
        """Call the contender so, in its colour."""
        self._title_text, self._colour = title, colour
        self._show_texts()
        self.retranslate()

    def show_region(self, moment: RaceMoment | None, drawing: RegionDrawing | None = None) -> None:
        """Show the contender's region, as it was drawn beside the window; None for no region."""
        self.region.show_moment(moment, self._name, drawing)

    def show_numbers(self, moment: RaceMoment | None) -> None:
        """Say how the contender stands; None for nothing."""
        self._moment = moment
        self._contender = None if moment is None else moment[self._name]
        if moment is None or self._contender is None or self._contender.numbers is None:
            self._numbers, self._shape_hint = (), ""
        else:
            self._numbers = numbers_lines(self._contender.numbers, not has_claim(self._name))
            self._shape_hint = numbers_sentences(self._contender.numbers, moment.data)
        self._show_texts()

    def choose(self, chosen: bool) -> None:
        """Mark it, or no longer."""
        if chosen != self.is_chosen:
            self.is_chosen = chosen
            self.update()

    def texts(self) -> tuple[str, str]:
        """Its title, and its figures, without mark-up."""
        error, right = self._error_and_right()
        words = self.tr("error {error} · right {right}").format(error=error, right=right)
        return self._title_text, words if self._contender is not None else ""

    def retranslate(self) -> None:
        self.setAccessibleName(self._title_text)
        if has_claim(self._name):
            self._title.setToolTip(
                self.tr(
                    "Gaussian units: centres by k-means, widths by their neighbours; trained are the output weights"
                )
                if self._name == RBF
                else self.tr("Sigmoid units; every weight is trained")
            )
        self.region.setAccessibleName(self.tr("Decision region: {title}").format(title=self._title_text))
        self.region.setToolTip(self.tr("What the network answers at each place; the line is the threshold"))
        self.region.waiting_text = self.tr("Preparing …")
        self._show_texts()

    def apply_theme(self, theme: Theme) -> None:
        self._show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_texts()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self._name)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._themes.theme.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
            painter.end()

    def _error_and_right(self) -> tuple[str, str]:
        contender = self._contender
        if contender is None or self._moment is None:
            return "–", "–"
        right = "–" if contender.n_right is None else f"{contender.n_right}/{self._moment.data.n_samples}"
        return four_figures(contender.loss_sum), right

    def _show_texts(self) -> None:
        contender, theme = self._contender, self._themes.theme
        square, room = "■ ", self.width() - 30
        title = self._title.fontMetrics().elidedText(f"{square}{self._title_text}", Qt.TextElideMode.ElideRight, room)
        rest = escape(title.removeprefix(square))
        self._title.setText(f'<span style="color:{self._colour or theme.text}">■</span> {rest}')
        error, right = self._error_and_right()
        words = self.tr("error {error} · right {right}").format(error=f"<b>{error}</b>", right=f"<b>{right}</b>")
        short = f"<b>{error}</b> · <b>{right}</b>"
        if contender is not None and contender.diverged and not has_claim(self._name):
            left = self.tr("diverged")
            words = short = f'<b style="color:{theme.warning}">{escape(left)}</b>'
        self._figures.setText(_fitting((words, short), self._figures))
        if contender is not None and has_claim(self._name):
            self._shape.setText(_fitting((layers_text(contender.project.network), ""), self._shape))
        else:
            self._shape.setText(_fitting(self._numbers, self._shape))
        for label in (self._shape, self._verdict):
            label.setToolTip(self._shape_hint)
        if contender is not None:
            self._figures.setToolTip(self.tr("Error (sum): {error}").format(error=exact(contender.loss_sum)))
        if has_claim(self._name):
            self._show_verdict(contender, theme)

    def _show_verdict(self, contender: ContenderMoment | None, theme: Theme) -> None:
        here = found(contender) if contender is not None else "–"
        colour = theme.warning if contender is not None and contradicts(contender) else theme.text
        slides, learned = escape(self.tr("Slides:")), escape(self.tr("Learned:"))
        words = (
            f'<span style="color:{theme.muted}">{slides}</span> {escape(claim(self._name))}<br>'
            f'<span style="color:{theme.muted}">{learned}</span> <b style="color:{colour}">{escape(here)}</b>'
        )
        longer = [f'{words} <span style="color:{theme.muted}">{escape(each)}</span>' for each in self._numbers]
        self._verdict.setText(_fitting((*longer, words), self._verdict))


def _fitting(texts: Sequence[str], label: QLabel) -> str:
    """The first of `texts`, longer ones first, that `label` has room for; else the last."""
    bold = QFont(label.font())
    bold.setBold(True)  # as wide as it may be; asking the label itself costs a layout of its text
    metrics = QFontMetricsF(bold)
    lines = ((text, re.sub("<(?!br)[^>]*>", "", text).split("<br>")) for text in texts)
    fits = (text for text, parts in lines if max(map(metrics.horizontalAdvance, parts)) <= label.width())
    return next(fits, texts[-1] if texts else "")
