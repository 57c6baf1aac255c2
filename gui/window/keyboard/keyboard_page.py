"""This module writes the help page of all keys, from the declarations of the commands and of the views' own keys."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from gui.toolkit.services.actions import Actions
from gui.window.keyboard.view_keys import VIEW_KEYS

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def keyboard_html(actions: Actions) -> str:
    """The page in the language in force: keys that count everywhere, then those of each view."""
    translate = QCoreApplication.translate
    anywhere = [actions[spec.name] for spec in actions.specs if spec.keys]
    anywhere = [action for action in anywhere if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut]
    title = translate("Keys", "Keyboard")
    parts = [f"<h2>{escape(title)}</h2>", *(f"<p>{escape(text)}</p>" for text in _rules())]
    parts.append(_table((_shown(action.shortcuts()), action.statusTip()) for action in anywhere))
    for group in VIEW_KEYS:
        rows = ((_shown(row.keys.split()), translate("Keys", str(row.hint))) for row in group.rows)
        parts += [f"<h3>{escape(translate('Keys', str(group.title)))}</h3>", _table(rows)]
    return "".join(parts)


def _rules() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate(
            "Keys",
            "Space trains and pauses wherever you are, except while you type and on a button that the Tab key has led"
            " to. → trains one epoch and Shift+→ one sample, except in fields, lists, tables, sliders, the network and"
            " on a border between cards, where arrows walk. Page Down and Page Up lead through a lesson and"
            " through slides, always.",
        ),
        translate("Keys", "In the decision region, Shift with a click or drag passes a point through the network."),
    )


def _shown(keys: Iterable[QKeySequence | str]) -> str:
    return ", ".join(key_text(key) for key in keys)


def key_text(keys: QKeySequence | str) -> str:
    """Keys as people read them: "Ctrl+Shift+→"."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    before, plus, last = text.rpartition("+")
    if not last:  # the key is + itself
        return text
    if last in _ARROWS:
        return f"{before}{plus}{_ARROWS[last]}"
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _table(rows: Iterable[tuple[str, str]]) -> str:
    lines = (f"<tr><td><b>{escape(keys)}</b>&nbsp;&nbsp;</td><td>{escape(hint)}</td></tr>" for keys, hint in rows)
    return f"<table cellpadding='3'>{''.join(lines)}</table>"
