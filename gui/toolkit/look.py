"""What a widget wears: words that the window's one style sheet has rules for, in place of style sheets of its own.

| property | its words |
|---|---|
| `tone` | "text", "muted", "accent", "warning", "right", "wrong": a label's colour |
| `letters` | "small", "strong", "title", "result", "display", "formula", "lesson": size and weight of the letters |
| `across` | 3, 2, 1: less room beside the text of a button above a plot |
| `slim` | True: a bar as low as its buttons |
| `compact` | True: a button that only shows an icon |
| `rim` | "right", "wrong": the frame of a field over the canvas or a table |

A style sheet of its own would cost each such widget, and all in it, a second visit at every change of the theme.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget


def take_look(widget: QWidget, source: QWidget) -> None:
    """Let `widget`, which is no part of what `source` stands in, look as if it were."""
    widget.setStyleSheet(worn_sheet(source))


def worn_sheet(widget: QWidget) -> str:
    """The style sheet that `widget` stands under; "" without one."""
    worn_by: QWidget | None = widget
    while worn_by is not None and not worn_by.styleSheet():
        worn_by = worn_by.parentWidget()
    return "" if worn_by is None else worn_by.styleSheet()


def wear(widget: QWidget, **words: object) -> None:
    """Let `widget`, and what is in it, look as `words` say from now on."""
    changed = {name: word for name, word in words.items() if widget.property(name) != word}
    for name, word in changed.items():
        widget.setProperty(name, word)
    if changed:
        dress_anew(widget)


def dress_anew(widget: QWidget) -> None:
    """Let `widget`, and what is in it, look as the style sheet over it says by now."""
    for part in (widget, *widget.findChildren(QWidget)):
        if part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            part.style().unpolish(part)
            part.style().polish(part)
            QCoreApplication.sendEvent(part, QEvent(QEvent.Type.StyleChange))  # a tool bar asks for its margins then
