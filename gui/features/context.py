"""What the window offers to its features: the parts that several of them share, and no view of anybody's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QMenu, QWidget

from engine.training.snapshot import Snapshot
from gui.document.document import Document
from gui.session import TrainingSession
from gui.session.frame_clock import FrameClock
from gui.toolkit.containers.card import CardSpec
from gui.toolkit.containers.pages import WORKBENCH, Pages
from gui.toolkit.containers.tabbed_card import TabbedCard
from gui.toolkit.marked_parts import MarkedEpochs, MarkedSamples
from gui.toolkit.network_focus import NetworkFocus
from gui.toolkit.probe import Probe
from gui.toolkit.rbf_circles import RbfCircles
from gui.toolkit.services.actions import Actions
from gui.toolkit.services.file_questions import FileQuestions
from gui.toolkit.services.file_reader import FileReader
from gui.toolkit.services.hidden_answer import HiddenAnswer
from gui.toolkit.services.key_claims import KeyClaims
from gui.toolkit.services.message_bar import MessageBar
from gui.toolkit.services.openable_files import OpenableFiles
from gui.toolkit.services.remote import Remote
from gui.toolkit.services.settings import WindowSettings
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation


class Cards(Protocol):
    """The cards of the workbench by name; `gui/window/workbench.py` has them."""

    def add(self, card: CardSpec, content: QWidget, row: QWidget | None = None) -> None:
        """Add a card; where it stands goes by its name. `row`, the first in `content`, is in the heading on stage."""

    def bring(self, name: str) -> None:
        """Show all of a card: beside the others, or alone where there is no room for it beside them."""

    def add_button(self, name: str, button: QWidget, quiet: bool = False) -> None:
        """Put a button, or a row of them, beside the heading of a card; a `quiet` one while the mouse is there."""


@dataclass(frozen=True, eq=False)
class WindowContext:
    """The shared parts of one window.

    document, session: the project on screen and its training. themes, notation: how things look and are called.
    clock: hands new frames to views. messages: the line that tells the user. pages, tabs, cards: where views stand.
    actions: every command by its name. key_claims: keys that count for a while. remote: what Page Down
    and Page Up walk through. menus: the menu of a name.
    probe: the input that passes through the network. focus: the neuron that is looked at, and what stands on the
    diagram. marked_samples, marked_epochs: those that a view points out. hidden_answer: what the class is to guess.
    rbf_circles: the units of an RBF layer on the region plot.
    questions: dialogs for files. reader: reads them beside the window. openable_files: what can be dropped.
    settings: what is remembered between starts.
    window: the parent of dialogs, and nothing else. facts: what lessons may ask about the window, by name.
    """

    document: Document
    session: TrainingSession
    themes: ThemeManager
    notation: Notation
    clock: FrameClock
    messages: MessageBar
    pages: Pages
    tabs: TabbedCard
    cards: Cards
    actions: Actions
    key_claims: KeyClaims
    remote: Remote
    menus: Callable[[str], QMenu]
    probe: Probe
    focus: NetworkFocus
    marked_samples: MarkedSamples
    marked_epochs: MarkedEpochs
    hidden_answer: HiddenAnswer
    rbf_circles: RbfCircles
    questions: FileQuestions
    reader: FileReader
    settings: WindowSettings
    openable_files: OpenableFiles
    window: QWidget
    facts: Callable[[], dict[str, object]]

    @property
    def snapshot(self) -> Snapshot | None:
        """The moment of the run that is on show: the newest, or a past one that the timeline leads to."""
        frame, newest = self.clock.newest, self.session.snapshot
        if frame is None or frame.past is None or newest is None or newest.run_id != frame.snapshot.run_id:
            return newest
        return frame.snapshot if self.session.shown_epoch is not None else newest

    @property
    def parameters(self) -> NDArray[np.float64] | None:
        """The parameters as the window shows them, flat; before the first moment of a run its start, or None."""
        project, snapshot = self.document.project, self.snapshot
        if snapshot is not None and len(snapshot.parameters) == project.network.n_parameters:
            return snapshot.parameters
        return None if project.parameters is None else project.parameters.array

    @property
    def table_on_show(self) -> str:
        """The name of the table that can be seen below the network; "" while another page is on show."""
        return self.tabs.current if self.pages.current == WORKBENCH else ""
