"""This module defines the window with two moments of the run side by side and a sentence about what changed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from engine.analysis.two_moments import Answers, TwoMoments
from engine.data.dataset import Dataset
from gui.features.two_moments.moment_view import CHANGED, MomentView, Shown
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.number_text import few_figures, grouped, percent

_MOST_NAMED = 6


class MomentsWindow(View, QDialog):
    """The kept moment on the left, the one on show on the right. It stands beside the window and stops nothing."""

    def __init__(self, themes: ThemeManager, notation: Notation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("two_moments")
        self._themes = themes
        self._shown: tuple[TwoMoments, Dataset] | None = None
        theme = themes.theme
        self.kept = MomentView("moment_kept", notation, theme, self)
        self.now = MomentView("moment_shown", notation, theme, self)
        self._titles = [QLabel(self), QLabel(self)]
        self._changes = QLabel(self)
        self._changes.setObjectName("moments_changes")
        self._changes.setWordWrap(True)
        layout = QGridLayout(self)
        for column, (title, view) in enumerate(zip(self._titles, (self.kept, self.now), strict=True)):
            title.setObjectName(("moment_kept_title", "moment_shown_title")[column])
            wear(title, heading=True)
            layout.addWidget(title, 0, column)
            layout.addWidget(view, 1, column)
        layout.addWidget(self._changes, 2, 0, 1, 2)
        layout.setRowStretch(1, 1)
        notation.changed.connect(self._refresh)
        self.follow_themes(themes)

    def show_moments(self, moments: TwoMoments, data: Dataset) -> None:
        """Show these two."""
        self._shown = moments, data
        self._refresh()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Two moments"))
        self.kept.setAccessibleName(self.tr("Region and maps of the kept moment"))
        self.now.setAccessibleName(self.tr("Region and maps of the moment on show, with what changed"))
        self._refresh()

    def apply_theme(self, theme: Theme) -> None:
        for view in (self.kept, self.now):
            view.apply_theme(theme)

    def sizeHint(self) -> QSize:
        px = self._themes.theme.px
        return QSize(px(760), px(560))

    def _refresh(self) -> None:
        if self._shown is None:
            return
        moments, data = self._shown
        self.kept.show_moment(Shown(moments, False, data))
        self.now.show_moment(Shown(moments, True, data))
        for title, text, answers in zip(
            self._titles, (self.tr("Kept"), self.tr("On show")), (moments.first, moments.second), strict=True
        ):
            title.setText(self._title(text, answers, data))
        self._changes.setText(self._sentence(Shown(moments, True, data)))

    def _title(self, which: str, answers: Answers, data: Dataset) -> str:
        text = self.tr("{which}: epoch {epoch} · E {error}").format(
            which=which, epoch=grouped(answers.moment.epoch), error=few_figures(answers.loss_sum)
        )
        if answers.n_right is None:
            return text
        return self.tr("{text} · right {right}/{count}").format(text=text, right=answers.n_right, count=data.n_samples)

    def _sentence(self, shown: Shown) -> str:
        moments = shown.moments
        parts = [self.tr("Hatched: {share} of the region is decided otherwise.").format(share=percent(moments.share))]
        for samples, text in (
            (moments.newly_right, self.tr("Now right: {samples}.")),
            (moments.newly_wrong, self.tr("Now wrong: {samples}.")),
        ):
            if samples:
                parts.append(text.format(samples=_listed(samples)))
        if not moments.units:
            parts.append(self.tr("The networks are different ones."))
        elif shown.has_changed_units:
            parts.append(self.tr("Framed: units whose answers have changed, Δ as a share of their scale."))
        else:
            few = self.tr("No unit is framed: none has changed its answers by {share} of its scale.")
            parts.append(few.format(share=percent(CHANGED)))
        return " ".join(parts)


def _listed(samples: tuple[int, ...]) -> str:
    named = ", ".join(str(sample + 1) for sample in samples[:_MOST_NAMED])
    return named if len(samples) <= _MOST_NAMED else f"{named}, … ({len(samples)})"
