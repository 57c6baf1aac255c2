"""The run as a timeline: its strip, playing it back, and what is said when training leaves a past moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QToolBar

from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.training.moments import DEFAULT_BYTES
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.timeline.bookmarks import Bookmarks
from gui.features.timeline.playback import Playback
from gui.features.timeline.recording_menu import BUDGETS, MEGABYTE
from gui.features.timeline.timeline_bar import TimelineBar
from gui.toolkit.icons import icon
from gui.toolkit.services.actions import spec
from gui.toolkit.theme import Theme
from gui.words.number_text import grouped

ACTIONS = (
    spec(
        "timeline_play",
        QT_TRANSLATE_NOOP("Actions", "P&lay the run back"),
        QT_TRANSLATE_NOOP("Actions", "Show the run from its beginning, or from the moment on show, like a film"),
        "Ctrl+J",
        icon="play",
        checkable=True,
    ),
    spec(
        "back_to_now",
        QT_TRANSLATE_NOOP("Actions", "Back to &now"),
        QT_TRANSLATE_NOOP("Actions", "Show the present moment of the run again"),
        "Ctrl+Shift+J",
    ),
    spec(
        "bookmark",
        QT_TRANSLATE_NOOP("Actions", "Boo&kmark this moment…"),
        QT_TRANSLATE_NOOP("Actions", "Mark the moment on show on the timeline, with a note, to find it again"),
        "Ctrl+Shift+B",
    ),
)


_BUDGET = "timeline/megabytes"


class TimelineFeature(Feature):
    """The slider asks for moments, and frames say which one is on show; `add_strip` places the strip in the window."""

    actions = ACTIONS

    def __init__(self, context: WindowContext, add_strip: Callable[[QToolBar], None]) -> None:
        super().__init__(context)
        self.bar = TimelineBar(context.actions, _remembered_budget(context), context.window)
        self._keep_within(self.bar.recording_menu.budget)
        self.playback = Playback(self)
        self.bookmarks = Bookmarks(context, self._go_to)
        self.bar.bookmarks_button.setMenu(self.bookmarks.menu)
        self._has_looked_back = False
        add_strip(self.bar)
        self._connect()
        self._on_themes_changed(context.themes.theme)
        self.bar.slider.show_marks(self.bookmarks.epochs)
        self._show_state()

    def facts(self) -> dict[str, object]:
        """Whether a past moment is on show, and whether one was since the project was opened (done)."""
        return {"timeline.past": self._is_past, "timeline.looked_back": self._has_looked_back}

    def close(self) -> None:
        self.playback.stop()
        self.bookmarks.close()

    def retranslate(self) -> None:
        self._show_state()

    @property
    def _is_past(self) -> bool:
        return self.context.session.shown_epoch is not None

    def _connect(self) -> None:
        context, slider = self.context, self.bar.slider
        context.clock.add(self._show_frame)
        context.themes.changed.connect(self._on_themes_changed)
        context.pages.shown.connect(lambda _name: self._on_pages_shown())
        context.session.came_back.connect(self._on_session_came_back)
        context.session.state_changed.connect(lambda _state: self._follow())
        context.document.changed.connect(self._on_document_changed)
        context.actions["back_to_now"].triggered.connect(lambda _checked=False: self.show_now())
        context.actions["bookmark"].triggered.connect(lambda _checked=False: self.bookmarks.ask())
        context.actions["timeline_play"].toggled.connect(self._on_play_toggled)
        self.bar.play_menu.changed.connect(self._on_play_menu_changed)
        self.bar.play_menu.aboutToShow.connect(self._show_recorded)
        self.bar.recording_menu.chosen.connect(self._on_recording_menu_chosen)
        slider.valueChanged.connect(self._on_slider_value_changed)
        self.playback.moved.connect(self._show_epoch)
        self.playback.stopped.connect(lambda: context.actions["timeline_play"].setChecked(False))

    # ------------------------------------------------------------------ asking

    def show_now(self) -> None:
        """Show the present."""
        self.playback.stop()
        self.context.session.show_epoch(None)
        self._follow()

    def _show_epoch(self, epoch: int) -> None:
        slider, session = self.bar.slider, self.context.session
        session.show_epoch(None if epoch >= slider.maximum() else epoch)
        self._follow()

    def _go_to(self, epoch: int) -> None:
        self.playback.stop()
        self._show_epoch(epoch)

    def _on_slider_value_changed(self, epoch: int) -> None:
        self.playback.stop()
        self._show_epoch(epoch)

    def _on_play_toggled(self, plays: bool) -> None:
        slider = self.bar.slider
        if not plays:
            self.playback.stop()
        elif slider.maximum() > slider.minimum():
            self.playback.start(slider.minimum(), slider.value(), slider.maximum())
        else:
            self.context.actions["timeline_play"].setChecked(False)
            self.context.messages.notice(self.tr("There is no run to play back yet: train first."))
        self._show_symbol()

    def _on_play_menu_changed(self) -> None:
        self.playback.speed, self.playback.loops = self.bar.play_menu.speed, self.bar.play_menu.loops

    # ------------------------------------------------------------------ recording

    def _keep_within(self, megabytes: int) -> None:
        self.context.session.keep_moments_within(megabytes * MEGABYTE)

    def _show_recorded(self) -> None:
        run = self.context.session.run()
        self.bar.recording_menu.show_recorded(None if run is None else run.moments)

    def _on_recording_menu_chosen(self, megabytes: int) -> None:
        self.context.settings.remember(_BUDGET, megabytes)
        self._keep_within(megabytes)

    # ------------------------------------------------------------------ showing

    def _show_frame(self, frame: Frame) -> None:
        self.bar.show_frame(frame)
        self._follow()

    def _follow(self) -> None:
        """Stand at the moment that is asked for, the present or a past one."""
        slider, asked = self.bar.slider, self.context.session.shown_epoch
        if asked is None and self.playback.is_running and not self.playback.is_at_end:
            self.playback.stop()
        slider.place(slider.maximum() if asked is None else asked)
        self._has_looked_back |= asked is not None
        self._show_state()

    def _show_state(self) -> None:
        is_past = self._is_past
        self.bar.show_past(is_past)
        for name in ("back_to_now", "branch"):
            self.context.actions[name].setEnabled(is_past and self.context.pages.shows_run)

    def _on_session_came_back(self, epoch: int) -> None:
        self.playback.stop()
        self._follow()
        text = self.tr(
            "Training goes on from now, not from epoch {epoch} that was on show. To train on from a past moment, "
            "go back to it and choose Go on from here."
        )
        self.context.messages.notice(text.format(epoch=grouped(epoch)))

    def _on_document_changed(self, _before: Project, _after: Project) -> None:
        if self.context.document.is_loading:
            self._has_looked_back = False
        self.bar.slider.show_marks(self.bookmarks.epochs)
        self._follow()

    def _on_themes_changed(self, theme: Theme) -> None:
        self.bar.apply_theme(theme)
        self._show_symbol()

    def _show_symbol(self) -> None:
        """What a click on the play button does: play, or pause while it plays."""
        play = self.context.actions["timeline_play"]
        play.setIcon(icon("pause" if play.isChecked() else "play", self.context.themes.theme))

    def _on_pages_shown(self) -> None:
        self.bar.setVisible(self.context.pages.shows_run)
        self._show_state()


def _remembered_budget(context: WindowContext) -> int:
    """The megabytes that were chosen last, if they are among those that are offered."""
    usual = DEFAULT_BYTES // MEGABYTE
    found = context.settings.number(_BUDGET, usual)
    return found if found in BUDGETS else usual
