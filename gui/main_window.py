"""The main window: makes the parts and wires them; it computes nothing and draws nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QToolBar

from engine.lessons import lesson_file
from engine.lessons.slides import slide_file
from engine.project.project import Project
from gui.document.document import Document
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.session import TrainingSession
from gui.session.frame_clock import FrameClock
from gui.session.kernel_preparation import KernelPreparation
from gui.toolkit import guard
from gui.toolkit.containers.pages import WORKBENCH, Pages, PageSpec
from gui.toolkit.gui_garbage_collection import GuiCollector
from gui.toolkit.marked_parts import MarkedEpochs, MarkedSamples
from gui.toolkit.network_focus import NetworkFocus
from gui.toolkit.probe import Probe
from gui.toolkit.rbf_circles import RbfCircles
from gui.toolkit.services import screen_reader
from gui.toolkit.services.actions import Actions, ActionSpec
from gui.toolkit.services.file_questions import FileQuestions
from gui.toolkit.services.file_reader import FileReader
from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.services.key_claims import KeyClaims
from gui.toolkit.services.message_bar import MessageBar
from gui.toolkit.services.openable_files import OpenableFiles
from gui.toolkit.services.remote import Remote
from gui.toolkit.services.settings import WindowSettings
from gui.toolkit.view import View
from gui.window.action_specs import ACTIONS
from gui.window.autosave.work_recovery import WorkRecovery
from gui.window.features import FEATURES, make_features
from gui.window.files.project_files import ProjectFiles
from gui.window.files.project_saver import ProjectSaver
from gui.window.help import HelpPages
from gui.window.keyboard.keys import WindowKeys
from gui.window.layout.body import WindowBody
from gui.window.layout.card_views import CardFeatures
from gui.window.layout.card_zoom import CardZoom
from gui.window.layout.page_switcher import PageSwitcher, connect_pages
from gui.window.layout.placement import Placement
from gui.window.layout.toggled_part import ToggledPart
from gui.window.layout.workbench import WindowLayout
from gui.window.lesson_setup import LessonSetup
from gui.window.looks.appearance import Appearance
from gui.window.looks.one_painting import OnePainting
from gui.window.menus import WindowMenus, in_menu_order
from gui.window.notices.font_notice import FontNotice
from gui.window.notices.status_line import StatusLine
from gui.window.slide_setup import SlideSetup
from gui.window.stage.stage import Stage
from gui.window.stage.top_edge import FloatingMenuBar
from gui.window.training.run_control import RunControl
from gui.window.training.training_bar import TrainingBar
from gui.window.undo_actions import UndoActions

LEAST_SIZE = QSize(640, 400)  # below the room of a small or much enlarged screen; pages scroll in it
STATUS_HEIGHT = 34  # room for a message of one line, so that no panel jumps


class MainWindow(View, QMainWindow):
    """The window on one document and its training session. Building it starts no training.

    What belongs to one area, with views and actions of its own, is a feature: see `gui.features`.
    The preparation of the kernels may have `begun` before, else it begins here.
    Without `remembers` it neither takes up nor leaves behind sizes, theme, notation and unsaved work.
    """

    def __init__(
        self, project: Project | None = None, remembers: bool = True, begun: KernelPreparation | None = None
    ) -> None:
        guard.install()
        super().__init__()
        self.setObjectName("main_window")
        screen_reader.install()
        self.remembers = remembers
        self._collector = GuiCollector(self)
        self.document = Document(project, self)
        self.session = TrainingSession(self.document, self, begun)
        self.probe = Probe(self)
        self.focus = NetworkFocus(self)
        self.marked_samples = MarkedSamples(self)
        self.rbf_circles = RbfCircles(self)
        self.settings = WindowSettings(lasting=remembers)
        self.actions_by_name = Actions(self._action_specs(), self)
        self.addActions(self.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly))
        self.appearance = Appearance(self.actions_by_name, self.settings, self)
        self._make_parts()
        self.reader = FileReader(self.message_bar, self)
        self._fonts = FontNotice(self.message_bar, self)
        self.saver = ProjectSaver(self.message_bar, self)
        self.files = ProjectFiles(self.document, self.session, self.reader, self.saver, self)
        self.menus = self._make_menus()
        self.questions = FileQuestions(self)
        self.openable_files = OpenableFiles(self)
        HelpPages(self, self.actions_by_name)
        self.clock = FrameClock(self.session.take_frame, self, OnePainting(self).gather)
        self._closing = False
        self._key_claims = KeyClaims()
        self._keys = WindowKeys(self.actions_by_name, self.pages, self._key_claims, self)
        context = self._context()
        self._connect_actions()
        self._connect_document()
        undo, control = UndoActions(context), RunControl(context, self.training_bar)
        self.statusBar().addPermanentWidget(control.preparing)
        cards = self._make_cards(context)
        self._connect_views()
        made = make_features(
            context,
            cards,
            self.files,
            lessons=self._lesson_setup(context),
            slides=SlideSetup(context, self.workbench, self._side_panel, self.training_bar, self.diagram_view),
            add_strip=self._add_strip,
        )
        self._stage = self._make_stage(context)
        zoom = CardZoom(context, self.workbench, cards.themes)  # last: what lies over the window hears Esc first
        self._recovery = WorkRecovery(context, self.files)
        self._features: list[Feature] = [undo, control, *cards.all, *made, self._stage, zoom, self._recovery]
        PageSwitcher(self.menuBar(), connect_pages(self.pages, self.actions_by_name))
        self.tables.show_what_fits(self.document.project)
        self._restore()
        self.retranslate()
        self.workbench.apply_theme(self.appearance.themes.theme)
        self.session.set_plane(self.decision_region_plot.plane)
        self._keys.follow()
        self.clock.start()

    def _action_specs(self) -> list[ActionSpec]:
        parts: tuple[type[Feature], ...] = (UndoActions, RunControl, CardZoom, *CardFeatures.TYPES, *FEATURES)
        return in_menu_order([*ACTIONS, *itertools.chain(*(part.actions for part in parts))])

    def _context(self) -> WindowContext:
        return WindowContext(
            document=self.document,
            session=self.session,
            themes=self.appearance.themes,
            notation=self.appearance.notation,
            clock=self.clock,
            messages=self.message_bar,
            pages=self.pages,
            tabs=self.tables,
            cards=self.workbench,
            actions=self.actions_by_name,
            key_claims=self._key_claims,
            remote=Remote(self.actions_by_name["lesson_next"], self.actions_by_name["lesson_previous"], self),
            menus=self.menus.menu,
            probe=self.probe,
            focus=self.focus,
            marked_samples=self.marked_samples,
            marked_epochs=MarkedEpochs(self),
            hidden_answer=HiddenAnswer(self),
            rbf_circles=self.rbf_circles,
            questions=self.questions,
            reader=self.reader,
            settings=self.settings,
            openable_files=self.openable_files,
            window=self,
            facts=self.facts,
        )

    def _add_strip(self, strip: QToolBar) -> None:
        self._timeline = strip
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, strip)

    def _lesson_setup(self, context: WindowContext) -> LessonSetup:
        return LessonSetup(
            context,
            self.body,
            self.workbench,
            side_panel=self._side_panel,
            palette=self._palette,
            bar=self.training_bar,
        )

    def _make_stage(self, context: WindowContext) -> Stage:
        return Stage(
            context,
            self,
            appearance=self.appearance,
            body=self.body,
            workbench=self.workbench,
            side_panel=self._side_panel,
            bar=self.training_bar,
            timeline=self._timeline,
            diagram=self.diagram_view,
            hovered=[view.hovered for view in (self.diagram_view, self.decision_region_plot, self.error_plot)],
        )

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def open(self, path: Path) -> None:
        """Open a file of a project, of a lesson or of slides, once it is read; see `reader`."""
        if path.suffix.lower() in (lesson_file.SUFFIX, slide_file.SUFFIX):
            self.openable_files.open(path)
        else:
            self.files.open(path)

    def facts(self) -> dict[str, object]:
        """What lessons may ask about the window, by name."""
        facts: dict[str, object] = {
            "page": self.pages.current,
            "table": self.tables.current,
            "state": self.session.state,
            "notation": "lecture" if self.appearance.notation.is_lecture else "textbook",
        }
        for feature in self._features:
            facts |= feature.facts()
        return facts

    def shows_newest(self) -> bool:
        """Whether every view has been given the newest moment of the run."""
        return self.clock.has_shown(self.session.snapshot)

    @property
    def parts(self) -> tuple[Feature, ...]:
        """The features of the window."""
        return tuple(self._features)

    @property
    def frames_shown(self) -> int:
        """Frames that the views have been given since the start."""
        return self.clock.frames_shown

    def set_theme(self, mode: str) -> None:
        """ "system", "light" or "dark", as in the View menu."""
        self.appearance.set_theme(mode)

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        self.workbench.show_titles(self.document.dataset)
        self._show_title()
        for feature in self._features:
            feature.retranslate()
        self._fonts.check()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.focusWidget():
            self.workbench.setFocus()

    def leave(self, then: Callable[[], object]) -> None:
        """Close without a question, keeping the work for the next start, because the program is ended from outside."""
        if self._closing:
            return
        self._closing = True

        def go() -> None:
            self.close()
            then()

        self._recovery.leave(go)

    def keep_before_the_system_ends(self) -> None:
        """Keep the work at once: the user logs out, or the computer shuts down."""
        self._recovery.keep_now()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing:
            self.document.bring_own_work_back()
        if not self._closing and self.isVisible() and (self.document.is_modified or self.files.is_saving):
            event.ignore()
            self.files.unless_unsaved(self._close_for_good)
            return
        self._shut_down()
        super().closeEvent(event)

    def _make_parts(self) -> None:
        self.training_bar = TrainingBar(self.actions_by_name, self)
        self.addToolBar(self.training_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.workbench = WindowLayout(self)
        self.tables = self.workbench.tables
        self.pages = Pages(self)
        self.pages.add(PageSpec(WORKBENCH), self.workbench)
        self.body = WindowBody(self.pages, self)
        self.setCentralWidget(self.body)
        self.message_bar = MessageBar(self)
        self._message_height = 0
        self._status = StatusLine(self)
        self.statusBar().addWidget(self._status, 1)
        self._fit_status_line()
        self.appearance.wardrobe.open(self, *self.body.frames, self.pages, *self.workbench.frames)

    def _make_menus(self) -> WindowMenus:
        """Behind the bars and pages, which the Tab key comes to first."""
        self.setMenuBar(FloatingMenuBar(self))
        return WindowMenus(self, self.actions_by_name)

    def _make_cards(self, context: WindowContext) -> CardFeatures:
        cards = CardFeatures(context)
        views = cards.views
        self.data_panel, self.training_panel = views.data, views.training
        self.diagram_view, self.network_palette = views.diagram, cards.diagram.palette
        self.sample_panel = views.samples
        self.decision_region_plot, self.error_plot = views.region, views.error
        self.workbench.arrange()
        # The Tab key follows the order of arrival: the message bar, which floats, comes behind the cards.
        self.message_bar.setParent(None)
        self.message_bar.setParent(self)
        return cards

    def _connect_actions(self) -> None:
        act = self.actions_by_name
        slots = {
            "new": self.files.new,
            "open": self.files.choose_and_open,
            "save": self.files.save,
            "save_as": self.files.save_as,
            "save_picture": self.questions.ask_save_picture,
            "quit": self.close,
        }
        self._side_panel, self._palette = (ToggledPart(act[name], self) for name in ("side_panel", "palette"))
        act["side_panel"].toggled.connect(self.workbench.show_side_panel)
        act["large_table"].toggled.connect(self.workbench.enlarge_tables)
        act["full_screen"].toggled.connect(lambda on: self.showFullScreen() if on else self.showNormal())
        for name, slot in slots.items():
            act[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def _connect_document(self) -> None:
        """Before the features: the tabs that do not fit are gone when these hear of an edit."""
        document = self.document
        document.changed.connect(self._on_document_changed)
        document.modified_changed.connect(self._show_title)
        document.path_changed.connect(self._show_title)

    def _connect_views(self) -> None:
        self.questions.picture_failed.connect(self.message_bar.warn)
        self.message_bar.covered.connect(self._status.leave_room)
        self.message_bar.height_needed.connect(self._on_message_bar_height_needed)
        self.files.saved.connect(lambda path: self.message_bar.notice(self.tr("Saved as {path}.").format(path=path)))
        self.menus.demo_chosen.connect(self.files.open_demo)
        for view in (self.diagram_view, self.decision_region_plot, self.error_plot):
            view.hovered.connect(self._status.show_sentence)
        self.appearance.themes.changed.connect(self.workbench.apply_theme)

    def _on_document_changed(self, _before: Project, after: Project) -> None:
        if self.document.is_loading:
            self.reader.cancel()  # whatever else was being opened
        self.tables.show_what_fits(after)
        self.workbench.show_titles(self.document.dataset)

    def _on_message_bar_height_needed(self, pixels: int) -> None:
        self._message_height = pixels
        self._fit_status_line()

    def _fit_status_line(self) -> None:
        """Make the line as high as usual, and for a message of several lines so high that it covers nothing else."""
        self.statusBar().setMinimumHeight(max(STATUS_HEIGHT, self._message_height))

    def _show_title(self) -> None:
        mark = "[*]"
        self.setWindowTitle(f"{self.files.title()}{mark} – Perceptra")
        self.setWindowModified(self.document.is_modified)
        self.setWindowFilePath(str(self.document.path) if self.document.path else "")

    def _restore(self) -> None:
        self.setMinimumSize(LEAST_SIZE)
        placement = Placement(self)
        if self.remembers:
            placement.restore(self.settings.state("geometry"))
        else:
            self.resize(self.sizeHint())
        for splitter in self.workbench.save_state():
            self.workbench.restore_state(splitter, self.settings.state(splitter))

    def _remember(self) -> None:
        self._stage.leave_full_screen()
        self.settings.remember("geometry", self.saveGeometry())
        for name, state in self.workbench.save_state().items():
            self.settings.remember(name, state)

    def _close_for_good(self) -> None:
        self._closing = True
        # Not from within the question's own signal: the box must be gone before its parent goes.
        QTimer.singleShot(0, self.close)

    def _shut_down(self) -> None:
        self.clock.stop()
        self.reader.cancel()
        self.saver.cancel()
        self._remember()
        for feature in self._features:
            feature.close()
        self.session.close()
        self._keys.let_go()
