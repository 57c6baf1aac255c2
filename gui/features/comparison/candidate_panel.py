"""One network of the comparison: its region, its error curve, its figures and its row of the slides' table."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.project.comparison import RBF, CandidateMoment, ComparisonMoment
from gui.features.comparison.curve_view import CurveView
from gui.features.comparison.region_view import RegionView
from gui.features.comparison.texts import candidate_title, claim, contradicts, found
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import exact, four_figures


class CandidatePanel(View, CardFrame):
    """Shows the candidate called `name`."""

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"comparison_{name}")
        self._name = name
        self._themes = themes
        self._candidate: CandidateMoment | None = None
        self._samples = 0
        self._title, self._figures, self._verdict = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("heading", True)
        self._figures.setObjectName(f"comparison_figures_{name}")
        self._verdict.setObjectName(f"comparison_verdict_{name}")
        for label in (self._figures, self._verdict):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.region = RegionView(themes, self)
        self.curve = CurveView(themes, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 6)
        layout.setSpacing(3)
        for widget in (self._title, self.region, self._figures, self.curve, self._verdict):
            layout.addWidget(widget, 1 if widget is self.region else 0)
        self.follow_themes(themes)

    @property
    def candidate(self) -> CandidateMoment | None:
        """What is on show."""
        return self._candidate

    def show_moment(self, moment: ComparisonMoment | None, candidate: CandidateMoment | None) -> None:
        """Show `candidate` at `moment`; None empties the panel."""
        self._candidate = candidate
        self.region.show_moment(moment, candidate)
        self._samples = moment.data.n_samples if moment is not None else 0
        if moment is None or candidate is None:
            self.curve.show_curve(None, 1, 1.0, 1)
        else:
            highest = max(_highest(other) for other in moment.candidates) * self._samples
            self.curve.show_curve(candidate.curve, self._samples, highest, moment.epoch)
        self._show_texts()

    def texts(self) -> tuple[str, str]:
        """Its title, and its error and samples right, without mark-up."""
        candidate = self._candidate
        if candidate is None:
            return self._title.text(), ""
        right = "–" if candidate.n_right is None else f"{candidate.n_right}/{self._samples}"
        words = self.tr("error {error} · right {right}")
        return self._title.text(), words.format(error=four_figures(candidate.loss_sum), right=right)

    def retranslate(self) -> None:
        title = candidate_title(self._name)
        self.setAccessibleName(title)
        self._title.setToolTip(
            self.tr("Gaussian units: centres by k-means, widths by their neighbours; trained are the output weights")
            if self._name == RBF
            else self.tr("Sigmoid units; every weight is trained")
        )
        self.region.setAccessibleName(self.tr("Decision region: {title}").format(title=title))
        self.region.setToolTip(self.tr("What the network answers at each place; the line is the threshold"))
        self.region.waiting_text = self.tr("Preparing …")
        self.curve.setAccessibleName(self.tr("Error curve: {title}").format(title=title))
        self.curve.setToolTip(self.tr("Sum of the samples' errors, on the same scale for all networks"))
        self._show_texts()

    def apply_theme(self, theme: Theme) -> None:
        self._show_texts()

    def _show_texts(self) -> None:
        candidate, theme = self._candidate, self._themes.theme
        sizes = "-".join(str(size) for size in candidate.sizes) if candidate is not None else ""
        self._title.setText(f"{candidate_title(self._name)}  {sizes}".strip())
        error, right, here = "–", "–", "–"
        if candidate is not None:
            error = four_figures(candidate.loss_sum)
            right = "–" if candidate.n_right is None else f"{candidate.n_right}/{self._samples}"
            here = found(candidate)
            self._figures.setToolTip(self.tr("Error (sum): {error}").format(error=exact(candidate.loss_sum)))
        words = self.tr("error {error} · right {right}").format(error=f"<b>{error}</b>", right=f"<b>{right}</b>")
        # Large type has no room for both on one line beside three other networks.
        self._figures.setText(words if theme.scale == 1 else words.replace(" · ", "<br>"))
        against = candidate is not None and contradicts(candidate)
        colour = theme.warning if against else theme.text
        slides, learned = escape(self.tr("Slides:")), escape(self.tr("Learned:"))
        self._verdict.setText(
            f'<span style="color:{theme.muted}">{slides}</span> {escape(claim(self._name))}<br>'
            f'<span style="color:{theme.muted}">{learned}</span> <b style="color:{colour}">{escape(here)}</b>'
        )


def _highest(candidate: CandidateMoment) -> float:
    curve = candidate.curve
    return float(curve.maximum.max()) if len(curve.maximum) else 0.0
