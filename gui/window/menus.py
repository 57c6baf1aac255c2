"""This module builds the menu bar and says where each action stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from engine.project.demos import DATA_DEMOS, DEMOS
from gui.toolkit.services.actions import Actions, ActionSpec
from gui.words import dataset_choices

_SUBMENUS = {
    "recent": QT_TRANSLATE_NOOP("Menus", "&Recent"),
    "kept_work": QT_TRANSLATE_NOOP("Menus", "&Bring work back"),
    "truth_tables": QT_TRANSLATE_NOOP("Menus", "New t&ruth table"),
    "paint": QT_TRANSLATE_NOOP("Menus", "&Paint"),
    "selected_samples": QT_TRANSLATE_NOOP("Menus", "&Selected samples"),
}
"""Menus within menus that somebody else fills, by the word that stands for them."""

_MENUS = (  # "all:page" stands for every action of the group "page", in the order in which they are declared
    (
        "file",
        QT_TRANSLATE_NOOP("Menus", "&File"),
        "new demos open recent kept_work | save save_as | notes lab_report | export_network |"
        " save_view save_diagram save_picture copy_view save_animation | quit",
    ),
    (
        "edit",
        QT_TRANSLATE_NOOP("Menus", "&Edit"),
        "undo redo | cut_layers copy_layers paste_layers duplicate_layers | remove_selected select_all",
    ),
    (
        "network",
        QT_TRANSLATE_NOOP("Menus", "&Network"),
        "add_layer remove_layer make_rbf"
        " | more_units fewer_units"
        " | lock_weights cut_connections"
        " | randomise_weights zero_weights negate_weights scale_weights load_weights"
        " | neuron_graph network_graph"
        " | zoom_in zoom_out fit_diagram",
    ),
    (
        "data",
        QT_TRANSLATE_NOOP("Menus", "&Data"),
        "open_table open_test_table truth_tables | paint selected_samples | shape_data | export_samples",
    ),
    (
        "train",
        QT_TRANSLATE_NOOP("Menus", "&Train"),
        "train step_epoch step_sample | reset new_start go_back keep_run | diagnosis try_starts |"
        " timeline_play back_to_now branch bookmark compare_moment |"
        " export_curve export_ledger | slower faster unlimited",
    ),
    (
        "view",
        QT_TRANSLATE_NOOP("Menus", "&View"),
        "all:page |"
        " weight_numbers neuron_weights focus_neuron pass_values |"
        " presentation side_panel palette large_table zoom_card full_screen |"
        " hide_answer pen ink_stays spotlight black_screen |"
        " all:theme | all:notation | all:language",
    ),
    (
        "lessons",
        QT_TRANSLATE_NOOP("Menus", "&Lessons"),
        "| lesson_next lesson_previous lesson_leave | keep_slide slides slides_show | lesson_open",
    ),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help"), "first_steps tour guide keyboard | about"),
)


def in_menu_order(specs: Iterable[ActionSpec]) -> list[ActionSpec]:
    """`specs` as their actions stand in the menus; those of menus that somebody else fills come last, as they were."""
    words = [word for _name, _title, content in _MENUS for word in content.split()]
    order = {word: index for index, word in enumerate(words)}
    return sorted(specs, key=lambda spec: order.get(spec.name, order.get(f"all:{spec.group}", len(words))))


class WindowMenus(QObject):
    """Builds the menus; `demo_chosen` carries the name of an example from File ▸ Examples."""

    demo_chosen = Signal(str)

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._menus: list[tuple[QMenu, str]] = []
        self._demo_actions: list[tuple[QAction, str]] = []
        self._demos = QMenu(window)
        self._demos.setObjectName("menu_demos")
        self._demos.aboutToShow.connect(self._fill_demos)
        for name, title, content in _MENUS:
            menu = QMenu(window)
            menu.setObjectName(f"menu_{name}")
            menu.setToolTipsVisible(True)
            self._fill(menu, content, actions)
            window.menuBar().addMenu(menu)
            self._menus.append((menu, str(title)))
        self.retranslate()

    def retranslate(self) -> None:
        """Put the titles into the language in force."""
        for menu, title in self._menus:
            menu.setTitle(QCoreApplication.translate("Menus", title))
        self._demos.setTitle(QCoreApplication.translate("Menus", "&Examples"))
        for action, name in self._demo_actions:
            action.setText(_demo_title(name))

    def menu(self, name: str) -> QMenu:
        """The menu called `menu_<name>`. Raises KeyError where there is none."""
        return {menu.objectName(): menu for menu, _ in self._menus}[f"menu_{name}"]

    def _fill(self, menu: QMenu, content: str, actions: Actions) -> None:
        for word in content.split():
            if word == "|":
                menu.addSeparator()
            elif word == "demos":
                menu.addMenu(self._demos)
            elif word in _SUBMENUS:
                menu.addMenu(self._submenu(word))
            elif word.startswith("all:"):
                group = word.removeprefix("all:")
                menu.addActions([actions[spec.name] for spec in actions.specs if spec.group == group])
            else:
                menu.addAction(actions[word])

    def _submenu(self, name: str) -> QMenu:
        menu = QMenu(self._demos.parentWidget())
        menu.setObjectName(f"menu_{name}")
        menu.setToolTipsVisible(True)
        self._menus.append((menu, str(_SUBMENUS[name])))
        return menu

    def _fill_demos(self) -> None:
        if self._demo_actions:
            return
        for name in DEMOS:
            if name == DATA_DEMOS[0]:
                self._demos.addSeparator()
            action = self._demos.addAction(_demo_title(name))
            action.triggered.connect(lambda _checked=False, name=name: self.demo_chosen.emit(name))
            self._demo_actions.append((action, name))


def _demo_title(name: str) -> str:
    titles = {
        "and_by_hand": QCoreApplication.translate("Menus", "AND by hand"),
        "or_by_hand": QCoreApplication.translate("Menus", "OR by hand"),
        "xor_by_hand": QCoreApplication.translate("Menus", "XOR by hand, two layers of step units"),
        "xor_perceptron": QCoreApplication.translate("Menus", "XOR with one unit, which cannot learn it"),
        "lecture": QCoreApplication.translate("Menus", "The lecture's perceptron example"),
        "xor_run": QCoreApplication.translate("Menus", "The lecture's XOR run, 11,050 passes"),
        "xor_stuck": QCoreApplication.translate("Menus", "XOR in a local minimum"),
        "rbf_xor": QCoreApplication.translate("Menus", "XOR with two RBF units"),
        "rbf_curve": QCoreApplication.translate("Menus", "A curve as a sum of RBF units"),
        "softmax_moons": QCoreApplication.translate("Menus", "The lecture's softmax network on moons"),
    }
    return titles[name] if name in titles else dataset_choices.title(name)
