"""The commands of the File menu."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.services.actions import KEYS, spec

FILE = (
    spec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start again with XOR and a 2-4-1 network"),
        KEYS.New,
        icon="new",
    ),
    spec(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a project file"),
        KEYS.Open,
        icon="open",
    ),
    spec(
        "save",
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save the project with its run"),
        KEYS.Save,
        icon="save",
    ),
    spec(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save the project under another name"),
        "Ctrl+Shift+S",
    ),
    spec(
        "save_picture",
        QT_TRANSLATE_NOOP("Actions", "Save &picture of the window…"),
        QT_TRANSLATE_NOOP("Actions", "Save what you see as a PNG picture"),
        "Ctrl+Shift+P",
    ),
    spec(
        "save_view",
        QT_TRANSLATE_NOOP("Actions", "Save a pict&ure…"),
        QT_TRANSLATE_NOOP("Actions", "Save a plot or the network as PNG, SVG or PDF, in the size you choose"),
        "Ctrl+Shift+G",
    ),
    spec(
        "save_diagram",
        QT_TRANSLATE_NOOP("Actions", "Save the &diagram…"),
        QT_TRANSLATE_NOOP("Actions", "Save the network as PNG, SVG or PDF, in the size you choose"),
        "Ctrl+Shift+E",
    ),
    spec(
        "notes",
        QT_TRANSLATE_NOOP("Actions", "Name and no&tes…"),
        QT_TRANSLATE_NOOP("Actions", "Write your name and what you found out; saved with the project"),
        "Ctrl+I",
    ),
    spec(
        "lab_report",
        QT_TRANSLATE_NOOP("Actions", "&Lab report…"),
        QT_TRANSLATE_NOOP("Actions", "Write a report for hand-in, as PDF and as a web page: everything to do it again"),
        "Ctrl+P",
    ),
    spec(
        "copy_view",
        QT_TRANSLATE_NOOP("Actions", "Cop&y the picture"),
        QT_TRANSLATE_NOOP("Actions", "Put a picture of the view that has the focus on the clipboard"),
        "Ctrl+Shift+C",
    ),
    spec(
        "save_animation",
        QT_TRANSLATE_NOOP("Actions", "Save the run as an&imation…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Save how the network learned, from the first epoch to the last, as an animated GIF"
        ),
    ),
    spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the program"), "Ctrl+Q"),
)
