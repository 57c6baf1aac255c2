"""Every command of the window: its fixed name, text, hint, keys and icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

_KEYS = QKeySequence.StandardKey


@dataclass(frozen=True)
class ActionSpec:
    """One action: its name is `action_<name>`; `text` and `hint` are English sources of translations."""

    name: str
    text: str
    hint: str
    keys: tuple[str | QKeySequence.StandardKey, ...] = ()
    icon: str = ""
    checkable: bool = False


def _spec(
    name: str,
    text: object,
    hint: object,
    *keys: str | QKeySequence.StandardKey,
    icon: str = "",
    checkable: bool = False,
) -> ActionSpec:
    # QT_TRANSLATE_NOOP is typed as returning any object; it returns its text.
    return ActionSpec(name, str(text), str(hint), keys, icon, checkable)


ACTIONS = (
    _spec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start again with XOR and a 2-4-1 network"),
        _KEYS.New,
        icon="new",
    ),
    _spec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a project file"),
        _KEYS.Open,
        icon="open",
    ),
    _spec(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save the project with its run"),
        _KEYS.Save,
        icon="save",
    ),
    _spec(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the project under another name"),
        "Ctrl+Shift+S",
    ),
    _spec(
        "save_picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture of the window…"),
        QT_TRANSLATE_NOOP("Actions", "Save what you see as a PNG picture"),
        "Ctrl+Shift+P",
    ),
    _spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the program"), "Ctrl+Q"),
    _spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last edit"),
        _KEYS.Undo,
        icon="undo",
    ),
    _spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the edit again that was taken back"),
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        icon="redo",
    ),
    _spec(
        "train",
        QT_TRANSLATE_NOOP("Actions", "&Train"),
        QT_TRANSLATE_NOOP("Actions", "Train the network, or pause"),
        "Space",
        icon="play",
        checkable=True,
    ),
    _spec(
        "step_epoch",
        QT_TRANSLATE_NOOP("Actions", "One &epoch"),
        QT_TRANSLATE_NOOP("Actions", "Train for one pass over the data"),
        "Right",
        icon="step_epoch",
    ),
    _spec(
        "step_sample",
        QT_TRANSLATE_NOOP("Actions", "One &sample"),
        QT_TRANSLATE_NOOP("Actions", "Make one update: one sample, or one batch"),
        "Shift+Right",
        icon="step_sample",
    ),
    _spec(
        "reset",
        QT_TRANSLATE_NOOP("Actions", "&Reset"),
        QT_TRANSLATE_NOOP("Actions", "Back to the same start, epoch 0"),
        "Ctrl+R",
        icon="reset",
    ),
    _spec(
        "new_start",
        QT_TRANSLATE_NOOP("Actions", "&New start"),
        QT_TRANSLATE_NOOP("Actions", "Draw other start weights: the next seed"),
        "Ctrl+Shift+R",
        icon="new_start",
    ),
    _spec(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "&Back to the last finite state"),
        QT_TRANSLATE_NOOP("Actions", "After a divergence: go back to the last weights that were finite numbers"),
        "Ctrl+B",
    ),
    _spec("slower", QT_TRANSLATE_NOOP("Actions", "S&lower"), QT_TRANSLATE_NOOP("Actions", "One step slower"), "Ctrl+["),
    _spec("faster", QT_TRANSLATE_NOOP("Actions", "&Faster"), QT_TRANSLATE_NOOP("Actions", "One step faster"), "Ctrl+]"),
    _spec(
        "unlimited",
        QT_TRANSLATE_NOOP("Actions", "&Unlimited speed"),
        QT_TRANSLATE_NOOP("Actions", "Train as fast as this computer can"),
        "Ctrl+U",
    ),
    _spec(
        "add_layer",
        QT_TRANSLATE_NOOP("Actions", "&Add a hidden layer"),
        QT_TRANSLATE_NOOP("Actions", "Add a hidden layer after the selected one"),
        "Ctrl+L",
    ),
    _spec(
        "remove_layer",
        QT_TRANSLATE_NOOP("Actions", "&Remove the selected layer"),
        QT_TRANSLATE_NOOP("Actions", "Remove the hidden layer that is selected"),
        "Ctrl+Shift+L",
    ),
    _spec(
        "more_units",
        QT_TRANSLATE_NOOP("Actions", "&More units"),
        QT_TRANSLATE_NOOP("Actions", "One more neuron in the selected layer"),
        "Ctrl++",
        "Ctrl+=",
    ),
    _spec(
        "fewer_units",
        QT_TRANSLATE_NOOP("Actions", "&Fewer units"),
        QT_TRANSLATE_NOOP("Actions", "One neuron fewer in the selected layer"),
        "Ctrl+-",
    ),
    _spec(
        "fit_diagram",
        QT_TRANSLATE_NOOP("Actions", "Fi&t the diagram"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole network"),
        "Ctrl+0",
    ),
    _spec(
        "open_table",
        QT_TRANSLATE_NOOP("Actions", "Open &table…"),
        QT_TRANSLATE_NOOP("Actions", "Read samples from a CSV file; the last column is the target"),
        "Ctrl+T",
    ),
    _spec(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "Colours as the &system"),
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the system is set"),
        checkable=True,
    ),
    _spec(
        "theme_light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark text on light paper"),
        checkable=True,
    ),
    _spec(
        "theme_dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light text on dark paper"),
        checkable=True,
    ),
    _spec(
        "presentation",
        QT_TRANSLATE_NOOP("Actions", "&Presentation mode"),
        QT_TRANSLATE_NOOP("Actions", "Large type and thick lines for a projector"),
        "F11",
        checkable=True,
    ),
    _spec(
        "side_panel",
        QT_TRANSLATE_NOOP("Actions", "&Side panel"),
        QT_TRANSLATE_NOOP("Actions", "Show data and training settings on the left"),
        "F9",
        checkable=True,
    ),
    _spec(
        "full_screen",
        QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        QT_TRANSLATE_NOOP("Actions", "Fill the whole screen with the window"),
        "Ctrl+F11",
        checkable=True,
    ),
    _spec(
        "notation_textbook",
        QT_TRANSLATE_NOOP("Actions", "&Textbook notation"),
        QT_TRANSLATE_NOOP("Actions", "Bias b, learning rate, w by layer, target t"),
        checkable=True,
    ),
    _spec(
        "notation_lecture",
        QT_TRANSLATE_NOOP("Actions", "Le&cture notation"),
        QT_TRANSLATE_NOOP("Actions", "Threshold T, η, V and W, y and o, desired output d"),
        checkable=True,
    ),
    _spec("language_en", "&English", "English", checkable=True),
    _spec("language_zh_CN", "&简体中文", "简体中文", checkable=True),
    _spec(
        "first_steps",
        QT_TRANSLATE_NOOP("Actions", "&First steps"),
        QT_TRANSLATE_NOOP("Actions", "A short guide: what to click and what you will see"),
        _KEYS.HelpContents,
    ),
    _spec(
        "keyboard",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard"),
        QT_TRANSLATE_NOOP("Actions", "Every key that does something"),
        "Ctrl+K",
    ),
    _spec(
        "about", QT_TRANSLATE_NOOP("Actions", "&About Perceptra"), QT_TRANSLATE_NOOP("Actions", "Version and licence")
    ),
)
